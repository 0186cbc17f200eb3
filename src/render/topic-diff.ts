import { diffArrays } from 'diff';
import { blur, revealDifference } from '../safe/reveal-difference.ts';

/** One line of a changed text. */
export interface DiffLine {
  readonly mark: '+' | '-' | ' ';
  readonly text: string;
}

/** A text's change, line by line: all that goes, all that comes, and one line around each. */
export function diffTopic(before: string, after: string): readonly DiffLine[] {
  const all = diffArrays(toLines(before), toLines(after)).flatMap(({ value, added, removed }) =>
    value.map((text): DiffLine => {
      if (added) return { mark: '+', text };
      return { mark: removed ? '-' : ' ', text };
    }),
  );
  const shown = revealAlike(all);
  return shown.filter((line, index) => isNear(shown, line, index));
}

/** A line that goes and one that comes in its place, and nobody could see what differs. */
function revealAlike(all: readonly DiffLine[]): DiffLine[] {
  const come = new Map(all.flatMap((line) => (line.mark === '+' ? [[blur(line.text), line] as const] : [])));
  const revealed = new Map<DiffLine, string>();
  for (const old of all) {
    const fresh = old.mark === '-' ? come.get(blur(old.text)) : undefined;
    if (!fresh) continue;
    const [before, after] = revealDifference(old.text, fresh.text);
    revealed.set(old, before).set(fresh, after);
  }
  return all.map((line) => ({ ...line, text: revealed.get(line) ?? line.text }));
}

function isNear(all: readonly DiffLine[], line: DiffLine, index: number): boolean {
  return [line, all[index - 1], all[index + 1]].some((each) => each !== undefined && each.mark !== ' ');
}

function toLines(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}
