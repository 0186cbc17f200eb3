import { diffArrays } from 'diff';

/** One line of a changed text. */
export interface DiffLine {
  readonly mark: '+' | '-' | ' ';
  readonly text: string;
}

/** More than this is no longer a glance; the file and the JSON have it all. */
const linesLimit = 16;

/** A text's change, line by line: what goes, what comes, one line around each; and how many lines were too much. */
export function cutTopic(
  before: string,
  after: string,
): { readonly lines: readonly DiffLine[]; readonly rest: number } {
  const all = diffArrays(toLines(before), toLines(after)).flatMap(({ value, added, removed }) =>
    value.map((text): DiffLine => {
      if (added) return { mark: '+', text };
      return { mark: removed ? '-' : ' ', text };
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
