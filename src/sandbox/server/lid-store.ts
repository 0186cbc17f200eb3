import { formatJid, lidServer, toLidJid, toUserJid, userServer } from '../whatsapp/jid.ts';
import type { Gowa, Slot } from './gowa.ts';
import type { Jid } from '../whatsapp/jid.ts';
import type { GroupNode, StubNode } from '../whatsapp/nodes.ts';

/** Remembers which number a LID stands for. */
export function learnPair(gowa: Gowa, lid: Jid, phone: Jid): void {
  gowa.lids.phoneOf.set(lid.user, phone.user);
  gowa.lids.lidOf.set(phone.user, lid.user);
}

/**
 * Takes in what a read group tells: numbers beside LIDs, and a nameless contact for everybody whose
 * number it masks (recordings: sessions). Once for each form of a group, so that long lists stay cheap.
 */
export function learnGroup(gowa: Gowa, slot: Slot, node: GroupNode | StubNode): void {
  if (node.kind === 'stub' || slot.learned.has(node)) return;
  slot.learned.add(node);
  for (const participant of node.participants) {
    if (participant.phone !== undefined) learnPair(gowa, participant.lid, participant.phone);
    const contact = formatJid(participant.lid);
    if (participant.displayName !== '' && !slot.contacts.has(contact)) slot.contacts.set(contact, '');
  }
}

/** Returns the number behind a LID if the store knows it, else the JID as it is. */
export function resolveLid(gowa: Gowa, jid: Jid): Jid {
  if (jid.server !== lidServer) return jid;
  const phone = gowa.lids.phoneOf.get(jid.user);
  return phone === undefined ? jid : toUserJid(phone);
}

/** Returns the LID of a number if the store knows it. */
export function findLid(gowa: Gowa, jid: Jid): Jid | undefined {
  const lid = jid.server === userServer ? gowa.lids.lidOf.get(jid.user) : undefined;
  return lid === undefined ? undefined : toLidJid(lid);
}
