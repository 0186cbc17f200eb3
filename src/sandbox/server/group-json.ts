import { toGoJson } from './go/go-json.ts';
import { toGoTime, zeroTime } from './go/go-time.ts';
import { formatJid } from '../whatsapp/jid.ts';
import type { Jid } from '../whatsapp/jid.ts';
import type { GroupNode, ParticipantNode, StubNode } from '../whatsapp/nodes.ts';

/** The JSON of each group, as long as the group is the same: a list of 500 is joined, not serialised. */
const cache = new WeakMap<GroupNode, Buffer>();

/** Returns a group as GOWA shows it: the keys of docs/gowa.md#13-group-reads, in their order. */
export function toGroupJson(node: GroupNode | StubNode): Buffer {
  if (node.kind === 'stub') return Buffer.from(toGoJson(toStubInfo(node)));
  const known = cache.get(node);
  if (known) return known;
  const json = Buffer.from(toGoJson(toGroupInfo(node)));
  cache.set(node, json);
  return json;
}

function toGroupInfo(node: GroupNode): Record<string, unknown> {
  const { description } = node;
  return {
    JID: formatJid(node.jid),
    OwnerJID: formatJid(node.owner),
    OwnerPN: formatJid(node.ownerPhone),
    Name: node.subject,
    NameSetAt: toGoTime(node.subjectSet.at),
    NameSetBy: formatJid(node.subjectSet.by),
    NameSetByPN: formatJid(node.subjectSet.byPhone),
    Topic: description?.text ?? '',
    TopicID: description?.id ?? '',
    TopicSetAt: description === undefined ? zeroTime : toGoTime(description.set.at),
    TopicSetBy: orNothing(description?.set.by),
    TopicSetByPN: orNothing(description?.set.byPhone),
    TopicDeleted: false,
    ...toSettings(node),
    AddressingMode: node.addressing,
    GroupCreated: toGoTime(node.created),
    CreatorCountryCode: 'XX',
    ParticipantVersionID: node.participantVersion,
    Participants: node.participants.map(toParticipant),
    ParticipantCount: node.size,
    MemberAddMode: node.memberAddMode,
    Suspended: node.suspended,
  };
}

function toSettings(node: GroupNode): Record<string, unknown> {
  return {
    IsLocked: node.locked,
    IsAnnounce: node.announce,
    AnnounceVersionID: '1735689600000002',
    IsEphemeral: node.ephemeral > 0,
    DisappearingTimer: node.ephemeral,
    IsIncognito: false,
    IsParent: node.parent,
    DefaultMembershipApprovalMode: node.parent ? 'request_required' : '',
    LinkedParentJID: orNothing(node.linkedParent),
    IsDefaultSubGroup: node.defaultSub,
    IsJoinApprovalRequired: node.approval,
  };
}

function toParticipant(participant: ParticipantNode): Record<string, unknown> {
  return {
    JID: formatJid(participant.jid),
    PhoneNumber: orNothing(participant.phone),
    LID: formatJid(participant.lid),
    IsAdmin: participant.type !== 'member',
    IsSuperAdmin: participant.type === 'superadmin',
    DisplayName: participant.displayName,
    Error: 0,
    AddRequest: null,
  };
}

/** A truncated group: everything Go's zero value but the id, `lid` and the size (docs/gowa.md#t7). */
function toStubInfo(node: StubNode): Record<string, unknown> {
  return {
    JID: formatJid(node.jid),
    OwnerJID: '',
    OwnerPN: '',
    Name: '',
    NameSetAt: zeroTime,
    NameSetBy: '',
    NameSetByPN: '',
    Topic: '',
    TopicID: '',
    TopicSetAt: zeroTime,
    TopicSetBy: '',
    TopicSetByPN: '',
    TopicDeleted: false,
    IsLocked: false,
    IsAnnounce: false,
    AnnounceVersionID: '',
    IsEphemeral: false,
    DisappearingTimer: 0,
    IsIncognito: false,
    IsParent: false,
    DefaultMembershipApprovalMode: '',
    LinkedParentJID: '',
    IsDefaultSubGroup: false,
    IsJoinApprovalRequired: false,
    AddressingMode: 'lid',
    GroupCreated: zeroTime,
    CreatorCountryCode: '',
    ParticipantVersionID: '',
    Participants: null,
    ParticipantCount: node.size,
    MemberAddMode: '',
    Suspended: false,
  };
}

function orNothing(jid: Jid | undefined): string {
  return jid === undefined ? '' : formatJid(jid);
}
