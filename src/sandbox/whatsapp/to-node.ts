import { formatJid, toGroupJid, toLidJid, toUserJid } from './jid.ts';
import type { Jid } from './jid.ts';
import type { Authorship, GroupNode, ParticipantNode, StubNode } from './nodes.ts';
import type { GroupState, MemberState, WorldState } from './state.ts';

/** Returns the wire form of a group: the same object until the group changes. */
export function toGroupNode(world: WorldState, group: GroupState): GroupNode {
  group.node ??= makeGroupNode(world, group);
  return group.node;
}

/** Returns the truncated form that a list may hold (docs/gowa.md#t7). */
export function toStubNode(group: GroupState): StubNode {
  return { kind: 'stub', jid: toGroupJid(group.id), size: group.members.length };
}

function makeGroupNode(world: WorldState, group: GroupState): GroupNode {
  const { description } = group;
  const author = (at: number, pn: string): Authorship => ({
    at,
    by: toMemberJid(world, group, pn),
    byPhone: toUserJid(pn),
  });
  return {
    kind: 'full',
    jid: toGroupJid(group.id),
    owner: toMemberJid(world, group, group.owner),
    ownerPhone: toUserJid(group.owner),
    subject: group.subject,
    subjectSet: author(group.subjectAt, group.subjectBy),
    ...(description && {
      description: {
        id: description.id,
        text: description.text,
        set: author(description.at, description.by),
      },
    }),
    created: group.created,
    addressing: group.addressing,
    locked: group.locked,
    announce: group.announce,
    ephemeral: group.ephemeral,
    parent: group.parent,
    ...(group.linkedParent !== undefined && { linkedParent: toGroupJid(group.linkedParent) }),
    defaultSub: group.defaultSub,
    approval: group.approval,
    memberAddMode: group.memberAddMode,
    suspended: group.suspended,
    participants: group.members.map((member) => toParticipant(world, group, member)),
    participantVersion: '1735689600000001',
    size: group.members.length,
  };
}

/** Returns how a group names a person: by LID, or by number in an old group. */
export function toMemberJid(world: WorldState, group: GroupState, pn: string): Jid {
  if (group.addressing === 'pn') return toUserJid(pn);
  return toLidOf(world, pn);
}

function toLidOf(world: WorldState, pn: string): Jid {
  return toLidJid(world.people.get(pn)?.lid ?? pn);
}

function toParticipant(world: WorldState, group: GroupState, member: MemberState): ParticipantNode {
  const lid = toLidOf(world, member.pn);
  if (member.hidden) return { jid: lid, lid, type: member.role, displayName: maskNumber(member.pn) };
  const jid = toMemberJid(world, group, member.pn);
  return { jid, lid, phone: toUserJid(member.pn), type: member.role, displayName: '' };
}

/** `447700900006` → `+44∙∙∙∙∙∙∙∙06` (recordings README). */
function maskNumber(pn: string): string {
  return `+${pn.slice(0, 2)}${'∙'.repeat(Math.max(0, pn.length - 4))}${pn.slice(-2)}`;
}

/** Orders groups as WhatsApp lists them: by id. */
export function compareGroups(one: GroupState, other: GroupState): number {
  const [a, b] = [formatJid(toGroupJid(one.id)), formatJid(toGroupJid(other.id))];
  return a < b ? -1 : a > b ? 1 : 0;
}
