import { expect, test } from 'vitest';
import { isKnown, toGround, toGuard, toKnowledge, toReading } from '../../src/planning/plan-input.ts';
import {
  account,
  desiredGroup,
  key,
  limits,
  liveGroup,
  noon,
  planInput,
  singer,
  today,
} from '../support/choir.ts';

const desired = desiredGroup();

test('a group that nobody read counts as failed, never as empty', () => {
  expect(toReading(desired, { readings: new Map() })).toMatchObject({ kind: 'unreadable', reason: 'failed' });
  const reading = { kind: 'read', group: liveGroup() } as const;
  expect(toReading(desired, { readings: new Map([[desired.id, reading]]) })).toBe(reading);
});

test('a group without an id is none that is known', () => {
  const { id: _, ...rest } = desired;
  expect([isKnown(desired), isKnown(rest)]).toEqual([true, false]);
});

test('the guard has the policy’s numbers and its day, and keeps other accounts too', () => {
  const alsoKept = new Set([key(8)]);
  const accounts = new Map([
    ['main', account.phone],
    ['second', singer(9).phone],
  ]);
  const input = planInput(
    [],
    { now: noon + 6 * 3_600_000 },
    { accounts, alsoKept, timezone: 'Asia/Jakarta' },
  );
  const guard = toGuard(input);
  expect(guard).toMatchObject({ limits, minAdmins: limits.admins.min, today: '2026-06-16' });
  expect(guard.accounts).toEqual(new Set([account.key, key(9), key(8)]));
  expect(toGuard(planInput([])).today).toBe(today);
});

test('the accounts are known people; who has a handle is known by it', () => {
  const named = { ...account, handle: 'office' };
  expect(toKnowledge(planInput([])).people.get(account.key)).toEqual(account);
  expect(toKnowledge(planInput([], {}, {}, [named])).people.get(account.key)).toEqual(named);
  const input = planInput([]);
  expect(toGround(input)).toMatchObject({ input, guard: { today } });
});
