import type { LinkRenewal } from '../../src/domain/plan/change.ts';
import type { LeftAlone } from '../../src/domain/plan/left-alone.ts';
import type { KnownGroup, Plan } from '../../src/domain/plan/plan.ts';
import type { InviteReason } from '../../src/domain/plan/to-invite.ts';
import type { Person } from '../../src/domain/people/person.ts';
import {
  ana,
  budi,
  changesOf,
  citra,
  desiredGroup,
  dewi,
  groupPlan,
  inputOf,
  listed,
  person,
  planOf,
  stranger,
} from './sample-plans.ts';
import type { ViewInput } from '../../src/view/to-view.ts';

/** Somebody who is to come by a group's link. */
function toInvite(desired: KnownGroup, who: Person, reason: InviteReason): LeftAlone {
  const change = changesOf(desired).of('add', who, listed(who.handle ?? ''), { lane: 'link' });
  return { reason, change, ...(reason === 'declined' && { since: '2026-11-03' }) };
}

function renewal({ id }: KnownGroup, isOwed: boolean): LinkRenewal {
  return { action: 'set', setting: 'link', group: id, why: { kind: 'leavers' }, isOwed };
}

const walkers = desiredGroup('walkers.yaml', 'Walkers');
const chess = desiredGroup('chess.yaml', 'Chess');
const readers = desiredGroup('readers.yaml', 'Readers');

/** People who come by the link, for each reason, many and few, approved or stopped by a limit; and links to be renewed. */
function linksPlan(): Plan {
  const many = Array.from({ length: 14 }, (_, index) => person(100 + index, `walker-${index + 1}`));
  const refusal = { limit: 'adds', scope: 'group', count: 3, allowed: 2 } as const;
  return planOf([
    groupPlan(chess, {
      changes: [changesOf(chess).of('remove', stranger, { kind: 'unlisted' }), renewal(chess, false)],
      leftAlone: [
        toInvite(chess, ana, 'by-invite'),
        toInvite(chess, budi, 'declined'),
        { reason: 'by-invite', change: changesOf(chess).of('promote', ana, listed('ana')) },
      ],
    }),
    groupPlan(readers, {
      leftAlone: [citra, dewi, person(7)].map((who) => ({
        ...toInvite(readers, who, 'new-members'),
        refusal,
      })),
    }),
    groupPlan(walkers, {
      changes: [renewal(walkers, true)],
      scheduled: [
        {
          change: changesOf(walkers).of('remove', dewi, {
            kind: 'ended',
            until: '2026-12-31',
            via: ['dewi'],
          }),
          on: '2027-01-01',
        },
      ],
      leftAlone: many.map((who) => toInvite(walkers, who, 'new-members')),
    }),
  ]);
}

/** The same, with the walkers approved before, and adding that takes days elsewhere. */
export function linksInput(): ViewInput {
  const input = inputOf(linksPlan(), {
    renewsLinks: true,
    forecast: { adds: 64, lookups: 64, days: 2, minutes: 43, isByAdding: true, byLink: 64 },
  });
  const known = new Set(
    input.plan.groups[2]?.leftAlone.flatMap(({ change }) => (change ? [input.toId(change)] : [])),
  );
  return { ...input, isPending: (id) => known.has(id) };
}
