import { expect, test } from 'vitest';
import type { Pace } from '../../src/domain/organisation.ts';
import { defaultsFile, holdsFor, isDefaultsFile, isSamePace } from '../../src/domain/organisation.ts';
import { pace } from '../support/choir.ts';

test('two paces are one only where nothing of them differs', () => {
  expect(isSamePace(pace, structuredClone(pace))).toBe(true);
  const others = Object.entries(pace).flatMap(([part, value]): Pace[] =>
    typeof value === 'number'
      ? [{ ...pace, [part]: value + 1 }]
      : [
          { ...pace, [part]: { ...value, min: 0 } },
          { ...pace, [part]: { ...value, max: 1e9 } },
        ],
  );
  expect(others).toHaveLength(10);
  for (const other of others) expect(isSamePace(pace, other)).toBe(false);
});

test.each([
  [defaultsFile, true],
  ['_defaults.YML', true],
  ['_Defaults.yaml', false],
  ['defaults.yaml', false],
  ['my_defaults.yaml', false],
  ['_defaults.yaml.bak', false],
])('the name of defaults: %s, %s', (name, expected) => {
  expect(isDefaultsFile(name)).toBe(expected);
});

test.each([
  ['_defaults.yaml', 'a.yaml', true],
  ['_defaults.yaml', 'c/d/e.yaml', true],
  ['c/_defaults.yml', 'c/d/e.yaml', true],
  ['c/_defaults.yaml', 'cd/e.yaml', false],
  ['c/_defaults.yaml', 'a.yaml', false],
])('%s holds for %s: %s', (defaults, file, expected) => {
  expect(holdsFor(defaults, file)).toBe(expected);
});
