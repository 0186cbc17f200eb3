import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/journal/entries/entry.ts';
import { parseEntry } from '../../../src/journal/entries/parse-entry.ts';

const at = '2026-11-23T09:00:00.000Z';
const range = { min: 0, max: 1.5 };
const change = {
  subject: 'abc',
  action: 'add',
  person: 'abc',
  limits: ['adds'],
  allowed: ['abc'],
  readd: 'abc',
  owesLink: true,
} as const;

/** One line of each type, with all its fields. */
const whole: { readonly [Type in Entry['type']]: Omit<Extract<Entry, { type: Type }>, 'at' | 'type'> } = {
  journal: { version: 2, account: 'abc', key: 'abc', dropped: 3, compacted: 4 },
  run: {},
  pace: {
    addsPerDay: 40,
    lookupsPerDay: 400,
    createsPerDay: 3,
    messagesPerDay: 20,
    pause: range,
    afterAdd: range,
    reads: range,
  },
  spent: { adds: 'all', lookups: 3, mapped: 1, messages: 2, creates: 1 },
  message: { group: 'abc', person: 'abc', messages: 1, lookups: 1 },
  told: { channel: 'webhook', topic: 'drift', news: 'abc', messages: 1 },
  'message-answer': { kind: 'stop', code: 'rate-limited' },
  'asked-for': { group: 'abc', name: 'abc', creates: 1, lookups: 1, people: ['abc'] },
  'not-made': { group: 'abc' },
  created: { group: 'abc', made: 'abc', sealed: 'abc', isFiled: true },
  filed: { group: 'abc' },
  intent: { group: 'abc', adds: 1, lookups: 1, changes: [change] },
  answer: { kind: 'rejected', code: 'rate-limited', declined: ['aa'] },
  stopped: { code: 'rate-limited' },
  'held-back': { until: at },
  verdict: {
    group: 'abc',
    subject: 'abc',
    action: 'set',
    person: 'abc',
    result: 'verified',
    isRenewal: true,
  },
  'link-owed': { group: 'abc' },
  tally: { person: 'abc', limits: ['removals', 'demotions'], allowed: [], readds: ['abc'] },
  lookup: { person: 'abc', lookups: 2, lid: { sealed: 'abc' }, times: 1 },
  mapped: { people: 3, untold: ['abc'] },
  found: { number: 'abc', isRegistered: false, times: 2 },
  read: { group: 'abc', present: ['abc', 'abd'] },
  pairs: { pairs: [['abc', 'abd']] },
  doubt: { group: 'abc', present: [] },
  handles: { marks: ['abc'] },
  tried: { group: 'abc', person: 'abc', times: 1, action: 'remove', isRefused: true, lane: 'knock' },
  photo: { group: 'abc', photo: 'abc' },
  approved: { group: 'abc', ids: ['abc'], on: '2026-12-31', plan: 'abc', lane: 'link', what: 'topic' },
  ended: { group: 'abc', ids: ['abc'] },
};

const types = Object.keys(whole) as Entry['type'][];
const parse = (value: unknown) => parseEntry(JSON.stringify(value));

/** What a field may not hold, whatever it is for: a number of somebody's, a text, another kind of value. */
const hostile = ['447700900002', 'Ana!', -1, { a: 1 }, [[]], null, true, '2026-11-23'];

const fitting: Readonly<Record<string, unknown[]>> = {
  isRegistered: [true],
  isRefused: [true],
  isFiled: [true],
  owesLink: [true],
  isRenewal: [true],
  on: ['2026-11-23'],
};

/** Fields that may be absent. */
const optional =
  /^(journal\.(dropped|compacted)|pace\.(createsPerDay|messagesPerDay)|spent\.(mapped|messages|creates)|created\.isFiled|told\.news|(message-)?answer\.code|answer\.declined|verdict\.(person|isRenewal)|tally\.person|lookup\.(lid|times)|found\.times|tried\.(action|isRefused|lane)|approved\.(on|plan|lane|what)|ended\.group)$/;

describe.each(types)('%s', (type) => {
  const entry = { at, type, ...whole[type] };

  test('as it was written', () => {
    expect(parse(entry)).toEqual(entry);
  });

  test('without a field only where it may be', () => {
    for (const field of Object.keys(whole[type])) {
      const fits = parse({ ...entry, [field]: undefined }) !== undefined;
      expect(`${field}: ${fits}`).toBe(`${field}: ${optional.test(`${type}.${field}`)}`);
    }
  });

  test('never with what Rollcall writes nowhere', () => {
    for (const field of Object.keys(whole[type])) {
      const taken = hostile.filter((value) => parse({ ...entry, [field]: value }) !== undefined);
      // A flag may be true, a day a day; nothing else fits any field.
      expect(taken).toEqual(fitting[field] ?? []);
    }
  });
});

test.each([
  '',
  'null',
  '[]',
  '"run"',
  '{"type":"run"}',
  `{"at":"${at}"}`,
  `{"at":"${at}","type":"constructor"}`,
  `{"at":"${at}","type":"__proto__"}`,
  '{"at":"2026-11-23","type":"run"}',
  '{"at":"2026-11-23T09:00:00.000+07:00","type":"run"}',
  '{"at":"2026-99-23T09:00:00.000Z","type":"run"}',
  '{"at":1795424400000,"type":"run"}',
  `{"at":"${at}","type":"run"`,
])('%s is no line', (line) => {
  expect(parseEntry(line)).toBeUndefined();
});
