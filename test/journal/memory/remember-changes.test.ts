import { describe, expect, test } from 'vitest';
import type { Entry, IntendedChange } from '../../../src/journal/entries/entry.ts';
import type { Recollection } from '../../../src/journal/memory/recollection.ts';
import { createRecollection } from '../../../src/journal/memory/recollection.ts';
import { remember } from '../../../src/journal/memory/remember.ts';

const start = Date.parse('2026-11-23T09:00:00Z');

type Line = Entry extends infer Each ? (Each extends { at: string } ? Omit<Each, 'at'> : never) : never;
type Action = IntendedChange['action'];

function recall(lines: readonly Line[], memory: Recollection = createRecollection()): Recollection {
  for (const line of lines) remember(memory, { at: new Date(start).toISOString(), ...line } as Entry);
  return memory;
}

const kinds = { add: 'adds', remove: 'removals', promote: 'promotions', demote: 'demotions' } as const;

function toChange(action: Action, person: string, more: Partial<IntendedChange> = {}): IntendedChange {
  const limits = action === 'set' ? [] : [kinds[action]];
  return { subject: `${action}${person}`, action, person, limits, allowed: [], ...more };
}

const intent = (...changes: readonly IntendedChange[]): Line => {
  const adds = changes.filter(({ action }) => action === 'add').length;
  return { type: 'intent', group: 'g', adds, lookups: changes.length, changes };
};
const answer = (kind: 'accepted' | 'rejected' | 'unknown' | 'stop', code?: string): Line => ({
  type: 'answer',
  kind,
  ...(code !== undefined && { code }),
});
const verdict = (
  { action, person, subject }: IntendedChange,
  result: 'verified' | 'declined' | 'not-verified' | 'failed' | 'skipped',
): Line => ({
  type: 'verdict',
  group: 'g',
  subject,
  action,
  ...(person !== undefined && { person }),
  result,
});

const ana = toChange('add', 'a');
const budi = toChange('add', 'b');

describe('an intent', () => {
  test('counts as spent from then on, whatever comes of it', () => {
    for (const lines of [[], [answer('accepted')], [answer('rejected', 'other')], [answer('unknown')]]) {
      const memory = recall([intent(ana, budi), ...lines]);
      expect(memory.adds).toEqual([{ at: start, count: 2 }]);
      expect(memory.lookups).toEqual([{ at: start, count: 2 }]);
    }
  });

  test('that GOWA refused for a number added nobody, and only that one', () => {
    const memory = recall([
      intent(ana),
      answer('accepted'),
      intent(budi),
      answer('rejected', 'unregistered'),
    ]);
    expect(memory.adds).toEqual([{ at: start, count: 1 }]);
    expect(memory.lookups).toHaveLength(2);
    const removal = toChange('remove', 'c');
    const other = recall([
      intent(ana),
      answer('accepted'),
      intent(removal),
      answer('rejected', 'unregistered'),
    ]);
    expect(other.adds).toHaveLength(1);
  });

  test('an answer without one, as in a torn journal, is about nothing', () => {
    const memory = recall([intent(ana), { type: 'run' }, answer('rejected', 'unregistered')]);
    expect(memory.adds).toHaveLength(1);
    expect(memory.open.get(ana.subject)?.answer).toBeUndefined();
  });

  test('of a run that ended before its verdict is left over to the next', () => {
    const memory = recall([intent(ana), answer('accepted'), { type: 'run' }]);
    expect(memory.open.get(ana.subject)).toMatchObject({ leftOver: true, answer: 'accepted' });
    expect(recall([intent(ana), answer('accepted')]).open.get(ana.subject)).not.toHaveProperty('leftOver');
  });
});

describe('a verdict', () => {
  const about = (result: Parameters<typeof verdict>[1], said: Line = answer('accepted'), change = ana) =>
    recall([intent(change), said, verdict(change, result)]);

  test('that it happened settles it: it counts toward its limits, by its person', () => {
    const memory = about('verified');
    expect(memory.settled).toEqual([{ at: start, limits: ['adds'], person: 'a' }]);
    expect(memory.open.size).toBe(0);
  });

  test.each<[string, Recollection, boolean]>([
    ['declined', about('declined'), false],
    ['failed after a refusal', about('failed', answer('rejected', 'other')), false],
    ['not verified after success', about('not-verified'), true],
    ['not verified without an answer', about('not-verified', answer('unknown')), true],
    ['skipped after a stop', about('skipped', answer('stop', 'rate-limited')), true],
  ])('%s: it may have happened: %#', (_, memory, isOpen) => {
    expect(memory.open.has(ana.subject)).toBe(isOpen);
    expect(memory.settled).toEqual([]);
  });

  test('uses up the allowance and the readd; the readd also where it was accepted in vain', () => {
    const change = toChange('add', 'a', { allowed: ['m'], readd: 'r', limits: [] });
    const verified = about('verified', answer('accepted'), change);
    expect([verified.allowUsed.get('m'), verified.readded.has('r'), verified.settled]).toEqual([1, true, []]);
    const vain = about('not-verified', answer('accepted'), change);
    expect([vain.allowUsed.size, vain.readded.has('r')]).toEqual([0, true]);
    const refused = about('failed', answer('rejected', 'other'), change);
    expect(refused.readded.has('r')).toBe(false);
  });

  test('that somebody declined is known from the answer on, whatever comes of the run', () => {
    const said: Line = { type: 'answer', kind: 'accepted', declined: ['b'] };
    for (const lines of [[], [{ type: 'run' } as const], [verdict(budi, 'not-verified')]]) {
      const memory = recall([intent(ana, budi), said, ...lines]);
      expect([...(memory.declined.get('g') ?? [])]).toEqual([['b', start]]);
    }
    expect(recall([intent(budi), said, verdict(budi, 'verified')]).declined.get('g')?.size).toBe(0);
  });

  test('that somebody declined is kept until they are there', () => {
    const memory = about('declined');
    expect(memory.declined.get('g')?.get('a')).toBe(start);
    recall([intent(ana), answer('accepted'), verdict(ana, 'verified')], memory);
    expect(memory.declined.get('g')?.has('a')).toBe(false);
  });

  test('that somebody was removed: they did not leave', () => {
    const removal = toChange('remove', 'a');
    const read: Line = { type: 'read', group: 'g', present: ['a', 'b'] };
    const memory = recall([read, intent(removal), answer('accepted'), verdict(removal, 'verified')]);
    const seen = memory.seen.get('g');
    expect([[...(seen?.last ?? [])], [...(seen?.times.keys() ?? [])]]).toEqual([['b'], ['b']]);
    const kept = recall([read, intent(removal), answer('accepted'), verdict(removal, 'not-verified')]);
    expect(kept.seen.get('g')?.last.has('a')).toBe(true);
  });
});

const refuse = (code: string, ...batch: IntendedChange[]) =>
  recall([intent(...batch), answer('rejected', code), ...batch.map((each) => verdict(each, 'failed'))]);

const times = (memory: Recollection, change: IntendedChange) =>
  memory.tried.get('g')?.get(`${change.action} ${change.person}`)?.times ?? 0;

describe('what was refused', () => {
  test.each([
    ['other', 1],
    ['invalid', 1],
    ['permission', 0],
    ['conflict', 0],
    ['unregistered', 0],
  ])('%s alone says something of the person: %i', (code, count) => {
    expect(times(refuse(code, ana), ana)).toBe(count);
    const demotion = toChange('demote', 'a');
    expect(times(refuse(code, demotion), demotion)).toBe(count);
  });

  test('together with others says nothing of any of them', () => {
    expect(times(refuse('other', ana, budi), ana)).toBe(0);
  });

  test('counts in a row, until it works', () => {
    const memory = refuse('other', ana);
    recall([intent(ana), answer('rejected', 'other'), verdict(ana, 'failed')], memory);
    expect(times(memory, ana)).toBe(2);
    recall([intent(ana), answer('accepted'), verdict(ana, 'verified')], memory);
    expect(times(memory, ana)).toBe(0);
  });
});

const read = (...present: string[]): Line => ({ type: 'read', group: 'g', present });

test('an add without effect is in vain only once a complete reading does not have them', () => {
  const begin = [intent(ana), answer('accepted')];
  const tried = (...lines: Line[]) =>
    recall([...begin, ...lines])
      .tried.get('g')
      ?.get('add a');
  expect(tried(read('b'), verdict(ana, 'not-verified'))).toMatchObject({ times: 1, isRefused: false });
  expect(tried(verdict(ana, 'not-verified'))).toBeUndefined();
  expect(tried(read('a'), verdict(ana, 'verified'))).toBeUndefined();
});

describe('who could not be let in', () => {
  const asking: IntendedChange = { ...ana, lane: 'knock' };
  const tried = (...lines: Line[]) => {
    const { tried: known } = recall([intent(asking), ...lines]);
    return [...(known.get('g')?.keys() ?? [])];
  };

  test.each<[what: string, lines: Line[], names: string[]]>([
    ['not there', [answer('accepted'), read('b'), verdict(ana, 'not-verified')], ['knock a']],
    ['they asked no more', [answer('accepted'), read('b'), verdict(ana, 'skipped')], ['knock a']],
    ['they are in', [answer('accepted'), read('a'), verdict(ana, 'verified')], []],
    ['their number is not found', [answer('rejected', 'unregistered'), verdict(ana, 'failed')], ['knock a']],
    ['the account may not', [answer('rejected', 'permission'), verdict(ana, 'failed')], []],
    ['nobody read again', [answer('accepted'), verdict(ana, 'not-verified')], []],
  ])('was not added in vain: %s', (_, lines, names) => {
    expect(tried(...lines)).toEqual(names);
  });

  test('and who is in has not been refused', () => {
    const memory = recall([
      intent(asking),
      answer('accepted'),
      read('b'),
      verdict(ana, 'not-verified'),
      read('a', 'b'),
    ]);
    expect(memory.tried.get('g')?.size).toBe(0);
  });
});
