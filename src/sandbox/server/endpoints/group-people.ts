import { toSuccess } from '../answer.ts';
import { bindBody } from '../go/bind.ts';
import { requireClient, requireLogin } from '../call.ts';
import { toGoTime } from '../go/go-time.ts';
import { sanitizePhone } from '../gowa-jid.ts';
import { askAboutAll, describeWire } from '../members.ts';
import { findParticipants, findRecipient } from '../recipients.ts';
import { participantRequest, requestParticipantsRequest } from '../go/structs.ts';
import { required, requiredEach, validate } from '../go/validate.ts';
import { ask, updateParticipants } from '../whatsmeow.ts';
import { formatJid } from '../../whatsapp/jid.ts';
import { decideRequestsQuery, joinRequestsQuery } from '../../whatsapp/queries/join-requests.ts';
import { noGroupId, readGroupId } from './group-reads.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import type { ParticipantResult } from '../../whatsapp/nodes.ts';
import type { ParticipantAction } from '../../whatsapp/queries/participants.ts';

const actionMessages: Readonly<Record<ParticipantAction, string>> = {
  add: 'Success add participants',
  remove: 'Success delete participants',
  promote: 'Success promote participants',
  demote: 'Success demote participants',
};

/** `POST /group/participants` and below: each number looked up, then one query (docs/gowa.md#t1, #t2, #t3, #t4). */
export function changeParticipants(action: ParticipantAction): (call: Call) => Promise<Answer> {
  return async (call) => {
    const body = bindBody(call.request, participantRequest);
    const groupId = sanitizePhone(body.group_id);
    validate({ group_id: required(groupId), participants: requiredEach(body.participants) });
    requireClient(call);
    const jid = await findRecipient(call, groupId);
    const people = await findParticipants(call, body.participants);
    const results = await updateParticipants(call, jid, action, people);
    return toSuccess(actionMessages[action], toResults(results, toLyingStatus));
  };
}

/** GOWA's lie: everything but a private invitation is a success (docs/gowa.md#t4). */
function toLyingStatus(result: ParticipantResult): { status: string; message: string } {
  return result.code === 403 && result.addRequest === true
    ? { status: 'error', message: 'Failed to add participant' }
    : { status: 'success', message: 'Action success' };
}

/** `GET /group/participant-requests`: null if nobody asked (docs/gowa.md#13-group-reads). */
export async function participantRequests(call: Call): Promise<Answer> {
  const groupId = readGroupId(call);
  if (groupId === '') return noGroupId();
  requireClient(call);
  const requests = await ask(call, joinRequestsQuery(await findRecipient(call, groupId)));
  await askAboutAll(
    call,
    requests.map(({ jid }) => describeWire(call, jid).lookup),
  );
  const results = requests.map(({ jid, time }) => {
    const { phone, name } = describeWire(call, jid);
    return {
      jid: formatJid(jid),
      phone_number: phone,
      ...(name !== '' && { display_name: name }),
      requested_at: toGoTime(time),
    };
  });
  return toSuccess('Success getting list requested participants', results.length > 0 ? results : null);
}

/**
 * `POST /group/participant-requests/approve` and `/reject`: the one place that tells codes
 * (docs/gowa.md#14-group-writes).
 */
export function decideRequests(action: 'approve' | 'reject'): (call: Call) => Promise<Answer> {
  return async (call) => {
    const body = bindBody(call.request, requestParticipantsRequest);
    const groupId = sanitizePhone(body.group_id);
    validate({ group_id: required(groupId), participants: requiredEach(body.participants) });
    requireClient(call);
    requireLogin(call);
    const jid = await findRecipient(call, groupId);
    const people = await findParticipants(call, body.participants);
    const results = await ask(call, decideRequestsQuery(jid, action, people));
    const toStatus = ({ code }: ParticipantResult): { status: string; message: string } =>
      code === undefined
        ? { status: 'success', message: `Action ${action} success` }
        : { status: 'error', message: `Action ${action} failed (code ${code})` };
    return toSuccess(`Success ${action} requested participants`, toResults(results, toStatus));
  };
}

function toResults(
  results: readonly ParticipantResult[],
  toStatus: (result: ParticipantResult) => { status: string; message: string },
): unknown {
  if (results.length === 0) return null;
  return results.map((result) => ({ participant: formatJid(result.jid), ...toStatus(result) }));
}
