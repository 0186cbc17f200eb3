import { expect, test } from 'vitest';
import type { Told } from '../../src/domain/past.ts';
import { isOpen, mayTell } from '../../src/notifying/may-tell.ts';

const day = 86_400_000;
const now = 100 * day;
const telling = { channel: 'webhook', topic: 'drift' } as const;

function told(ago: number, news: string | undefined, more: Partial<Told> = {}): Told {
  return { ...telling, at: now - ago, isOver: news === undefined, isOf: (each) => each === news, ...more };
}

const judge = (past: readonly Told[], perDay = 2) =>
  mayTell('x', telling, { past: { told: past }, perDay, now });

test.each([
  ['nothing was told yet', [], 'tell'],
  ['the same was told an hour ago', [told(day / 24, 'x')], 'told'],
  ['the same was told six days ago', [told(6 * day, 'x')], 'told'],
  ['the same was told a week ago', [told(7 * day, 'x')], 'tell'],
  ['something else was told', [told(day / 24, 'y')], 'tell'],
  ['something else was told since', [told(2 * day, 'x'), told(day, 'y')], 'tell'],
  ['it was over since', [told(2 * day, 'x'), told(day, undefined)], 'tell'],
  ['it was told another way', [told(1, 'x', { channel: 'mail' })], 'tell'],
  ['it was told of an apply', [told(1, 'x', { topic: 'apply' })], 'tell'],
  ['two were told today', [told(2, 'y'), told(1, 'z', { topic: 'apply' })], 'spent'],
  ['two were told, one of them yesterday', [told(day, 'y'), told(1, 'z')], 'tell'],
  ['that it is over is no message', [told(2, 'y'), told(1, undefined)], 'tell'],
] as const)('%s: %j', (_, past, leave) => expect(judge(past)).toBe(leave));

test('none a day is none', () => expect(judge([], 0)).toBe('spent'));

test('a trouble is open until it is over', () => {
  expect(isOpen({ told: [] }, telling)).toBe(false);
  expect(isOpen({ told: [told(1, 'x')] }, telling)).toBe(true);
  expect(isOpen({ told: [told(2, 'x'), told(1, undefined)] }, telling)).toBe(false);
});
