import { findObstacle, joinGroup, leaveGroup } from '../joining.ts';
import { formatJid, userServer } from '../jid.ts';
import { QueryRefusal } from '../refusal.ts';
import { findAdministered, findOwnGroup } from '../rights.ts';
import { isAdmin, memberOf, touchGroup } from '../state.ts';
import { toMemberJid } from '../to-node.ts';
import type { Asker, Query } from '../connection.ts';
import type { Jid } from '../jid.ts';
import type { ParticipantResult } from '../nodes.ts';
import type { GroupState, WorldState } from '../state.ts';

/** What can be done to members. */
export type ParticipantAction = 'add' | 'remove' | 'promote' | 'demote';

/** Adds, removes, promotes or demotes; one malformed person spoils the whole query with 400 (docs/gowa.md#t1). */
export function participantsQuery(
  jid: Jid,
  action: ParticipantAction,
  people: readonly Jid[],
): Query<readonly ParticipantResult[]> {
  return {
    xmlns: 'w:g2',
    type: 'set',
    tag: action,
    to: formatJid(jid),
    carryOut: (world, asker) => {
      const group =
        action === 'add' ? findOpenToAdds(world, asker, jid) : findAdministered(world, asker, jid);
      refuseMalformed(people);
      return people.map((person) => changeOne(world, group, asker, action, person.user));
    },
  };
}

/** Refuses the whole query with 400 if anybody in it is no plain number. */
export function refuseMalformed(people: readonly Jid[]): void {
  if (!people.every((person) => person.server === userServer && /^\d+$/.test(person.user))) {
    throw new QueryRefusal(400);
  }
}

function findOpenToAdds(world: WorldState, asker: Asker, jid: Jid): GroupState {
  const group = findOwnGroup(world, asker, jid);
  if (group.memberAddMode === 'admin_add' && !isAdmin(group, asker.pn)) {
    throw new QueryRefusal(world.behaviour.not_admin);
  }
  return group;
}

function changeOne(
  world: WorldState,
  group: GroupState,
  asker: Asker,
  action: ParticipantAction,
  pn: string,
): ParticipantResult {
  const jid = toMemberJid(world, group, pn);
  const code = changes[action](world, group, pn, asker);
  return code === undefined ? { jid } : { jid, code, addRequest: action === 'add' && code === 403 };
}

type Change = (world: WorldState, group: GroupState, pn: string, asker: Asker) => number | undefined;

const changes: Readonly<Record<ParticipantAction, Change>> = {
  add: (world, group, pn) => {
    const obstacle = findObstacle(world, group, pn);
    if (obstacle === undefined) joinGroup(group, pn);
    return obstacle;
  },
  remove: (world, group, pn, asker) => {
    const member = memberOf(group, pn);
    if (member === undefined) return 404;
    if (member.role === 'superadmin') return 405;
    if (pn === asker.pn && world.behaviour.self_remove === 'refused') return 406;
    leaveGroup(group, pn);
    return undefined;
  },
  promote: (_world, group, pn) => {
    const member = memberOf(group, pn);
    if (member === undefined) return 404;
    if (member.role === 'member') member.role = 'admin';
    touchGroup(group);
    return undefined;
  },
  demote: (_world, group, pn) => {
    const member = memberOf(group, pn);
    if (member === undefined) return 404;
    if (member.role !== 'admin') return 406;
    member.role = 'member';
    touchGroup(group);
    return undefined;
  },
};
