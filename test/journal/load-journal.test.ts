import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PhoneNumber } from '../../src/domain/people/person.ts';
import type { JournalInput } from '../../src/journal/load-journal.ts';
import { countLines, isDurable, loadJournal } from '../../src/journal/load-journal.ts';
import { createPseudonyms } from '../../src/journal/pseudonyms.ts';
import type { Stage } from './journal-stage.ts';
import { accepted, ana, budi, change, createStage, reading, verdict } from './journal-stage.ts';

const add = change('add', budi);

async function withRun(): Promise<Stage> {
  const stage = await createStage();
  await stage.run(
    reading([ana]),
    { type: 'intent', step: [add] },
    { type: 'answer', step: [add], answer: accepted },
    verdict(add, 'verified'),
  );
  return stage;
}

function load({ input }: Stage, more: Partial<JournalInput> = {}) {
  const all = { ...input, ...more };
  return loadJournal(all, createPseudonyms(all.secret));
}

/** Why it cannot be used, or "usable". */
function judge(stage: Stage, more: Partial<JournalInput> = {}): string {
  const loaded = load(stage, more);
  return loaded.kind === 'usable' ? 'usable' : loaded.why;
}

test('its lines add up to a memory', async () => {
  const loaded = load(await withRun());
  expect(loaded).toMatchObject({ kind: 'usable', memory: { adds: [{}, { count: 1 }] } });
  expect(loaded.kind === 'usable' && countLines(loaded.contents)).toBe(8);
});

describe('it is not used', () => {
  test('where it is of another key, account or version, whatever else is wrong with it', async () => {
    const stage = await withRun();
    expect(judge(stage, { secret: new Uint8Array(32).fill(8) })).toContain('another key');
    const account = '447700900009' as PhoneNumber;
    expect(judge(stage, { account })).toContain('another account');
    stage.write(`${stage.text()}nonsense\n`);
    expect(judge(stage, { account })).toContain('another account');
    stage.write(stage.text().replace('"version":2', '"version":3'));
    expect(judge(stage)).toContain('another version');
  });

  test('where a line is none, or another one than was written, with its number', async () => {
    const stage = await withRun();
    const lines = stage.text().split('\n');
    stage.write(lines.with(4, '{"name":"rollcall"}').join('\n'));
    expect(judge(stage)).toBe('The journal is damaged: line 5 is none that Rollcall wrote.');
    stage.write(lines.toSpliced(4, 1).join('\n'));
    expect(judge(stage)).toContain('damaged: line 5 is not the one that was written after');
  });

  test('where lines of its end are missing, or it is another branch', async () => {
    const stage = await withRun();
    const lines = stage.text().trimEnd().split('\n');
    stage.write(`${lines.slice(0, -2).join('\n')}\n`);
    expect(judge(stage)).toContain('2 of its lines are missing at the end');
    rmSync(join(stage.folder, 'journal.head'));
    expect(judge(stage)).toBe('usable');
  });

  test('where it is gone; whatever tells of an earlier one makes it none that never was', async () => {
    const stage = await withRun();
    rmSync(stage.file);
    expect(load(stage)).toEqual({ kind: 'unusable', why: 'There is no journal in the state folder.' });
    rmSync(join(stage.folder, 'journal.head'));
    writeFileSync(join(stage.folder, 'key'), 'x');
    expect(load(stage)).toMatchObject({ kind: 'unusable', isUnbegun: true });
    expect(load(stage, { folder: join(stage.folder, 'nowhere') })).toMatchObject({ isUnbegun: true });
  });
});

test('nothing counts before it is on the disk, unless a test says so', async () => {
  const { input } = await createStage();
  const { isDurable: _, ...usual } = input;
  expect([isDurable(usual), isDurable(input)]).toEqual([true, false]);
});
