import { RawJson, toFailure, toSuccess } from '../answer.ts';
import { bindFlag } from '../go/bind.ts';
import { requireClient, requireLogin } from '../call.ts';
import { toGoTime } from '../go/go-time.ts';
import { sanitizePhone } from '../gowa-jid.ts';
import { toGroupJson } from '../group-json.ts';
import { readMembers } from '../members.ts';
import { findRecipient } from '../recipients.ts';
import { required, validate } from '../go/validate.ts';
import { getGroupFromLink, getGroupInfo, getInviteLink } from '../whatsmeow.ts';
import { formatJid } from '../../whatsapp/jid.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';

/** `GET /group/info` (docs/gowa.md#13-group-reads). */
export async function groupInfo(call: Call): Promise<Answer> {
  const groupId = readGroupId(call);
  validate({ group_id: required(groupId) });
  requireClient(call);
  const node = await getGroupInfo(call, await findRecipient(call, groupId));
  const json = toGroupJson(node);
  return toSuccess('Success get group info', new RawJson([json]));
}

/** `GET /group/participants`: one query for the group, one about everybody in it (docs/gowa.md#13-group-reads). */
export async function groupParticipants(call: Call): Promise<Answer> {
  const groupId = readGroupId(call);
  if (groupId === '') return noGroupId();
  requireClient(call);
  const jid = await findRecipient(call, groupId);
  const { name, members } = await readMembers(call, jid);
  return toSuccess('Success getting group participants', {
    group_id: formatJid(jid),
    name,
    participants: members.map((member) => ({
      jid: member.jid,
      phone_number: member.phone,
      ...(member.lid !== '' && { lid: member.lid }),
      ...(member.name !== '' && { display_name: member.name }),
      is_admin: member.role !== 'member',
      is_super_admin: member.role === 'super_admin',
    })),
  });
}

/** `GET /group/participants/export`: the same as CSV; fiber writes the charset twice. */
export async function exportParticipants(call: Call): Promise<Answer> {
  const groupId = readGroupId(call);
  if (groupId === '') return noGroupId();
  requireClient(call);
  const jid = await findRecipient(call, groupId);
  const { members } = await readMembers(call, jid);
  const rows = members.map(({ jid: who, phone, lid, name, role }) => [who, phone, lid, name, role]);
  const header = ['participant_jid', 'phone_number', 'lid', 'display_name', 'role'];
  const file = `group-${formatJid(jid).replaceAll('@', '_')}-participants.csv`;
  return {
    status: 200,
    contentType: 'text/csv; charset=utf-8; charset=utf-8',
    headers: { 'Content-Disposition': `attachment; filename="${file}"` },
    body: [header, ...rows].map((row) => `${row.map(toCsvField).join(',')}\n`).join(''),
  };
}

function toCsvField(text: string): string {
  return /[",\r\n]|^\s/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `GET /group/invite-link`; `reset=true` revokes, on a GET (docs/gowa.md#13-group-reads). */
export async function inviteLink(call: Call): Promise<Answer> {
  const groupId = readGroupId(call);
  const reset = bindFlag(call.request.query, 'reset');
  validate({ group_id: required(groupId) });
  requireClient(call);
  const link = await getInviteLink(call, await findRecipient(call, groupId), reset);
  return toSuccess('Success get group invite link', { invite_link: link, group_id: groupId });
}

/** `GET /group/info-from-link`: a preview that counts only whom it shows (docs/gowa.md#13-group-reads). */
export async function infoFromLink(call: Call): Promise<Answer> {
  const link = call.request.query.get('link') ?? '';
  validate({ link: required(link) });
  requireClient(call);
  requireLogin(call);
  const node = await getGroupFromLink(call, link);
  const topic = node.description?.text ?? '';
  return toSuccess('Success get group info from link', {
    group_id: formatJid(node.jid),
    name: node.subject,
    topic,
    created_at: toGoTime(node.created),
    participant_count: node.participants.length,
    is_locked: node.locked,
    is_announce: node.announce,
    is_ephemeral: node.ephemeral > 0,
    description: topic,
  });
}

/** Returns the `group_id` of the query with the server it may lack, `''` if there is none. */
export function readGroupId(call: Call): string {
  return sanitizePhone(call.request.query.get('group_id') ?? '');
}

/** What the endpoints say that look at the id before they validate (docs/gowa.md#s5). */
export function noGroupId(): Answer {
  return toFailure(400, 'INVALID_GROUP_ID', 'Group ID cannot be empty');
}
