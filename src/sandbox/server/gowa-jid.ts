import { PlainError } from './answer.ts';
import { toUserJid } from '../whatsapp/jid.ts';
import type { Jid } from '../whatsapp/jid.ts';

/** Longest thing that GOWA takes for a number (docs/gowa.md#1-endpoints: SanitizePhone). */
const longestNumber = 15;

/** Adds the server that an id lacks: up to 15 bytes a person, longer a group (docs/gowa.md#1-endpoints). */
export function sanitizePhone(phone: string): string {
  if (phone === '' || phone.includes('@')) return phone;
  return `${phone}${Buffer.byteLength(phone) <= longestNumber ? '@s.whatsapp.net' : '@g.us'}`;
}

/**
 * Returns the JID in a text, a bare text being a person's number; throws `invalid JID …` (E-jid,
 * docs/gowa.md#04-errors-that-endpoints-share).
 */
export function parseGowaJid(text: string): Jid {
  const bare = text.startsWith('+') ? text.slice(1) : text;
  if (!bare.includes('@')) return toUserJid(bare);
  const parsed = parseJid(bare);
  if (typeof parsed === 'string') throw new PlainError(`invalid JID ${bare}: ${parsed}`);
  if (parsed.user === '') throw new PlainError(`invalid JID ${bare}: no server specified`);
  return parsed;
}

/** Returns the JID in a text with `@`, or whatsmeow's complaint about it; device and agent are dropped. */
export function parseJid(text: string): Jid | string {
  const [user = '', server = ''] = text.split('@');
  const dots = user.split('.');
  if (dots.length > 2) return 'unexpected number of dots in JID';
  const colons = (dots[1] ?? user).split(':');
  if (colons.length > 2) return 'unexpected number of colons in JID';
  const numbers = dots.length === 2 ? colons : colons.slice(1);
  for (const [at, number] of numbers.entries()) {
    const complaint = checkDeviceNumber(number, dots.length === 2 && at === 0 ? 255 : 65_535);
    if (complaint !== undefined) return `failed to parse device from JID: ${complaint}`;
  }
  return { user: dots.length === 2 ? (dots[0] ?? '') : (colons[0] ?? ''), server };
}

function checkDeviceNumber(text: string, max: number): string | undefined {
  const quoted = JSON.stringify(text);
  if (!/^\d+$/.test(text)) return `strconv.ParseUint: parsing ${quoted}: invalid syntax`;
  return Number(text) > max ? `strconv.ParseUint: parsing ${quoted}: value out of range` : undefined;
}
