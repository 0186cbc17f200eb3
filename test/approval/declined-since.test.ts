import { expect, test } from 'vitest';
import { withWishes } from '../../src/approval/declined-since.ts';
import type { GroupId } from '../../src/domain/group.ts';
import type { Pending } from '../../src/domain/past.ts';
import { noPast } from '../../src/domain/past.ts';
import type { Reading } from '../../src/domain/group.ts';
import { createIds } from '../../src/planning/approval.ts';
import { planGroups } from '../../src/planning/plan-groups.ts';
import {
  account,
  altos,
  desiredGroup,
  listed,
  liveGroup,
  living,
  noLimits,
  personChange,
  planInput,
} from '../support/choir.ts';

const day = 86_400_000;
const toId = createIds({ secret: new Uint8Array(32), account: account.phone });
const add = personChange('add', 2);
const remove = personChange('remove', 3, { before: 'member' });
const ids = [toId(add), toId(remove)];
const now = planInput([]).now;

interface Case {
  /** Days ago. */
  readonly declined?: number;
  readonly given: number;
  readonly pending?: Pending['lane'] | 'add';
  readonly reading?: Reading;
}

/** What is approved by then of an add and a removal: 2 is missing, 3 is to leave. */
function lanesOf({ declined, given, pending, reading }: Case) {
  const wishes = new Map(declined === undefined ? [] : [[add.person.key, now - declined * day]]);
  const known: Pending = { at: now - 50 * day, ...(pending === 'link' && { lane: 'link' }) };
  const past = {
    ...noPast,
    declined: new Map<GroupId, typeof wishes>([[altos, wishes]]),
    pending: new Map(pending ? [[toId(add), known]] : []),
  };
  const start = planInput(
    [[desiredGroup({ people: [listed(2)] }), liveGroup({ people: [living(3)] })]],
    { past },
    { limits: noLimits },
  );
  const input = reading ? { ...start, readings: new Map([[altos, reading]]) } : start;
  const approved = ids.map((id): [string, Pick<Pending, 'lane'>] => [id, {}]);
  const situation = { input, plan: planGroups(input), toId };
  return withWishes(approved, () => now - given * day, situation).map(([, { lane }]) => lane ?? 'all');
}

const unreadable: Reading = { kind: 'unreadable', reason: 'failed', text: 'no answer' };

test.each<[string, Case, string]>([
  ['nobody declined', { given: 40 }, 'all'],
  ['they declined after it was approved', { given: 40, declined: 35 }, 'link'],
  ['they declined before, and so long ago that they are asked again', { given: 33, declined: 35 }, 'all'],
  ['they declined lately, by a plan that did not know of it', { given: 4, declined: 5 }, 'link'],
  ['the memory has it for the link, and the plan adds them', { given: 4, pending: 'link' }, 'all'],
  ['the same, and nobody can read the group', { given: 4, pending: 'link', reading: unreadable }, 'link'],
  [
    'it is approved already, and nobody can read the group',
    { given: 4, pending: 'add', reading: unreadable },
    'all',
  ],
])('where %s, the add is approved as it is to be', (_, about, lane) => {
  expect(lanesOf(about)).toEqual([lane, 'all']);
});
