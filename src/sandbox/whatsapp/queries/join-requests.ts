import { joinGroup } from '../joining.ts';
import { formatJid } from '../jid.ts';
import { findAdministered } from '../rights.ts';
import { memberOf } from '../state.ts';
import { toMemberJid } from '../to-node.ts';
import { refuseMalformed } from './participants.ts';
import type { Query } from '../connection.ts';
import type { Jid } from '../jid.ts';
import type { JoinRequestNode, ParticipantResult } from '../nodes.ts';

/** Asks who wants to join; admins only. */
export function joinRequestsQuery(jid: Jid): Query<readonly JoinRequestNode[]> {
  return {
    xmlns: 'w:g2',
    type: 'get',
    tag: 'membership_approval_requests',
    to: formatJid(jid),
    carryOut: (world, asker) => {
      const group = findAdministered(world, asker, jid);
      return group.requests.map(({ pn, time }) => ({ jid: toMemberJid(world, group, pn), time }));
    },
  };
}

/** Lets people in or turns them away; 404 for whoever did not ask. */
export function decideRequestsQuery(
  jid: Jid,
  action: 'approve' | 'reject',
  people: readonly Jid[],
): Query<readonly ParticipantResult[]> {
  return {
    xmlns: 'w:g2',
    type: 'set',
    tag: 'membership_requests_action',
    to: formatJid(jid),
    carryOut: (world, asker) => {
      const group = findAdministered(world, asker, jid);
      refuseMalformed(people);
      return people.map(({ user }) => {
        const person = toMemberJid(world, group, user);
        const asked = group.requests.some((request) => request.pn === user);
        if (!asked) return { jid: person, code: 404 };
        group.requests = group.requests.filter((request) => request.pn !== user);
        if (action === 'approve' && memberOf(group, user) === undefined) joinGroup(group, user);
        return { jid: person };
      });
    },
  };
}
