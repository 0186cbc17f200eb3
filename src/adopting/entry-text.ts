import { addItems } from '../config/edit/edit-list.ts';
import { addPairs } from '../config/edit/edit-map.ts';
import type { Edit } from '../config/edit/edits.ts';
import { toScalarText } from '../config/edit/scalar-text.ts';
import type { YamlMap, YamlNode } from '../config/yaml/node.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Lid, Person, PersonKey } from '../domain/people/person.ts';

/** What somebody new to a list is called by whom the files know. */
interface Called {
  /** Everybody whom the files know. */
  readonly people: ReadonlyMap<PersonKey, Person>;
  /** As the group's file spells them already; absent: it does not name them. */
  readonly listed: Person | undefined;
}

/**
 * Somebody as an entry of a list: the handle, where the files have one for this very spelling, else the number in quotes.
 * The one place where a number gets into a file.
 */
export function toEntryText(person: Person, { people, listed }: Called): string {
  const known = people.get(person.key);
  const phone = listed?.phone ?? known?.phone ?? person.phone;
  return known?.handle !== undefined && known.phone === phone ? toScalarText(known.handle) : `"+${phone}"`;
}

/** Somebody who hides their number as an entry: the handle, where the files have one for this LID. */
export function toHiddenText(lid: Lid, hidden: Organisation['hidden']): string {
  const handle = hidden.get(lid)?.handle;
  return handle === undefined ? `lid:${lid}` : toScalarText(handle);
}

/** What gives an entry days, beyond which it names nobody. */
const dates: ReadonlySet<string> = new Set(['from', 'until']);

/** An entry's own text on one line, for another place; `isUndated`: without its days. */
export function toMovedText(text: string, item: YamlNode, isUndated = false): string {
  if (item.kind !== 'map') return text.slice(item.start, item.end);
  const pairs = item.pairs.filter(({ key }) => !isUndated || !dates.has(key));
  const [only] = pairs;
  if (pairs.length === 1 && only?.key === 'person' && only.value)
    return text.slice(only.value.start, only.value.end);
  return `{ ${pairs.map(({ keyNode, value }) => text.slice(keyNode.start, (value ?? keyNode).end)).join(', ')} }`;
}

/** True for an entry that names somebody today, as far as its own days tell. */
export function isOfToday(item: YamlNode, today: string): boolean {
  if (item.kind !== 'map') return true;
  const until = readDay(item, 'until');
  return (until === undefined || until >= today) && (readDay(item, 'from') ?? '') <= today;
}

function readDay(map: YamlMap, key: string): string | undefined {
  const value = map.pairs.find((pair) => pair.key === key)?.value;
  return value?.kind === 'scalar' ? value.source : undefined;
}

/**
 * Edits that take these people out of an entry that names a team; all else in it stays, comments between its lines too.
 * Their words are as entries of lists.
 */
export function toExceptEdits(text: string, item: YamlNode, words: readonly string[]): readonly Edit[] {
  const except = `[${words.join(', ')}]`;
  if (item.kind !== 'map') {
    const team = text.slice(item.start, item.end);
    const name = item.kind === 'scalar' ? String(item.value).trim().slice('team:'.length) : team;
    return [{ start: item.start, end: item.end, text: `{ team: ${toScalarText(name)}, except: ${except} }` }];
  }
  const own = item.pairs.find(({ key }) => key === 'except')?.value;
  if (own?.kind === 'list') return addItems(text, own, words);
  return addPairs(text, item, [{ key: 'except', value: except }]);
}
