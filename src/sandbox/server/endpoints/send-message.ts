import { CodedError, PlainError, toSuccess } from '../answer.ts';
import { requireClient } from '../call.ts';
import { bindBody } from '../go/bind.ts';
import { messageRequest } from '../go/structs.ts';
import { required, validate } from '../go/validate.ts';
import { sanitizePhone } from '../gowa-jid.ts';
import { findRecipient } from '../recipients.ts';
import { ask } from '../whatsmeow.ts';
import { messageQuery } from '../../whatsapp/queries/messages.ts';
import { LineDropped, QueryRefusal } from '../../whatsapp/refusal.ts';
import { makeMessageId } from '../../whatsapp/world.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import type { Bound } from '../go/bind.ts';
import type { Jid } from '../../whatsapp/jid.ts';
import type { MessageState } from '../../whatsapp/state.ts';

/*
 * `POST /send/message` (docs/gowa.md#17-messages). Unproven: GOWA's and whatsmeow's source were read, no answer was
 * recorded. What whatsmeow asks about devices and keys before it sends is left out.
 */

/** Sends a text to a person, whose number is looked up first, or to a group. Who is mentioned in it is not kept. */
export async function sendMessage(call: Call): Promise<Answer> {
  const body = bindBody(call.request, messageRequest);
  const phone = sanitizePhone(body.phone);
  validate({ phone: required(phone), message: required(body.message) });
  validateMore(phone, body);
  requireClient(call);
  const jid = await findRecipient(call, phone);
  const { id, time } = await send(call, jid, body.message);
  const status = `Message sent to ${phone} (server timestamp: ${toGoString(time)})`;
  return toSuccess(status, { message_id: id, status });
}

/** What is checked only where the fields are not blank, each with a text of its own. */
function validateMore(phone: string, body: Bound<(typeof messageRequest)['fields']>): void {
  refuseLocalNumber(phone);
  if (![0, 86_400, 604_800, 7_776_000].includes(body.duration)) {
    refuse('duration must be one of: 0 (no expiry), 86400 (24h), 604800 (7d), 7776000 (90d)');
  }
  for (const mention of body.mentions) {
    if (mention !== '@everyone' && /^\s*\+?(0|$)/.test(mention)) {
      refuse(`mention ${mention}: phone number must be in international format`);
    }
  }
}

function refuseLocalNumber(phone: string): void {
  const number = phone.trim().replace(/^\+/, '');
  if (number === '') refuse('phone number cannot be empty');
  if (!number.startsWith('0')) return;
  const example = 'For Indonesian numbers, use 62xxx format instead of 08xxx';
  refuse(`phone number must be in international format (should not start with 0). ${example}`);
}

function refuse(text: string): never {
  throw new CodedError(400, 'VALIDATION_ERROR', text);
}

/** WhatsApp starts no new chat for this account, for now. */
const reachOutTimelock = 463;

async function send(call: Call, jid: Jid, text: string): Promise<MessageState> {
  try {
    return await ask(call, messageQuery(jid, makeMessageId(call.gowa.world.random), text));
  } catch (error) {
    if (error instanceof LineDropped) {
      throw new PlainError('websocket disconnected before message send returned response');
    }
    if (!(error instanceof QueryRefusal)) throw error;
    if (error.code === reachOutTimelock) throw new CodedError(429, 'WA_REACHOUT_TIMELOCK', timelockText);
    throw new PlainError(`server returned error ${error.code}`);
  }
}

const timelockText = 'WhatsApp rejected this send with error 463 (reach-out timelock).';

/** `2026-11-26 20:06:00 +0000 UTC`, as Go prints a time. */
function toGoString(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} +0000 UTC`;
}
