import { once } from '../domain/lazy/once.ts';
import type { Person, PersonKey } from '../domain/people/person.ts';
import { toCoarse, toForms } from './alike.ts';
import type { Left } from './mask.ts';
import { mask, maskPhone } from './mask.ts';
import type { ToSkeleton } from './plain-letters.ts';
import { toAsciiSkeleton } from './plain-letters.ts';

/** What people are told apart by, where they would look the same. */
interface Means {
  /** Where in the files somebody stands. */
  readonly places?: Pick<ReadonlyMap<PersonKey, string>, 'get'> | undefined;
  /** Which letters look alike; absent: ASCII's alone. */
  readonly toSkeleton?: ToSkeleton | undefined;
  readonly left: Left;
}

/** Longest name that is shown; a label is no place to write a page into. Letters. */
const longest = 100;

/** The name or the handle that somebody is called by, else their number: masked, unless numbers are shown. */
export function toBare(
  { phone }: Person,
  called: string | undefined,
  showPhones: boolean,
  left: Left,
): string {
  if (called === undefined) return showPhones ? `+${phone}` : maskPhone(phone, left);
  return showPhones ? `${toShort(called)} (+${phone})` : mask(toShort(called), left);
}

/** A name at most as long as labels show it, cut off with `…`. */
export function toShort(called: string): string {
  return [...called].length > longest ? `${[...called].slice(0, longest - 1).join('')}…` : called;
}

function toBareName(person: Person, left: Left): string {
  return toBare(person, person.name ?? person.handle, false, left);
}

/** What stands behind somebody's label. */
export type Details = Pick<ReadonlyMap<PersonKey, string>, 'get'>;

/** Of whoever looks like nobody else nothing more is asked; for whoever else is named everybody is told apart. */
export function toDetails(known: ReadonlyMap<PersonKey, Person>, naming: Means): Details {
  const people = [...known.values()];
  const all = once(() => findDetails(people, naming));
  const isAlone = toLoneCheck(people, naming);
  return {
    get: (key) => {
      const person = known.get(key);
      return person && isAlone(person) ? undefined : all().get(key);
    },
  };
}

/** Tells of somebody that nobody's label shares a form with theirs, nor would with something in brackets behind it. False says nothing. */
function toLoneCheck(
  people: readonly Person[],
  { toSkeleton = toAsciiSkeleton, left }: Means,
): (person: Person) => boolean {
  if (toSkeleton !== toAsciiSkeleton) return () => false;
  const toText = (person: Person) => toCoarse(toBareName(person, left));
  const counts = new Map<string, number>();
  for (const person of people) {
    const text = toText(person);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return (person) => {
    const text = toText(person);
    return counts.get(text) === 1 && !text.endsWith(')') && !isLikeMask(person);
  };
}

/** Nobody is called what somebody's masked number looks like. */
function isLikeMask({ name, handle }: Person): boolean {
  return handle !== undefined && /^(?:\+\d{1,3} )?•/.test(name ?? '');
}

/**
 * What stands behind the labels of people who would look the same: their handle, else where they stand in the files, else
 * one number each; never more digits. It is looked at again with that beside the names: somebody may be called "Ana (ana)".
 */
function findDetails(people: readonly Person[], naming: Means): ReadonlyMap<PersonKey, string> {
  const details = new Map<PersonKey, string>();
  for (const person of people) if (isLikeMask(person)) details.set(person.key, mask(person.handle ?? ''));
  let some = people;
  for (let round = 0; some.length > 0 && round < roundsLimit; round += 1) {
    const before = new Map(details);
    for (const alike of findAlike(some, before, naming))
      addDetails(alike, { details, before }, naming.places);
    // Whom nobody would take for a name with something beside it, nobody takes for one now.
    some = people.filter(
      (person) => details.has(person.key) || toBareName(person, naming.left).endsWith(')'),
    );
  }
  return details;
}

/** Each round makes what was alike differ by what is nobody else's; what is alike still after so many is made to be. */
const roundsLimit = 4;

/** Bunches of people with different handles whose labels look the same. */
function findAlike(
  people: readonly Person[],
  details: ReadonlyMap<PersonKey, string>,
  { toSkeleton = toAsciiSkeleton, left }: Means,
): Person[][] {
  const byForm = new Map<string, Person[]>();
  for (const person of people) {
    const detail = details.get(person.key);
    const bare = toBareName(person, left);
    const label = detail === undefined ? bare : `${bare} (${detail})`;
    for (const form of new Set(toForms(label, toSkeleton))) {
      const alike = byForm.get(form);
      if (alike) alike.push(person);
      else byForm.set(form, [person]);
    }
  }
  // The old and the new number behind one handle are told apart by saying which it is.
  return [...byForm.values()].filter(
    (alike) => new Set(alike.map(({ handle, key }) => handle ?? key)).size > 1,
  );
}

/** Those without a detail get one; where all of them have one, each gets a number beside it. */
function addDetails(
  alike: readonly Person[],
  { details, before }: { readonly details: Map<PersonKey, string>; readonly before: typeof details },
  places: Means['places'],
): void {
  const bare = alike.filter(({ key }) => !before.has(key));
  for (const person of bare) details.set(person.key, mask(toDetail(person, alike, places)));
  if (bare.length > 0) return;
  alike.forEach(({ key }, index) => details.set(key, `${before.get(key) ?? ''}, ${index + 1}`));
}

function toDetail(person: Person, alike: readonly Person[], places: Means['places']): string {
  if (person.name !== undefined && person.handle !== undefined) return person.handle;
  const place = places?.get(person.key);
  return place ?? String(alike.indexOf(person) + 1);
}
