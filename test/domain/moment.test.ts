import { expect, test } from 'vitest';
import { spellMoment, toMoment, toMomentAfter } from '../../src/domain/moment.ts';

const noon = Date.UTC(2026, 5, 2, 12);

test.each([
  [undefined, '2026-06-02 12:00 UTC'],
  ['Asia/Jakarta', '2026-06-02 19:00 (Asia/Jakarta)'],
  ['America/Sao_Paulo', '2026-06-02 09:00 (America/Sao_Paulo)'],
  // Summer time, and a quarter of an hour beside everybody else.
  ['Europe/London', '2026-06-02 13:00 (Europe/London)'],
  ['Asia/Kathmandu', '2026-06-02 17:45 (Asia/Kathmandu)'],
  // The next day has begun there.
  ['Pacific/Kiritimati', '2026-06-03 02:00 (Pacific/Kiritimati)'],
])('in %s', (zone, text) => {
  expect(spellMoment(toMoment(noon, zone))).toBe(text);
});

test('midnight is the beginning of its day', () => {
  expect(spellMoment(toMoment(Date.UTC(2026, 5, 2, 17), 'Asia/Jakarta'))).toBe(
    '2026-06-03 00:00 (Asia/Jakarta)',
  );
});

test('a time within a minute is that minute, or the next one for whoever has to wait', () => {
  expect(toMoment(noon + 59_999).time).toBe('12:00');
  expect(toMomentAfter(noon + 1).time).toBe('12:01');
  expect(toMomentAfter(noon)).toEqual(toMoment(noon));
});
