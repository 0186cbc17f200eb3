import type { Span } from '../../domain/diagnostic.ts';
import type { Lid, PhoneNumber } from '../../domain/people/person.ts';
import { parseListEntries } from '../groups/list-entry.ts';
import { parsePhoneNode } from '../groups/target.ts';
import type { ListEntry } from '../groups/list-entry.ts';
import type { EntryDesk } from '../groups/target.ts';
import { isEmpty, readFields, toShown } from '../yaml/fields.ts';
import { isLikeSealed } from '../../sealing/sealed-number.ts';
import { isReserved } from '../../safe/reserved-words.ts';
import { toBadName } from './bad-name.ts';
import { isName, toHandle, toReserved } from './handle.ts';
import { withoutQuotes } from '../phone/phone-text.ts';
import { peopleShape, personShape } from '../schema.ts';
import type { YamlMap, YamlNode } from '../yaml/node.ts';

/** Somebody in a file of people. */
export interface ParsedPerson {
  readonly handle: string;
  /** Absent where WhatsApp hides the number, where it is wrong, and where it is not opened: the handle is known all the same. */
  readonly phone?: PhoneNumber;
  /** The number as it stands sealed in the file, and where. */
  readonly sealed?: SealedText;
  /** The number cannot be read by whoever reads the repository, though no sealed line stands for it: it is kept outside, or encrypted by SOPS. */
  readonly isSecret?: true;
  /** It is encrypted, and nobody here has the key. */
  readonly isLocked?: true;
  /** What is known in place of a number that WhatsApp hides. */
  readonly lid?: Lid;
  readonly name?: string;
  readonly span: Span;
}

/** True for somebody whose number nothing may show a digit of. */
export function hasSecretNumber({ sealed, isSecret }: Pick<ParsedPerson, 'sealed' | 'isSecret'>): boolean {
  return sealed !== undefined || isSecret === true;
}

/** A sealed number of a file, not looked at but for that it is meant as one. */
export interface SealedText {
  readonly text: string;
  readonly span: Span;
}

/** A team of a file of people, its members not yet looked up. */
export interface ParsedTeam {
  readonly name: string;
  readonly entries: readonly ListEntry[];
  /** The first place that names it. */
  readonly span: Span;
}

/** What one file of people holds, or all of them together: people by handle, teams by name. */
export interface ParsedPeople {
  readonly people: ReadonlyMap<string, ParsedPerson>;
  readonly teams: ReadonlyMap<string, ParsedTeam>;
}

/** The people and teams that fit; the rest is reported. */
export function parsePeople(root: YamlMap, desk: EntryDesk): ParsedPeople {
  const { values } = readFields(root, peopleShape, desk);
  const people = new Map<string, ParsedPerson>();
  for (const { key, keyNode, value } of values.people?.pairs ?? []) {
    const handle = parseName(key, keyNode, people, desk);
    if (isReserved(handle)) desk.report('bad-handle', toReserved(handle), keyNode);
    const person = parsePerson(value, keyNode, desk);
    people.set(handle, { handle, span: desk.locate.spanOf(keyNode), ...person });
  }
  const teams = new Map<string, ParsedTeam>();
  for (const { key, keyNode, value } of values.teams?.pairs ?? []) {
    const name = parseName(key, keyNode, teams, desk);
    teams.set(name, {
      name,
      span: desk.locate.spanOf(keyNode),
      entries: parseTeam(name, value ?? keyNode, desk),
    });
  }
  return { people, teams };
}

/** A key as a name; what cannot be one, or stands there already in another encoding, is reported. */
function parseName(
  key: string,
  node: YamlNode,
  before: ReadonlyMap<string, unknown>,
  desk: EntryDesk,
): string {
  const name = toHandle(key);
  if (!isName(name)) desk.report('bad-handle', toBadKey(key), node);
  if (before.has(name)) desk.report('duplicate-key', toTwice(name), node);
  return name;
}

function toBadKey(key: string): string {
  const bare = withoutQuotes(key);
  const hint = bare !== key && isName(bare) ? ' These quotes are letters to YAML: write none.' : '';
  return toBadName(key) + hint;
}

function toTwice(name: string): string {
  return `\`${name}\` stands twice, its accents written in two ways that look the same, and only one of the two can count. Remove one.`;
}

function parsePerson(
  node: YamlNode | undefined,
  key: YamlNode,
  desk: EntryDesk,
): Omit<ParsedPerson, 'handle' | 'span'> {
  if (!node || isEmpty(node)) {
    desk.report(
      'no-value',
      'This handle has no number. Write it in quotes: `"+44 …"`, or remove the handle.',
      key,
    );
    return {};
  }
  if (node.kind !== 'map') return parseNumber(node, desk);
  const { values, nodes, has } = readFields(node, personShape, desk);
  if (!has('phone') && !has('lid')) desk.report('missing-key', noNumberText, key);
  if (has('phone') && has('lid')) desk.report('conflicting-entries', bothText, nodes.lid ?? key);
  return {
    ...(values.phone !== undefined && nodes.phone && parseNumber(nodes.phone, desk)),
    ...(values.lid !== undefined && !has('phone') && { lid: values.lid }),
    ...(values.name !== undefined && { name: values.name }),
  };
}

const noNumberText =
  'This person has no number. Write `phone: "+44 …"`; or `lid: "…"`, if WhatsApp hides it and the LID is all that is known.';
const bothText =
  'A LID stands for a number that WhatsApp hides, and here the number is known: with both, nobody could tell whom to believe once they differ. Keep `phone`, and remove `lid`.';

/** A number, in plain text or sealed. */
function parseNumber(node: YamlNode, desk: EntryDesk): Pick<ParsedPerson, 'phone' | 'sealed'> {
  const text = node.kind === 'scalar' && typeof node.value === 'string' ? node.value.trim() : '';
  if (isLikeSealed(text)) return { sealed: { text, span: desk.locate.spanOf(node) } };
  const phone = parsePhoneNode(node, desk);
  return phone ? { phone } : {};
}

function parseTeam(name: string, node: YamlNode, desk: EntryDesk): readonly ListEntry[] {
  if (node.kind !== 'list') {
    desk.report(
      'wrong-value',
      `The team \`${toShown(name)}\` must be a list, like \`[ana, budi]\`; \`[]\` is an empty one.`,
      node,
    );
    return [];
  }
  const entries = parseListEntries(node, desk);
  for (const entry of entries) {
    if (entry.readd) desk.report('bad-entry', readdText, entry.span);
  }
  return entries;
}

const readdText =
  'A team cannot put anybody back, because it may stand in many groups. Write `readd` in the list of the one group.';
