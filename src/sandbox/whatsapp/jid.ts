/** WhatsApp's addresses: `447…@s.whatsapp.net` (a person by number), `…@lid` (a person by LID), `…@g.us` (a group). */
export interface Jid {
  readonly user: string;
  readonly server: string;
}

/** Server part of a person's number. */
export const userServer = 's.whatsapp.net';
/** Server part of a person's LID, the id that hides the number. */
export const lidServer = 'lid';
/** Server part of a group. */
export const groupServer = 'g.us';

/** Returns the JID of a number (digits). */
export function toUserJid(pn: string): Jid {
  return { user: pn, server: userServer };
}

/** Returns the JID of a LID (digits). */
export function toLidJid(lid: string): Jid {
  return { user: lid, server: lidServer };
}

/** Returns the JID of a group id without its server. */
export function toGroupJid(id: string): Jid {
  return { user: id, server: groupServer };
}

/** Returns `user@server`. */
export function formatJid(jid: Jid): string {
  return `${jid.user}@${jid.server}`;
}
