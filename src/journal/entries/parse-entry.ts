import { personActions } from '../../domain/plan/change.ts';
import { limitKinds } from '../../domain/group.ts';
import { settingNames } from '../../domain/settings.ts';
import { isLetters } from '../../safe/letters.ts';
import type { Entry } from './entry.ts';

type Check = (value: unknown) => boolean;

const letters: Check = (value) => typeof value === 'string' && value.length <= 200 && isLetters(value);
const word: Check = (value) => typeof value === 'string' && /^[a-z-]{1,40}$/.test(value);
const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const amount: Check = (value) => Number.isFinite(value) && (value as number) >= 0;
const flag: Check = (value) => typeof value === 'boolean';
const time: Check = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));
const day: Check = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const oneOf =
  (...words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value);
const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));
const maybe = (check: Check): Check => either(check, (value) => value === undefined);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const pairOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length === 2 && value.every(check);
const shapeOf =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([name, check]) => check(value[name]));

const action = oneOf(...personActions, 'set');
const limits = listOf(oneOf(...limitKinds));
const intended = shapeOf({
  subject: letters,
  action,
  person: maybe(letters),
  limits,
  allowed: listOf(letters),
  readd: maybe(letters),
  lane: maybe(oneOf('knock')),
  owesLink: maybe(oneOf(true)),
  isPhoto: maybe(oneOf(true)),
});

const answered = { kind: oneOf('accepted', 'rejected', 'unknown', 'stop'), code: maybe(word) };

const range = shapeOf({ min: amount, max: amount });

const shapes: Readonly<Record<Entry['type'], Check>> = {
  journal: shapeOf({
    version: count,
    account: letters,
    key: letters,
    sandbox: maybe(oneOf(true)),
    dropped: maybe(count),
    compacted: maybe(count),
  }),
  run: shapeOf({}),
  pace: shapeOf({
    addsPerDay: amount,
    lookupsPerDay: amount,
    createsPerDay: maybe(amount),
    messagesPerDay: maybe(amount),
    pause: range,
    afterAdd: range,
    reads: range,
  }),
  spent: shapeOf({
    adds: either(count, oneOf('all')),
    lookups: either(count, oneOf('all')),
    mapped: maybe(count),
    messages: maybe(count),
    creates: maybe(count),
  }),
  intent: shapeOf({ group: letters, adds: count, lookups: count, changes: listOf(intended) }),
  answer: shapeOf({ ...answered, declined: maybe(listOf(letters)) }),
  message: shapeOf({ group: letters, person: letters, messages: count, lookups: count }),
  told: shapeOf({
    channel: oneOf('webhook', 'mail', 'group'),
    topic: oneOf('apply', 'drift'),
    news: maybe(letters),
    messages: count,
  }),
  'message-answer': shapeOf(answered),
  'asked-for': shapeOf({
    group: letters,
    name: letters,
    creates: count,
    lookups: count,
    people: listOf(letters),
  }),
  'not-made': shapeOf({ group: letters }),
  created: shapeOf({ group: letters, made: letters, sealed: letters, isFiled: maybe(flag) }),
  filed: shapeOf({ group: letters }),
  stopped: shapeOf({ code: word }),
  'held-back': shapeOf({ until: time }),
  verdict: shapeOf({
    group: letters,
    subject: letters,
    action,
    person: maybe(letters),
    result: oneOf('verified', 'declined', 'not-verified', 'failed', 'skipped'),
    isRenewal: maybe(oneOf(true)),
  }),
  'link-owed': shapeOf({ group: letters }),
  tally: shapeOf({ person: maybe(letters), limits, allowed: listOf(letters), readds: listOf(letters) }),
  lookup: shapeOf({
    person: letters,
    lookups: count,
    lid: maybe(either(oneOf('none', 'unknown'), shapeOf({ sealed: letters }))),
    times: maybe(count),
  }),
  mapped: shapeOf({ people: count, untold: listOf(letters) }),
  found: shapeOf({ number: letters, isRegistered: flag, times: maybe(count) }),
  read: shapeOf({ group: letters, present: either(oneOf('same'), listOf(letters)) }),
  pairs: shapeOf({ pairs: listOf(pairOf(letters)) }),
  doubt: shapeOf({ group: letters, present: listOf(letters) }),
  handles: shapeOf({ marks: listOf(letters) }),
  tried: shapeOf({
    group: letters,
    person: letters,
    times: count,
    action: maybe(action),
    isRefused: maybe(flag),
    lane: maybe(oneOf('knock')),
  }),
  photo: shapeOf({ group: letters, photo: letters, sealed: maybe(letters) }),
  approved: shapeOf({
    group: letters,
    ids: listOf(letters),
    on: maybe(day),
    plan: maybe(letters),
    lane: maybe(oneOf('link')),
    what: maybe(oneOf('set', 'create', ...personActions, ...settingNames, 'photo', 'link')),
  }),
  ended: shapeOf({ group: maybe(letters), ids: listOf(letters) }),
};

/** The entry that a line holds; undefined for anything that Rollcall would not have written. */
export function parseEntry(line: string): Entry | undefined {
  const value = parseJson(line);
  if (!isRecord(value) || !time(value['at']) || typeof value['type'] !== 'string') return undefined;
  if (!Object.hasOwn(shapes, value['type'])) return undefined;
  const isFit = shapes[value['type'] as Entry['type']](value);
  return isFit ? (value as unknown as Entry) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
