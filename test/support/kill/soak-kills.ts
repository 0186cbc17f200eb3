import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { WorldFile } from '../../../src/sandbox/world-file.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import type { Approvals } from '../days/approvals.ts';
import { toApprovals, withDeclined } from '../days/approvals.ts';
import type { Made } from '../days/creating.ts';
import { judgeCreated, toMadeApprovals, toUnmade, withMade } from '../days/creating.ts';
import type { Judgement } from '../days/judge.ts';
import { judge } from '../days/judge.ts';
import type { PlanDocument } from '../days/plan-document.ts';
import { findRemovedFrom, findWritten } from '../compare-worlds.ts';
import { createDraw } from '../draw.ts';
import { nothingYet } from '../oracle/memory.ts';
import type { Question } from '../oracle/question.ts';
import { remember } from '../oracle/remember.ts';
import { lookUp } from '../oracle/look-up.ts';
import { toName } from '../oracle/wanted.ts';
import { toTexts } from '../raw-files.ts';
import { none } from '../sets.ts';
import { toFlags, toQuestion } from '../soak.ts';
import type { WorldPair } from '../worlds.ts';
import { drawPair } from '../worlds.ts';
import { getCli } from './build.ts';
import { findCheaper, findSent } from './checks.ts';
import { forEachOf } from './for-each-of.ts';
import type { KillStage } from './kill-stage.ts';
import { openKillStage } from './kill-stage.ts';

export interface KillReport {
  /** Runs that were still going on when they were to be killed. */
  readonly killed: number;
  readonly requests: number;
  /** "seed 17: …". */
  readonly failures: readonly string[];
}

/**
 * Random files applied to random worlds, each planned with a memory that is a day old, killed at a random point and
 * applied again with the same approval, until the world is the oracle's; and once more without a plan file some days
 * later. Seeds count up from `seed`.
 */
export async function soakKills(count: number, seed: number): Promise<KillReport> {
  const cli = await getCli();
  const failures: string[] = [];
  let killed = 0;
  let requests = 0;
  try {
    await forEachOf(count, async (index) => {
      const tried = await tryPair(drawPair(seed + index), cli);
      if (tried.wasKilled) killed += 1;
      requests += tried.requests;
      if (tried.complaints.length > 0) failures.push(`seed ${seed + index}: ${tried.complaints.join('; ')}`);
    });
  } finally {
    await rm(dirname(cli), { recursive: true });
  }
  return { killed, requests, failures };
}

interface Tried {
  readonly wasKilled: boolean;
  readonly requests: number;
  readonly complaints: readonly string[];
}

async function tryPair(pair: WorldPair, cli: string): Promise<Tried> {
  const now = Date.parse(`${pair.today}T12:00:00Z`);
  const files = toTexts(pair.files);
  const stage = await openKillStage({ files, world: pair.world, cli, flags: toFlags(pair), now });
  const { sandbox } = stage;
  try {
    const first = toDay(pair, stage);
    const plan = await readPlan(stage);
    const makings = await makeAndKill(stage, { pair, plan, question: first });
    const { question, approvals } = makings;
    const made = sandbox.requests().length;
    const since = { ...sandbox, requests: () => sandbox.requests().slice(made) };
    const wasKilled = await killOnce(pair.seed, stage, stage.applyInChild);
    sandbox.setFaults([]);
    const between = sandbox.world();
    const sent = findSent(sandbox).length;
    const declined = findDeclined(since, stage.journal());
    const known = withDeclined(approvals, declined, question.world);
    const doubted = doubtStopped(known, question.world, sandbox);
    const merged = judge({ code: await stage.apply(), question, approvals: doubted, sandbox: since });
    const needless = findNeedless(findSent(sandbox).slice(sent), question.world, between);
    return {
      wasKilled,
      complaints: [
        ...makings.complaints,
        ...merged.complaints,
        ...needless,
        ...findCheaper(sandbox, stage.journal()).map((kind) => `the journal knows of too few ${kind}`),
        ...(await applyLater(stage, merged, makings)),
      ],
      requests: findSent(sandbox).length,
    };
  } finally {
    await stage.close();
  }
}

/**
 * Whom the killed run found not to be on WhatsApp, the next one leaves alone from the beginning. Where such a person was
 * to become an admin, too few may be left, and the whole group waits: of its end the oracle, which has no such memory,
 * can say nothing.
 */
function doubtStopped(approvals: Approvals, { people }: WorldFile, sandbox: Sandbox): Approvals {
  const asked = sandbox.requests().flatMap(({ path }) => /[?&]phone=(\d+)/.exec(path)?.[1] ?? []);
  const there = new Set(people.filter(({ registered }) => registered !== false).map(({ pn }) => pn));
  const names = new Set(asked.filter((pn) => !there.has(pn)).map(toName));
  const stopped = new Set(
    [...approvals.values()]
      .filter(({ due }) => due.action === 'promote' && names.has(due.what))
      .map(({ due }) => due.group),
  );
  return new Map(
    [...approvals].map(([id, one]) => [id, stopped.has(one.due.group) ? { ...one, doubt: 'over' } : one]),
  );
}

/**
 * Whom the killed run asked to add, once its memory knows what became of them: that some declined is said by that run, and
 * the next one, which asks nobody again, ends with 0. Nobody where the kill was quicker than the verdict.
 */
function findDeclined(sandbox: Sandbox, journal: readonly Record<string, unknown>[]): ReadonlySet<string> {
  const isKnown = journal.some(({ type, result }) => type === 'verdict' && result === 'declined');
  return isKnown ? new Set(findWritten(sandbox)) : none;
}

/** What is to be judged on the day of the merge, of a memory that is a day old. */
function toDay(pair: WorldPair, { sandbox }: KillStage): Question {
  const question = { ...toQuestion(pair), world: sandbox.world(), memory: nothingYet };
  const first = { ...question, today: dayBefore };
  return { ...question, memory: remember(first, question.world, lookUp(first), []) };
}

const dayBefore = '2026-05-31';
const later = { day: '2026-06-04', milliseconds: 3 * 86_400_000 };

interface Makings {
  readonly question: Question;
  readonly approvals: Approvals;
  /** The files whose creation was approved, and what was made. */
  readonly approved: ReadonlySet<string>;
  readonly made: Made;
  readonly complaints: readonly string[];
}

interface Planned {
  readonly pair: WorldPair;
  readonly plan: PlanDocument;
  readonly question: Question;
}

/** Makes the groups that are to be made, killed at some point, and once more: never two for one file. */
async function makeAndKill(stage: KillStage, { pair, plan, question }: Planned): Promise<Makings> {
  const approved = new Set(
    plan.toCreate.filter((one) => !one.refused && !one.obstacle).map(({ file }) => file),
  );
  const start = {
    question,
    approvals: toApprovals(plan, question),
    approved,
    made: new Map(),
    complaints: [],
  };
  if (approved.size === 0) return start;
  await killOnce(pair.seed + 1, stage, stage.createInChild);
  stage.sandbox.setFaults([]);
  await stage.create();
  return toMakings(start, stage, question, true);
}

/** What is known once groups may have been made; `isOpen`: one that was asked for may still be waited for. */
function toMakings(known: Makings, { sandbox }: KillStage, question: Question, isOpen: boolean): Makings {
  const { approvals, approved } = known;
  const nothingElse = { ...sandbox, requests: () => [] };
  const judged = judgeCreated({ ...known, question, sandbox: nothingElse, isTroubled: isOpen });
  const former = new Map([...judged.made].map(([file, id]) => [id, toUnmade(file)]));
  const world = sandbox.world();
  return {
    approved,
    made: judged.made,
    approvals: toMadeApprovals(approvals, judged.made),
    question: { ...question, world, files: withMade(question.files, judged.made), former },
    complaints: judged.complaints.map((text) => `create: ${text}`),
  };
}

/** Some days later, without a plan file: what is approved and was not due before. */
async function applyLater(stage: KillStage, merged: Judgement, makings: Makings): Promise<string[]> {
  const { sandbox } = stage;
  const { memory } = merged;
  stage.advance(later.milliseconds);
  const asked = { ...makings.question, world: sandbox.world(), memory, today: later.day };
  if (makings.approved.size > makings.made.size) await stage.createRest();
  const known = toMakings({ ...makings, approvals: merged.approvals }, stage, asked, false);
  const { question, approvals } = known;
  const removedFrom = findRemovedFrom(sandbox);
  const before = sandbox.requests().length;
  const code = await stage.applyRest();
  const since = { ...sandbox, requests: () => sandbox.requests().slice(before) };
  const { complaints } = judge({ code, question, approvals, sandbox: since, removedFrom });
  return [...known.complaints, ...complaints].map((one) => `${later.day}: ${one}`);
}

async function readPlan({ folder }: KillStage): Promise<PlanDocument> {
  return JSON.parse(await readFile(join(folder, 'plan.json'), 'utf8')) as PlanDocument;
}

/** After some line of the journal, or between the effect and the response of some write. */
async function killOnce(seed: number, stage: KillStage, run: KillStage['applyInChild']): Promise<boolean> {
  const draw = createDraw(seed);
  const at = draw.from(Array.from({ length: 30 }, (_, index) => index));
  if (draw.chance(0.5)) return (await run({ KILL_AFTER_LINE: String(at + 1) })).code === null;
  stage.strikeAt(at % 6, async (child) => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  });
  return (await run()).code === null;
}

/** Whatever was asked for although the killed run had brought it about: no write that took effect is sent again. */
function findNeedless(sent: readonly string[], before: WorldFile, between: WorldFile): string[] {
  const [then, now] = [toRoles(before), toRoles(between)];
  const isNew = (line: string) => !isSo(line, then) && isSo(line, now);
  return sent.filter(isNew).map((line) => `sent again: ${line}`);
}

function toRoles({ groups }: WorldFile): ReadonlyMap<string, string> {
  return new Map<string, string>(
    groups.flatMap(({ id, members }) =>
      members.map(({ pn, role }) => [`${id}@g.us ${toName(pn)}`, role ?? 'member'] as const),
    ),
  );
}

/** True where what a request asks for about a person is so. */
function isSo(line: string, roles: ReadonlyMap<string, string>): boolean {
  const [path, group, phone] = line.split(' ');
  if (phone === undefined) return false;
  const role = roles.get(`${group} ${toName(phone)}`);
  switch (path) {
    case '/group/participants':
    case '/group/participant-requests/approve':
      return role !== undefined;
    case '/group/participants/remove':
      return role === undefined;
    case '/group/participants/promote':
      return role !== undefined && role !== 'member';
    default:
      return role === 'member';
  }
}
