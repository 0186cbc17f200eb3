import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createReport } from '../../src/output/report-file.ts';
import type { Step } from '../../src/domain/plan/change.ts';
import type { RunEvent } from '../../src/domain/event.ts';
import { appliedPlan } from '../render/sample-troubles.ts';

const { plan, outcome } = appliedPlan();
const [board, singers] = outcome.groups;

/** What a report says after these events: "<file> <result> <cause>", a line for every change. */
async function follow(events: readonly RunEvent[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-report-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'report.txt');
  const report = createReport(path, plan, ({ groups }) =>
    groups
      .flatMap(({ file, outcomes }) =>
        outcomes.map((each) => `${file} ${each.result} ${each.result === 'verified' ? '' : each.cause}`),
      )
      .join('\n'),
  );
  for (const event of events) await report.follow(event);
  return (await readFile(path, 'utf8')).split('\n');
}

function twice(line: string): string[] {
  return [line, line];
}

test('a report that is written while a run goes on says of every change how far the run is', async () => {
  if (!board || !singers) throw new Error('the sample has two groups');
  const started: RunEvent = { type: 'run-started', groups: 2, changes: 7 };
  const atBoard: RunEvent = { type: 'group-started', group: board.group, file: board.file, changes: 2 };
  const [change] = board.outcomes.map((each) => each.change);
  if (!change) throw new Error('the sample has changes');
  const sent: RunEvent = { type: 'intent', step: [change] as unknown as Step };
  const done: RunEvent = { type: 'group-done', group: board.group, outcomes: board.outcomes };
  const rest = Array.from({ length: 5 }, () => 'choir/altos.yaml skipped not-reached');
  expect(await follow([started])).toEqual([...twice('board.yaml skipped not-reached'), ...rest]);
  expect(await follow([started, atBoard])).toEqual([...twice('board.yaml skipped not-reached'), ...rest]);
  expect(await follow([started, atBoard, sent])).toEqual([
    'board.yaml not-verified under-way',
    'board.yaml skipped not-reached',
    ...rest,
  ]);
  expect(await follow([started, atBoard, done])).toEqual([...twice('board.yaml verified '), ...rest]);
});
