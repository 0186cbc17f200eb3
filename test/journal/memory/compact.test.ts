import * as fc from 'fast-check';
import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { usualPace } from '../../../src/domain/defaults.ts';
import type { RunEvent } from '../../../src/domain/event.ts';
import type { LastRead, Past, Shown } from '../../../src/domain/past.ts';
import type { Lid, PersonKey } from '../../../src/domain/people/person.ts';
import type { OpenOptions } from '../../../src/journal/journal.ts';
import { openJournal } from '../../../src/journal/journal.ts';
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
  dewi,
  reading,
  toPhone,
  topic,
  verdict,
} from '../journal-stage.ts';

const everybody = [ana, budi, citra, dewi];
const lids = ['330631678702157', '330631678702158', '330631678702159'] as Lid[];
const marks = ['class split', 'new year', 'until May'];

/** All that can be asked of a past, in plain data. */
function ask(past: Past): unknown {
  const of = (group: typeof altos) =>
    everybody.map((key) => [past.verified.get(group)?.get(key), past.declined.get(group)?.get(key)]);
  const { adds, lookups, changed, counted, notBefore, memory } = past;
  const sum = (spent: typeof adds) => {
    const byTime = new Map<number, number>();
    for (const { at, count } of spent) byTime.set(at, (byTime.get(at) ?? 0) + count);
    return [...byTime];
  };
  return {
    memory,
    startedAt: past.startedAt,
    changed,
    counted: everybody.map((key) => [counted.has('removals', key), counted.has('adds', key)]),
    notBefore,
    paces: past.paces,
    adds: sum(adds),
    lookups: sum(lookups),
    mapped: sum(past.mapped),
    untold: lids.map((lid) => past.untold.has(lid)),
    lastRead: [altos, basses].map((name) => askShown(past.lastRead.get(name))),
    told: past.told.map(({ isOf, ...each }) => ({ ...each, news: ['x', 'y'].filter(isOf) })),
    messages: sum(past.messages),
    messaged: everybody.map((key) => [
      past.messaged.get(altos)?.get(key),
      past.messaged.get(basses)?.get(key),
      past.lastMessage.get(key),
    ]),
    people: [of(altos), of(basses), everybody.map((key) => past.unregistered.get(toPhone(key)))],
    marks: marks.map((mark) => [past.readded.has(mark), past.allowUsed.get(mark)]),
    pending: [...past.pending].toSorted(),
    lids: [...past.lids],
    pairs: lids.map((lid) => [
      past.pairs.peopleOf(lid),
      everybody.map((key) => [past.pairs.isSure(key, lid), past.pairs.hasOther(key, lid)]),
    ]),
    known: everybody.map(past.pairs.isUnique),
  };
}

function toPeople(shown: Shown): unknown {
  return [shown.count, everybody.map((key) => shown.has(key))];
}

function askShown(last: LastRead | undefined): unknown {
  return last && [toPeople(last), last.doubt && [last.doubt.at, toPeople(last.doubt)]];
}

const person = fc.constantFrom<PersonKey[]>(...everybody);
const group = fc.constantFrom(altos, basses);
const anyChange = fc
  .record({
    action: fc.constantFrom('add', 'promote', 'demote', 'remove'),
    person,
    group,
    isAdmin: fc.boolean(),
  })
  .map(({ action, person, group, isAdmin }) =>
    change(action, person, { group, before: isAdmin ? 'admin' : 'member' }),
  );
const anyMarks = fc.constantFrom(
  {},
  { allowances: { removals: marks[0] ?? '' } },
  { allowances: { adds: marks[1] ?? '' } },
  { readd: marks[2] ?? '' },
);
const anyAnswer = fc.constantFrom(
  accepted,
  { kind: 'rejected', code: 'unregistered', text: '' } as const,
  { kind: 'unknown', text: '' } as const,
  { kind: 'stop', code: 'rate-limited', text: '' } as const,
);
const anyResult = fc.constantFrom('verified', 'declined', 'not-verified', 'failed', 'skipped');
const people = fc.uniqueArray(person);
const ids = fc.uniqueArray(fc.constantFrom('aaaa', 'bbbb', 'cccc'));

/** The same reading, many of the last one missing from it. */
function toVanished(event: RunEvent): RunEvent {
  if (event.type !== 'group-read') return event;
  return { ...event, live: { ...event.live, peopleComplete: false, vanished: true } };
}

/** A request from its intent to its verdict, or as far as the run came. */
const request = fc
  .tuple(anyChange, anyMarks, anyAnswer, anyResult, fc.integer({ min: 1, max: 3 }))
  .map(([of, mark, answer, result, length]): RunEvent[] =>
    [
      { type: 'intent', step: [of], marks: [mark] } as const,
      { type: 'answer', step: [of], answer } as const,
      verdict(of, result),
    ].slice(0, length),
  );
/** A message from its intent to its answer, or only its intent. */
const message = fc
  .tuple(group, person, anyAnswer, fc.integer({ min: 1, max: 2 }))
  .map(([group, person, answer, length]): RunEvent[] =>
    [
      { type: 'message', group, person, lookups: 1 } as const,
      { type: 'message-answer', answer } as const,
    ].slice(0, length),
  );
const other = fc
  .oneof(
    fc
      .tuple(people, group, fc.boolean(), fc.shuffledSubarray(lids))
      .map(([here, group, isComplete, lids]) => reading(here, { group, isComplete, lids })),
    fc.tuple(people, group).map(([here, group]) => toVanished(reading(here, { group }))),
    fc.record({ type: fc.constant('map-read'), people: fc.nat(300), untold: fc.shuffledSubarray(lids) }),
    fc.record({
      type: fc.constant('pace'),
      pace: fc.constantFrom(usualPace, { ...usualPace, addsPerDay: 1 }),
    }),
    fc.record({ type: fc.constantFrom('approved', 'approval-ended'), group, ids }),
    fc.record({ type: fc.constant('found'), phone: person.map(toPhone), isRegistered: fc.boolean() }),
    fc.record({
      type: fc.constant('looked-up'),
      person,
      lookups: fc.nat(3),
      lid: fc.constantFrom(
        { kind: 'lid', lid: '330631678702157' as Lid },
        { kind: 'none' },
        { kind: 'unknown' },
      ),
    }),
    fc.constant({ type: 'intent', step: [topic('Sundays')] }),
  )
  .map((event) => [event as RunEvent]);
const oneRun = fc.record({
  hoursLater: fc.constantFrom(0, 1, 23, 24, 24 * 31, 24 * 61, 24 * 401),
  events: fc.array(fc.oneof(request, message, other), { maxLength: 8 }).map((list) => list.flat()),
});

const never: OpenOptions = { compactAbove: Number.POSITIVE_INFINITY };
const always: OpenOptions = { compactAbove: -1, compactTo: Number.POSITIVE_INFINITY };

async function play(
  stage: Stage,
  runs: readonly { hoursLater: number; events: readonly RunEvent[] }[],
  options: OpenOptions,
) {
  for (const { hoursLater, events } of runs) {
    stage.clock.advance((hoursLater * day) / 24);
    const journal = await openJournal(stage.input, options);
    for (const event of events) {
      stage.clock.advance(1_000);
      await journal.record(event);
    }
    await journal.close();
  }
}

test('a compacted journal says what the long one says, and goes on saying it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(oneRun, { minLength: 1, maxLength: 4 }),
      fc.array(oneRun, { maxLength: 2 }),
      async (before, after) => {
        const [long, short] = [await createStage(), await createStage()];
        await play(long, before, never);
        await play(short, before, never);
        await play(short, [{ hoursLater: 0, events: [] }], always);
        await play(long, [{ hoursLater: 0, events: [] }], never);
        expect(ask(await short.read())).toEqual(ask(await long.read()));
        await play(short, after, always);
        await play(long, after, never);
        expect(ask(await short.read())).toEqual(ask(await long.read()));
      },
    ),
    { numRuns: 40 },
  );
});

test('an empty group stays one that was read, and a LID of long ago makes nobody somebody else', async () => {
  const stage = await createStage();
  await stage.run(reading([], { group: basses }), reading([ana], { lids: lids.slice(0, 1) }));
  stage.clock.advance(401 * day);
  await stage.run(reading([citra], { lids: lids.slice(0, 1) }));
  const [before, seenAt] = [await stage.read(), stage.clock.now() - 401 * day];
  expect(before.verified.get(altos)?.get(ana)).toBeLessThanOrEqual(seenAt);
  await play(stage, [{ hoursLater: 0, events: [] }], always);
  const after = await stage.read();
  expect(after.lastRead.get(basses)).toMatchObject({ count: 0 });
  expect(ask(after)).toEqual(ask(before));
});

test('a journal that has grown is compacted when it is opened', async () => {
  const stage = await createStage();
  await stage.run(...Array.from({ length: 300 }, () => reading(everybody)));
  const before = statSync(stage.file).size;
  await (await openJournal(stage.input, { compactAbove: 10_000 })).close();
  expect(statSync(stage.file).size).toBeLessThan(before / 20);
  expect((await stage.read()).verified.get(altos)?.has(dewi)).toBe(true);
});

test('one that is short, or that would not become much shorter, is left as it is', async () => {
  const stage = await createStage();
  await stage.run(reading([ana]));
  const before = stage.text();
  await (await openJournal(stage.input)).close();
  await (await openJournal(stage.input, { compactAbove: 10 })).close();
  expect(stage.text().startsWith(before)).toBe(true);
});
