import { diffArrays } from 'diff';
import type { Tone } from './terminal/style.ts';

/** One line of a changed text. */
export interface DiffLine {
  readonly mark: '+' | '-' | ' ';
  readonly tone: Tone;
  readonly text: string;
}

/** More than this is no longer a glance; the file and the JSON have it all. */
const linesLimit = 16;

/** A text's change, line by line: what goes, what comes, one line around each; `…` for what stays and what is too much. */
export function diffTopic(before: string, after: string): DiffLine[] {
  const { lines, rest } = cutTopic(before, after);
  return rest === 0 ? [...lines] : [...lines, { mark: ' ', tone: 'quiet', text: `… ${rest} more lines` }];
}

/** The same as data, and how many lines were too much. */
export function cutTopic(
  before: string,
  after: string,
): { readonly lines: readonly DiffLine[]; readonly rest: number } {
  const all = diffArrays(toLines(before), toLines(after)).flatMap(({ value, added, removed }) =>
    value.map((text): DiffLine => {
      if (added) return { mark: '+', tone: 'good', text };
      return removed ? { mark: '-', tone: 'bad', text } : { mark: ' ', tone: 'quiet', text };
    }),
  );
  const near = all.filter((line, index) => isNear(all, line, index));
  return { lines: near.slice(0, linesLimit), rest: Math.max(0, near.length - linesLimit) };
}

function isNear(all: readonly DiffLine[], line: DiffLine, index: number): boolean {
  return [line, all[index - 1], all[index + 1]].some((each) => each !== undefined && each.mark !== ' ');
}

function toLines(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}
