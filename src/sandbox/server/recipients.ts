import { CodedError } from './answer.ts';
import { requireLogin } from './call.ts';
import { parseGowaJid, parseJid } from './gowa-jid.ts';
import { resolveLid } from './lid-store.ts';
import { isContactRegistered } from './whatsmeow.ts';
import { lidServer } from '../whatsapp/jid.ts';
import type { Call } from './call.ts';
import type { Jid } from '../whatsapp/jid.ts';

const userSuffix = '@s.whatsapp.net';

/**
 * Returns whether a JID text is on WhatsApp; only people's numbers are looked up, the rest is true (docs/gowa.md#t5).
 */
export function isOnWhatsApp(call: Call, jid: string): Promise<boolean> {
  if (!jid.includes(userSuffix)) return Promise.resolve(true);
  const phone = jid.endsWith(userSuffix) ? jid.slice(0, -userSuffix.length) : jid;
  if (phone === '') return Promise.resolve(false);
  return isContactRegistered(call, phone.startsWith('+') ? phone : `+${phone}`);
}

/**
 * Returns whom or which group a text means: logged in, parsed, a LID resolved from the store, a
 * number looked up (E-conn, E-login, E-jid, E-onwa, docs/gowa.md#04-errors-that-endpoints-share, in this order).
 */
export async function findRecipient(call: Call, text: string): Promise<Jid> {
  requireLogin(call);
  const jid = parseGowaJid(text);
  if (jid.server === lidServer) return resolveLid(call.gowa, jid);
  if (call.gowa.world.behaviour.account_validation && !(await isOnWhatsApp(call, text))) {
    throw new CodedError(400, 'INVALID_JID', `Phone ${text} is not on whatsapp`);
  }
  return jid;
}

/**
 * Returns the JIDs of participants, each looked up by itself, one after the other; the first that is
 * not found ends it (docs/gowa.md#t1, #t2). What then is no JID is left out in silence.
 */
export async function findParticipants(call: Call, participants: readonly string[]): Promise<Jid[]> {
  const jids: Jid[] = [];
  for (const participant of participants) {
    const text = `${participant}${userSuffix}`;
    if (!(await isOnWhatsApp(call, text))) throw new CodedError(400, 'INVALID_JID', 'user is not registered');
    const jid = parseJid(text);
    if (typeof jid !== 'string') jids.push(jid);
  }
  return jids;
}
