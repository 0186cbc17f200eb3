import type { Edit } from '../edit/edits.ts';
import { toScalarText } from '../edit/scalar-text.ts';
import { parseListEntries } from '../groups/list-entry.ts';
import type { ListEntry } from '../groups/list-entry.ts';
import type { EntryDesk, Target } from '../groups/target.ts';
import type { YamlList, YamlMap, YamlNode, YamlPair } from '../yaml/node.ts';

/** A list of people as it stands in a file. */
export interface PersonList {
  readonly list: YamlList;
  /** The key above it; of a team, `team:` and its name. */
  readonly name: string;
  /** For a list within an entry, as `except` is: the entry, and the pair whose value the list is. */
  readonly within?: { readonly map: YamlMap; readonly pair: YamlPair };
}

const keys: ReadonlySet<string> = new Set(['members', 'admins', 'protected']);

/** Every list of people in a file of any kind: of groups and defaults, of the policy, of teams, and those within their entries, behind the list of the entry. */
export function findPersonLists(root: YamlMap): readonly PersonList[] {
  const lists = root.pairs.flatMap(({ key, value }): readonly PersonList[] => {
    if (keys.has(key)) return toLists(value, key);
    if (key !== 'teams' || value?.kind !== 'map') return [];
    return value.pairs.flatMap((team) => toLists(team.value, `team:${team.key}`));
  });
  return lists.flatMap((each) => [each, ...each.list.items.flatMap(findWithin)]);
}

function toLists(value: YamlNode | undefined, name: string): readonly PersonList[] {
  return value?.kind === 'list' ? [{ list: value, name }] : [];
}

function findWithin(item: YamlNode): readonly PersonList[] {
  if (item.kind !== 'map') return [];
  return item.pairs.flatMap((pair) =>
    pair.key === 'except' && pair.value?.kind === 'list'
      ? [{ list: pair.value, name: pair.key, within: { map: item, pair } }]
      : [],
  );
}

/** The word of an entry that says whom it means: the entry itself, or what stands behind `person:`. */
export function findWord(item: YamlNode): YamlNode | undefined {
  if (item.kind !== 'map') return item;
  return item.pairs.find(({ key }) => key === 'person')?.value;
}

/** The edit that puts a handle in the place of a word. Right behind a colon or another sign only quotes are a value of their own. */
export function putHandle(text: string, { start, end }: YamlNode, handle: string): Edit {
  const isApart = /[\s[,]/.test(text[start - 1] ?? ' ');
  return { start, end, text: toScalarText(handle, !isApart) };
}

/** What one item of a list says; undefined where it does not fit. */
export function readItem(item: YamlNode, desk: EntryDesk): ListEntry | undefined {
  const { start, end } = item;
  return parseListEntries({ kind: 'list', items: [item], start, end }, desk)[0];
}

/** Different for whoever is different: a handle has a letter and no colon, a number has neither. */
export function toTargetKey(target: Target): string {
  if (target.kind === 'phone') return target.phone;
  if (target.kind === 'handle') return target.name;
  return target.kind === 'lid' ? `lid:${target.lid}` : `team:${target.name}`;
}

/**
 * Equal for two entries that say the same of whoever they mean: their dates, their ways, whom they leave out. `toWho`: what
 * tells those apart.
 */
export function toTerms(entry: ListEntry, toWho: (target: Target) => string = toTargetKey): string {
  const { except, alsoIn } = entry;
  const named = {
    except: except?.map(({ target }) => toWho(target)),
    alsoIn: alsoIn && toWho(alsoIn.target),
  };
  const sorted = Object.entries({ ...entry, ...named })
    .filter(([key]) => key !== 'target' && key !== 'span')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(sorted);
}
