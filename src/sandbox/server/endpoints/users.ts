import { CodedError, PlainError, RawJson, toSuccess } from '../answer.ts';
import { bindFlag } from '../go/bind.ts';
import { requireClient, requireLogin } from '../call.ts';
import { parseGowaJid, sanitizePhone } from '../gowa-jid.ts';
import { toGroupJson } from '../group-json.ts';
import { findLid } from '../lid-store.ts';
import { findRecipient, isOnWhatsApp } from '../recipients.ts';
import { required, validate } from '../go/validate.ts';
import { getJoinedGroups, getPicture, getUserInfo, isWhatsAppFailure } from '../whatsmeow.ts';
import { DeadlineExceeded } from '../../whatsapp/refusal.ts';
import { formatJid, groupServer, lidServer, userServer } from '../../whatsapp/jid.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import type { Jid } from '../../whatsapp/jid.ts';
import type { PictureNode, UserNode } from '../../whatsapp/nodes.ts';

/** `GET /user/my/groups` (docs/gowa.md#12-users): one query, at most 500 groups, null if none. */
export async function myGroups(call: Call): Promise<Answer> {
  requireClient(call);
  requireLogin(call);
  const nodes = await getJoinedGroups(call);
  if (nodes.length === 0) return toSuccess('Success get list groups', { data: null });
  const data = nodes.flatMap((node, at) => [at === 0 ? listStart : comma, toGroupJson(node)]);
  return toSuccess('Success get list groups', new RawJson([...data, listEnd]));
}

const listStart = Buffer.from('{"data":[');
const comma = Buffer.from(',');
const listEnd = Buffer.from(']}');

/** `GET /user/my/contacts`: what GOWA's own store knows; no query. */
export function myContacts(call: Call): Promise<Answer> {
  requireClient(call);
  requireLogin(call);
  const data = [...call.slot.contacts].map(([jid, name]) => ({ jid, name }));
  return Promise.resolve(toSuccess('Success get list contacts', { data: data.length > 0 ? data : null }));
}

/** `GET /user/check` (docs/gowa.md#t3, #t5: wrong in both directions). */
export async function checkUser(call: Call): Promise<Answer> {
  requireClient(call);
  requireLogin(call);
  const registered = await isOnWhatsApp(call, sanitizePhone(call.request.query.get('phone') ?? ''));
  return toSuccess('Success check user', { is_on_whatsapp: registered });
}

/** `GET /user/info` (docs/gowa.md#12-users): the check of the account, then a query about it. */
export async function userInfo(call: Call): Promise<Answer> {
  const phone = sanitizePhone(call.request.query.get('phone') ?? '');
  validate({ phone: required(phone) });
  requireClient(call);
  const jid = await findRecipient(call, phone);
  const lid = findLid(call.gowa, jid);
  const resolved = parseGowaJid(phone).server === lidServer && jid.server === userServer;
  if (jid.server === groupServer) throw new PlainError(`unknown user server '${jid.server}'`);
  const users = await getUserInfo(call, [jid]);
  return toSuccess('Success get user info', {
    data: users.length > 0 ? users.map(toUser) : null,
    ...(resolved && { resolved_phone: jid.user }),
    ...(lid !== undefined && { resolved_lid: formatJid(lid) }),
  });
}

function toUser(user: UserNode): Record<string, unknown> {
  const devices = user.devices.map((device) => ({
    User: device.user,
    Agent: 0,
    Device: 'UNKNOWN',
    Server: device.server,
    AD: `${device.user}.0:0@${device.server}`,
  }));
  return { name: '', verified_name: '', status: '', picture_id: '', devices };
}

/** `GET /user/avatar` (docs/gowa.md#12-users): of a person or a group; the client comes before the validation here. */
export async function avatar(call: Call): Promise<Answer> {
  const { query, origin } = call.request;
  const phone = sanitizePhone(query.get('phone') ?? '');
  const type = bindFlag(query, 'is_preview') ? 'preview' : 'image';
  const asksCommunity = bindFlag(query, 'is_community');
  requireClient(call);
  validate({ phone: required(phone) });
  const jid = await findRecipient(call, phone);
  const picture = await findPicture(call, jid, type, asksCommunity && jid.server !== userServer);
  // WhatsApp's links are signed and expire (docs/gowa.md#15-group-photo).
  const expires = Math.floor(call.gowa.world.clock.now() / 1000) + 14 * 86_400;
  const url = `${origin}${call.gowa.server.basePath ?? ''}${picture.path}?oe=${expires.toString(16).toUpperCase()}`;
  return toSuccess('Success get avatar', { url, id: picture.id, type: picture.type });
}

/** A community's picture is asked for first where the caller says so, then any (docs/gowa.md#12-users). */
async function findPicture(
  call: Call,
  jid: Jid,
  type: PictureNode['type'],
  community: boolean,
): Promise<PictureNode> {
  try {
    return await getPicture(call, jid, type, community);
  } catch (error) {
    if (error instanceof DeadlineExceeded)
      throw new CodedError(408, 'CONTEXT_ERROR', 'Error timeout get avatar!');
    if (community && (isWhatsAppFailure(error) || error instanceof PlainError)) {
      return await findPicture(call, jid, type, false);
    }
    throw error;
  }
}
