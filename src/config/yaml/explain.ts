import type { YAMLError } from 'yaml';
import type { Diagnostic, Span } from '../../domain/diagnostic.ts';
import { mask } from '../../safe/mask.ts';
import type { Locator } from './locate.ts';
import { toMistake } from '../mistake.ts';
import type { MistakeCode } from '../mistake.ts';
import { findSlip, findSlipOfForm } from './slips.ts';
import type { Place, YamlNode } from './node.ts';
import type { Slip } from './slips.ts';

/** One slip often makes YAML unreadable to the end of the file; what comes after the first few is noise. */
export const shownErrors = 3;

/** So many are looked at for a slip that explains them. */
const lookedAt = 50;

/**
 * What is wrong with a text that is no YAML, in words for people who write a group's file: the first few places, and
 * where some of them can be explained, those alone, since the others follow from them.
 */
export function explainErrors(errors: readonly YAMLError[], locate: Locator): Diagnostic[] {
  const found = errors.slice(0, lookedAt).map((error) => ({ error, slip: explain(error, locate) }));
  const explained = found.flatMap(({ slip }) => slip ?? []);
  const all = explained.length > 0 ? explained : found.map(({ error }) => toUnexplained(error, locate));
  return withoutTwins(all).slice(0, shownErrors);
}

/** One for each line. */
function withoutTwins(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const lines = new Set<number | undefined>();
  return diagnostics.filter(({ span }) => !lines.has(span?.line) && lines.add(span?.line));
}

const known: Partial<Record<YAMLError['code'], readonly [code: MistakeCode, detail: string]>> = {
  TAB_AS_INDENT: ['yaml-tab', 'YAML does not allow tabs as indentation. Use spaces, two for each level.'],
  MULTIPLE_DOCS: [
    'yaml-documents',
    'A line `---` starts a second document here, and one file holds one group. Move it to a file of its own.',
  ],
};

function explain(error: YAMLError, locate: Locator): Diagnostic | undefined {
  const place = locate.spanAt(...error.pos);
  const text = known[error.code];
  if (text) return toMistake(...text, place);
  const { line } = place;
  if (mergeMark.test(locate.lineAt(line))) return undefined;
  const slip = findSlip(locate.lineAt(line)) ?? findLooseLine(error, locate.lineAt(line));
  if (slip) return toMistake(slip.code, slip.says, toLineSpan(line, locate));
  return findDeeperLine(error, line, locate);
}

/** What the library's words mean to whoever wrote the line. */
const plainWords: readonly (readonly [RegExp, string])[] = [
  [
    /^Flow sequence/,
    'The list in brackets that begins above is not closed: at its end a `]` is missing, or a comma between two entries.',
  ],
  [
    /^Flow map/,
    'The map in braces that begins above is not closed: at its end a `}` is missing, or a comma between two keys.',
  ],
  [/^Missing closing/, 'A text in quotes that begins above is not closed: the quote at its end is missing.'],
  [/^Missing , /, 'Between two entries in brackets a comma is missing: `[ana, budi]`.'],
  [
    /^Invalid escape/,
    'Between `"` and `"` a backslash begins a character by its code. Write two backslashes for one, or put the text between `\'` and `\'`.',
  ],
  [
    /^Unexpected scalar at node end/,
    'Something stands behind what should end here: a comma is missing, or the text as a whole must be in quotes.',
  ],
  [
    /^All mapping items must start/,
    'This line belongs to no key above: keys of one map stand exactly below one another, and so do entries of one list.',
  ],
];

const mergeMark = /^(?:<{7}|\|{7}|={7}|>{7})/;
const mergeText =
  ' The marks `<<<<<<<`, `=======` and `>>>>>>>` are left from a merge that git could not finish: keep one of the two sides, and remove the lines with the marks.';

function toUnexplained(error: YAMLError, locate: Locator): Diagnostic {
  const span = locate.spanAt(...error.pos);
  const words = plainWords.find(([pattern]) => pattern.test(error.message));
  if (words) return toMistake('yaml-syntax', words[1], span);
  const merge = mergeMark.test(locate.lineAt(span.line)) ? mergeText : '';
  const detail = `This is not valid YAML: ${mask(error.message).replace(/\.$/, '')}.${merge} Check the indentation, quotes and colons of this line and the one before.`;
  return toMistake('yaml-syntax', detail, span);
}

/** The errors that a line makes which is taken for a key. */
const keyErrors: ReadonlySet<string> = new Set(['MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR']);

/** A line that is no key, no entry, and no text of the key above it: half-done merges have such, too, and words of their own. */
function findLooseLine({ code, message }: YAMLError, line: string): Slip | undefined {
  const isKey = keyErrors.has(code) && /[Ii]mplicit (?:map )?keys/.test(message);
  if (!isKey) return undefined;
  if (/^[ \t]*- /.test(line)) return { code: 'yaml-sign', says: strayEntryText };
  if (/[:"'[\]{}]/.test(line)) return undefined;
  const says =
    'This line is no `key: value` and no entry of a list (`- ana`), and it belongs to no key above. The lines of a text stand below `topic: |`, all of them indented by two spaces.';
  return { code: 'yaml-sign', says };
}

const strayEntryText =
  'An entry of a list stands here that belongs to no list. Write the key of the list above it, like `members:`, and indent all of its entries by the same number of spaces.';

const indentErrors: ReadonlySet<string> = new Set([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
]);

/** A line that is indented by another number of spaces than those that it belongs to: this one, or the one after it. */
function findDeeperLine({ code }: YAMLError, line: number, locate: Locator): Diagnostic | undefined {
  if (!indentErrors.has(code)) return undefined;
  const [before, own, after] = [line - 1, line, line + 1].map((each) => toIndent(locate.lineAt(each)));
  const odd = after !== undefined && own !== undefined && after > own ? line + 1 : line;
  if (odd === line && (before === undefined || own === undefined || before === own)) return undefined;
  const says =
    'This line is indented by another number of spaces than the lines that it belongs to. Keys of one map, and entries of one list, stand exactly below one another; what belongs to a key is indented by two spaces more.';
  return toMistake('yaml-indent', says, toLineSpan(odd, locate));
}

/** How many spaces a line with something in it begins with. */
function toIndent(line: string): number | undefined {
  return /^( *)[^\s#]/.exec(line)?.[1]?.length;
}

/** A line without the white space around it. */
function toLineSpan(line: number, { file, lineAt }: Locator): Span {
  const text = lineAt(line);
  const column = text.search(/[^ \t]/) + 1 || 1;
  return { file, line, column, endLine: line, endColumn: Math.max(column, text.trimEnd().length) + 1 };
}

/**
 * The slip that made something valid YAML and not what was meant, with its place: to be told instead of what followed
 * from it. Undefined where the place shows none, and for texts, in which anything may stand.
 */
export function explainMisread(place: YamlNode | Place | Span, locate: Locator): Diagnostic | undefined {
  const scalar = 'kind' in place && place.kind === 'scalar' ? place : undefined;
  if (scalar && scalar.style !== 'plain') return undefined;
  const span = 'file' in place ? place : locate.spanOf(place);
  const last = scalar ? Math.max(span.line, span.endLine) : span.line;
  for (let line = span.line; line <= last; line += 1) {
    const text = locate.lineAt(line);
    const slip = findSlipOfForm(text) ?? (line > span.line ? findSwallowed(text) : undefined);
    if (slip) return toMistake(slip.code, slip.says, toLineSpan(line, locate));
  }
  return undefined;
}

/** An entry that is indented so far that it belongs to the text of the one before. */
function findSwallowed(line: string): Slip | undefined {
  if (!/^ +- /.test(line)) return undefined;
  const says =
    'This line is indented further than the entry before it, so it belongs to the text of that one. Entries of one list stand exactly below one another.';
  return { code: 'yaml-indent', says };
}
