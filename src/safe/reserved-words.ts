import { toPlainLetters } from './plain-letters.ts';

/** Words that Rollcall's own sentences use of people, in its three languages. */
const reserved: ReadonlySet<string> = new Set(
  'nobody somebody someone everybody everyone me team all semua seseorang saya todos todas alguem ninguem'.split(
    ' ',
  ),
);

/** True for a word that cannot be a handle: in a sentence it would stand for other people than the one who has it. */
export function isReserved(handle: string): boolean {
  return reserved.has(toPlainLetters(handle));
}
