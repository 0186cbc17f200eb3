import { drawText } from '../../random.ts';
import { joinGroup } from '../joining.ts';
import { formatJid, toGroupJid } from '../jid.ts';
import { QueryRefusal } from '../refusal.ts';
import { findOwnGroup } from '../rights.ts';
import { isAdmin, memberOf, nowInSeconds } from '../state.ts';
import { toGroupNode } from '../to-node.ts';
import type { Query } from '../connection.ts';
import type { Jid } from '../jid.ts';
import type { GroupNode } from '../nodes.ts';
import type { GroupState, WorldState } from '../state.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Asks for the code of a group's invite link, or for a new one, which revokes the old (docs/gowa.md#13-group-reads).
 */
export function inviteQuery(jid: Jid, reset: boolean): Query<string> {
  return {
    xmlns: 'w:g2',
    type: reset ? 'set' : 'get',
    tag: 'invite',
    to: formatJid(jid),
    carryOut: (world, asker) => {
      const group = findOwnGroup(world, asker, jid);
      // The one query whose refusal to plain members is 401 by default (recordings README).
      if (!isAdmin(group, asker.pn)) throw new QueryRefusal(401);
      if (reset && group.invite !== undefined) group.revokedInvites.add(group.invite);
      if (reset || group.invite === undefined) group.invite = drawText(world.random, letters, 22);
      return group.invite;
    },
  };
}

/** Looks at a group through its invite code: 410 revoked, 406 no such code. */
export function previewQuery(code: string): Query<GroupNode> {
  return {
    xmlns: 'w:g2',
    type: 'get',
    tag: 'invite',
    to: '@g.us',
    carryOut: (world) => {
      const node = toGroupNode(world, findInvited(world, code));
      return { ...node, participants: node.participants.slice(0, world.behaviour.preview_size) };
    },
  };
}

/** Joins by invite code; where admins must approve, it only asks them, with the same answer. */
export function joinQuery(code: string): Query<Jid> {
  return {
    xmlns: 'w:g2',
    type: 'set',
    tag: 'invite',
    to: '@g.us',
    carryOut: (world, asker) => {
      const group = findInvited(world, code);
      if (memberOf(group, asker.pn) !== undefined) throw new QueryRefusal(304);
      if (group.members.length >= group.capacity) throw new QueryRefusal(419);
      if (!group.approval) joinGroup(group, asker.pn);
      else if (!group.requests.some((request) => request.pn === asker.pn)) {
        group.requests.push({ pn: asker.pn, time: nowInSeconds(world) });
      }
      return toGroupJid(group.id);
    },
  };
}

function findInvited(world: WorldState, code: string): GroupState {
  for (const group of world.groups.values()) {
    if (group.invite === code) return group;
    if (group.revokedInvites.has(code)) throw new QueryRefusal(410);
  }
  throw new QueryRefusal(406);
}
