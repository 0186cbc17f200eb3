import { findObstacle, joinGroup, leaveGroup } from '../joining.ts';
import { formatJid } from '../jid.ts';
import { drawText } from '../../random.ts';
import { QueryRefusal } from '../refusal.ts';
import { memberOf, nowInSeconds } from '../state.ts';
import { toGroupNode } from '../to-node.ts';
import { refuseMalformed } from './participants.ts';
import type { Asker, Query } from '../connection.ts';
import type { Jid } from '../jid.ts';
import type { GroupNode } from '../nodes.ts';
import type { GroupState, WorldState } from '../state.ts';

/** Makes a group; whoever cannot be added is left out in silence, as GOWA shows it (docs/gowa.md#14-group-writes). */
export function createQuery(subject: string, people: readonly Jid[]): Query<GroupNode> {
  return {
    xmlns: 'w:g2',
    type: 'set',
    tag: 'create',
    to: '@g.us',
    carryOut: (world, asker) => {
      refuseMalformed(people);
      if (subject.length > world.behaviour.title_limit) throw new QueryRefusal(406);
      const group = makeGroup(world, asker, subject);
      for (const person of people) {
        if (findObstacle(world, group, person.user) === undefined) joinGroup(group, person.user);
      }
      world.groups.set(group.id, group);
      return toGroupNode(world, group);
    },
  };
}

/** Leaves a group. WhatsApp says yes even where there is none to leave (recordings: create-join-leave). */
export function leaveQuery(jid: Jid): Query<void> {
  return {
    xmlns: 'w:g2',
    type: 'set',
    tag: 'leave',
    to: formatJid(jid),
    carryOut: (world, asker) => {
      const group = world.groups.get(jid.user);
      if (group !== undefined && memberOf(group, asker.pn) !== undefined) leaveGroup(group, asker.pn);
    },
  };
}

function makeGroup(world: WorldState, asker: Asker, subject: string): GroupState {
  const now = nowInSeconds(world);
  return {
    id: makeGroupId(world),
    subject,
    subjectAt: now,
    subjectBy: asker.pn,
    description: undefined,
    created: now,
    owner: asker.pn,
    members: [{ pn: asker.pn, role: 'superadmin', hidden: false }],
    addressing: world.behaviour.create_addressing,
    locked: false,
    announce: false,
    ephemeral: 0,
    memberAddMode: 'all_member_add',
    approval: false,
    requests: [],
    parent: false,
    linkedParent: undefined,
    defaultSub: false,
    suspended: false,
    stub: false,
    capacity: 1025,
    invite: undefined,
    revokedInvites: new Set(),
    picture: undefined,
    node: undefined,
  };
}

/** `120363` and 12 digits (docs/gowa.md#s9). */
function makeGroupId(world: WorldState): string {
  let id = '';
  do id = `120363${drawText(world.random, '0123456789', 12)}`;
  while (world.groups.has(id));
  return id;
}
