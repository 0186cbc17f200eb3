import { isMap, isSeq } from 'yaml';
import type { Node, YAMLMap } from 'yaml';
import type { Span } from '../domain/diagnostic.ts';
import type { PhoneNumber } from '../domain/person.ts';
import { isName, parseEntries, parsePhoneNode } from './entry.ts';
import type { Entry, EntryDesk } from './entry.ts';
import { isEmpty, readFields, toShown } from './fields.ts';
import { peopleShape, personShape } from './schema.ts';
import { toPairs } from './yaml.ts';

/** Somebody in `_people.yaml`. */
interface ParsedPerson {
  readonly handle: string;
  /** Absent where the number is wrong: the handle is known all the same. */
  readonly phone?: PhoneNumber;
  readonly name?: string;
  readonly span: Span;
}

export interface ParsedTeam {
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly span: Span;
}

/** `_people.yaml`. */
export interface ParsedPeople {
  readonly people: ReadonlyMap<string, ParsedPerson>;
  readonly teams: ReadonlyMap<string, ParsedTeam>;
}

export const nobody: ParsedPeople = { people: new Map(), teams: new Map() };

/** The people and teams that fit; the rest is reported. */
export function parsePeople(root: YAMLMap, desk: EntryDesk): ParsedPeople {
  const { values } = readFields(root, peopleShape, desk);
  const people = new Map<string, ParsedPerson>();
  for (const { key, keyNode, value } of values.people ? toPairs(values.people) : []) {
    if (!isName(key)) desk.report('bad-handle', toBadName(key), keyNode);
    const person = parsePerson(value === keyNode ? undefined : value, keyNode, desk);
    people.set(key, { handle: key, span: desk.locate.spanOf(keyNode), ...person });
  }
  const teams = new Map<string, ParsedTeam>();
  for (const { key, keyNode, value } of values.teams ? toPairs(values.teams) : []) {
    if (!isName(key)) desk.report('bad-handle', toBadName(key), keyNode);
    teams.set(key, { name: key, span: desk.locate.spanOf(keyNode), entries: parseTeam(key, value, desk) });
  }
  return { people, teams };
}

function toBadName(key: string): string {
  return `\`${toShown(key)}\` cannot be a name here: use letters, digits, \`-\`, \`_\` and \`.\`, begin with a letter or digit, and have at least one letter, so that it does not look like a number.`;
}

function parsePerson(
  node: Node | undefined,
  key: Node,
  desk: EntryDesk,
): Pick<ParsedPerson, 'phone' | 'name'> {
  if (!node || isEmpty(node)) {
    desk.report(
      'no-value',
      'This handle has no number. Write it in quotes: `"+44 …"`, or remove the handle.',
      key,
    );
    return {};
  }
  if (!isMap(node)) return toPhone(parsePhoneNode(node, desk));
  const { values, nodes } = readFields(node as YAMLMap, personShape, desk);
  if (!nodes.phone) desk.report('missing-key', 'This person has no number. Write `phone: "+44 …"`.', key);
  const phone = values.phone !== undefined && nodes.phone ? parsePhoneNode(nodes.phone, desk) : undefined;
  return { ...toPhone(phone), ...(values.name !== undefined && { name: values.name }) };
}

function toPhone(phone: PhoneNumber | undefined): Pick<ParsedPerson, 'phone'> {
  return phone ? { phone } : {};
}

function parseTeam(name: string, node: Node, desk: EntryDesk): readonly Entry[] {
  if (!isSeq(node)) {
    desk.report(
      'wrong-value',
      `The team \`${toShown(name)}\` must be a list, like \`[ana, budi]\`; \`[]\` is an empty one.`,
      node,
    );
    return [];
  }
  const entries = parseEntries(node, desk);
  for (const entry of entries) {
    if (entry.readd) desk.report('bad-entry', readdText, entry.span);
  }
  return entries;
}

const readdText =
  'A team cannot put anybody back, because it may stand in many groups. Write `readd` in the list of the one group.';
