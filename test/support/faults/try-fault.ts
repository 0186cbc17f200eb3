import { exitCodes } from '../../../src/exit-codes.ts';
import type { FaultRule } from '../../../src/sandbox/faults.ts';
import type { LoggedRequest } from '../../../src/sandbox/server/listener.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { findSent, toComparable } from '../kill/checks.ts';
import type { KillStage } from '../kill/kill-stage.ts';
import { openKillStage } from '../kill/kill-stage.ts';
import type { Endpoint, Fault } from './list.ts';
import type { WorldKind } from './world.ts';
import { faultWorld, makeFiles } from './world.ts';

/** What an apply without faults does: the measure of those with them. */
export interface Reference {
  readonly sent: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly world: unknown;
  /** Exit codes that the end of it may have: of that apply, and of one after it. */
  readonly codes: readonly number[];
}

/** One cell of the matrix. */
export interface Tried {
  /** The exit code with the fault, and of a second run without it. */
  readonly codes: readonly [number, number];
  /** What must never be, in words; empty when all is well. */
  readonly wrongs: readonly string[];
}

export async function makeReference(kind: WorldKind): Promise<Reference> {
  return onStage(kind, async (stage) => {
    const before = findPeople(stage.sandbox);
    const codes = [await stage.apply(), await stage.apply()];
    const sent = new Set(findSent(stage.sandbox));
    const people = new Set([...before, ...findPeople(stage.sandbox)]);
    return { sent, people, world: toComparable(stage.sandbox), codes };
  });
}

/** Applies with a fault at an endpoint, and once more an hour or a day later without it. */
export async function tryFault(
  fault: Fault,
  endpoint: Endpoint,
  kind: WorldKind,
  reference: Reference,
): Promise<Tried> {
  return onStage(kind, async (stage) => {
    stage.sandbox.setFaults([...fault.rules(endpoint), ...findLead(endpoint)]);
    const start = stage.sandbox.requests().length;
    const first = await stage.apply({ isHanging: fault.isHang === true });
    const during = stage.sandbox.requests().slice(start);
    const wrongs = [
      ...findWrongPeople(stage.sandbox, reference),
      ...findUnapproved(stage.sandbox, reference),
      ...(first === exitCodes.ok && !isEqual(stage.sandbox, reference) ? ['exit 0, not verified'] : []),
      ...(fault.isStop ? findTooMany(during, endpoint) : []),
    ];
    stage.sandbox.setFaults([]);
    // Whoever was added in vain, or refused alone, is not asked again for a day.
    stage.advance(endpoint.path.startsWith('/group/participants') ? 86_400_000 : 3_600_000);
    const second = await stage.apply();
    if (!reference.codes.includes(second)) wrongs.push(`the second run exits ${second}`);
    if (!isEqual(stage.sandbox, reference)) wrongs.push('the second run does not finish');
    return { codes: [first, second], wrongs };
  });
}

/** People are looked up one by one only where the list of a group cannot tell who they are. */
function findLead({ path }: Endpoint): FaultRule[] {
  return path === '/user/info' ? [{ method: 'GET', path: '/group/participants', status: 500 }] : [];
}

async function onStage<T>(kind: WorldKind, act: (stage: KillStage) => Promise<T>): Promise<T> {
  const files = await makeFiles(kind);
  const stage = await openKillStage({ files, world: faultWorld(kind), cli: '', isWaved: true });
  try {
    return await act(stage);
  } finally {
    await stage.close();
  }
}

function findPeople(sandbox: Sandbox): string[] {
  return sandbox
    .world()
    .groups.flatMap(({ id, members }) => members.map(({ pn, role }) => `${id} ${pn} ${role ?? 'member'}`));
}

const peopleBefore = faultWorld('plain').groups.flatMap(({ id, members }) =>
  members.map(({ pn }) => `${id} ${pn}`),
);

/** Everybody is what they were before or what they should be afterwards, and nobody is gone who should be neither. */
function findWrongPeople(sandbox: Sandbox, { people, world }: Reference): string[] {
  const now = findPeople(sandbox);
  const strangers = now.filter((one) => !people.has(one)).map((one) => `is now: ${one}`);
  const present = new Set(now.map((one) => one.split(' ').slice(0, 2).join(' ')));
  const wanted = (world as { id: string; members: string[] }[]).flatMap(({ id, members }) =>
    members.map((member) => `${id} ${member.split(' ')[0]}`),
  );
  const lost = wanted
    .filter((one) => peopleBefore.includes(one) && !present.has(one))
    .map((one) => `is gone: ${one}`);
  return [...strangers, ...lost];
}

function findUnapproved(sandbox: Sandbox, { sent }: Reference): string[] {
  return findSent(sandbox)
    .filter((line) => !sent.has(line))
    .map((line) => `not approved: ${line}`);
}

/** At most two requests follow a limit or a lost session; a picture comes from a host that knows no account. */
function findTooMany(all: readonly LoggedRequest[], { method, path }: Endpoint): string[] {
  const requests = all.filter((one) => path.startsWith('/pictures/') || !one.path.startsWith('/pictures/'));
  const pattern = new RegExp(`^${path.replace('*', '[^/]*')}$`);
  const hit = requests.findIndex(
    (one) => one.method === method && pattern.test(one.path.replace(/\?.*/, '')),
  );
  const after = hit < 0 ? 0 : requests.length - hit - 1;
  return after > 2 ? [`${after} requests after it`] : [];
}

function isEqual(sandbox: Sandbox, { world }: Reference): boolean {
  return JSON.stringify(toComparable(sandbox)) === JSON.stringify(world);
}
