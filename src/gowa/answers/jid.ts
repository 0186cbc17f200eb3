import type { Lid, PhoneNumber } from '../../domain/people/person.ts';
import { isLid, isPhoneNumber } from '../../domain/people/person.ts';

/** The digits of a JID, whatever its server: "447700900001:12@s.whatsapp.net" → "447700900001". '' where it has none. */
export function toUser(jid: string): string {
  return /^\d+/.exec(jid)?.[0] ?? '';
}

/** The number that a JID stands for; undefined for LIDs, groups, bots and the empty JID. */
export function toPhone(jid: string): PhoneNumber | undefined {
  // A device JID has an agent and a device behind the user: "4477….0:12@s.whatsapp.net".
  const user = /^(\d+)(?:\.\d+)?(?::\d+)?@(?:s\.whatsapp\.net|c\.us)$/.exec(jid)?.[1] ?? '';
  return isPhoneNumber(user) ? user : undefined;
}

/** The LID that a JID stands for; undefined for numbers, groups and the empty JID. */
export function toLid(jid: string): Lid | undefined {
  const user = /^(\d+)(?:\.\d+)?(?::\d+)?@lid$/.exec(jid)?.[1] ?? '';
  return isLid(user) ? user : undefined;
}
