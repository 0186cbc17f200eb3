import { nameLimit, topicLimit } from '../../domain/whatsapp-facts.ts';
import { normaliseText } from '../../domain/text.ts';
import { parseSealKey } from '../../sealing/seal-key.ts';
import { tellWrongKey } from '../../sealing/tell-key.ts';
import { isCountry } from '../phone/parse-phone.ts';
import type { YamlNode } from './node.ts';

/**
 * What is known about a value that does not fit its key, beside what the key wants: a sentence with a space before it, for
 * the end of a message; '' for nothing.
 */
export function toValueHint(key: string, node: YamlNode): string {
  if (node.kind !== 'scalar') return '';
  const { value, source } = node;
  if (typeof value === 'boolean' || value === null) return ` ${wordText}`;
  const text = typeof value === 'string' ? value : source;
  const hint = /^[\u2018-\u201f\u00ab\u00bb]/u.test(text) ? quotesText : hints[key]?.(text);
  return hint === undefined ? '' : ` ${hint}`;
}

/** Word processors make straight quotes typographic ones, and those are letters of the value to YAML. */
const quotesText = 'Its typographic quotes belong to the value: write straight ones (`"…"`), or none.';
const wordText =
  '`true`, `false`, `null` and `~` are words of YAML and no texts: if one of them is meant as a text, put it in quotes.';

const hints: Readonly<Record<string, (text: string) => string | undefined>> = {
  id: hintId,
  country: hintCountry,
  seal: hintSeal,
  timezone: hintZone,
  name: (text) => hintLength(text, nameLimit),
  topic: (text) => hintLength(text, topicLimit),
};

const chatLink = /(?:chat\.whatsapp\.com|whatsapp:\/\/chat|wa\.me\/(?:invite|g)\b)/i;
const channel = /@newsletter|whatsapp\.com\/channel/i;
const community = /whatsapp\.com\/community/i;

/** What people take for the id of a group. */
function hintId(text: string): string | undefined {
  if (chatLink.test(text) || community.test(text))
    return 'This is an invite link, which anybody may use to join and which changes when it is reset; it is not the id, and it should not stand in a file. GOWA tells the id of a link (`GET /group/info-from-link?link=…`), and `GET /user/my/groups` the ids of all groups that the account is in, as `JID`.';
  if (channel.test(text)) return 'This is a channel (a newsletter), and Rollcall keeps groups alone.';
  if (/@broadcast/i.test(text)) return 'This is a broadcast list, and Rollcall keeps groups alone.';
  if (/@(?:s\.whatsapp\.net|c\.us|lid)$/i.test(text) || /wa\.me|api\.whatsapp\.com/i.test(text))
    return "This is the address of a person. A group's id ends with `@g.us`; `GET /user/my/groups` of GOWA lists them as `JID`.";
  if (/^https?:|^www\.|\.com\b/i.test(text))
    return 'This is a link, and no id. `GET /user/my/groups` of GOWA lists the ids of all groups that the account is in, as `JID`.';
  if (/^\s*(?:\d{10,25}|\d{5,20}-\d{5,15})\s*$/.test(text)) return 'What is missing is `@g.us` at its end.';
  if (/^[\dA-Za-z]{20,24}$/.test(text))
    return 'This looks like the code of an invite link. `GET /user/my/groups` of GOWA lists the ids of all groups that the account is in, as `JID`.';
  return undefined;
}

/** Why a text is no public key, and what to do. */
function hintSeal(text: string): string | undefined {
  const key = parseSealKey(text);
  return typeof key === 'object' ? undefined : tellWrongKey(key);
}

/** What countries are called by those who do not know their two letters. */
const otherCountries: Readonly<Record<string, string>> = {
  UK: 'GB',
  EN: 'GB',
  ENGLAND: 'GB',
  SCOTLAND: 'GB',
  WALES: 'GB',
  BRITAIN: 'GB',
  USA: 'US',
  INA: 'ID',
  RI: 'ID',
  SP: 'ES',
  HOLLAND: 'NL',
};

function hintCountry(text: string): string | undefined {
  const word = text.trim().toUpperCase();
  const code = otherCountries[word] ?? (isCountry(word) ? word : (findByName(word) ?? findByCode(word)));
  return code === undefined ? undefined : `Did you mean \`${code}\`?`;
}

/** By its name in one of the languages that files are written in. */
function findByName(word: string): string | undefined {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));
  const codes = letters.flatMap((one) => letters.map((other) => one + other)).filter(isCountry);
  const names = ['en', 'id', 'pt-BR'].map((language) => new Intl.DisplayNames(language, { type: 'region' }));
  return codes.find((code) => names.some((of) => of.of(code)?.toUpperCase() === word));
}

/** "IDN", "+62" and the like begin with the letters or tell nothing. */
function findByCode(word: string): string | undefined {
  const short = /^[A-Z]{3}$/.test(word) ? word.slice(0, 2) : '';
  return isCountry(short) ? short : undefined;
}

/** A city, or the short name of a zone, in place of the zone's name. */
function hintZone(text: string): string | undefined {
  const word = text.trim().toLowerCase().replaceAll(' ', '_');
  const short = shortZones[word];
  const zone =
    short ?? Intl.supportedValuesOf('timeZone').find((name) => name.toLowerCase().endsWith(`/${word}`));
  return zone === undefined ? undefined : `Did you mean \`${zone}\`?`;
}

const shortZones: Readonly<Record<string, string>> = {
  wib: 'Asia/Jakarta',
  wita: 'Asia/Makassar',
  wit: 'Asia/Jayapura',
  brt: 'America/Sao_Paulo',
  bst: 'Europe/London',
  'gmt+7': 'Asia/Jakarta',
  'utc+7': 'Asia/Jakarta',
  'gmt-3': 'America/Sao_Paulo',
  'utc-3': 'America/Sao_Paulo',
};

/** How long a text is, as WhatsApp counts. */
function hintLength(text: string, limit: number): string | undefined {
  const { length } = normaliseText(text);
  if (length <= limit) return undefined;
  return `It has ${length.toLocaleString('en')}, as WhatsApp counts: most emoji are two or more.`;
}
