import { expect, test } from 'vitest';
import { findNextCommand } from '../../src/render/next-command.ts';
import type { View } from '../../src/view/view.ts';

const none = { toJoin: 0, toLeave: 0, toPromote: 0, toDemote: 0, toChange: 0, refused: 0, unreadable: 0 };
const results = { verified: 3, declined: 0, 'not-verified': 0, failed: 0, skipped: 0 };
const run = { results, waiting: [], notApproved: 0, paceSpent: false, interrupted: false };

function next(more: object, again?: string): string | undefined {
  const view = {
    totals: none,
    toCreate: [],
    groups: [],
    fingerprint: 'abcd',
    flags: ' --target a',
    isKeyLasting: true,
    ...more,
  };
  return findNextCommand(view as unknown as View, again);
}

const totals = (more: object) => ({ totals: { ...none, ...more } });
const after = (more: object) => ({ run: { ...run, ...more } });

const due = { refused: false };
const made = { ...due, fate: { result: 'made', filed: 'filed' } };
const lost = { ...due, fate: { result: 'made', filed: 'not-filed' } };

test('after groups were made in a rehearsal that remembers nothing, the plan file approves nobody', () => {
  const view = { ...after({}), toCreate: [made], memory: 'none' };
  expect(next(view, 'rollcall apply plan.json')).toBe('rollcall plan --target a');
});

const fresh = { isApproved: false, refused: false };

test.each([
  [{ scheduled: [fresh], toInvite: [] }, 'rollcall apply plan.json'],
  [{ scheduled: [], toInvite: [fresh] }, 'rollcall apply plan.json'],
  [{ scheduled: [{ ...fresh, isApproved: true }], toInvite: [{ ...fresh, refused: true }] }, undefined],
])('a plan file approves what no change of today is: %j', (group, command) => {
  expect(next({ groups: [group] }, 'rollcall apply plan.json')).toBe(command);
  expect(next({ groups: [group] })).toBe(undefined);
});

test.each([
  [made, 'rollcall apply plan.json'],
  [lost, 'rollcall create plan.json'],
  [{ ...due, fate: { result: 'unknown' } }, 'rollcall create plan.json'],
])('after groups were made: %j', (group, command) => {
  expect(next({ ...after({}), toCreate: [group] }, 'rollcall apply plan.json')).toBe(command);
});

test.each<[string, object, string | undefined]>([
  ['nothing to do', {}, undefined],
  ['somebody to leave', totals({ toLeave: 1 }), 'rollcall apply --target a --expect abcd'],
  [
    'another fingerprint each time',
    { ...totals({ toChange: 1 }), isKeyLasting: false },
    'rollcall apply --target a',
  ],
  // A refusal has to be dealt with first.
  ['a refusal', totals({ toLeave: 1, refused: 1 }), undefined],
  ['a demonstration', { ...totals({ toJoin: 1 }), isDemo: true }, undefined],
  // Groups come before whoever joins them.
  ['a group to make', { toCreate: [due] }, 'rollcall create --target a --expect abcd'],
  ['a group that cannot be made', { toCreate: [{ ...due, obstacle: 'no-name' }] }, undefined],
  ['all done', after({}), undefined],
  ['who declined is not asked again', after({ results: { ...results, declined: 1 } }), undefined],
  ['something failed', after({ results: { ...results, failed: 1 } }), 'rollcall plan --target a'],
  ['something waits', after({ waiting: [{}] }), 'rollcall plan --target a'],
  ['the day is spent', after({ paceSpent: true }), 'rollcall plan --target a'],
  ['a limit', after({ stop: { code: 'rate-limited' } }), 'rollcall plan --target a'],
  ['a lost session', after({ stop: { code: 'session-lost' } }), 'rollcall status'],
  ['a server that is gone', after({ stop: { code: 'unreachable' } }), 'rollcall status'],
  ['it goes on still', { ...after({ paceSpent: true }), isUnderWay: true }, undefined],
])('%s', (_, more, command) => {
  expect(next(more)).toBe(command);
});

test('what carries out the plan file, or goes on where a run stopped short, comes first', () => {
  expect(next(totals({ toJoin: 1 }), 'again')).toBe('again');
  expect(next(after({ interrupted: true }), 'again')).toBe('again');
  expect(next(after({ results: { ...results, failed: 1 } }), 'again')).toBe('rollcall plan --target a');
});
