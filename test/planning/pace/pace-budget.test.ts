import { expect, test } from 'vitest';
import { usualPace } from '../../../src/domain/defaults.ts';
import type { Pace } from '../../../src/domain/organisation.ts';
import {
  findBudget,
  findMessageBudget,
  findMessageResumption,
  findResumption,
} from '../../../src/planning/pace/pace-budget.ts';

const hour = 3_600_000;
const now = Date.UTC(2026, 5, 1, 12);
const pace: Pace = { ...usualPace, addsPerDay: 5, lookupsPerDay: 10 };
const ago = (hours: number, count: number) => ({ at: now - hours * hour, count });

test('what is left is what 24 hours have not spent', () => {
  const adds = [ago(25, 4), ago(24, 3), ago(23, 2), ago(0, 1)];
  expect(findBudget({ adds, lookups: [ago(1, 4)] }, pace, now)).toEqual({ adds: 2, lookups: 6 });
});

test('more than everything leaves nothing, also where nobody knows how much it was', () => {
  const spent = { adds: [ago(1, Number.POSITIVE_INFINITY)], lookups: [ago(1, 11)] };
  expect(findBudget(spent, pace, now)).toEqual({ adds: 0, lookups: 0 });
});

test.each([
  ['now, where something is left', [ago(2, 4)], 0],
  ['when the oldest is a day old', [ago(20, 3), ago(2, 2)], 4],
  ['when enough of them are', [ago(20, 3), ago(10, 4), ago(2, 1)], 14],
  ['when the many are', [ago(20, 1), ago(10, 5)], 14],
  ['a day after a new memory', [ago(1, Number.POSITIVE_INFINITY)], 23],
])('adds are allowed again %s', (_, adds, hours) => {
  expect(findResumption({ adds, lookups: [] }, pace, now)).toBe(now + hours * hour);
});

test('both must be: adds and look-ups', () => {
  const spent = { adds: [ago(20, 5)], lookups: [ago(10, 10)] };
  expect(findResumption(spent, pace, now)).toBe(now + 14 * hour);
});

test('a message is one of the day, and a look-up: the fewer of both are left', () => {
  const few: Pace = { ...pace, messagesPerDay: 4 };
  const spent = { messages: [ago(25, 9), ago(20, 1), ago(2, 1)], lookups: [ago(3, 7)] };
  expect(findMessageBudget(spent, few, now)).toBe(2);
  expect(findMessageBudget({ ...spent, lookups: [ago(3, 9)] }, few, now)).toBe(1);
  expect(findMessageBudget({ ...spent, messages: [ago(1, Number.POSITIVE_INFINITY)] }, few, now)).toBe(0);
  expect(findMessageResumption(spent, few, now)).toBe(now);
  expect(findMessageResumption({ ...spent, messages: [ago(20, 4)] }, few, now)).toBe(now + 4 * hour);
  expect(findMessageResumption({ ...spent, lookups: [ago(3, 10)] }, few, now)).toBe(now + 21 * hour);
});
