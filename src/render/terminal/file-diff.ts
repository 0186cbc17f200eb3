import { structuredPatch } from 'diff';
import { escapeTerminal } from '../../safe/escape.ts';
import { mask } from '../../safe/mask.ts';
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

/** How differences are drawn. */
export interface DiffOptions extends StyleOptions {
  /** Full numbers, for a terminal that asks for them. */
  readonly showPhones?: boolean;
}

/** What changes in files, line by line, with every number masked and nothing in it that a terminal would obey. */
export function renderFileDiffs(changes: readonly FileChange[], options: DiffOptions): string {
  const style = makeStyle(options);
  const hide = options.showPhones ? String : mask;
  return changes
    .map(({ file, before, after }) => {
      const { hunks } = structuredPatch(file, file, before, after, undefined, undefined, { context });
      const lines = hunks.flatMap(({ oldStart, lines: own }) => [`@ line ${oldStart}`, ...own]);
      const shown = lines
        .filter((line) => !line.startsWith('\\'))
        .map((line) => style.adapt(escapeTerminal(hide(line.replace(/\r$/, '')))));
      const painted = shown.map((line) => style.paint(tones[line.charAt(0)] ?? 'plain', line));
      return [style.paint('strong', escapeTerminal(hide(file))), ...painted, '']
        .map((line) => `${line}\n`)
        .join('');
    })
    .join('');
}
