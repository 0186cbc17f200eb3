import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Person } from '../../src/domain/people/person.ts';
import { toAsciiSkeleton } from '../../src/safe/plain-letters.ts';
import type { ToSkeleton } from '../../src/safe/plain-letters.ts';
import { toCoarse, toForms } from '../../src/safe/alike.ts';
import { toDetails } from '../../src/safe/tell-apart.ts';
import { singer } from '../support/choir.ts';

/** The skeleton of ASCII letters as another function, with which everybody is told apart. */
const slowly: ToSkeleton = (text) => toAsciiSkeleton(text);

const signs = fc.string({ unit: fc.constantFrom(...'aiIlL1oO0mrn. ()2,•é́'), maxLength: 5 });
const name = fc.oneof(
  signs,
  fc.constantFrom('ana', 'Ana', 'ana (ana)', 'Ana (ana, 2)', '+44 •••• ••• 002', '1', '2'),
);

function toPerson(n: number, [called, handle]: readonly [string | undefined, string | undefined]): Person {
  return {
    ...singer(n),
    ...(called !== undefined && { name: called }),
    ...(handle !== undefined && { handle }),
  };
}

test('whoever looks like nobody else is found without telling everybody apart', () => {
  const words = fc.tuple(fc.option(name, { nil: undefined }), fc.option(name, { nil: undefined }));
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), fc.constantFrom('last-digits', 'nothing'), (all, left) => {
      // Numbers of a thousand apart end alike.
      const people = all.map((one, index) => toPerson(2 + 1000 * (index % 3) + Math.floor(index / 3), one));
      const known = new Map(people.map((person) => [person.key, person]));
      const places = new Map(people.slice(0, 2).map(({ key }) => [key, 'altos.yaml:3']));
      const [quick, slow] = [toAsciiSkeleton, slowly].map((toSkeleton) =>
        toDetails(known, { places, toSkeleton, left }),
      );
      for (const { key } of people) expect(quick?.get(key)).toBe(slow?.get(key));
    }),
    { numRuns: 1000 },
  );
});

const shareForm = (one: string, other: string) => {
  const forms = new Set(toForms(one, toAsciiSkeleton));
  return toForms(other, toAsciiSkeleton).some((form) => forms.has(form));
};

test('two names that share a form have one coarse text', () => {
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 12 }), (names) => {
      const alike = names.flatMap((one) =>
        names.filter((other) => shareForm(one, other)).map((other) => [one, other]),
      );
      expect(alike.filter(([one = '', other = '']) => toCoarse(one) !== toCoarse(other))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a capital sigma behind a letter looks as it does behind a digit that looks like one', () => {
  const [letter, digit] = ['oΣ', '0Σ'] as const;
  expect(
    toForms(letter, toAsciiSkeleton).some((form) => toForms(digit, toAsciiSkeleton).includes(form)),
  ).toBe(true);
  expect(toCoarse(letter)).toBe(toCoarse(digit));
});
