import { readFile } from 'node:fs/promises';
import { compareLinks, compareWorlds, findIdleRenewals, findIntruders } from './compare-worlds.ts';
import { playStory } from './days/play.ts';
import { tellNews } from './days/news.ts';
import type { Story } from './days/story.ts';
import { drawStory } from './days/story.ts';
import { findStoryTraits } from './days/traits.ts';
import { createDraw } from './draw.ts';
import { toId } from './due-id.ts';
import type { Expectation, Question } from './oracle/question.ts';
import { askOracle } from './oracle.ts';
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
  /** Of groups on days with a memory: those whose end could be told to the letter, and all. */
  readonly compared: number;
  readonly groups: number;
  /** "seed 17: …", one for each pair that failed. */
  readonly failures: readonly string[];
}

/**
 * Random files applied to random worlds over real HTTP, each compared with the oracle. Seeds count up from `seed`; `tell`
 * gets every failure when it happens, and how far it is.
 */
export async function soak(
  pairs: number,
  seed: number,
  tell: (text: string) => void = () => undefined,
): Promise<SoakReport> {
  const shares = new Map<string, number>();
  const failures: string[] = [];
  let [requests, compared, groups] = [0, 0, 0];
  for (let i = 0; i < pairs; i += 1) {
    const pair = drawPair(seed + i);
    const tried = await tryPair(pair);
    for (const trait of tried.traits) shares.set(trait, (shares.get(trait) ?? 0) + 1);
    requests += tried.requests;
    compared += tried.compared ?? 0;
    groups += tried.groups ?? 0;
    if (tried.complaints.length > 0) {
      failures.push(`seed ${pair.seed}: ${tried.complaints.join('; ')}`);
      tell(failures.at(-1) ?? '');
    }
    if ((i + 1) % 100 === 0) tell(`${i + 1} of ${pairs} from seed ${seed}, ${failures.length} failures`);
  }
  return { pairs, shares, requests, compared, groups, failures };
}

/** Several reports as one. */
export function joinReports(reports: readonly SoakReport[]): SoakReport {
  const shares = new Map<string, number>();
  for (const report of reports)
    for (const [name, count] of report.shares) shares.set(name, (shares.get(name) ?? 0) + count);
  const sum = (key: 'pairs' | 'requests' | 'compared' | 'groups') =>
    reports.reduce((total, report) => total + report[key], 0);
  return {
    pairs: sum('pairs'),
    shares,
    requests: sum('requests'),
    compared: sum('compared'),
    groups: sum('groups'),
    failures: reports.flatMap(({ failures }) => failures),
  };
}

interface Tried extends Partial<Pick<SoakReport, 'compared' | 'groups'>> {
  readonly traits: readonly string[];
  readonly complaints: readonly string[];
  /** Those that were not GET. */
  readonly requests: number;
}

/** One pair: over several days, or on one without a memory: everything approved, some of a plan file, or one group alone. */
async function tryPair(pair: WorldPair): Promise<Tried> {
  if (pair.seed % 4 !== 0) return tryStory(drawStory(pair));
  const stage = await openStage({ files: toTexts(pair.files), world: pair.world });
  try {
    const way = ways[(pair.seed / 4) % ways.length] ?? applyAll;
    const { expectation, complaints } = await way(stage, pair);
    return {
      traits: findTraits(pair),
      complaints: [
        ...complaints,
        ...compareWorlds(expectation, stage.sandbox),
        ...findIntruders(expectation.allowed, stage.sandbox),
        ...compareLinks(expectation, pair.world, stage.sandbox),
        ...findIdleRenewals(pair.files, stage.sandbox),
      ],
      requests: stage.writes().length,
    };
  } finally {
    await stage.close();
  }
}

/** The same over several days, with a memory. */
async function tryStory(story: Story): Promise<Tried> {
  const { before, news } = story;
  const met = { ...story, world: tellNews(before.world, news) };
  const { complaints, requests, compared, groups, traits } = await playStory(story);
  return {
    traits: [...findTraits(met), ...findStoryTraits(story), ...traits],
    complaints,
    requests,
    compared,
    groups,
  };
}

interface Applied {
  readonly expectation: Expectation;
  readonly complaints: readonly string[];
}

type Way = (stage: Stage, pair: WorldPair) => Promise<Applied>;

const ways: readonly Way[] = [applyAll, applySome, applyOne];

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
    // A plan file approves no id of a refused change (docs/architecture.md#planning).
    for (const { id, refused } of changes) if (!refused) chosen.add(ids.get(id) ?? '');
    return { ...group, changes };
  });
  await stage.write('plan.json', JSON.stringify({ ...document, groups }));
  const run = await stage.run('apply', out, ...toFlags(pair));
  const expectation = askOracle({ ...question, approved: (subject) => chosen.has(subject) });
  return { expectation, complaints: [...comparePlans(document, ids), ...checkCode(run)] };
}

/** What this needs of a plan file. */
interface PlanDocument {
  readonly groups: readonly {
    readonly file: string;
    readonly changes: readonly { readonly id: string; readonly refused: boolean }[];
  }[];
  readonly toCreate: readonly { readonly file: string }[];
}

function comparePlans({ groups: all, toCreate }: PlanDocument, ids: ReadonlyMap<string, string>): string[] {
  const unmade = new Set(toCreate.map(({ file }) => file));
  const groups = all.filter(({ file }) => !unmade.has(file));
  const changes = groups.flatMap((group) => group.changes);
  const strange = changes.filter(({ id }) => !ids.has(id)).length;
  return [
    ...(strange > 0 ? [`${strange} planned changes that the oracle does not know`] : []),
    ...(changes.length === ids.size ? [] : [`${changes.length} planned changes, the oracle has ${ids.size}`]),
  ];
}

/** Any code but those that say what became of a plan. */
function checkCode({ code, err }: { readonly code: number; readonly err: string }): string[] {
  return [0, 1, 3, 4].includes(code) ? [] : [`exit ${code}: ${err.slice(-500)}`];
}
