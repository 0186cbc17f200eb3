import { isLid } from '../../domain/people/person.ts';
import type { Lid, PhoneNumber } from '../../domain/people/person.ts';
import { isEmpty, toShownNode } from '../yaml/fields.ts';
import type { Desk } from '../yaml/fields.ts';
import { isLikeSealed } from '../../sealing/sealed-number.ts';
import { isName, nameText, toHandle } from '../people/handle.ts';
import { findSheetForm, hasNumber, withoutQuotes } from '../phone/phone-text.ts';
import { toPhoneCode } from '../phone/parsed-phone.ts';
import type { ParsedPhone } from '../phone/parsed-phone.ts';
import type { YamlNode, YamlScalar } from '../yaml/node.ts';

/** Whom one entry of a list means, not yet looked up. */
export type Target =
  | { readonly kind: 'handle' | 'team'; readonly name: string }
  | { readonly kind: 'phone'; readonly phone: PhoneNumber }
  | { readonly kind: 'lid'; readonly lid: Lid };

/** What parsing entries needs beside the entry: a place for mistakes and the numbers of the policy's country. */
export interface EntryDesk extends Desk {
  readonly parsePhone: (text: string) => ParsedPhone;
}

/** Whom a handle, a number, `team:…` or `lid:…` means. */
export function parseTarget(node: YamlNode, desk: EntryDesk): Target | undefined {
  const fail = (detail: string) => void desk.report('bad-entry', detail, node);
  if (node.kind !== 'scalar' || isEmpty(node)) {
    return fail(
      `An entry is one word: a handle, a number in quotes, \`team:…\` or \`lid:…\`; here stands ${node.kind === 'scalar' ? 'nothing' : `a ${node.kind}`}.`,
    );
  }
  if (typeof node.value !== 'string') return parseNumber(node, desk);
  const text = node.value.trim();
  if (text.startsWith('+') && plainNumber.test(text)) return parseNumber(node, desk);
  const known = handles.get(text);
  if (known) return known;
  if (text.startsWith('team:')) return parseTeam(text.slice(5), node, desk);
  if (text.startsWith('lid:')) {
    const lid = text.slice(4);
    return isLid(lid)
      ? { kind: 'lid', lid }
      : fail('After `lid:` come the digits of a LID and nothing else, like lid:330631678702157.');
  }
  if (isLikeSealed(text)) return fail(sealedText);
  if (isName(text)) return remember(text, { kind: 'handle', name: toHandle(text) });
  const link = findLink(text);
  if (link !== undefined) return fail(link);
  if (text.startsWith('@') && isName(text.slice(1))) return fail(mentionText);
  if (text.includes('@')) return fail(addressText);
  if (hasNumber(text)) return parseNumber(node, desk);
  const bare = withoutQuotes(text);
  if (bare !== text && isName(bare)) return fail(quotesText);
  if (isRunTogether(text)) return fail(commaText);
  return fail(`${toShownNode(node)} is no handle (${nameText}), no number, no \`team:…\` and no \`lid:…\`.`);
}

/** Half of all entries are handles that stand in several lists: each is judged once, and is one object. */
const handles = new Map<string, Target>();

function remember(text: string, target: Target): Target {
  handles.set(text, target);
  return target;
}

/** Nothing but a number begins so and goes on so: it is not asked what else it could be. */
const plainNumber = /^\+\d[\d ()-]{0,30}$/;

/** What a link in the place of a person is, and what to write; undefined for what is none. */
function findLink(text: string): string | undefined {
  if (/chat\.whatsapp\.com|whatsapp:\/\/chat/i.test(text))
    return "This is an invite link of a group, and no person. Write each person's handle or number.";
  if (/wa\.me\/|api\.whatsapp\.com|\/\/|^tel:/i.test(text))
    return 'This is a link, and an entry is a handle or a number. Write the number alone, in quotes, with + and the country code first, like "+44 …".';
  return undefined;
}

/** Several handles in one entry, without the commas that would keep them apart. */
function isRunTogether(text: string): boolean {
  const words = text.split(/\s*[;,/|]\s*|\s+/).filter(Boolean);
  return words.length > 1 && words.every(isName);
}

const commaText =
  'To YAML this is one entry. Between two entries of a list in brackets stands a comma, like `[ana, budi]`; or each stands on a line of its own that begins with `- `. The name that people go by has its place in `_people.yaml`.';
const quotesText =
  'To YAML these quotes are letters of the word, since they are not straight ones. Write it without quotes, or between straight ones (`"…"`).';
const sealedText =
  'A sealed number belongs to a handle, and stands beside it in `_people.yaml`. Write the handle here.';
const mentionText =
  'A handle is written without the `@` that a mention in a chat has: it is the name that `_people.yaml` gives somebody.';
const addressText =
  "This is an address of WhatsApp's. Write the number alone, with +, or the digits of a hidden number as `lid:…`.";

/** The team of this name, without `team:` before it. */
export function parseTeam(name: string, node: YamlNode, desk: Desk): Target | undefined {
  if (isName(name)) return { kind: 'team', name: toHandle(name) };
  return void desk.report(
    'bad-entry',
    'After `team:` comes the name of a team in `_people.yaml`, like `team:altos`.',
    node,
  );
}

function parseNumber(node: YamlScalar, desk: EntryDesk): Target | undefined {
  const phone = parsePhoneNode(node, desk);
  return phone && { kind: 'phone', phone };
}

/** The number in a scalar. Unquoted, YAML takes it for an integer: then its `+` must still be there to tell it by. */
export function parsePhoneNode(node: YamlNode, desk: EntryDesk): PhoneNumber | undefined {
  if (node.kind !== 'scalar' || typeof node.value === 'boolean' || isEmpty(node)) {
    return void desk.report(
      'bad-phone',
      `A phone number is a text like "+44 …"; here stands ${toShownNode(node)}.`,
      node,
    );
  }
  const text = node.source;
  if (typeof node.value === 'number' && !text.startsWith('+')) {
    const sheet = findSheetForm(text);
    if (sheet !== undefined) return void desk.report('bad-phone', sheet, node);
    return void desk.report('unquoted-phone', unquotedText, node);
  }
  if (!plainNumber.test(text) && isLikeSealed(text))
    return void desk.report('bad-phone', sealedHereText, node);
  const parsed = desk.parsePhone(text);
  if (parsed.kind === 'phone') return parsed.phone;
  return void desk.report(toPhoneCode(parsed), `${toShownNode(node)} cannot be used. ${parsed.text}`, node);
}

const sealedHereText =
  'A sealed number opens beside a handle alone, and none stands here. Write this one in plain text, with + and the country code first.';
const unquotedText =
  'A number without quotes is an integer to YAML: a + or zeros at its beginning may be lost already. Put it in quotes, with + and the country code first, like "+44 …".';
