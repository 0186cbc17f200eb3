import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { Fated } from '../../../src/render/report/badges.ts';
import { toBadges } from '../../../src/render/report/badges.ts';
import { english } from '../../../src/words/english/english.ts';
import { indonesian } from '../../../src/words/indonesian/indonesian.ts';
import { portuguese } from '../../../src/words/portuguese/portuguese.ts';

const some = (count: number, action: Fated['action'], result: Fated['result'] = 'due'): Fated[] =>
  Array.from({ length: count }, () => ({ action, result }));
const told = (changes: readonly Fated[], isRun = false, words = english) =>
  toBadges(changes, isRun, { words } as Parameters<typeof toBadges>[2]).map(({ text }) => text);

describe('the badges of a group', () => {
  test.each([
    ['what is due, the riskiest first', [...some(3, 'add'), ...some(22, 'remove')], ['removes 22', 'adds 3']],
    [
      'one of each',
      (['set', 'add', 'demote', 'promote', 'remove'] as const).flatMap((action) => some(1, action)),
      ['removes 1', 'makes 1 admin', 'takes the admin role from 1', 'adds 1', 'changes 1 setting'],
    ],
    [
      'what a limit stops, never as if it happened',
      [...some(28, 'remove', 'refused'), ...some(1, 'add')],
      ['a limit stops 28', 'adds 1'],
    ],
    ['that nothing is done, where nothing was to change', [], ['nothing is done here']],
  ])('say %s', (_, changes, badges) => {
    expect(told(changes)).toEqual(badges);
  });

  test.each([
    ['all that is done', some(4, 'add', 'verified'), ['everything is done']],
    ['what is not', [...some(4, 'add', 'verified'), ...some(1, 'add', 'declined')], ['1 of 5 not done']],
    ['a limit', some(2, 'remove', 'refused'), ['a limit stops 2']],
  ])('after a run: %s', (_, changes, badges) => {
    expect(told(changes, true)).toEqual(badges);
  });

  test('have plurals where the language has them', () => {
    const changes = [...some(2, 'promote'), ...some(2, 'set')];
    expect(told(changes, false, portuguese)).toEqual(['torna 2 admins', 'muda 2 configurações']);
    expect(told(changes, false, indonesian)).toEqual(['menjadikan 2 admin', 'mengubah 2 setelan']);
  });

  test('add up to the number of changes, whatever they are', () => {
    const any = fc.record({
      action: fc.constantFrom('add' as const, 'remove', 'promote', 'demote', 'set'),
      result: fc.constantFrom('due' as const, 'refused'),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 60 }), (changes) => {
        const counts = told(changes).map((text) => Number(/\d+/.exec(text)?.[0]));
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(changes.length);
      }),
    );
  });
});
