import type { Span } from '../../domain/diagnostic.ts';
import type { Day } from '../../domain/group.ts';
import { entryShape } from '../schema.ts';
import { isEmpty, readFields, toShown } from '../yaml/fields.ts';
import type { Fields } from '../yaml/fields.ts';
import type { Locator } from '../yaml/locate.ts';
import type { Place, YamlList, YamlMap, YamlNode } from '../yaml/node.ts';
import { parseTarget, parseTeam } from './target.ts';
import type { EntryDesk, Target } from './target.ts';

/** A word of an entry that means somebody, and where it stands. */
export interface Named {
  readonly target: Target;
  readonly span: Span;
}

/** One entry of `members`, `admins`, `protected` or a team. */
export interface ListEntry extends Named {
  /** The first day. */
  readonly from?: Day;
  /** The last day. */
  readonly until?: Day;
  readonly readd?: Day;
  readonly byInvite: boolean;
  /** Of a team: all but these. */
  readonly except?: readonly Named[];
  /** Of a team: only those who are in this one too. */
  readonly alsoIn?: Named;
  /** The spreadsheet of whose row it is made, below the groups folder. */
  readonly sheet?: string;
}

/** All that an entry names, those among it whom it leaves out. */
export function findNamed({ target, span, except = [], alsoIn }: ListEntry): readonly Named[] {
  return [{ target, span }, ...except, ...(alsoIn ? [alsoIn] : [])];
}

/** The entries of a list; those that do not fit are reported and left out. */
export function parseListEntries(list: YamlList, desk: EntryDesk): readonly ListEntry[] {
  const entries: ListEntry[] = [];
  for (const item of list.items) {
    const entry = parseEntry(item, desk);
    if (entry) entries.push(entry);
  }
  return entries;
}

function parseEntry(node: YamlNode, desk: EntryDesk): ListEntry | undefined {
  if (node.kind === 'map') return parseEntryMap(node, desk);
  const target = parseTarget(node, desk);
  return target && new Word(target, node, desk.locate);
}

/**
 * An entry that is one word. A large account has two million of them, and few whose place anybody asks for: they hold
 * where they stand as two numbers, not as a span, which is half of what they would take otherwise.
 */
class Word implements ListEntry {
  readonly target: Target;
  readonly byInvite = false;
  readonly #start: number;
  readonly #end: number;
  readonly #locate: Locator;

  constructor(target: Target, { start, end }: Place, locate: Locator) {
    this.target = target;
    this.#start = start;
    this.#end = end;
    this.#locate = locate;
  }

  get span(): Span {
    return this.#locate.spanAt(this.#start, this.#end);
  }
}

type EntryFields = Fields<typeof entryShape>;

function parseEntryMap(map: YamlMap, desk: EntryDesk): ListEntry | undefined {
  const slip = findSpace(map);
  if (slip !== undefined) {
    const detail = `The space after the colon makes this a map. Write \`${slip}\` without it.`;
    return void desk.report('bad-entry', detail, map);
  }
  const fields = readFields(map, entryShape, desk);
  const target = parseWho(fields, map, desk);
  if (!target) return undefined;
  checkTogether(target, fields, map, desk);
  const { from, until, readd, by } = fields.values;
  return {
    target,
    byInvite: by === 'invite',
    span: desk.locate.spanOf(map),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(readd !== undefined && { readd }),
    ...(target.kind === 'team' && parseNarrowing(fields, desk)),
  };
}

/** Whom the entry means: `person: …`, or `team: …` with the name of a team. */
function parseWho({ nodes, values, has }: EntryFields, map: YamlMap, desk: EntryDesk): Target | undefined {
  const { person, team } = nodes;
  if (person && team) return void desk.report('bad-entry', bothText, map);
  if (person) return isEmpty(person) ? undefined : parseTarget(person, desk);
  if (team) return values.team === undefined ? undefined : parseTeam(values.team, team, desk);
  if (!has('person') && !has('team')) desk.report('missing-key', nobodyText, map);
  return undefined;
}

/** What cannot stand in one entry. */
function checkTogether(
  target: Target,
  { nodes, values }: EntryFields,
  map: YamlMap,
  desk: EntryDesk,
): void {
  const { from, until, readd } = values;
  if (target.kind === 'lid' && map.pairs.length > 1) desk.report('bad-entry', lidText, map);
  if (target.kind === 'team' && readd) desk.report('bad-entry', readdTeamText, nodes.readd ?? map);
  if (from !== undefined && until !== undefined && from > until) {
    const detail = `The first day, ${from}, lies after the last one, ${until}, so this holds on no day. Correct one of them.`;
    desk.report('no-day', detail, nodes.from ?? map);
  }
  if (from !== undefined && readd !== undefined && from > readd) {
    const detail = `Nobody is put back before ${from}, the first day, and \`readd\` ends on ${readd}. Correct one of them.`;
    desk.report('no-day', detail, nodes.readd ?? map);
  }
  if (target.kind === 'team' || target.kind === 'lid') return;
  for (const key of ['except', 'also-in'] as const) {
    const node = nodes[key];
    if (node) desk.report('bad-entry', toOfTeams(key), node);
  }
}

/** Who of a team is meant: all but some, or only those who are in another team too. */
function parseNarrowing({ nodes, values }: EntryFields, desk: EntryDesk): Pick<ListEntry, 'except' | 'alsoIn'> {
  const except = values.except?.items.flatMap((item) => parseNamed(item, desk) ?? []);
  const also = nodes['also-in'];
  const alsoIn = also && !isEmpty(also) ? parseNamed(also, desk) : undefined;
  if (also && alsoIn && alsoIn.target.kind !== 'team') desk.report('bad-entry', alsoInText, also);
  return {
    ...(except && { except }),
    ...(alsoIn?.target.kind === 'team' && { alsoIn }),
  };
}

/** Whoever is excepted is so by a word alone: a date belongs to the list in which they stand. */
function parseNamed(node: YamlNode, desk: EntryDesk): Named | undefined {
  const target = parseTarget(node, desk);
  return target && { target, span: desk.locate.spanOf(node) };
}

const lidText =
  'Whoever has this LID is never touched while the number is hidden, so a date, an invitation or `readd` would do nothing. Write `lid:…` alone.';
const readdTeamText =
  'Only a single person can be put back, because it happens once. Write an entry with their handle.';
const nobodyText =
  'The entry does not say whom it means. Write `{ person: handle, until: 2026-12-31 }`, or `{ team: altos, except: [handle] }`.';
const bothText =
  'An entry means a person or a team, and this one has both keys. Make two entries of it.';
const alsoInText =
  'Whoever is to be in something else as well is told by a team. Write `also-in: team:…`.';

function toOfTeams(key: string): string {
  return `\`${key}\` takes some out of a team, and this entry means one person. Remove it, or name a team: \`{ team: altos, ${key}: … }\`.`;
}

/** "lid:123" for `{ lid: 123 }`, which is what YAML makes of `lid: 123`. */
function findSpace(map: YamlMap): string | undefined {
  const [first, second] = map.pairs;
  if (!first || second || first.key !== 'lid' || first.value?.kind !== 'scalar') return undefined;
  return `${first.key}:${toShown(String(first.value.value))}`;
}
