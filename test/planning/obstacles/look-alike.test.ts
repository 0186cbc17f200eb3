import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonAction, PersonChange } from '../../../src/domain/plan/change.ts';
import type { LookAlikeInput } from '../../../src/planning/obstacles/look-alike.ts';
import { createLookAlikes } from '../../../src/planning/obstacles/look-alike.ts';
import type { Person, PersonKey } from '../../../src/domain/people/person.ts';
import { toPersonKey } from '../../../src/domain/people/person-key.ts';
import { account, desiredGroup, listed, liveGroup, living, phone, today } from '../../support/choir.ts';

function somebody(digits: string): Person {
  const number = phone(digits);
  return { key: toPersonKey(number), phone: number };
}

function change(action: PersonAction, person: Person): PersonChange {
  return { group: desiredGroup().id, action, person, why: { kind: 'unlisted' } };
}

/** One number listed and missing, another there and unlisted. */
function between(wanted: string, there: string, more: Partial<LookAlikeInput> = {}) {
  const [missing, member] = [somebody(wanted), somebody(there)];
  const alikes = createLookAlikes({
    desired: desiredGroup({ people: [listed(missing)] }),
    live: liveGroup({ people: [living(member)] }),
    accounts: new Set([account.key]),
    past: { unregistered: new Map() },
    today,
    ...more,
  });
  return { alikes, missing, member };
}

/** True where the member waits, since the listed number may be meant. */
function slip(wanted: string, there: string, isInVain = true): boolean {
  const refused = new Set(isInVain ? [phone(wanted)] : []);
  const { alikes, member } = between(wanted, there, { refused });
  return alikes.findMeant(change('remove', member)) !== undefined;
}

function alter(number: string, { at, digit, how }: { at: number; digit: string; how: string }): string {
  const place = 1 + (at % (number.length - 2));
  const [head, one, two, tail] = [
    number.slice(0, place),
    number[place] ?? '',
    number[place + 1] ?? '',
    number.slice(place + 2),
  ];
  if (how === 'swap') return head + two + one + tail;
  if (how === 'lose') return head + two + tail;
  return head + digit + (how === 'add' ? one : '') + two + tail;
}

describe('one country and one end', () => {
  test.each([
    ['two prefixes of Côte d’Ivoire', '2250712345678', '2250512345678', true],
    ['two area codes of Brazil', '5511987654321', '5521987654321', true],
    ['two countries', '447911123456', '353861123456', false],
    ['six digits alone', '447911123456', '447912223456', false],
  ] as const)('%s', (_, wanted, there, isAlike) => {
    const { alikes, missing, member } = between(wanted, there);
    expect(alikes.findSame(change('add', missing))?.key).toBe(isAlike ? member.key : undefined);
    for (const action of ['remove', 'demote'] as const)
      expect(alikes.findSame(change(action, member))?.key).toBe(isAlike ? missing.key : undefined);
    expect(alikes.findSame(change('promote', member))).toBeUndefined();
  });

  test('the accounts, and whoever is listed or over, are nobody else', () => {
    const [wanted, there] = ['2250712345678', '2250512345678'];
    const own = between(wanted, there, { accounts: new Set([somebody(there).key]) });
    expect(own.alikes.findSame(change('add', own.missing))).toBeUndefined();
    const both = [listed(somebody(wanted)), listed(somebody(there))];
    const known = between(wanted, there, { desired: desiredGroup({ people: both }) });
    expect(known.alikes.findSame(change('add', known.missing))).toBeUndefined();
    expect(known.alikes.findSame(change('remove', known.member))).toBeUndefined();
    const over = [listed(somebody(wanted), { memberUntil: '2020-01-01' })];
    const ended = between(wanted, there, { desired: desiredGroup({ people: over }) });
    expect(ended.alikes.findSame(change('remove', ended.member))).toBeUndefined();
  });
});

describe('a slip of the finger', () => {
  test('counts only where the listed number is not on WhatsApp, in this run or by an earlier one', () => {
    expect([slip('447700900022', '447700900002'), slip('447700900022', '447700900002', false)]).toEqual([
      true,
      false,
    ]);
    const past = { unregistered: new Map([[phone('447700900022'), { at: 0, until: 0 }]]) };
    const { alikes, member } = between('447700900022', '447700900002', { past });
    expect(alikes.findMeant(change('demote', member))).toBeDefined();
  });

  const digits = fc.stringMatching(/^[1-9]\d{9,11}$/);
  const edit = fc.record({
    at: fc.nat(11),
    digit: fc.integer({ min: 0, max: 9 }).map(String),
    how: fc.constantFrom('change', 'add', 'lose', 'swap'),
  });

  test('one slip of any kind, and two that change digits, are found both ways', () => {
    fc.assert(
      fc.property(digits, edit, edit, (number, one, two) => {
        for (const other of [
          alter(number, one),
          alter(alter(number, { ...one, how: 'change' }), { ...two, how: 'change' }),
        ]) {
          fc.pre(other !== number);
          expect([slip(number, other), slip(other, number)]).toEqual([true, true]);
        }
      }),
    );
  });

  test.each([
    ['447700900123', '447700900456'],
    ['447700900123', '447911654123'],
    ['5511987654321', '5521912345678'],
  ])('%s is not %s', (one, other) => {
    expect(slip(one, other)).toBe(false);
  });
});

describe('where numbers are secret', () => {
  const secretOf = new Map<PersonKey, Person>();
  const there = '5511987654321';

  test('that two end alike is told to nobody', () => {
    const { alikes, missing, member } = between('5521987654321', there, { secretOf });
    expect(alikes.findSame(change('add', missing))).toBeUndefined();
    expect(alikes.findSame(change('remove', member))).toBeUndefined();
  });

  test.each([
    ['nearly alike', '5511987654322'],
    ['nothing alike', '447700900002'],
  ])('a stranger waits for whoever is not on WhatsApp, their numbers %s', (_, wanted) => {
    const refused = new Set([phone(wanted)]);
    const { alikes, missing, member } = between(wanted, there, { secretOf, refused });
    expect(alikes.findMeant(change('remove', member))).toBeUndefined();
    expect(alikes.findInVain(change('remove', member))?.key).toBe(missing.key);
    const named = between(wanted, there, { secretOf: new Map([[member.key, member]]), refused });
    expect(named.alikes.findInVain(change('remove', member))).toBeUndefined();
  });

  test('while everybody listed may be there, nobody waits; nor where numbers may be compared', () => {
    const all = between('5521987654321', there, { secretOf });
    expect(all.alikes.findInVain(change('remove', all.member))).toBeUndefined();
    const plain = between('5521987654321', there, { refused: new Set([phone('5521987654321')]) });
    expect(plain.alikes.findInVain(change('remove', plain.member))).toBeUndefined();
  });
});
