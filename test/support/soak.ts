import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../src/domain/change.ts';
import type { GroupId } from '../../src/domain/group.ts';
import type { PersonKey, PhoneNumber } from '../../src/domain/person.ts';
import { toChangeId } from '../../src/planning/approval.ts';
import type { GroupFile } from '../../src/sandbox/world-file.ts';
import type { Sandbox } from '../../src/sandbox/start.ts';
import { createDraw } from './draw.ts';
import type { Due, Expectation, Question } from './oracle/question.ts';
import { askOracle } from './oracle.ts';
import { toName } from './oracle/wanted.ts';
import { toTexts } from './raw-files.ts';
import type { Stage } from './stage.ts';
import { openStage } from './stage.ts';
import { findTraits } from './traits.ts';
import type { WorldPair } from './worlds.ts';
import { drawPair } from './worlds.ts';

export interface SoakReport {
  readonly pairs: number;
  /** How many pairs have each peculiarity. */
  readonly shares: ReadonlyMap<string, number>;
  readonly requests: number;
  /** "seed 17: …", one for each pair that failed. */
  readonly failures: readonly string[];
}

/** Random files applied to random worlds over real HTTP, each compared with the oracle. Seeds count up from `seed`. */
export async function soak(pairs: number, seed: number): Promise<SoakReport> {
  const shares = new Map<string, number>();
  const failures: string[] = [];
  let requests = 0;
  for (let i = 0; i < pairs; i += 1) {
    const pair = drawPair(seed + i);
    for (const trait of findTraits(pair)) shares.set(trait, (shares.get(trait) ?? 0) + 1);
    const tried = await tryPair(pair);
    requests += tried.requests;
    if (tried.complaints.length > 0) failures.push(`seed ${pair.seed}: ${tried.complaints.join('; ')}`);
  }
  return { pairs, shares, requests, failures };
}

interface Tried {
  readonly complaints: readonly string[];
  /** Those that were not GET. */
  readonly requests: number;
}

/** One pair: everything approved, a plan file with some of it, or one group alone. */
async function tryPair(pair: WorldPair): Promise<Tried> {
  const stage = await openStage({ files: toTexts(pair.files), world: pair.world });
  try {
    const way = ways[pair.seed % ways.length] ?? applyAll;
    const { expectation, complaints } = await way(stage, pair);
    return {
      complaints: [
        ...complaints,
        ...compareWorlds(expectation, stage.sandbox),
        ...findIntruders(expectation, stage.sandbox),
      ],
      requests: stage.writes().length,
    };
  } finally {
    await stage.close();
  }
}

interface Applied {
  readonly expectation: Expectation;
  readonly complaints: readonly string[];
}

type Way = (stage: Stage, pair: WorldPair) => Promise<Applied>;

const ways: readonly Way[] = [applyAll, applyAll, applySome, applyOne];

/** What the oracle is asked about a pair. */
export function toQuestion({ files, world, today }: WorldPair): Question {
  return { files, world, today, account: 'main' };
}

/** The account to act for, where the policy has several. */
export function toFlags({ files }: WorldPair): string[] {
  return files.policy.accounts ? ['--account', 'main'] : [];
}

async function applyAll(stage: Stage, pair: WorldPair): Promise<Applied> {
  const run = await stage.run('apply', '--yes', ...toFlags(pair));
  return { expectation: askOracle(toQuestion(pair)), complaints: checkCode(run) };
}

/** One group is the target; nobody else's files are looked at. */
async function applyOne(stage: Stage, pair: WorldPair): Promise<Applied> {
  const [name, file] = createDraw(pair.seed).from(Object.entries(pair.files.groups));
  const run = await stage.run('apply', '--yes', '--target', name, ...toFlags(pair));
  const files = { ...pair.files, groups: { [name]: file } };
  return { expectation: askOracle({ ...toQuestion(pair), files }), complaints: checkCode(run) };
}

/** Half of a plan file's changes, picked at random, are approved. */
async function applySome(stage: Stage, pair: WorldPair): Promise<Applied> {
  const question = toQuestion(pair);
  const out = stage.path('plan.json');
  const planned = await stage.run('plan', '--out', out, ...toFlags(pair));
  if (checkCode(planned).length > 0)
    return { expectation: askOracle(question), complaints: checkCode(planned) };
  const document = JSON.parse(await readFile(out, 'utf8')) as PlanDocument;
  const { due } = askOracle(question);
  const ids = new Map(due.map((one) => [toId(one), one.subject]));
  const draw = createDraw(pair.seed);
  const chosen = new Set<string>();
  const groups = document.groups.map((group) => {
    const changes = group.changes.filter(() => draw.chance(0.5));
    // A plan file approves no id of a refused change (design section 6).
    for (const { id, refused } of changes) if (!refused) chosen.add(ids.get(id) ?? '');
    return { ...group, changes };
  });
  await stage.write('plan.json', JSON.stringify({ ...document, groups }));
  const run = await stage.run('apply', out, ...toFlags(pair));
  const expectation = askOracle({ ...question, approved: (subject) => chosen.has(subject) });
  return { expectation, complaints: [...comparePlans(document, ids), ...checkCode(run)] };
}

/** What a plan file approves, by the oracle's subjects: no change that was refused (design section 6). */
export function findApproved({ groups }: PlanDocument, due: readonly Due[]): ReadonlySet<string> {
  const subjects = new Map(due.map((one) => [toId(one), one.subject]));
  const changes = groups.flatMap((group) => group.changes).filter(({ refused }) => !refused);
  return new Set(changes.map(({ id }) => subjects.get(id) ?? ''));
}

/** What this needs of a plan file. */
export interface PlanDocument {
  readonly groups: readonly {
    readonly file: string;
    readonly changes: readonly { readonly id: string; readonly refused: boolean }[];
  }[];
}

function comparePlans({ groups }: PlanDocument, ids: ReadonlyMap<string, string>): string[] {
  const changes = groups.flatMap((group) => group.changes);
  const strange = changes.filter(({ id }) => !ids.has(id)).length;
  return [
    ...(strange > 0 ? [`${strange} planned changes that the oracle does not know`] : []),
    ...(changes.length === ids.size ? [] : [`${changes.length} planned changes, the oracle has ${ids.size}`]),
  ];
}

/** What the sandbox's ids are made with. */
const key = {
  secret: new TextEncoder().encode('rollcall sandbox: nothing here is a secret'),
  account: '447700900001' as PhoneNumber,
};

function toId({ group, action, what, before, after, until }: Due): string {
  const why = until === undefined ? { kind: 'unlisted' } : { kind: 'ended', until, via: [] };
  const about = { group: `${group}@g.us` as GroupId, why, before };
  const change =
    action === 'set'
      ? { ...about, action, setting: what, after }
      : { ...about, action, person: { key: what as PersonKey, phone: what as PhoneNumber } };
  return toChangeId(change as Change, key);
}

/** Any code but those that say what became of a plan. */
function checkCode({ code, err }: { readonly code: number; readonly err: string }): string[] {
  return [0, 1, 3, 4].includes(code) ? [] : [`exit ${code}: ${err.slice(-500)}`];
}

/** Where the sandbox's groups are not what the oracle says. */
export function compareWorlds({ groups }: Expectation, sandbox: Sandbox): string[] {
  const found = new Map(sandbox.world().groups.map((group) => [group.id, toComparable(group)]));
  return groups.flatMap((group) => {
    const wanted = toComparable(group);
    const is = found.get(group.id);
    return isDeepStrictEqual(is, wanted)
      ? []
      : [`group ${group.id} should be ${JSON.stringify(wanted)}, is ${JSON.stringify(is)}`];
  });
}

function toComparable({ subject, desc, announce, locked, ephemeral, members }: GroupFile) {
  return {
    subject,
    desc: desc ?? '',
    announce: announce ?? false,
    locked: locked ?? false,
    ephemeral: ephemeral ?? 0,
    members: members.map(({ pn, role }) => `${pn} ${role ?? 'member'}`).toSorted(),
  };
}

const actions: Readonly<Record<string, string>> = {
  '/group/participants': 'add',
  '/group/participants/promote': 'promote',
  '/group/participants/demote': 'demote',
  '/group/participants/remove': 'remove',
};

/** Everybody and everything in a request that was not due and approved. */
export function findIntruders({ allowed }: Expectation, sandbox: Sandbox): string[] {
  const written = sandbox.requests().filter(({ method }) => method !== 'GET');
  const subjects = written.flatMap(({ path, body }) => toSubjects(path, body as WriteBody));
  return subjects.filter((subject) => !allowed.has(subject)).map((subject) => `nobody approved "${subject}"`);
}

interface WriteBody {
  readonly group_id?: string;
  readonly participants?: readonly string[];
}

function toSubjects(path: string, { group_id: id = '', participants = [] }: WriteBody): string[] {
  const group = id.replace('@g.us', '');
  const action = actions[path];
  if (action) return participants.map((number) => `${group} ${action} ${toName(number)}`);
  const [, chat] = /^\/chat\/(\d+)(?:@|%40)g\.us\/disappearing$/.exec(path) ?? [];
  return [chat ? `${chat} set disappearing` : `${group} set ${path.replace('/group/', '')}`];
}
