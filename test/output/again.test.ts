import { expect, test } from 'vitest';
import type { ApprovalOptions, PlanningOptions } from '../../src/options.ts';
import { toAgain, toApplyOf } from '../../src/output/again.ts';

const usual: PlanningOptions & ApprovalOptions = { groups: 'groups', target: [], plans: [] };

test.each<[string, Partial<PlanningOptions & ApprovalOptions>, string | undefined]>([
  ['as it was', {}, 'rollcall apply'],
  ['with the same plan files', { plans: ['plan.json', 'b.json'] }, 'rollcall apply plan.json b.json'],
  ['with plan files as a shell takes them', { plans: ['my plan.json'] }, "rollcall apply 'my plan.json'"],
  ['with what was said yes to', { yes: true }, 'rollcall apply --yes'],
  [
    'with what it needs of the flags',
    { groups: 'ours', account: 'second', skipPhotos: true },
    'rollcall apply --groups ours --account second --skip-photos',
  ],
  ['not after --expect, since what is left has another fingerprint', { expect: 'abcd' }, undefined],
  ['after --expect with a plan file', { expect: 'abcd', plans: ['plan.json'] }, 'rollcall apply plan.json'],
  ['not in a rehearsal, which is over', { sandbox: true }, undefined],
])('the command that goes on: %s', (_, options, expected) => {
  expect(toAgain({ ...usual, ...options })).toBe(expected);
});

test.each<[string | undefined, Partial<PlanningOptions>, string | undefined]>([
  [undefined, {}, undefined],
  ['plan.json', {}, 'rollcall apply plan.json'],
  [
    'my plan.json',
    { groups: 'ours', skipPhotos: true },
    "rollcall apply 'my plan.json' --groups ours --skip-photos",
  ],
])('what carries out the plan file %s with %o', (out, options, expected) => {
  expect(toApplyOf(out, { ...usual, ...options })).toBe(expected);
});
