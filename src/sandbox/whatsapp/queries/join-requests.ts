import { joinGroup } from '../joining.ts';
import { formatJid } from '../jid.ts';
import { findAdministered } from '../rights.ts';
import { memberOf } from '../state.ts';
import { toMemberJid } from '../to-node.ts';
import { refuseMalformed } from './participants.ts';
import type { Query } from '../connection.ts';
import type { Jid } from '../jid.ts';
import type { JoinRequestNode, ParticipantResult } from '../nodes.ts';
import type { GroupState, RequestState, WorldState } from '../state.ts';

/** Asks who wants to join; admins only. */
export function joinRequestsQuery(jid: Jid): Query<readonly JoinRequestNode[]> {
  return {
    xmlns: 'w:g2',
    type: 'get',
    tag: 'membership_approval_requests',
    to: formatJid(jid),
    carryOut: (world, asker) => {
      const group = findAdministered(world, asker, jid);
      const listed = group.requests.map(({ pn, time }) => ({ jid: toMemberJid(world, group, pn), time }));
      group.requests = group.requests.flatMap(countListing);
      return listed;
    },
  };
}

/** A request after it was listed once more; nothing where that was its last time. */
function countListing(request: RequestState): RequestState[] {
  const { withdrawnAfter } = request;
  if (withdrawnAfter === undefined) return [request];
  return withdrawnAfter > 1 ? [{ ...request, withdrawnAfter: withdrawnAfter - 1 }] : [];
}

/**
 * Lets people in or turns them away, one after the other: each finds the group as those before left it. 404 for whoever
 * did not ask, twice in one call included; 419 for whom there is no room left, and who goes on waiting. Asking is a
 * consent: neither privacy nor having left a short while ago keeps anybody out (recordings: consent-3).
 */
export function decideRequestsQuery(
  groupJid: Jid,
  action: 'approve' | 'reject',
  people: readonly Jid[],
): Query<readonly ParticipantResult[]> {
  return {
    xmlns: 'w:g2',
    type: 'set',
    tag: 'membership_requests_action',
    to: formatJid(groupJid),
    carryOut: (world, asker) => {
      const group = findAdministered(world, asker, groupJid);
      refuseMalformed(people);
      return people.map(({ user }) => {
        const code = decideOne(world, group, action, user);
        const jid = toMemberJid(world, group, user);
        return code === undefined ? { jid } : { jid, code };
      });
    },
  };
}

function decideOne(
  world: WorldState,
  group: GroupState,
  action: 'approve' | 'reject',
  pn: string,
): number | undefined {
  if (!group.requests.some((request) => request.pn === pn)) return 404;
  if (action === 'approve' && memberOf(group, pn) === undefined) {
    const isFull = group.members.length >= group.capacity;
    if (isFull && world.behaviour.approve_when_full === 'refused') return 419;
    if (!isFull) joinGroup(group, pn);
  }
  group.requests = group.requests.filter((request) => request.pn !== pn);
  return undefined;
}
