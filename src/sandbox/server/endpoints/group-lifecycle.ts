import { toSuccess } from '../answer.ts';
import { bindBody } from '../go/bind.ts';
import { requireClient, requireLogin } from '../call.ts';
import { sanitizePhone } from '../gowa-jid.ts';
import { findParticipants, findRecipient } from '../recipients.ts';
import { createGroupRequest, joinWithLinkRequest, leaveGroupRequest } from '../go/structs.ts';
import { required, requiredEach, validate } from '../go/validate.ts';
import { ask, createGroup, joinWithLink } from '../whatsmeow.ts';
import { formatJid } from '../../whatsapp/jid.ts';
import { leaveQuery } from '../../whatsapp/queries/create.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';

/** `POST /group`: says only the new id; who did not get in must be read (docs/gowa.md#14-group-writes). */
export async function create(call: Call): Promise<Answer> {
  const body = bindBody(call.request, createGroupRequest);
  validate({ title: required(body.title), participants: requiredEach(body.participants) });
  requireClient(call);
  requireLogin(call);
  const people = await findParticipants(call, body.participants);
  const id = formatJid((await createGroup(call, body.title, people)).jid);
  return toSuccess(`Success created group with id ${id}`, { group_id: id });
}

/** `POST /group/leave`: a success even where there is nothing to leave. */
export async function leave(call: Call): Promise<Answer> {
  const groupId = sanitizePhone(bindBody(call.request, leaveGroupRequest).group_id);
  validate({ group_id: required(groupId) });
  requireClient(call);
  await ask(call, leaveQuery(await findRecipient(call, groupId)));
  return toSuccess('Success leave group');
}

/** `POST /group/join-with-link`: one answer for joined and for asked to join. */
export async function join(call: Call): Promise<Answer> {
  const { link } = bindBody(call.request, joinWithLinkRequest);
  validate({ link: required(link) });
  requireClient(call);
  requireLogin(call);
  return toSuccess('Success joined group', { group_id: formatJid(await joinWithLink(call, link)) });
}
