import { expect, test } from 'vitest';
import type { DesiredPerson } from '../../src/domain/group.ts';
import { toNaming } from '../../src/view/to-naming.ts';
import {
  ana,
  budi,
  changesOf,
  citra,
  desiredGroup,
  groupPlan,
  planOf,
  stranger,
} from '../render/sample-plans.ts';

const span = { file: 'groups/altos.yaml', line: 12, column: 1, endLine: 12, endColumn: 4 };
const altos = desiredGroup('altos.yaml', 'Altos', {
  people: new Map([[budi.key, { ...budi, span } as unknown as DesiredPerson]]),
});
const { of } = changesOf(altos);

test('everybody is there whom the files name and whom the plan is about, those with names first', () => {
  const changes = [of('remove', stranger, { kind: 'unlisted' }), of('remove', citra, { kind: 'unlisted' })];
  const { people, places } = toNaming({ plan: planOf([groupPlan(altos, { changes })]), people: [ana, budi] });
  expect([...people].slice(0, 3).map(({ handle }) => handle)).toEqual(['ana', 'budi', 'citra']);
  expect([...people]).toContain(stranger);
  expect(places?.get(budi.key)).toBe('altos.yaml:12');
});

test('an old number is one, and whoever has a number now has the new one', () => {
  const numbers = [
    { person: ana, before: stranger.phone, groups: 1, adminIn: 0 },
    { person: budi, before: ana.phone, groups: 1, adminIn: 0 },
  ];
  const since = {
    base: 'main',
    origins: new Map(),
    stopped: [],
    arrived: [],
    relaxed: [],
    loosened: [],
    known: new Set<string>(),
    unread: [],
    numbers,
  };
  const found = toNaming({ plan: planOf([]), since }).numbers;
  expect([stranger, ana, budi].map(({ key }) => found?.get(key))).toEqual(['old', 'new', 'new']);
});
