/** WhatsApp's addresses: `447…@s.whatsapp.net` (a person by number), `…@lid` (a person by LID), `…@g.us` (a group). */
export interface Jid {
  readonly user: string;
  readonly server: string;
}

/** Server part of a person's number. */
export const USER_SERVER = 's.whatsapp.net';
/** Server part of a person's LID, the id that hides the number. */
export const LID_SERVER = 'lid';
/** Server part of a group. */
export const GROUP_SERVER = 'g.us';

/** Returns the JID of a number (digits). */
export function toUserJid(pn: string): Jid {
  return { user: pn, server: USER_SERVER };
}

/** Returns the JID of a LID (digits). */
export function toLidJid(lid: string): Jid {
  return { user: lid, server: LID_SERVER };
}

/** Returns the JID of a group id without its server. */
export function toGroupJid(id: string): Jid {
  return { user: id, server: GROUP_SERVER };
}

/** Returns `user@server`. */
export function formatJid(jid: Jid): string {
  return `${jid.user}@${jid.server}`;
}
