import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorldFile } from '../../../src/sandbox/world-file.ts';
import { createDraw } from '../draw.ts';
import type { Expectation } from '../oracle/question.ts';
import { askOracle } from '../oracle.ts';
import { toName } from '../oracle/wanted.ts';
import { toTexts } from '../raw-files.ts';
import type { PlanDocument } from '../soak.ts';
import { compareWorlds, findApproved, findIntruders, toFlags, toQuestion } from '../soak.ts';
import type { WorldPair } from '../worlds.ts';
import { drawPair } from '../worlds.ts';
import { buildCli } from './build.ts';
import { findCheaper, findSent } from './checks.ts';
import type { KillStage } from './stage.ts';
import { openKillStage } from './stage.ts';

export interface KillReport {
  /** Runs that were still going on when they were to be killed. */
  readonly killed: number;
  readonly requests: number;
  /** "seed 17: …". */
  readonly failures: readonly string[];
}

/**
 * Random files applied to random worlds, each killed at a random point and applied again with the same approval, until
 * the world is the oracle's. Seeds count up from `seed`.
 */
export async function soakKills(count: number, seed: number): Promise<KillReport> {
  const cli = await buildCli();
  const failures: string[] = [];
  let killed = 0;
  let requests = 0;
  try {
    for (let i = 0; i < count; i += 1) {
      const tried = await tryPair(drawPair(seed + i), cli);
      if (tried.wasKilled) killed += 1;
      requests += tried.requests;
      if (tried.complaints.length > 0) failures.push(`seed ${seed + i}: ${tried.complaints.join('; ')}`);
    }
  } finally {
    await rm(cli);
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
  try {
    const before = stage.sandbox.world();
    const wasKilled = await killOnce(stage, pair.seed);
    stage.sandbox.setFaults([]);
    const between = stage.sandbox.world();
    const sent = findSent(stage.sandbox).length;
    await stage.apply();
    const expectation = await expect(pair, stage);
    const complaints = [
      ...compareWorlds(expectation, stage.sandbox),
      ...findIntruders(expectation, stage.sandbox),
      ...findNeedless(findSent(stage.sandbox).slice(sent), before, between),
      ...findCheaper(stage.sandbox, stage.journal()).map((kind) => `the journal knows of too few ${kind}`),
    ];
    return { wasKilled, requests: findSent(stage.sandbox).length, complaints };
  } finally {
    await stage.close();
  }
}

/** The oracle's answer, given what the plan file approves. */
async function expect(pair: WorldPair, { folder }: KillStage): Promise<Expectation> {
  const document = JSON.parse(await readFile(join(folder, 'plan.json'), 'utf8')) as PlanDocument;
  const question = toQuestion(pair);
  const approved = findApproved(document, askOracle(question).due);
  return askOracle({ ...question, approved: (subject) => approved.has(subject) });
}

/** After some line of the journal, or between the effect and the response of some write. */
async function killOnce(stage: KillStage, seed: number): Promise<boolean> {
  const draw = createDraw(seed);
  const at = draw.from(Array.from({ length: 30 }, (_, index) => index));
  if (draw.chance(0.5)) return (await stage.applyInChild({ KILL_AFTER_LINE: String(at + 1) })).code === null;
  stage.strikeAt(at % 6, async (child) => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  });
  return (await stage.applyInChild()).code === null;
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
      return role !== undefined;
    case '/group/participants/remove':
      return role === undefined;
    case '/group/participants/promote':
      return role !== undefined && role !== 'member';
    default:
      return role === 'member';
  }
}
