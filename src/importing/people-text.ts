import type { PeopleFile } from '../config/edit/add-people.ts';
import { addPeople } from '../config/edit/add-people.ts';
import { toCommentText, toScalarText } from '../config/edit/scalar-text.ts';
import type { Inline } from '../safe/inline.ts';
import { sealedWord } from '../sealing/sealed-number.ts';
import type { FileComments } from '../words/import-words.ts';
import type { NewHidden, NewPerson } from './new-person.ts';

/** Somebody's line: with their number as it is written there, or with their LID. */
export type WrittenPerson =
  | (Pick<NewPerson, 'handle' | 'name' | 'note'> & { readonly written: string })
  | NewHidden;

/** `_people.yaml` with these people behind its own; everything that is in it stays as it is. */
export function toPeopleText(
  file: PeopleFile | undefined,
  people: readonly WrittenPerson[],
  words: Pick<FileComments, 'called'>,
): string {
  const pairs = people.map((person) => ({
    key: toScalarText(person.handle),
    value: toValue(person),
    comment: toCalled(person, words),
  }));
  return addPeople(file, pairs);
}

function toValue(person: WrittenPerson): string {
  const [phone, lid] = 'lid' in person ? [undefined, person.lid] : [person.written, undefined];
  const note = 'lid' in person ? undefined : person.note;
  if (phone !== undefined && person.name === undefined && note === undefined) return toNumber(phone);
  const parts = Object.entries({ phone, lid, name: person.name, note }).flatMap(([key, value]) =>
    value === undefined ? [] : `${key}: ${key === 'phone' ? toNumber(value) : toScalarText(value, true)}`,
  );
  return `{ ${parts.join(', ')} }`;
}

/** A sealed number needs no quotes. */
function toNumber(text: string): string {
  return text.startsWith(sealedWord) ? text : toScalarText(text, true);
}

/** A comment behind the line, or ''. */
function toCalled(person: WrittenPerson, words: Pick<FileComments, 'called'>): string {
  const called = 'lid' in person ? person.called : undefined;
  if (called === undefined) return '';
  return `  # ${toCommentText(words.called(toScalarText(called, true) as Inline))}`;
}
