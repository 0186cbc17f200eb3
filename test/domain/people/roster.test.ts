import { expect, test } from 'vitest';
import type { PersonKey } from '../../../src/domain/people/person.ts';
import type { Roster } from '../../../src/domain/people/roster.ts';
import { isSameRoster } from '../../../src/domain/people/roster.ts';

/** A roster of these words; those with a star are admins. */
function roster(text: string, isDated = false): Roster {
  const words = text.split(' ').filter(Boolean);
  const keys = words.map((word) => word.replace('*', '')) as PersonKey[];
  return { keys, admins: keys.filter((_, place) => words[place]?.endsWith('*')), isDated, hasLids: true };
}

const apart = new Set(['self'] as PersonKey[]);

test.each([
  ['', '', true],
  ['ana budi', 'budi ana', true],
  ['ana* budi', 'ana* budi self*', true],
  ['ana* self', 'ana* self*', true],
  ['ana self*', 'ana self', false],
  ['ana self', 'ana', false],
  ['ana budi', 'ana', false],
  ['ana', 'ana budi', false],
  ['ana*', 'ana', false],
  ['ana', 'ana*', false],
])('wanted "%s", there "%s": the same is %s', (wanted, there, expected) => {
  expect(isSameRoster(roster(wanted), roster(there), apart)).toBe(expected);
});

test('where a day changes something, a roster says nothing', () => {
  expect(isSameRoster(roster('ana', true), roster('ana'), apart)).toBe(false);
  expect(isSameRoster(roster('ana'), roster('ana', true), apart)).toBe(false);
});
