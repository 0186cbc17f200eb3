import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../../src/domain/event.ts';
import { appendEntries } from '../../../src/journal/entries/append-entries.ts';
import { createPseudonyms } from '../../../src/journal/pseudonyms.ts';
import type { Stage } from '../journal-stage.ts';
import {
  accepted,
  altos,
  ana,
  basses,
  budi,
  change,
  citra,
  createStage,
  day,
  reading,
  verdict,
} from '../journal-stage.ts';

const add = change('add', budi);
const events: readonly RunEvent[] = [
  { type: 'approved', group: altos, ids: ['abcdefghijklmnop'] },
  reading([ana]),
  { type: 'intent', step: [add] },
  { type: 'answer', step: [add], answer: accepted },
  reading([ana, budi]),
  verdict(add, 'verified'),
  { type: 'approved', group: basses, ids: ['ponmlkjihgfedcba'] },
  { type: 'intent', step: [change('remove', citra)] },
];

async function withRuns(): Promise<Stage> {
  const stage = await createStage();
  await stage.run(...events);
  await stage.run({ type: 'approved', group: basses, ids: ['aaaa'] });
  return stage;
}

const head = ({ folder }: Stage) => join(folder, 'journal.head');

async function withOld(): Promise<Stage> {
  const stage = await withRuns();
  const { key, oldKey } = createPseudonyms(stage.input.secret);
  rmSync(join(stage.folder, 'journal.head'));
  const text = stage.text().replace('"version":2', '"version":1').replace(key, oldKey);
  stage.write(text.replaceAll(/,"mark":"[a-p]+"/g, ''));
  return stage;
}

async function judge(stage: Stage, lines: readonly string[]) {
  stage.write(`${lines.join('\n')}\n`);
  return (await stage.read()).unusable ?? 'kept';
}

describe('a journal whose lines are not those that were written', () => {
  test('a missing, doubled or moved line is noticed, wherever it stands', async () => {
    const stage = await withRuns();
    const lines = stage.text().trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const index of lines.keys()) {
      const line = lines[index] ?? '';
      const without = lines.toSpliced(index, 1);
      expect(await judge(stage, without)).toMatch(/damaged|older/);
      expect(await judge(stage, lines.toSpliced(index, 0, line))).toContain(
        `line ${index + 2} is not the one`,
      );
      if (index + 1 === lines.length) break;
      expect(await judge(stage, without.toSpliced(index + 1, 0, line))).toContain(`line ${index + 1} `);
    }
    expect(await judge(stage, lines)).toBe('kept');
  });

  test('a changed character is noticed, whichever it is', async () => {
    const stage = await withRuns();
    const text = stage.text();
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 2), fc.constantFrom(...'a1"}{ ,'), async (place, character) => {
        fc.pre(text[place] !== character);
        stage.write(text.slice(0, place) + character + text.slice(place + 1));
        expect((await stage.read()).memory).toBe('unusable');
      }),
    );
  });

  test('a line that somebody put in approves nothing; what a CI has reserved is taken', async () => {
    const stage = await withRuns();
    const at = new Date(stage.clock.now()).toISOString();
    const group = /"group":"([a-p]+)"/.exec(stage.text())?.[1] ?? '';
    const lines = stage.text().trimEnd().split('\n');
    const forged = JSON.stringify({ at, type: 'approved', group, ids: ['pppp'] });
    expect(await judge(stage, [...lines, forged])).toContain(`line ${lines.length + 1} is not the one`);
    const reserved = JSON.stringify({ at, type: 'spent', adds: 7, lookups: 9 });
    expect(await judge(stage, [...lines, reserved])).toBe('kept');
    expect((await stage.read()).adds).toContainEqual(expect.objectContaining({ count: 7 }));
    // The next run writes behind it.
    await stage.run();
    expect((await stage.read()).memory).toBe('kept');
  });

  test('what is added with the key is taken', async () => {
    const stage = await withRuns();
    const at = new Date(stage.clock.now()).toISOString();
    const group = createPseudonyms(stage.input.secret).group(altos);
    const entry = { at, type: 'approved', group, ids: ['pppp'] } as const;
    stage.write(appendEntries(stage.text(), [entry], stage.input.secret));
    expect((await stage.read()).pending.has('pppp')).toBe(true);
    stage.write(appendEntries(stage.text(), [entry], new Uint8Array(32).fill(9)));
    expect((await stage.read()).memory).toBe('unusable');
  });

  test('sent through a computer that ends lines otherwise, it is still the same', async () => {
    const stage = await withRuns();
    expect(await judge(stage, stage.text().trimEnd().replaceAll('\n', '\r\n').split('\n'))).toBe('kept');
  });
});

describe('an older journal in the place of the last one', () => {
  test.each([1, 2, 5])('%i lines cut off at the end are missed', async (count) => {
    const stage = await withRuns();
    const lines = stage.text().trimEnd().split('\n');
    expect(await judge(stage, lines.slice(0, -count))).toContain(
      `had last: ${count} of its lines are missing`,
    );
    // Without the mark beside it nobody could tell.
    rmSync(head(stage));
    expect(await judge(stage, lines.slice(0, -count))).toBe('kept');
  });

  test('of a run that was killed too', async () => {
    const stage = await createStage();
    const before = stage.text();
    const journal = await stage.open();
    await journal.record({ type: 'intent', step: [add] });
    const fallen = readFileSync(head(stage), 'utf8');
    await journal.close();
    writeFileSync(head(stage), fallen);
    stage.write(before);
    expect((await stage.read()).unusable).toContain('older');
  });

  test('one from before a compaction, and another branch of it', async () => {
    const stage = await withRuns();
    const before = stage.text();
    await (await stage.open({ compactAbove: 0, compactTo: 9 })).close();
    expect((await stage.read()).memory).toBe('kept');
    const compacted = stage.text();
    stage.write(before);
    expect((await stage.read()).unusable).toContain('older');
    stage.write(compacted);
    await stage.run({ type: 'approved', group: basses, ids: ['bbbb'] });
    const [one, mark] = [stage.text(), readFileSync(head(stage), 'utf8')];
    stage.write(compacted);
    rmSync(head(stage));
    await stage.run({ type: 'approved', group: basses, ids: ['cccc'] });
    writeFileSync(head(stage), mark);
    expect((await stage.read()).unusable).toContain('not the one that this folder had last');
    stage.write(one);
    expect((await stage.read()).memory).toBe('kept');
  });

  test('a crash between a compaction and its mark is none', async () => {
    const stage = await withRuns();
    const mark = readFileSync(head(stage), 'utf8');
    await (await stage.open({ compactAbove: 0, compactTo: 9 })).close();
    writeFileSync(head(stage), mark);
    expect((await stage.read()).memory).toBe('kept');
  });

  test.each(['', '{"lines":', 'null', '{"lines":"7","mark":"a"}', '{"mark":"a","lines":99,"end":"b"}'])(
    'a mark that is none (%s) is none',
    async (text) => {
      const stage = await withRuns();
      writeFileSync(head(stage), text);
      expect((await stage.read()).memory).toBe('kept');
    },
  );

  test('a new journal is no older one', async () => {
    const stage = await withRuns();
    rmSync(stage.file);
    await (await stage.open({ startNew: true })).close();
    expect((await stage.read()).memory).toBe('kept');
  });
});

describe('a journal of version 1, whose lines have no marks', () => {
  test('says the same, and is chained from the next run on', async () => {
    const stage = await withOld();
    const before = stage.text();
    const past = await stage.read();
    expect(past.memory).toBe('kept');
    expect(past.pending.size).toBe(3);
    expect(stage.text()).toBe(before);
    await stage.run();
    expect((await stage.read()).pending).toEqual(past.pending);
    const lines = stage.text().trimEnd().split('\n');
    expect(lines.filter((line) => !line.includes('"mark":'))).toEqual([]);
    expect(await judge(stage, lines.toSpliced(3, 1))).toContain('damaged: line 4');
  });

  test('cannot be made of one whose lines have marks', async () => {
    const stage = await withRuns();
    rmSync(join(stage.folder, 'journal.head'));
    const text = stage.text().replace('"version":2', '"version":1');
    stage.write(text.replaceAll(/,"mark":"[a-p]+"/g, ''));
    expect((await stage.read()).unusable).toContain('another key');
  });
});

test('a compacted journal stays chained', async () => {
  const stage = await withRuns();
  stage.clock.advance(day);
  await (await stage.open({ compactAbove: 0, compactTo: 9 })).close();
  await stage.run(...events);
  const lines = stage.text().trimEnd().split('\n');
  expect(await judge(stage, lines.toSpliced(2, 1))).toContain('damaged: line 3');
  expect(await judge(stage, lines)).toBe('kept');
});
