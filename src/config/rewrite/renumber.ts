import type { PersonKey } from '../../domain/people/person.ts';
import { addPeople } from '../edit/add-people.ts';
import type { Edit } from '../edit/edits.ts';
import { applyEdits } from '../edit/edits.ts';
import { readMap } from '../edit/read-map.ts';
import { toScalarText } from '../edit/scalar-text.ts';
import { toRole } from '../layout.ts';
import type { ParsedPeople } from '../people/parse-people.ts';
import type { Source, Sources } from '../sources.ts';
import { findBareNumbers } from './bare-numbers.ts';
import { findNumberPlaces } from './number-places.ts';
import type { Rewritten } from './tidy-files.ts';

/** What is to stand where numbers stand. */
export interface Renumbering {
  /** By handle, sealed or in plain text; whoever is not here stays as they are. */
  readonly numbers: ReadonlyMap<string, string>;
  /** The handles that are put in the place of numbers in lists. */
  readonly handles: ReadonlyMap<PersonKey, string>;
  /** Those who get a line of their own, with their number in plain text, as it stands there until it is sealed. */
  readonly added: ReadonlyMap<string, string>;
  /** What becomes of the policy. */
  readonly policy: (text: string) => string;
}

/** Files with other numbers, or the same ones in another form. */
export interface Renumbered {
  readonly rewritten: readonly Rewritten[];
  /**
   * What is to be written, in this order; a file may come twice. Wherever that ends, everybody is still known, and the same
   * again goes on from there: no number changes its form before every list names its owner by a handle, and the policy comes
   * last.
   */
  readonly steps: readonly Rewritten[];
}

/** Where new people go while there is no file for them. */
const usualPath = '_people.yaml';

/** Puts numbers and handles into all files. Pure; everything else stays byte for byte. */
export function renumber(sources: Sources, people: ParsedPeople, change: Renumbering): Renumbered {
  const edits = findEdits(sources, people, change);
  const own = findPeopleFile(sources) ?? toPeopleFile(sources);
  const others = sources.files.filter((source) => source !== own);
  // Handles are there before lists name them.
  const files = (change.added.size > 0 || own.text !== '' ? [own, ...others] : others).toSorted(byRank);
  const named = files.map((source): Rewritten => {
    const text = applyEdits(source.text, edits.lists.get(source) ?? []);
    return { source, text: source === own ? add(text, change.added) : text };
  });
  const sealed = new Map(
    [...change.added.keys()].map((handle) => [handle, change.numbers.get(handle) ?? '']),
  );
  const final = files.map((source): Rewritten => {
    const text = applyEdits(source.text, edits.all.get(source) ?? []);
    if (source === own) return { source, text: add(text, sealed) };
    return { source, text: toRole(source.path) === 'policy' ? change.policy(text) : text };
  });
  const second = final.map(({ source, text }, index) => ({
    source: { ...source, text: named[index]?.text ?? '' },
    text,
  }));
  return { rewritten: final.filter(isChanged), steps: [...named, ...second].filter(isChanged) };
}

function isChanged({ source, text }: Rewritten): boolean {
  return text !== source.text;
}

function byRank(a: Source, b: Source): number {
  return Number(toRole(a.path) === 'policy') - Number(toRole(b.path) === 'policy');
}

interface Edits {
  /** Handles in the place of numbers in lists. */
  readonly lists: ReadonlyMap<Source, readonly Edit[]>;
  /** The same, and numbers in the place of numbers. */
  readonly all: ReadonlyMap<Source, readonly Edit[]>;
}

function findEdits(sources: Sources, people: ParsedPeople, { handles, numbers }: Renumbering): Edits {
  const [lists, all] = [new Map<Source, Edit[]>(), new Map<Source, Edit[]>()];
  for (const { source, key, put: toEdit } of handles.size > 0 ? findBareNumbers(sources) : []) {
    const handle = handles.get(key);
    if (handle === undefined) continue;
    put(lists, source, [toEdit(handle)]);
    put(all, source, [toEdit(handle)]);
  }
  for (const [handle, place] of findNumberPlaces(sources, people.people.values())) {
    const number = numbers.get(handle);
    if (number !== undefined) put(all, place.source, place.put(number));
  }
  return { lists, all };
}

function put(map: Map<Source, Edit[]>, source: Source, edits: readonly Edit[]): void {
  map.set(source, [...(map.get(source) ?? []), ...edits]);
}

function findPeopleFile({ files }: Sources): Source | undefined {
  return files.find(({ path }) => toRole(path) === 'people' && !path.includes('/'));
}

function toPeopleFile({ root }: Sources): Source {
  return { path: usualPath, file: `${root}/${usualPath}`, text: '' };
}

/** A file of people with more of them, in plain text or sealed; '' is none yet. */
function add(text: string, people: ReadonlyMap<string, string>): string {
  if (people.size === 0) return text;
  const pairs = [...people].map(([handle, number]) => ({
    key: toScalarText(handle),
    value: number.startsWith('+') ? JSON.stringify(number) : number,
  }));
  return addPeople(text === '' ? undefined : { text, root: readMap(text) }, pairs);
}
