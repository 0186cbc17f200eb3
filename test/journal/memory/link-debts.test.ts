import { expect, test } from 'vitest';
import type { Entry } from '../../../src/journal/entries/entry.ts';
import { toEntries } from '../../../src/journal/memory/compact.ts';
import { findLinkDebt } from '../../../src/journal/memory/link-debts.ts';
import { createRecollection } from '../../../src/journal/memory/recollection.ts';
import { remember } from '../../../src/journal/memory/remember.ts';
import type { PersonKey } from '../../../src/domain/people/person.ts';
import type { Pseudonym, Pseudonyms } from '../../../src/journal/pseudonyms.ts';

const at = '2026-06-15T12:00:00.000Z';
const name = (text: string) => text as Pseudonym;
const pseudonyms = { person: (key: PersonKey) => name(key) } as Pseudonyms;
const [group, other] = [name('altos'), name('basses')];

type Result = 'verified' | 'not-verified' | 'failed';

function removal(who: string, owesLink = true): Entry {
  const change = {
    subject: name(`s ${who}`),
    action: 'remove',
    person: name(who),
    limits: ['removals'],
    allowed: [],
    ...(owesLink && { owesLink: true as const }),
  } as const;
  return { at, type: 'intent', group, adds: 0, lookups: 1, changes: [change] };
}

const answer = (kind: 'accepted' | 'rejected' | 'unknown'): Entry => ({ at, type: 'answer', kind });

function verdict(who: string, result: Result): Entry {
  const subject = name(`s ${who}`);
  return { at, type: 'verdict', group, subject, action: 'remove', person: name(who), result };
}

function renewed(result: Result): Entry {
  return { at, type: 'verdict', group, subject: name('link'), action: 'set', result, isRenewal: true };
}

function recall(...entries: readonly Entry[]) {
  const memory = createRecollection();
  for (const entry of entries) remember(memory, entry);
  return memory;
}

function tell(...entries: readonly Entry[]) {
  const tellOf = (memory: ReturnType<typeof recall>) => {
    const debt = findLinkDebt(memory, group, pseudonyms);
    return debt && `${debt.isOwed ? 'owed' : 'not owed'}, ${debt.uncertain.count} uncertain`;
  };
  const memory = recall(...entries);
  // The same after compaction, a day later too.
  const again = recall(...toEntries(memory, Date.parse(at) + 48 * 3_600_000));
  expect(tellOf(again)).toBe(tellOf(memory));
  expect(findLinkDebt(memory, other, pseudonyms)).toBeUndefined();
  return tellOf(memory);
}

test.each<[string, readonly Entry[], string | undefined]>([
  ['nothing', [], undefined],
  ['a verified removal', [removal('a'), answer('accepted'), verdict('a', 'verified')], 'owed, 0 uncertain'],
  ['one without the policy', [removal('a', false), answer('accepted'), verdict('a', 'verified')], undefined],
  ['a run that died before the answer', [removal('a')], 'not owed, 1 uncertain'],
  ['a run that died after it', [removal('a'), answer('accepted')], 'not owed, 1 uncertain'],
  [
    'one that nobody could verify',
    [removal('a'), answer('unknown'), verdict('a', 'not-verified')],
    'not owed, 1 uncertain',
  ],
  ['a refused one', [removal('a'), answer('rejected'), verdict('a', 'failed')], undefined],
  [
    'a renewal after them',
    [removal('a'), answer('accepted'), verdict('a', 'verified'), removal('b'), renewed('verified')],
    undefined,
  ],
  [
    'a renewal that failed',
    [removal('a'), answer('accepted'), verdict('a', 'verified'), renewed('failed')],
    'owed, 0 uncertain',
  ],
])('%s', (_, entries, told) => {
  expect(tell(...entries)).toBe(told);
});

test('who it is about is asked for by person', () => {
  const debt = findLinkDebt(recall(removal('a')), group, pseudonyms);
  expect([debt?.uncertain.has('a' as PersonKey), debt?.uncertain.has('b' as PersonKey)]).toEqual([
    true,
    false,
  ]);
});
