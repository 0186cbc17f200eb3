import { expect, test } from 'vitest';
import type { Approved } from '../../src/approval/find-approval.ts';
import { findWaiting } from '../../src/approval/waiting.ts';
import type { Change } from '../../src/domain/plan/change.ts';
import type { Outcome, ApplyOutcome } from '../../src/domain/plan/outcome.ts';
import type { Pending } from '../../src/domain/past.ts';
import { noPast } from '../../src/domain/past.ts';
import type { GroupPlan } from '../../src/domain/plan/plan.ts';
import { createIds } from '../../src/planning/approval.ts';
import {
  account,
  altos,
  desiredGroup,
  listed,
  liveGroup,
  personChange,
  planInput,
  today,
  tomorrow,
} from '../support/choir.ts';

const toId = createIds({ secret: new Uint8Array(32), account: account.phone });
const add = personChange('add', 2, { why: { kind: 'listed', via: ['+447700900002'] } });
const desired = desiredGroup({ people: [listed(2)] });

interface Setup {
  readonly pending?: Partial<Pending>;
  readonly plan?: Partial<GroupPlan>;
  readonly tried?: readonly Change[];
  readonly isEverything?: boolean;
}

/** Why the add of 2 waits by a memory that approved it; undefined where it does not. */
function ask({ pending, plan, tried = [], isEverything = false }: Setup) {
  const known: Pending = { at: 0, group: altos, ...pending };
  const input = planInput([[desired, liveGroup()]], {
    past: { ...noPast, pending: new Map([[toId(add), known]]) },
  });
  const group: GroupPlan = {
    desired,
    reading: { kind: 'read', group: liveGroup() },
    changes: [],
    leftAlone: [],
    refusals: [],
    scheduled: [],
    notices: [],
    ...plan,
  };
  const approved: Approved = {
    approval: isEverything ? { kind: 'all' } : { kind: 'ids', ids: new Set([toId(add)]), byLink: new Set() },
    fromFiles: new Map(),
    refused: new Set(),
    hasFiles: false,
  };
  const outcomes = tried.map((change): Outcome => ({ change, result: 'verified' }));
  const situation = {
    whole: input.organisation,
    input,
    plan: { account: 'main', elsewhere: 0, groups: [group], toCreate: [], refusals: [] },
    toId,
  };
  const [waiting] = findWaiting(approved, situation, { groups: [{ outcomes }] } as unknown as ApplyOutcome);
  return waiting && `${waiting.reason}${waiting.change ? `: ${waiting.change.action}` : ''}`;
}

test.each<[string, Setup, string | undefined]>([
  ['what was tried has an outcome', { tried: [add] }, undefined],
  ['what is due and was not tried is told by the limits', { plan: { changes: [add] } }, undefined],
  ['what a complete reading does not show is not due', {}, undefined],
  ['what comes another day is not due', { pending: { on: tomorrow } }, undefined],
  [
    'all that is due was approved with --yes',
    { plan: { leftAlone: [{ reason: 'full', change: add }] }, isEverything: true },
    undefined,
  ],
  [
    'whoever comes by the link is waited for by nobody',
    { plan: { leftAlone: [{ reason: 'declined', change: add }] } },
    undefined,
  ],
  [
    'nor is what becomes of them once they are there',
    { plan: { leftAlone: [{ reason: 'declined', change: { ...add, action: 'promote' } as Change }] } },
    undefined,
  ],
  [
    'whoever may come by themselves was not approved to be added',
    { pending: { lane: 'link' }, plan: { leftAlone: [{ reason: 'not-approved', change: add }] } },
    undefined,
  ],
  ['its group is not in this run', { pending: { group: undefined as never } }, undefined],
  ['it is left alone', { plan: { leftAlone: [{ reason: 'full', change: add }] } }, 'full: add'],
  [
    'its day has come, and it is left alone',
    { pending: { on: today }, plan: { leftAlone: [{ reason: 'full', change: add }] } },
    'full: add',
  ],
  [
    'the group could not be read',
    { plan: { reading: { kind: 'unreadable', reason: 'failed', text: '' } } },
    'failed: add',
  ],
  [
    'the account is not in the group',
    { plan: { reading: { kind: 'unreadable', reason: 'not-in-group', text: '' } } },
    'not-in-group: add',
  ],
  [
    'the reading does not prove its people',
    { plan: { reading: { kind: 'read', group: liveGroup({ peopleComplete: false }) } } },
    'incomplete: add',
  ],
])('approved, and waiting? %s', (_, setup, expected) => {
  expect(ask(setup)).toBe(expected);
});
