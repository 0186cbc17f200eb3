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
import { findPersonLists, readItem, toTargetKey } from './person-lists.ts';
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

/** The files without somebody. */
export interface Forgotten {
  readonly rewritten: readonly Rewritten[];
  /**
   * What is to be written, in this order; a file may come several times, each time on top of the last. Wherever that ends,
   * they are in no list that did not have them before: an exception goes after the teams that it is of, who is who last.
   */
  readonly steps: readonly Rewritten[];
  readonly entries: number;
  readonly emptied: readonly EmptiedList[];
}

/**
 * Takes somebody out of every list with the comments behind their entries, then out of the files of people. Lists without
 * anybody left are written `[]`. Pure; teams and other people stay as they are.
 */
export function forgetPerson(sources: Sources, leaving: Leaving): Forgotten {
  const yaml = readYamlFiles(sources);
  const excepted = findExceptedTeams(yaml);
  const files = yaml.map((file) => forgetInFile(file, leaving, excepted));
  const changed = files.filter(({ edits }) => edits.length > 0);
  const sheets = leaving.spans.flatMap((span) => findSheet(sources, span) ?? []);
  // Lists of groups first, then teams.
  const ranked = [...changed, ...sheets].toSorted((a, b) => toRank(a) - toRank(b));
  const all = ranked.toSorted((a, b) => toLastStage(a) - toLastStage(b));
  return {
    rewritten: all.map(({ source, edits }) => ({ source, text: applyEdits(source.text, edits) })),
    steps: all
      .flatMap(toSteps)
      .toSorted((a, b) => a.stage - b.stage)
      .map(({ source, text }) => ({ source, text })),
    entries: files.reduce((sum, { entries }) => sum + entries, 0),
    emptied: files.flatMap(({ emptied, source }) => emptied.map((name) => ({ name, source }))),
  };
}

/**
 * When an edit is carried out. A row of a spreadsheet is who is who and a place in teams in one: while it is gone and an
 * exception still names them, the files have a mistake, with which nothing can be planned.
 */
const stages = { lists: 0, rows: 1, exceptions: 2, people: 3 } as const;

interface StagedEdit extends Edit {
  readonly stage: (typeof stages)[keyof typeof stages];
}

interface InFile {
  readonly source: Source;
  readonly edits: readonly StagedEdit[];
  readonly entries: number;
  readonly emptied: readonly string[];
}

function toRank({ source }: InFile): number {
  return Number(isAboutPeople(source.path));
}

function toLastStage({ edits }: InFile): number {
  return Math.max(...edits.map(({ stage }) => stage));
}

/** The text after each stage that changes it. */
function toSteps({ source, edits }: InFile) {
  const own = Object.values(stages).filter((stage) => edits.some((edit) => edit.stage === stage));
  const texts = [
    source.text,
    ...own.map((last) =>
      applyEdits(
        source.text,
        edits.filter(({ stage }) => stage <= last),
      ),
    ),
  ];
  return own.map((stage, index) => ({
    stage,
    source: { ...source, text: texts[index] ?? '' },
    text: texts[index + 1] ?? '',
  }));
}

function toStaged(edits: readonly Edit[], stage: StagedEdit['stage']): StagedEdit[] {
  return edits.map((edit) => ({ ...edit, stage }));
}

/** Teams whose members an exception takes out, as `team:NAME`: to leave one of them brings somebody into a list. */
function findExceptedTeams(files: readonly ReadYaml[]): ReadonlySet<string> {
  const lists = files.flatMap(({ root, desk }) => findPersonLists(root).map((each) => ({ ...each, desk })));
  const findTeams = ({ list, desk }: (typeof lists)[number]) =>
    list.items.flatMap((item) => {
      const target = readItem(item, desk)?.target;
      return target?.kind === 'team' ? toTargetKey(target) : [];
    });
  const found = new Set(lists.filter(({ within }) => within).flatMap(findTeams));
  // A set that grows while it is gone through is gone through to its end.
  for (const team of found)
    for (const inner of lists.filter(({ name }) => toHandle(name) === team).flatMap(findTeams))
      found.add(inner);
  return found;
}

function forgetInFile(
  { source, root, desk }: ReadYaml,
  leaving: Leaving,
  excepted: ReadonlySet<string>,
): InFile {
  const { text } = source;
  const lists = findPersonLists(root).map(({ list, name, within }) => {
    const gone = list.items.filter((item) => {
      const entry = readItem(item, desk);
      return entry !== undefined && leaving.isThem(entry.target);
    });
    // To leave nobody out is what is wanted of an exception.
    const isEmptied = !within && gone.length > 0 && gone.length === list.items.length;
    const stage = within || excepted.has(toHandle(name)) ? stages.exceptions : stages.lists;
    const edits = toStaged(removeItems(text, list, new Set(gone)), stage);
    return { edits, gone: gone.length, name, isEmptied };
  });
  const own = findPeople(root, leaving.handles);
  return {
    source,
    edits: [...lists.flatMap(({ edits }) => edits), ...toStaged(removePeople(text, own), stages.people)],
    entries: lists.reduce((sum, { gone }) => sum + gone, 0),
    emptied: lists.filter(({ isEmptied }) => isEmptied).map(({ name }) => name),
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
  const edit = { start: row.start, end: row.end + lineEnd, text: '', stage: stages.rows };
  return { source, edits: [edit], entries: 0, emptied: [] };
}
