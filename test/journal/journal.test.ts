import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/domain/event.ts';
import type { Lid } from '../../src/domain/people/person.ts';
import { openJournal } from '../../src/journal/journal.ts';
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
  hour,
  reading,
  topic,
  verdict,
} from './journal-stage.ts';

const stop = { kind: 'stop', code: 'rate-limited', text: 'info query returned status 429' } as const;

/** One of everything, so that every kind of line is there. */
const everything: readonly RunEvent[] = [
  { type: 'run-started', groups: 1, changes: 3 },
  { type: 'approved', group: altos, ids: ['abcdefghijklmnop'] },
  reading([ana]),
  { type: 'looked-up', person: budi, lookups: 2, lid: { kind: 'lid', lid: '330631678702157' as Lid } },
  { type: 'intent', step: [change('add', budi), change('add', citra)], marks: [{ readd: 'once' }, {}] },
  { type: 'answer', step: [change('add', budi)], answer: { kind: 'accepted', invited: ['330631678702157'] } },
  { type: 'intent', step: [topic('Rehearsals: call +44 7700 900003')] },
  {
    type: 'answer',
    step: [topic('x')],
    answer: { kind: 'rejected', code: 'other', text: 'Phone 447700900003' },
  },
  reading([ana, budi]),
  verdict(change('add', budi), 'verified'),
  verdict(change('add', citra), 'declined', 'Citra Dewanti declined'),
  { type: 'stopped', stop },
  { type: 'run-ended', interrupted: false },
];

describe('what a journal holds', () => {
  test('no number, no name, no text', async () => {
    const stage = await createStage();
    await stage.run(...everything);
    const text = stage.text();
    expect(text.split('\n').length).toBeGreaterThan(10);
    expect(text).not.toMatch(/\d{7}/);
    expect(text).not.toMatch(/Citra|Rehearsals|Altos|declined by|Phone|g\.us|info query/);
  });

  test('other names for another key', async () => {
    const [one, two] = [await createStage({ isEmpty: true }), await createStage({ isEmpty: true })];
    const journals = [
      await openJournal(one.input, { startNew: true }),
      await openJournal({ ...two.input, secret: new Uint8Array(32).fill(8) }, { startNew: true }),
    ];
    for (const journal of journals) {
      await journal.record({ type: 'intent', step: [change('add', budi)] });
      await journal.close();
    }
    const persons = [one, two].map((stage) => /"person":"([a-p]+)"/.exec(stage.text())?.[1]);
    expect(persons[0]).toMatch(/^[a-p]{24}$/);
    expect(persons[0]).not.toBe(persons[1]);
  });
});

const endless = { count: Number.POSITIVE_INFINITY };

describe('a journal that cannot be used', () => {
  test.each([
    ['not begun', undefined, /no memory in the state folder yet/],
    ['empty', '', /damaged/],
    ['foreign text', 'hello\n', /damaged: line 1/],
    ['foreign JSON', '{"name":"rollcall"}\n', /damaged: line 1/],
    ['binary', '\u0000\u0001\n', /damaged: line 1/],
  ])('%s: nobody is added, and what to do is said', async (_, text, why) => {
    const stage = await createStage({ isEmpty: true });
    if (text !== undefined) stage.write(text);
    const journal = await stage.open();
    await journal.record({ type: 'intent', step: [change('add', budi)] });
    await journal.close();
    expect(journal.past).toMatchObject({ memory: 'unusable', unusable: expect.stringMatching(why) });
    expect(journal.past.unusable).toContain('--new-journal');
    expect(existsSync(stage.file) ? stage.text() : undefined).toBe(text);
    expect(journal.past).toMatchObject({ adds: [endless], lookups: [endless] });
    expect(await stage.read()).toEqual(journal.past);
  });

  test.each(['journal.head', 'journal.jsonl.2026-11-22T09-00-00.000Z.old'])(
    'one that is gone and left %s is no first one',
    async (name) => {
      const stage = await createStage({ isEmpty: true });
      expect((await stage.read()).isUnbegun).toBe(true);
      writeFileSync(join(stage.folder, 'key'), 'made by the first plan');
      expect((await stage.read()).isUnbegun).toBe(true);
      writeFileSync(join(stage.folder, name), '');
      const past = await stage.read();
      expect(past.isUnbegun).toBeUndefined();
      expect(past.unusable).toContain('There is no journal in the state folder. ');
      expect(past.unusable).toContain('Put the right one back');
    },
  );

  test('a stop is remembered all the same, and by the new one', async () => {
    const stage = await createStage({ isEmpty: true });
    await stage.run({ type: 'stopped', stop });
    const until = stage.clock.now() + hour;
    expect(await stage.read()).toMatchObject({ memory: 'unusable', notBefore: until });
    const journal = await stage.open();
    expect(journal.past.notBefore).toBe(until);
    await journal.record({ type: 'stopped', stop: { ...stop, code: 'session-lost' } });
    await journal.close();
    const fresh = await stage.open({ startNew: true });
    expect(fresh.past).toMatchObject({ memory: 'kept', notBefore: until });
    await fresh.close();
    stage.clock.advance(hour);
    expect((await stage.read()).notBefore).toBeUndefined();
  });

  test('a rate limit that answers a request, too; a hold that is none of ours is none', async () => {
    const stage = await createStage({ isEmpty: true });
    await stage.run({ type: 'answer', step: [change('add', budi)], answer: stop });
    expect((await stage.read()).notBefore).toBe(stage.clock.now() + hour);
    for (const text of ['', 'null', '{"until":"tomorrow"}', '{"until":7}']) {
      writeFileSync(join(stage.folder, 'hold.json'), text);
      expect((await stage.read()).notBefore).toBeUndefined();
    }
  });

  test('a new one counts the adds and look-ups of its first day as spent, and keeps the old file', async () => {
    const stage = await createStage({ isEmpty: true });
    stage.write('not a journal\n');
    const journal = await stage.open({ startNew: true });
    await journal.close();
    expect(journal.past).toMatchObject({
      memory: 'kept',
      adds: [endless],
      lookups: [endless],
    });
    await (await stage.open({ compactAbove: 0, compactTo: 1 })).close();
    expect(await stage.read()).toMatchObject({ adds: [endless], lookups: [endless] });
    const old = readdirSync(stage.folder).find((name) => name.endsWith('.old'));
    expect(readFileSync(`${stage.folder}/${old}`, 'utf8')).toBe('not a journal\n');
    stage.clock.advance(day);
    expect(await stage.read()).toMatchObject({ adds: [], lookups: [] });
  });

  test('asking for a new one throws no good one away', async () => {
    const stage = await createStage();
    await stage.run({ type: 'intent', step: [change('add', budi)] });
    const journal = await stage.open({ startNew: true });
    await journal.close();
    expect(journal.past.adds).toMatchObject([{ count: 1 }]);
  });
});

describe('a torn last line', () => {
  test('at every byte: what was whole is kept, the next run goes on', async () => {
    const stage = await createStage();
    await stage.run(...everything);
    const before = stage.text();
    await stage.run({ type: 'approved', group: basses, ids: ['pppp'] });
    const whole = Buffer.from(stage.text());
    const from = Buffer.byteLength(before);
    for (let length = from; length <= whole.length; length += 1) {
      stage.write(whole.subarray(0, length));
      // A run that dies in the middle of a line has not come to writing down how far it came.
      rmSync(join(stage.folder, 'journal.head'));
      const past = await stage.read();
      expect(past.memory).toBe('kept');
      await stage.run({ type: 'approved', group: altos, ids: ['oooo'] });
      const after = await stage.read();
      expect(after.pending.has('oooo')).toBe(true);
      // A line that lacks nothing but its newline has been written down.
      expect(after.pending.has('pppp')).toBe(length >= whole.length - 1);
      for (const line of stage.text().trimEnd().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
    }
  });

  test('`plan` reads past it and repairs nothing', async () => {
    const stage = await createStage();
    appendFileSync(stage.file, '{"at":"2026-');
    const text = stage.text();
    expect((await stage.read()).memory).toBe('kept');
    expect(stage.text()).toBe(text);
  });
});

test('an intent is in the file before `record` resolves', async () => {
  const stage = await createStage();
  const journal = await stage.open();
  await journal.record({ type: 'intent', step: [change('add', budi)] });
  expect(stage.text().trimEnd().split('\n').at(-1)).toContain('"intent"');
  await journal.record({ type: 'answer', step: [change('add', budi)], answer: accepted });
  await journal.close();
});
