import { onTestFinished } from 'vitest';
import { createSkippingClock } from '../../src/sandbox/clock.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import type { SandboxOptions, Sandbox } from '../../src/sandbox/start.ts';
import type { GroupFile, WorldFile } from '../../src/sandbox/world-file.ts';

/** The account of the tests' choir. */
export const ME = '447700900001';
/** Its group of altos. */
export const ALTOS = '120363000000000001@g.us';

const MEMBERS = [
  { pn: ME, role: 'superadmin' as const },
  { pn: '447700900002' },
  { pn: '447700900003', role: 'admin' as const },
  { pn: '447700900004' },
];

/** Returns a group of the choir, its settings as given. */
export function choirGroup(more: Partial<GroupFile> = {}): GroupFile {
  return { id: '120363000000000001', subject: 'Altos', owner: ME, members: MEMBERS, ...more };
}

/** Returns the choir's world: one device, one group unless others are given, a few people outside. */
export function choirWorld(groups: GroupFile[] = [choirGroup()], more: Partial<WorldFile> = {}): WorldFile {
  const group = '120363000000000001';
  return {
    server: { devices: [{ pn: ME, lid: '325134120561102' }] },
    people: [
      { pn: '447700900010' },
      { pn: '447700900011' },
      { pn: '447700900012' },
      { pn: '447700900013' },
      { pn: '447700900014' },
      { pn: '447700900015' },
      { pn: '447700900050', registered: false },
      { pn: '447700900051', privacy: 'invite' },
      { pn: '447700900052', privacy: 'blocked' },
      { pn: '447700900053', recently_left: [group] },
    ],
    groups,
    ...more,
  };
}

/** An answer of the sandbox; `json` is undefined where it is none. */
export interface ChoirAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: { code: string; message: string; results?: unknown } | undefined;
  /** What GOWA asked WhatsApp for it. */
  readonly queries: readonly string[];
}

/** A running choir, closed when the test is over; its clock skips every wait. */
export interface Choir {
  readonly sandbox: Sandbox;
  readonly clock: ReturnType<typeof createSkippingClock>;
  fetch(path: string, init?: RequestInit): Promise<ChoirAnswer>;
  get(path: string, headers?: Record<string, string>): Promise<ChoirAnswer>;
  post(path: string, body: unknown): Promise<ChoirAnswer>;
}

/** Starts the choir's world, or the one given. */
export async function startChoir(options: Partial<SandboxOptions> = {}): Promise<Choir> {
  const clock = createSkippingClock();
  const sandbox = await startSandbox({ clock, world: choirWorld(), ...options });
  onTestFinished(() => sandbox.close());
  const ask = async (path: string, init: RequestInit = {}): Promise<ChoirAnswer> => {
    const response = await fetch(`${sandbox.url}${path}`, init);
    const text = await response.text();
    const queries = sandbox.requests().at(-1)?.queries ?? [];
    return { status: response.status, headers: response.headers, text, json: parseOrNothing(text), queries };
  };
  return {
    sandbox,
    clock,
    fetch: ask,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, body) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}

function parseOrNothing(text: string): ChoirAnswer['json'] {
  try {
    return JSON.parse(text) as ChoirAnswer['json'];
  } catch {
    return undefined;
  }
}

/** Returns the numbers of a group's members in a printed world, sorted. */
export function membersOf(sandbox: Sandbox, id = '120363000000000001'): string[] {
  const group = sandbox.world().groups.find((one) => one.id === id);
  return (group?.members ?? []).map((member) => member.pn).toSorted();
}

/** Returns a group of the printed world. */
export function groupOf(sandbox: Sandbox, id = '120363000000000001'): GroupFile {
  const group = sandbox.world().groups.find((one) => one.id === id);
  if (group === undefined) throw new Error(`The world has no group ${id}.`);
  return group;
}

/** Returns the results of an answer, as what the test expects them to be; throws if it has none. */
export function resultsOf<T>(answer: ChoirAnswer): T {
  if (answer.json?.results === undefined) throw new Error(`No results: ${answer.status} ${answer.text}`);
  return answer.json.results as T;
}
