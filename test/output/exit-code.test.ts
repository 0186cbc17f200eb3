import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/plan/change.ts';
import type { ApplyOutcome, Outcome } from '../../src/domain/plan/outcome.ts';
import type { GroupPlan, Plan } from '../../src/domain/plan/plan.ts';
import type { Refusal } from '../../src/domain/plan/refusal.ts';
import { exitCodes } from '../../src/exit-codes.ts';
import { exitCodeForApply, exitCodeForPlan } from '../../src/output/exit-code.ts';
import { verdicts } from '../support/verdicts.ts';

const change = { action: 'add', group: 'g' } as unknown as Change;
const refusal: Refusal = { limit: 'removals', scope: 'group', count: 5, allowed: 3 };

function planOf(group: Partial<GroupPlan> = {}): Plan {
  const reading = { kind: 'read' };
  const whole = { reading, changes: [], leftAlone: [], refusals: [], scheduled: [], notices: [], ...group };
  return {
    account: 'main',
    groups: [whole as unknown as GroupPlan],
    toCreate: [],
    elsewhere: 0,
    refusals: [],
  };
}

function outcomeOf(results: readonly Outcome['result'][], rest: Partial<ApplyOutcome> = {}): ApplyOutcome {
  const outcomes = results.map((result): Outcome => ({ change, ...verdicts[result] }));
  const group = { outcomes } as unknown as ApplyOutcome['groups'][number];
  return { groups: [group], paceSpent: false, interrupted: false, ...rest };
}

const guest = { reason: 'new-members', change } as const;
const unread = { reading: { kind: 'unreadable', reason: 'failed', text: '' } } as const;
const half = { leftAlone: [{ reason: 'incomplete' }] } as const;
const notThere = { reading: { kind: 'unreadable', reason: 'not-in-group', text: '' } } as const;

test.each([
  ['nothing to do', planOf(), false, exitCodes.ok],
  ['changes', planOf({ changes: [change] }), false, exitCodes.ok],
  ['changes, in detail', planOf({ changes: [change] }), true, exitCodes.changes],
  ['a refusal', planOf({ changes: [change], refusals: [refusal] }), true, exitCodes.refused],
  ['a failed reading', planOf({ ...unread, refusals: [refusal] }), false, exitCodes.failed],
  ['half a reading', planOf(half), false, exitCodes.failed],
  ['not in the group', planOf(notThere), false, exitCodes.ok],
  ['people to invite', planOf({ leftAlone: [guest] }), true, exitCodes.ok],
  ['too many of them', planOf({ leftAlone: [{ ...guest, refusal }] }), false, exitCodes.refused],
])('plan with %s', (_, plan, isDetailed, code) => {
  expect(exitCodeForPlan(plan, isDetailed)).toBe(code);
});

const stop = (code: 'rate-limited' | 'session-lost') => ({ stop: { kind: 'stop', code, text: '' } }) as const;

test.each([
  ['all verified', planOf(), outcomeOf(['verified', 'verified']), exitCodes.ok],
  ['nothing approved was due', planOf(), outcomeOf([]), exitCodes.ok],
  [
    'interrupted before anything else',
    planOf(unread),
    outcomeOf(['failed'], { interrupted: true }),
    exitCodes.interrupted,
  ],
  [
    'people to invite, whom nobody can fetch',
    planOf({ leftAlone: [guest] }),
    outcomeOf(['verified']),
    exitCodes.ok,
  ],
  ['something failed', planOf(), outcomeOf(['verified', 'failed']), exitCodes.failed],
  ['something not verified', planOf(), outcomeOf(['not-verified']), exitCodes.failed],
  ['a failed reading', planOf(unread), outcomeOf([]), exitCodes.failed],
  ['a lost session', planOf(), outcomeOf(['skipped'], stop('session-lost')), exitCodes.failed],
  ['a limit of WhatsApp', planOf(), outcomeOf(['skipped'], stop('rate-limited')), exitCodes.incomplete],
  [
    'a refusal of approved changes',
    planOf({ changes: [change], refusals: [refusal] }),
    outcomeOf([]),
    exitCodes.refused,
  ],
  ['a declined add', planOf(), outcomeOf(['verified', 'declined']), exitCodes.incomplete],
  ['a skipped change', planOf(), outcomeOf(['skipped']), exitCodes.incomplete],
  ['a spent pace', planOf(), outcomeOf([], { paceSpent: true }), exitCodes.incomplete],
  [
    'what nobody approved',
    planOf({ leftAlone: [{ reason: 'not-approved', change }] }),
    outcomeOf([]),
    exitCodes.incomplete,
  ],
  [
    'drift that is left alone',
    planOf({ leftAlone: [{ reason: 'not-admin', change }] }),
    outcomeOf([]),
    exitCodes.ok,
  ],
])('apply with %s', (_, plan, outcome, code) => {
  expect(exitCodeForApply(plan, outcome, { memory: 'kept', isWaiting: false })).toBe(code);
});

test('apply with something approved that waits is not done', () => {
  const lost = { memory: 'kept', isWaiting: true } as const;
  expect(exitCodeForApply(planOf(), outcomeOf([]), lost)).toBe(exitCodes.incomplete);
});

test('apply without the memory that it should have is never done', () => {
  expect(exitCodeForApply(planOf(), outcomeOf(['verified']), { memory: 'unusable', isWaiting: false })).toBe(
    exitCodes.incomplete,
  );
  expect(exitCodeForApply(planOf(), outcomeOf(['verified']), { memory: 'none', isWaiting: false })).toBe(
    exitCodes.ok,
  );
});

test('a link that could not be read is a failure, like a group', () => {
  const outcomes = [{ change, result: 'skipped', cause: 'link-unread' }] as const;
  const outcome = { groups: [{ outcomes }], paceSpent: false, interrupted: false } as unknown as ApplyOutcome;
  expect(exitCodeForApply(planOf(), outcome, { memory: 'kept', isWaiting: false })).toBe(exitCodes.failed);
});
