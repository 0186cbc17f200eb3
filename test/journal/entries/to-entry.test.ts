import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../../src/domain/event.ts';
import type { LiveGroup } from '../../../src/domain/group.ts';
import type { Change } from '../../../src/domain/plan/change.ts';
import type { PersonKey } from '../../../src/domain/people/person.ts';
import type { Entry } from '../../../src/journal/entries/entry.ts';
import { parseEntry } from '../../../src/journal/entries/parse-entry.ts';
import { toEntry, toHandles } from '../../../src/journal/entries/to-entry.ts';
import { createRecollection } from '../../../src/journal/memory/recollection.ts';
import { remember } from '../../../src/journal/memory/remember.ts';
import { createPseudonyms } from '../../../src/journal/pseudonyms.ts';
import {
  altos,
  key,
  lid,
  liveGroup,
  living,
  pace,
  personChange,
  phone,
  singer,
} from '../../support/choir.ts';

const at = '2026-11-23T09:00:00.000Z';
const pseudonyms = createPseudonyms(new Uint8Array(32).fill(7));

/** The lines that these events make, each read back before the next. */
function write(...events: readonly RunEvent[]): (Entry | undefined)[] {
  const memory = createRecollection();
  return events.map((event) => {
    const entry = toEntry(event, { memory, pseudonyms, at, paired: new Map() });
    if (!entry) return undefined;
    const line = JSON.stringify(entry);
    expect(line).not.toMatch(/7700|120363|Altos|Ana/);
    expect(parseEntry(line)).toEqual(JSON.parse(line));
    remember(memory, entry);
    return entry;
  });
}

const read = (
  people: readonly number[],
  wanted: readonly number[],
  more: Partial<LiveGroup> = {},
): RunEvent => ({
  type: 'group-read',
  group: altos,
  live: { ...liveGroup({ people: people.map((n) => living(n)) }), ...more },
  wanted: wanted.map(key),
});
const names = (...people: number[]) => people.map((n) => pseudonyms.person(key(n)));

describe('a reading', () => {
  test('writes down whom the file wants and the group has, once', () => {
    const [first, again, other] = write(read([2, 3, 9], [2, 3, 4]), read([3, 2], [2, 3]), read([2], [2, 3]));
    expect(first).toMatchObject({ type: 'read', present: names(2, 3) });
    expect(again).toMatchObject({ present: 'same' });
    expect(other).toMatchObject({ present: names(2) });
  });

  test('that is not complete proves nothing', () => {
    expect(write(read([2], [2], { peopleComplete: false }))).toEqual([undefined]);
  });

  test('that many are missing from is a doubt, written once, with whoever of the last one is there', () => {
    const vanished = { peopleComplete: false, vanished: true } as const;
    const events = [
      read([2, 3, 4, 5], [2, 3, 4, 5]),
      read([2, 9], [2, 3], vanished),
      read([2], [2], vanished),
      read([3], [], vanished),
    ];
    const [, doubt, again, other] = write(...events);
    expect(doubt).toEqual({ at, type: 'doubt', group: pseudonyms.group(altos), present: names(2) });
    expect(again).toBeUndefined();
    expect(other).toMatchObject({ present: names(3) });
    expect(write(read([2], [2], vanished))).toEqual([undefined]);
  });
});

const intent = (
  step: readonly Change[],
  marks: Extract<RunEvent, { type: 'intent' }>['marks'] = [],
): RunEvent => ({ type: 'intent', step, marks }) as RunEvent;

test('a message names whom it goes to by pseudonym, and its answer says what became of it', () => {
  const answer = { kind: 'stop', code: 'rate-limited', text: 'no' } as const;
  const person = key(2);
  expect(
    write({ type: 'message', group: altos, person, lookups: 1 }, { type: 'message-answer', answer }),
  ).toEqual([
    {
      at,
      type: 'message',
      group: pseudonyms.group(altos),
      person: pseudonyms.person(person),
      messages: 1,
      lookups: 1,
    },
    { at, type: 'message-answer', kind: 'stop', code: 'rate-limited' },
  ]);
});

describe('an intent', () => {
  test.each<[string, readonly Change[], number, number]>([
    ['adds cost adds and look-ups', [personChange('add', 2), personChange('add', 3)], 2, 2],
    ['removals look-ups alone', [personChange('remove', 2)], 0, 1],
    [
      'settings nothing',
      [
        {
          group: altos,
          action: 'set',
          setting: 'topic',
          before: 'a',
          after: 'Ana',
          why: { kind: 'differs' },
        },
      ],
      0,
      0,
    ],
  ])('%s', (_, step, adds, lookups) => {
    expect(write(intent(step))).toMatchObject([{ type: 'intent', adds, lookups }]);
  });

  test('counts toward the run’s limits but for what the file allows', () => {
    const removal = personChange('remove', 2, { before: 'admin' });
    const [line] = write(intent([removal], [{ allowances: { removals: 'of Altos' }, readd: 'Ana' }]));
    expect(line).toMatchObject({
      changes: [
        { limits: ['demotions'], allowed: [pseudonyms.mark('of Altos')], readd: pseudonyms.mark('Ana') },
      ],
    });
  });

  test('has each change’s own marks, in the step’s order', () => {
    const [line] = write(intent([personChange('add', 2), personChange('add', 3)], [{}, { readd: 'x' }]));
    const { changes } = line as Extract<Entry, { type: 'intent' }>;
    expect(changes.map(({ readd }) => readd !== undefined)).toEqual([false, true]);
  });
});

const verified = (sha256: string): RunEvent => ({ type: 'photo-verified', group: altos, id: '17', sha256 });

const keep = (addsPerDay: number): RunEvent => ({ type: 'pace', pace: { ...pace, addsPerDay } });

test('a pace that is the same as before is not written again, a photo is, with its time', () => {
  const written = write(
    verified('aa'),
    verified('aa'),
    verified('bb'),
    keep(40),
    keep(40),
    keep(20),
    keep(40),
  );
  expect(written.map((line) => line?.type ?? '-').join(' ')).toBe('photo photo photo pace - pace pace');
});

test.each<[string, RunEvent, object | undefined]>([
  [
    'an approval',
    { type: 'approved', group: altos, ids: ['abc'], on: '2026-12-31', what: 'remove' },
    { type: 'approved', ids: ['abc'], on: '2026-12-31', what: 'remove' },
  ],
  ['the approval of nothing', { type: 'approved', group: altos, ids: [] }, undefined],
  [
    'the end of an approval without a group',
    { type: 'approval-ended', ids: ['abc'] },
    { at, type: 'ended', ids: ['abc'] },
  ],
  [
    'a refusal',
    {
      type: 'answer',
      step: [personChange('add', 2)],
      answer: { kind: 'rejected', code: 'conflict', text: 'Ana' },
    },
    { at, type: 'answer', kind: 'rejected', code: 'conflict' },
  ],
  [
    'somebody who declined',
    {
      type: 'answer',
      step: [personChange('add', 2)],
      answer: { kind: 'accepted', invited: [singer(2).phone] },
      declined: [key(2)],
    },
    { at, type: 'answer', kind: 'accepted', declined: names(2) },
  ],
  [
    'no clear answer',
    { type: 'answer', step: [personChange('add', 2)], answer: { kind: 'unknown', text: 'Ana' } },
    { at, type: 'answer', kind: 'unknown' },
  ],
  [
    'a stop',
    { type: 'stopped', stop: { kind: 'stop', code: 'rate-limited', text: 'Ana' } },
    { at, type: 'stopped', code: 'rate-limited' },
  ],
  [
    'a number that is not on WhatsApp',
    { type: 'found', phone: singer(2).phone, isRegistered: false },
    { type: 'found', number: pseudonyms.number(singer(2).phone), isRegistered: false },
  ],
  [
    'a look-up',
    { type: 'looked-up', person: key(2), lookups: 2 },
    { at, type: 'lookup', person: names(2)[0], lookups: 2 },
  ],
  [
    'its answer',
    { type: 'looked-up', person: key(2), lookups: 0, lid: { kind: 'none' } },
    { lookups: 0, lid: 'none' },
  ],
  [
    'the map of LIDs',
    { type: 'map-read', people: 0, untold: [lid('330631678702157')] },
    { people: 0, untold: [pseudonyms.lid(lid('330631678702157'))] },
  ],
  [
    'a verdict',
    { type: 'verdict', outcome: { change: personChange('add', 2), result: 'verified' } },
    { type: 'verdict', action: 'add', person: names(2)[0], result: 'verified' },
  ],
  ['a pause', { type: 'pause', milliseconds: 5 }, undefined],
])('%s', (_, event, expected) => {
  const [line] = write(event);
  expect({ line }).toMatchObject({ line: expected });
});

test('a LID that a look-up told is sealed, and opens again', () => {
  const told = lid('330631678702157');
  const [line] = write({ type: 'looked-up', person: key(2), lookups: 0, lid: { kind: 'lid', lid: told } });
  const { lid: sealed } = line as Extract<Entry, { type: 'lookup' }>;
  expect(JSON.stringify(sealed)).not.toContain(told);
  expect(pseudonyms.unseal((sealed as { sealed: string }).sealed)).toBe(told);
});

const found = (digits: string): RunEvent => ({ type: 'found', phone: phone(digits), isRegistered: true });

test('a number in two spellings is two numbers and one person', () => {
  const [one, other] = write(found('5520987654321'), found('552087654321'));
  expect(one).not.toEqual(other);
});

const context = () => ({ memory: createRecollection(), pseudonyms, at, paired: new Map() });

describe('numbers behind handles', () => {
  const handles = new Map<PersonKey, string>([
    [key(2), 'ana'],
    [key(3), 'budi'],
    [key(4), 'citra'],
  ]);

  test('are written of whoever is wanted and there, once', () => {
    const first = context();
    const line = toHandles(read([2, 3], [2, 4]), handles, first);
    expect(line).toMatchObject({ type: 'handles', marks: [expect.any(String)] });
    if (line) remember(first.memory, line);
    expect(toHandles(read([2, 3], [2, 4]), handles, first)).toBeUndefined();
    expect(toHandles(read([2, 3], [2, 3]), handles, first)).toMatchObject({ marks: [expect.any(String)] });
  });

  test('not of a list that is not complete, and not of those without one', () => {
    expect(toHandles(read([2], [2], { peopleComplete: false }), handles, context())).toBeUndefined();
    expect(toHandles(read([9], [9]), handles, context())).toBeUndefined();
    expect(toHandles({ type: 'pause', milliseconds: 1 }, handles, context())).toBeUndefined();
  });
});

test('whoever is let in counts as an add, and is told apart from one', () => {
  const [knock, add] = write(
    { type: 'intent', step: [personChange('add', 2, { lane: 'knock' })] },
    { type: 'intent', step: [personChange('add', 2)] },
  );
  expect(knock).toMatchObject({ adds: 1, lookups: 1, changes: [{ action: 'add', lane: 'knock' }] });
  expect(JSON.stringify(add)).not.toContain('lane');
});
