import { expect, test } from 'vitest';
import type { ParsedTeam } from '../../../src/config/people/parse-people.ts';
import { orderTeams } from '../../../src/config/people/teams.ts';

const span = { file: 'p.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };

/** Teams by what they contain, `t…` for teams, in what order they come and which circles are told. */
function order(teams: Readonly<Record<string, readonly string[]>>) {
  const parsed = new Map(
    Object.entries(teams).map(([name, entries]): [string, ParsedTeam] => {
      const targets = entries.map((entry) => ({
        target: { kind: entry in teams || entry === 'gone' ? 'team' : 'handle', name: entry } as const,
        byInvite: false,
        span,
      }));
      return [name, { name, span, entries: targets } as ParsedTeam];
    }),
  );
  const circles: string[] = [];
  const ordered = orderTeams(parsed, (_code, detail) =>
    circles.push(/itself: (.*?)\./.exec(detail)?.[1] ?? ''),
  );
  return [ordered.map(({ name }) => name).join(' '), circles] as const;
}

test.each([
  ['each after those it contains', { a: ['b', 'c'], b: ['c'], c: ['ana'] }, 'c b a', []],
  ['in the files’ order where it does not matter', { a: ['ana'], b: ['budi'] }, 'a b', []],
  ['one that contains itself', { a: ['a'] }, 'a', ['a → a']],
  ['a circle, once, and whoever leads to it', { x: ['a'], a: ['b'], b: ['a'] }, 'b a x', ['a → b → a']],
  ['two ways to one are no circle', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, 'd b c a', []],
  ['a team that is not there', { a: ['gone'] }, 'a', []],
  ['the same one twice', { a: ['b', 'b'], b: [] }, 'b a', []],
])('%s', (_, teams, ordered, circles) => {
  expect(order(teams as unknown as Record<string, readonly string[]>)).toEqual([ordered, circles]);
});

test('a chain of thousands, and of a long circle its ends', () => {
  const chain = Object.fromEntries(
    Array.from({ length: 5000 }, (_, n) => [`t${n}`, n < 4999 ? [`t${n + 1}`] : []]),
  );
  expect(order(chain)[0].startsWith('t4999 t4998')).toBe(true);
  const circle = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`t${n}`, [`t${(n + 1) % 20}`]]));
  expect(order(circle)[1]).toEqual(['t0 → t1 → t2 → t3 → … → t18 → t19 → t0']);
});
