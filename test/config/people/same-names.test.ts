import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSkeleton } from '../../../src/safe/lookalikes.ts';
import { toAsciiSkeleton } from '../../../src/safe/plain-letters.ts';
import type { ToSkeleton } from '../../../src/safe/plain-letters.ts';
import { findSameNames } from '../../../src/config/people/same-names.ts';

/** "2 capitals": the line of each that is reported, and by what the two differ. */
function judge(...names: string[]): string[] {
  return judgeBy(toSkeleton, names);
}

function judgeBy(skeleton: ToSkeleton, names: readonly string[]): string[] {
  const named = names.map((name, index) => ({
    name,
    span: { file: 'p.yaml', line: index + 1, column: 1, endLine: index + 1, endColumn: 2 },
  }));
  return findSameNames(named, skeleton).map(
    ({ span, detail }) => `${span?.line} ${/differ by (.*) only/.exec(detail)?.[1]}`,
  );
}

test.each([
  [['ana', 'Ana'], ['2 capitals']],
  [['jose', 'José'], ['2 accents']],
  [['ana', 'аna'], ['2 letters that look alike']],
  [['tom', 'torn'], ['2 letters that look alike']],
  [['Ivo', 'lvo'], ['2 letters that look alike']],
  [
    ['ana', 'budi', 'ANA', 'аna'],
    ['3 capitals', '4 letters that look alike'],
  ],
  [['ana', 'anna', 'an', 'budi'], []],
  [['ivo', 'lvo'], []],
])('%j', (names, expected) => {
  expect(judge(...names)).toEqual(expected);
});

/** The skeleton of ASCII letters as another function, of which nothing is passed over. */
const slowly: ToSkeleton = (text) => toAsciiSkeleton(text);

test('a quick look at names of ASCII letters passes over none that are alike', () => {
  const name = fc.string({ unit: fc.constantFrom(...'aAiIlL1oO0mMrRnN-. '), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (names) => {
      expect(judgeBy(toAsciiSkeleton, names)).toEqual(judgeBy(slowly, names));
    }),
    { numRuns: 300 },
  );
});
