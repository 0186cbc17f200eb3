import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Step } from '../../src/domain/plan/change.ts';
import type { RecordEvent, RunEvent } from '../../src/domain/event.ts';
import { recordRun } from '../../src/output/record-run.ts';
import { altos } from '../support/choir.ts';
import { makeFolder } from '../support/folder.ts';
import { createTestIo } from '../support/stage.ts';
import { findDrift, options } from './viewed.ts';

const work = findDrift();
const { plan } = work;
const [change] = plan.groups[0]?.changes ?? [];
if (!change) throw new Error('there is one');

const events: readonly RunEvent[] = [
  { type: 'run-started', groups: 1, changes: 3 },
  { type: 'group-started', group: altos, file: 'altos.yaml', changes: 3 },
  { type: 'intent', step: [change] as Step },
];

/** A run that is remembered so, with a report in a file. */
function start(record: RecordEvent) {
  const path = join(makeFolder(), 'report.json');
  const { io, written } = createTestIo({ terminal: { isInteractive: true } });
  const follow = recordRun(
    { ...work, memory: { record } },
    plan,
    { ...options, plans: [], report: path },
    io,
  );
  return { follow, written, read: () => readFileSync(path, 'utf8') };
}

test('each event is remembered first, then in the report, then told', async () => {
  const known: string[] = [];
  const run = start(async ({ type }) => {
    const isReported = type !== 'run-started' && run.read().includes('under-way');
    known.push(`${type}, reported: ${isReported}, told: ${run.written.err.includes('altos.yaml')}`);
  });
  for (const event of events) await run.follow(event);
  expect(known).toEqual([
    'run-started, reported: false, told: false',
    'group-started, reported: false, told: false',
    'intent, reported: false, told: true',
  ]);
  expect(run.read()).toContain('under-way');
  expect(run.written.out).toBe('');
});

test('what cannot be remembered is neither reported nor told, and ends the run', async () => {
  const run = start(async () => {
    throw new Error('the disk is full');
  });
  for (const event of events) await expect(run.follow(event)).rejects.toThrow('the disk is full');
  expect(run.written.err).toBe('');
  expect(run.read).toThrow('ENOENT');
});

test('without a report there is none', async () => {
  const { io, written } = createTestIo({ terminal: { isInteractive: true } });
  const follow = recordRun(
    { ...work, memory: { record: async () => undefined } },
    plan,
    { ...options, plans: [] },
    io,
  );
  for (const event of events) await follow(event);
  expect(written.err).toContain('altos.yaml');
});
