import { toFence } from '../safe/escape-markdown.ts';
/** What a text takes of a limit: characters, unless told otherwise. */
type Measure = (text: string) => number;

const toCharacters: Measure = ({ length }) => length;

/** Bytes of UTF-8. */
export const toBytes: Measure = (text) => Buffer.byteLength(text);

/** Room for the line that counts what was cut. */
const noteLength = 200;

/** Says how many lines are not there. */
export type TellCut = (lines: number) => string;

/** Whole lines of at most so many characters; what was cut is counted. */
export function cutLines(text: string, limit: number, tell: TellCut): string {
  return cut(text, { limit, tell, measure: toCharacters }, () => []);
}

/** The same for Markdown: a block of code or a fold that is open where it is cut ends there, so that the note is seen. */
export function cutMarkdown(
  text: string,
  limit: number,
  tell: TellCut,
  measure: Measure = toCharacters,
): string {
  let fence = '';
  let folds = 0;
  return cut(text, { limit, tell, measure }, (line) => {
    const [, run = '', rest = ''] = /^ {0,3}(`{3,})([^`]*)$/.exec(line) ?? [];
    if (fence === '') {
      fence = run;
      folds += line.split('<details>').length - line.split('</details>').length;
    } else if (run.length >= fence.length && rest.trim() === '') fence = '';
    return [
      ...(fence === '' ? [] : [fence]),
      ...Array.from({ length: Math.max(folds, 0) }, () => '\n</details>'),
    ];
  });
}

interface Room {
  readonly limit: number;
  readonly measure: Measure;
  readonly tell: TellCut;
}

/** `follow` is told of each line, and says which lines would end what is open behind it. */
function cut(
  text: string,
  { limit, measure, tell }: Room,
  follow: (line: string) => readonly string[],
): string {
  if (measure(text) <= limit) return text;
  const lines = text.split('\n');
  let [length, kept, ends]: [number, number, readonly string[]] = [noteLength, 0, []];
  for (const line of lines) {
    length += measure(line) + 1;
    const next = follow(line);
    if (length + measure(next.join('\n')) > limit) break;
    [kept, ends] = [kept + 1, next];
  }
  return [...lines.slice(0, kept), ...ends, '', tell(lines.length - kept)].join('\n');
}

/** Text as Markdown that shows it as it is: in a fence longer than any in it, so that no mention, link or markup works. */
export function toFencedText(text: string): string {
  const fence = toFence([text]);
  return `${fence}text\n${text.trimEnd()}\n${fence}\n`;
}
