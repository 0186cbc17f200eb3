import { hasNumber, withoutQuotes } from '../config/phone/phone-text.ts';

/** A line with somebody and their number in it, each as it was written; '' for what is missing. */
export interface SplitLine {
  readonly who: string;
  readonly number: string;
}

/** What stands between two columns, the surest first: spreadsheets copy tabs, and a name may have a comma in it. */
const separators = ['\t', ';', ':', ','];

/** Two cells of a spreadsheet, or what somebody typed, in either order; undefined for what is not two things. */
export function splitLine(line: string): SplitLine | undefined {
  const cells = toCells(line);
  const [one = '', other, ...more] = cells;
  if (more.length > 0) return undefined;
  if (other === undefined) return hasNumber(one) ? { who: '', number: one } : { who: one, number: '' };
  const isTurned = hasNumber(one) && !hasNumber(other);
  return isTurned ? { who: other, number: one } : { who: one, number: other };
}

/** `sealed:…` has a colon of its own, which parts nothing. */
const joined = /sealed:/g;
const [mark, marked] = ['\u0000', 'sealed:'];

function toCells(line: string): string[] {
  const text = line.replace(joined, mark);
  const separator = separators.find((each) => text.includes(each));
  const cells = separator === undefined ? splitAtBlank(text) : text.split(separator);
  return cells.map((cell) => withoutQuotes(cell.replace(mark, marked)).trim()).filter((cell) => cell !== '');
}

/** `ana +44 7700 900123`: the number begins behind the last word that has a letter. */
function splitAtBlank(text: string): string[] {
  const [, who, number] = /^(.*\p{L}\S*)\s+([^\p{L}]*\p{Nd}[^\p{L}]*)$/u.exec(text.trim()) ?? [];
  return who !== undefined && number !== undefined ? [who, number] : [text];
}
