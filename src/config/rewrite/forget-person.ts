import type { Span } from '../../domain/diagnostic.ts';
import { removePair } from '../edit/edit-map.ts';
import { removeItems } from '../edit/edit-list.ts';
import type { Edit } from '../edit/edits.ts';
import { applyEdits, findBehindColon } from '../edit/edits.ts';
import type { Target } from '../groups/target.ts';
import { isAboutPeople } from '../layout.ts';
import { toHandle } from '../people/handle.ts';
import { openTable } from '../sheet/open-table.ts';
import type { Source, Sources } from '../sources.ts';
import type { YamlMap, YamlPair } from '../yaml/node.ts';
import { findPersonLists, readItem } from './person-lists.ts';
import type { ReadYaml } from './read-yaml-files.ts';
import { readYamlFiles } from './read-yaml-files.ts';
import type { Rewritten } from './tidy-files.ts';

/** Who is to be taken out of the files. */
export interface Leaving {
  /** True for an entry's word that means them and nobody else. */
  readonly isThem: (target: Target) => boolean;
  /** What they are called in the files of people. */
  readonly handles: ReadonlySet<string>;
  /** Where a file of people, or the row of a spreadsheet, says who they are. */
  readonly spans: readonly Span[];
}

/** A list in which nobody is left. */
interface EmptiedList {
  /** "members", "team:altos". */
  readonly name: string;
  readonly source: Source;
}

/** The files without somebody, in the order in which they are to be written: who is who comes last. */
export interface Forgotten {
  readonly rewritten: readonly (Rewritten & { readonly isLast: boolean })[];
  readonly entries: number;
  readonly emptied: readonly EmptiedList[];
}

/**
 * Takes somebody out of every list with the comments behind their entries, then out of the files of people. Lists without
 * anybody left are written `[]`. Pure; teams and other people stay as they are.
 */
export function forgetPerson(sources: Sources, leaving: Leaving): Forgotten {
  const files = readYamlFiles(sources).map((file) => forgetInFile(file, leaving));
  const changed = files.filter(({ edits }) => edits.length > 0);
  const sheets = leaving.spans.flatMap((span) => findSheet(sources, span) ?? []);
  const all = [...changed, ...sheets].map(({ source, edits, isLast }) => ({
    source,
    text: applyEdits(source.text, edits),
    isLast,
  }));
  return {
    rewritten: all.toSorted((a, b) => toRank(a) - toRank(b)),
    entries: files.reduce((sum, { entries }) => sum + entries, 0),
    emptied: files.flatMap(({ emptied, source }) => emptied.map((name) => ({ name, source }))),
  };
}

/** Lists of groups first, then files with teams, at last those that say who somebody is. */
function toRank({ source, isLast }: Pick<InFile, 'source' | 'isLast'>): number {
  return isLast ? 2 : Number(isAboutPeople(source.path));
}

interface InFile {
  readonly source: Source;
  readonly edits: readonly Edit[];
  readonly entries: number;
  readonly emptied: readonly string[];
  readonly isLast: boolean;
}

function forgetInFile({ source, root, desk }: ReadYaml, leaving: Leaving): InFile {
  const { text } = source;
  const lists = findPersonLists(root).map(({ list, name, within }) => {
    const gone = list.items.filter((item) => {
      const entry = readItem(item, desk);
      return entry !== undefined && leaving.isThem(entry.target);
    });
    // To leave nobody out is what is wanted of an exception.
    const isEmptied = !within && gone.length > 0 && gone.length === list.items.length;
    return { edits: removeItems(text, list, new Set(gone)), gone: gone.length, name, isEmptied };
  });
  const own = findPeople(root, leaving.handles);
  return {
    source,
    edits: [...lists.flatMap(({ edits }) => edits), ...removePeople(text, own)],
    entries: lists.reduce((sum, { gone }) => sum + gone, 0),
    emptied: lists.filter(({ isEmptied }) => isEmptied).map(({ name }) => name),
    isLast: own.pairs.length > 0,
  };
}

interface Own {
  readonly pairs: readonly YamlPair[];
  readonly map?: YamlMap;
}

function findPeople(root: YamlMap, handles: ReadonlySet<string>): Own {
  const map = root.pairs.find(({ key }) => key === 'people')?.value;
  if (map?.kind !== 'map') return { pairs: [] };
  return { pairs: map.pairs.filter(({ key }) => handles.has(toHandle(key))), map };
}

/** Their lines, with the comments behind; the last person leaves `{}`, since a key without a value is a mistake. */
function removePeople(text: string, { map, pairs }: Own): readonly Edit[] {
  if (!map || pairs.length === 0) return [];
  const isEmptied = pairs.length === map.pairs.length;
  if (text[map.start] === '{') {
    if (isEmptied) return [{ start: map.start, end: map.end, text: '{}' }];
    return pairs.map((pair) => removePair(text, map, pair));
  }
  const at = findBehindColon(text, map.start);
  const edits = pairs.map((pair) => removePair(text, map, pair));
  return isEmptied ? [{ start: at, end: at, text: ' {}' }, ...edits] : edits;
}

/** The spreadsheet without their row, where it is one that says who they are. */
function findSheet({ files }: Sources, { file, cell }: Span): InFile | undefined {
  const source = files.find((each) => each.file === file);
  if (!source || !cell) return undefined;
  const table = openTable(source);
  const row = 'detail' in table ? undefined : table.rows.find((each) => each.row === cell.row);
  if (!row) return undefined;
  const lineEnd = /\r\n|\n|\r|$/.exec(source.text.slice(row.end, row.end + 2))?.[0].length ?? 0;
  const edit = { start: row.start, end: row.end + lineEnd, text: '' };
  return { source, edits: [edit], entries: 0, emptied: [], isLast: true };
}
