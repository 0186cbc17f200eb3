import { toFailure, toSuccess } from '../answer.ts';
import { bindBody } from '../go/bind.ts';
import { requireClient } from '../call.ts';
import { sanitizePhone } from '../gowa-jid.ts';
import { decodePart } from '../http-request.ts';
import { findRecipient } from '../recipients.ts';
import * as structs from '../go/structs.ts';
import { required, requiredLength, validate } from '../go/validate.ts';
import { ask, setDisappearing, setTopic } from '../whatsmeow.ts';
import { groupServer } from '../../whatsapp/jid.ts';
import {
  announceQuery,
  approvalModeQuery,
  lockedQuery,
  memberAddModeQuery,
  subjectQuery,
} from '../../whatsapp/queries/settings.ts';
import { PlainError } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';

/** GOWA's own limit for names, in bytes (docs/gowa.md#t9). */
const nameBytes = 25;
/** What the disappearing timer may be, in seconds (docs/gowa.md#14-group-writes). */
const allowedTimers = [0, 86_400, 604_800, 7_776_000];

/** `POST /group/name`. */
export async function setName(call: Call): Promise<Answer> {
  const body = bindBody(call.request, structs.setNameRequest);
  const groupId = sanitizePhone(body.group_id);
  validate({ group_id: required(groupId), name: requiredLength(body.name, nameBytes) });
  requireClient(call);
  await ask(call, subjectQuery(await findRecipient(call, groupId), body.name));
  return toSuccess(`Success update group name to '${body.name}'`);
}

/** `POST /group/topic`; a missing topic deletes it (docs/gowa.md#t16). */
export async function setGroupTopic(call: Call): Promise<Answer> {
  const body = bindBody(call.request, structs.setTopicRequest);
  const groupId = sanitizePhone(body.group_id);
  validate({ group_id: required(groupId) });
  requireClient(call);
  await setTopic(call, await findRecipient(call, groupId), body.topic);
  return toSuccess(`Success ${body.topic === '' ? 'remove' : 'update'} group topic`);
}

/** `POST /group/locked`; a missing value unlocks (docs/gowa.md#t16). */
export async function setLocked(call: Call): Promise<Answer> {
  const body = bindBody(call.request, structs.setLockedRequest);
  const groupId = sanitizePhone(body.group_id);
  validate({ group_id: required(groupId) });
  requireClient(call);
  await ask(call, lockedQuery(await findRecipient(call, groupId), body.locked));
  return toSuccess(`Success set group as ${body.locked ? 'locked' : 'unlocked'}`);
}

/** `POST /group/announce`; a missing value lets everybody post (docs/gowa.md#t16). */
export async function setAnnounce(call: Call): Promise<Answer> {
  const body = bindBody(call.request, structs.setAnnounceRequest);
  const groupId = sanitizePhone(body.group_id);
  validate({ group_id: required(groupId) });
  requireClient(call);
  await ask(call, announceQuery(await findRecipient(call, groupId), body.announce));
  return toSuccess(`Success ${body.announce ? 'enable' : 'disable'} announce mode`);
}

/**
 * `POST /group/join-approval`, which forks have and GOWA has not (docs/gowa.md#16-endpoints-of-forks). Unproven: their
 * source was read, no answer of theirs was recorded. A missing value switches it off.
 */
export async function setJoinApproval(call: Call): Promise<Answer> {
  const body = bindBody(call.request, structs.setJoinApprovalRequest);
  const groupId = sanitizePhone(body.group_id);
  validate({ group_id: required(groupId) });
  requireClient(call);
  await ask(call, approvalModeQuery(await findRecipient(call, groupId), body.enabled));
  return toSuccess('Success set group join approval mode');
}

/** `POST /group/member-add-mode`, of the same forks. */
export async function setMemberAddMode(call: Call): Promise<Answer> {
  const body = bindBody(call.request, structs.setMemberAddModeRequest);
  const groupId = sanitizePhone(body.group_id);
  const mode = memberAddModes.find((one) => one === body.mode);
  const verdict = required(body.mode) ?? (mode === undefined ? 'must be a valid value' : undefined);
  validate({ group_id: required(groupId), mode: verdict });
  requireClient(call);
  await ask(call, memberAddModeQuery(await findRecipient(call, groupId), mode ?? 'all_member_add'));
  return toSuccess('Success set group member add mode');
}

const memberAddModes = ['admin_add', 'all_member_add'] as const;

/** `POST /chat/{jid}/disappearing`: the id is decoded but gets no server (docs/gowa.md#14-group-writes). */
export async function setDisappearingTimer(call: Call): Promise<Answer> {
  const chat = decodePart((call.params['chat_jid'] ?? '').replaceAll('+', '%2B'));
  const seconds = bindTimer(call);
  if (seconds === undefined) return toFailure(400, 'BAD_REQUEST', 'Invalid request body');
  const choices = '0 (off), 86400 (24h), 604800 (7d), 7776000 (90d)';
  const verdict = allowedTimers.includes(seconds) ? undefined : `timer_seconds must be one of: ${choices}`;
  validate({ chat_jid: required(chat), timer_seconds: verdict });
  requireClient(call);
  const jid = await findRecipient(call, chat);
  // A person's chat gets a message with the setting instead, which is no info query.
  if (jid.server === groupServer) await setDisappearing(call, jid, seconds);
  const message =
    seconds === 0 ? 'Disappearing messages disabled' : `Disappearing messages set to ${seconds} seconds`;
  return toSuccess(message, { status: 'success', message, chat_jid: chat, timer_seconds: seconds });
}

/** The only endpoint that says itself what a bind error is. */
function bindTimer(call: Call): number | undefined {
  try {
    return bindBody(call.request, structs.setDisappearingRequest).timer_seconds;
  } catch (error) {
    if (error instanceof PlainError) return undefined;
    throw error;
  }
}
