import { makeHandle } from '../config/people/made-handle.ts';
import { isName, toHandle } from '../config/people/handle.ts';
import { toAscii } from '../config/people/to-ascii.ts';
import { findRange } from '../config/phone/known-ranges.ts';
import type { CountryCode } from '../config/phone/parse-phone.ts';
import { parsePhone } from '../config/phone/parse-phone.ts';
import type { ParsedPhone } from '../config/phone/parsed-phone.ts';
import type { PhoneFault } from '../domain/people/phone-fault.ts';
import type { PhoneNumber } from '../domain/people/person.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import { isReserved } from '../safe/reserved-words.ts';
import { isLikeSealed } from '../sealing/sealed-number.ts';
import type { LineMistake, NumberMistake } from '../words/page/seal-page-words.ts';
import type { SplitLine } from './split-line.ts';
import { splitLine } from './split-line.ts';

/** What is wrong with a line. Nothing of its number is in it. */
export type Mistake =
  | { readonly kind: LineMistake }
  /** `fault`: what the parser of numbers says. */
  | { readonly kind: NumberMistake; readonly fault: PhoneFault }
  /** `other`: the handle of the line before that has this number. */
  | { readonly kind: 'same-number'; readonly other: string };

/** A line that was judged: what is to be sealed, or why it is not. */
export type JudgedLine =
  | { readonly kind: 'good'; readonly handle: string; readonly number: string }
  | {
      readonly kind: 'bad';
      /** As it stands there, to be mended. */
      readonly text: string;
      /** Where it is one that could be used. */
      readonly handle?: string;
      readonly mistake: Mistake;
    };

/** Judges lines of somebody and their number, as the command line does; blank ones are left out. */
export function judgeLines(text: string, country: CountryCode | undefined): readonly JudgedLine[] {
  const judge = createJudge(country);
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => judge(line, splitLine(line)));
}

/** Judges one person, from two fields. */
export function judgePerson(person: SplitLine, country: CountryCode | undefined): JudgedLine {
  return createJudge(country)('', person);
}

/** Knows who stood in the lines before. */
function createJudge(country: CountryCode | undefined) {
  const handles = new Set<string>();
  const owners = new Map<string, string>();
  return (text: string, line: SplitLine | undefined): JudgedLine => {
    const bad = (mistake: Mistake, handle?: string): JudgedLine => ({
      kind: 'bad',
      text,
      mistake,
      ...(handle !== undefined && { handle }),
    });
    if (!line) return bad({ kind: 'columns' });
    const who = findHandle(line.who.trim());
    if (who.kind !== 'handle') return bad({ kind: who.kind });
    const { handle } = who;
    if (handles.has(handle)) return bad({ kind: 'twice' }, handle);
    const number = readNumber(line.number.trim(), country);
    if (typeof number !== 'string') return bad(number, handle);
    const key = toPersonKey(number);
    const other = owners.get(key);
    if (other !== undefined) return bad({ kind: 'same-number', other }, handle);
    handles.add(handle);
    owners.set(key, handle);
    return { kind: 'good', handle, number: `+${number}` };
  };
}

type FoundHandle =
  | { readonly kind: 'handle'; readonly handle: string }
  | { readonly kind: Extract<LineMistake, 'no-handle' | 'bad-name' | 'reserved'> };

/** A handle as it is written, in the form in which files are compared; or one made from a name. */
function findHandle(who: string): FoundHandle {
  if (who === '') return { kind: 'no-handle' };
  const name = toHandle(who);
  if (isName(name)) return isReserved(name) ? { kind: 'reserved' } : { kind: 'handle', handle: name };
  const made = makeHandle(who, toAscii);
  return made === undefined ? { kind: 'bad-name' } : { kind: 'handle', handle: made };
}

function readNumber(text: string, country: CountryCode | undefined): PhoneNumber | Mistake {
  if (text === '') return { kind: 'no-number' };
  if (isLikeSealed(text)) return { kind: 'sealed' };
  const found = parsePhone(text, country, findRange);
  if (found.kind === 'phone') return found.phone;
  if (found.kind === 'unsure') throw new Error('The ranges are there, and a number is unsure.');
  return { kind: toKind(found), fault: found };
}

function toKind({ kind, needsCountry }: Exclude<ParsedPhone, { kind: 'phone' }>): NumberMistake {
  return needsCountry ? 'no-country' : kind;
}
