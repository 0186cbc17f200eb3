import { structuredPatch } from 'diff';
import { escapeTerminal } from '../../safe/escape.ts';
import type { StyleOptions, Tone } from './style.ts';
import { makeStyle } from './style.ts';

/** A file before and after it is rewritten. */
export interface FileChange {
  /** As the user would type it. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

const tones: Readonly<Record<string, Tone>> = { '+': 'good', '-': 'bad', '@': 'quiet' };
/** Lines shown around each change. */
const context = 1;

/** More lines than these that go or come, and looking for the shortest difference takes minutes. */
const mostEdits = 1000;

/** How differences are drawn. */
export interface DiffOptions extends StyleOptions {
  /** Full numbers, for a terminal that asks for them. */
  readonly showPhones?: boolean;
}

/** What changes in files, line by line, with every number masked and nothing in it that a terminal would obey. */
export function renderFileDiffs(changes: readonly FileChange[], options: DiffOptions): string {
  const style = makeStyle(options);
  const hide = options.showPhones ? String : style.hide;
  return changes
    .map(({ file, before, after }) => {
      const shown = findLines(before, after).map((line) =>
        style.adapt(escapeTerminal(hide(line.replace(/\r$/, '')))),
      );
      const painted = shown.map((line) => style.paint(tones[line.charAt(0)] ?? 'plain', line));
      return [style.paint('strong', escapeTerminal(hide(file))), ...painted, '']
        .map((line) => `${line}\n`)
        .join('');
    })
    .join('');
}

/** The lines that go and come, each marked, with a line around them; of very many, those that stand in one place. */
function findLines(before: string, after: string): readonly string[] {
  const options = { context, maxEditLength: mostEdits };
  const patch = structuredPatch('', '', before, after, undefined, undefined, options);
  if (!patch) return compareInOrder(before.split('\n'), after.split('\n'));
  const lines = patch.hunks.flatMap(({ oldStart, lines: own }) => [`@ line ${oldStart}`, ...own]);
  return lines.filter((line) => !line.startsWith('\\'));
}

/** Line by line where none was added or taken out; else all between the first and the last that differ. */
function compareInOrder(before: readonly string[], after: readonly string[]): readonly string[] {
  if (before.length === after.length)
    return before.flatMap((line, index) =>
      line === after[index] ? [] : [`@ line ${index + 1}`, `-${line}`, `+${after[index]}`],
    );
  const start = before.findIndex((line, index) => line !== after[index]);
  const behind = before.toReversed().findIndex((line, index) => line !== after.at(-1 - index));
  const same = Math.min(behind, before.length - start, after.length - start);
  return [
    `@ line ${start + 1}`,
    ...before.slice(start, before.length - same).map((line) => `-${line}`),
    ...after.slice(start, after.length - same).map((line) => `+${line}`),
  ];
}
