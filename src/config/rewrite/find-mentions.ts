import type { Source } from '../sources.ts';

/** A line in which somebody is still named. */
export interface Mention {
  readonly file: string;
  readonly line: number;
}

/** What somebody is called, and the digits of their number as people at home write its end. */
export interface Called {
  readonly names: readonly string[];
  readonly phone?: string;
}

/** So many last digits tell a number from any other, whatever stands before them. */
const telling = 8;
/** A word shorter than that stands in texts by chance. Letters. */
const shortest = 3;

/** Lines that name somebody: by handle or name as a word of its own, by the end of their number however it is written. */
export function findMentions(
  files: readonly Pick<Source, 'file' | 'text'>[],
  { names, phone }: Called,
): readonly Mention[] {
  const words = names.filter((name) => [...name].length >= shortest).map(toPattern);
  const end = phone !== undefined && phone.length >= telling ? phone.slice(-telling) : undefined;
  const pattern = words.length > 0 ? new RegExp(words.join('|'), 'iu') : undefined;
  const isNamed = (line: string) =>
    pattern?.test(line.normalize('NFC')) || (end !== undefined && line.replace(/\D/g, '').includes(end));
  return files.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index) => (isNamed(line) ? [{ file, line: index + 1 }] : [])),
  );
}

function toPattern(name: string): string {
  const literal = name.normalize('NFC').replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return String.raw`(?<![\p{L}\p{N}_])${literal}(?![\p{L}\p{N}_])`;
}
