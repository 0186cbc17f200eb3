import { PlainError } from './answer.ts';
import { resolveLid } from './lid-store.ts';
import { getGroupInfo, getUserInfo } from './whatsmeow.ts';
import { formatJid, lidServer } from '../whatsapp/jid.ts';
import type { Call } from './call.ts';
import type { Jid } from '../whatsapp/jid.ts';
import type { ParticipantNode } from '../whatsapp/nodes.ts';

/** One member as the participants endpoints show them; `phone` may be the digits of the LID (docs/gowa.md#t6). */
export interface ShownMember {
  readonly jid: string;
  readonly phone: string;
  readonly lid: string;
  readonly name: string;
  readonly role: 'member' | 'admin' | 'super_admin';
}

/** Reads a group and asks about everybody in it: dear, and its failure is swallowed (docs/gowa.md#13-group-reads). */
export async function readMembers(call: Call, jid: Jid): Promise<{ name: string; members: ShownMember[] }> {
  const node = await getGroupInfo(call, jid);
  await askAboutAll(
    call,
    node.participants.map((participant) => toLookup(call, participant)),
  );
  return { name: node.subject, members: node.participants.map((participant) => toMember(call, participant)) };
}

/** Asks about people for the sake of business names, of which this world has none. */
export async function askAboutAll(call: Call, jids: readonly Jid[]): Promise<void> {
  if (jids.length === 0) return;
  await getUserInfo(call, jids).catch((error: unknown) => {
    if (!(error instanceof PlainError)) throw error;
  });
}

/** Returns the number and the name of somebody who is on the wire only as a JID. */
export function describeWire(call: Call, jid: Jid): { phone: string; name: string; lookup: Jid } {
  const lookup = resolveLid(call.gowa, jid);
  return { phone: lookup.user, name: findContactName(call, lookup), lookup };
}

function toMember(call: Call, participant: ParticipantNode): ShownMember {
  const resolved = resolveLid(call.gowa, participant.jid);
  const phone = resolved.server === lidServer ? (participant.phone?.user ?? resolved.user) : resolved.user;
  const name = participant.displayName || findContactName(call, toLookup(call, participant));
  const role = participant.type === 'superadmin' ? 'super_admin' : participant.type;
  return { jid: formatJid(participant.jid), phone, lid: formatJid(participant.lid), name, role };
}

function toLookup(call: Call, participant: ParticipantNode): Jid {
  return participant.phone ?? resolveLid(call.gowa, participant.jid);
}

function findContactName(call: Call, jid: Jid): string {
  return call.slot.contacts.get(formatJid(jid)) ?? '';
}
