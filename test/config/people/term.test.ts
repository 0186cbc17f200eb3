import { assert, constantFrom, option, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import type { Term } from '../../../src/config/people/term.ts';
import { isNever, meet, span, without } from '../../../src/config/people/term.ts';

const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05'] as const;
const holds = ({ from, until }: Term, day: string) =>
  (from === undefined || from <= day) && (until === undefined || day <= until);
/** The days of a term among five, and a day before and after them: "123" for the first three. */
const toDays = (term: Term | undefined) =>
  ['2025-12-31', ...days, '2026-01-06']
    .filter((day) => term && holds(term, day))
    .map((day) => Number(day.slice(-2)));

const someDay = option(constantFrom(...days), { nil: undefined });
const terms = record({ from: someDay, until: someDay })
  .map(({ from, until }): Term => ({ ...(from && { from }), ...(until && { until }) }))
  .filter((term) => !isNever(term));

test('both: the days of both', () => {
  assert(
    property(terms, terms, (a, b) => {
      expect(toDays(meet(a, b))).toEqual(toDays(a).filter((day) => toDays(b).includes(day)));
    }),
  );
});

test('either: all days of both, the order of the two does not matter, and what lies between is bridged', () => {
  assert(
    property(terms, terms, (a, b) => {
      const bridged = toDays(span(a, b));
      expect(bridged).toEqual(expect.arrayContaining([...toDays(a), ...toDays(b)]));
      expect(span(b, a)).toEqual(span(a, b));
    }),
  );
  expect(span({ until: '2026-01-01' }, { from: '2026-01-04', until: '2026-01-05' })).toEqual({
    until: '2026-01-05',
  });
  expect(span({ from: '2026-01-04' }, { from: '2026-01-02', until: '2026-01-03' })).toEqual({
    from: '2026-01-02',
  });
});

test('without: no day of the other, and none that was not there', () => {
  assert(
    property(terms, terms, (a, b) => {
      const left = toDays(without(a, b));
      expect(toDays(a)).toEqual(expect.arrayContaining(left));
      expect(left.filter((day) => toDays(b).includes(day))).toEqual([]);
    }),
  );
});

test.each([
  [{}, {}, undefined],
  [{}, { from: '2026-01-03' }, { until: '2026-01-02' }],
  [{}, { until: '2026-01-03' }, { from: '2026-01-04' }],
  // Whoever is taken out does not come back by themselves.
  [{}, { from: '2026-01-02', until: '2026-01-03' }, { until: '2026-01-01' }],
  [{ from: '2026-01-02' }, { from: '2026-01-01' }, undefined],
  [{ until: '2026-01-02' }, { from: '2026-01-05' }, { until: '2026-01-02' }],
])('%j without %j', (term, other, left) => {
  expect(without(term, other)).toEqual(left);
});
