import { isScalar, isSeq, Scalar } from 'yaml';
import type { Node, YAMLMap } from 'yaml';

/** A text whose plain lists are taken out; what is left stands at its own offset. */
export interface Lifted {
  readonly text: string;
  readonly lists: readonly PlainList[];
}

/** What was taken out of one list. */
interface PlainList {
  /** Offset of the key above the list. */
  readonly key: number;
  /** The nodes that the library would have made of the entries. */
  readonly entries: readonly Scalar[];
  /** How many entries are left to the library. */
  readonly kept: number;
}

/**
 * Takes the plain entries out of lists that stand below a key at the left margin: one word, or one number in quotes.
 * They are nearly all of a folder's text and can mean only one thing in YAML. The library then parses what is left, and
 * `putBack` adds the nodes that it would have made.
 *
 * Why it is safe: with its key in the first column, whatever is indented is that key's value; each line of it is nothing,
 * or an entry that ends where the line ends, all at one indentation; and it ends with the text or with the next key.
 * Whether the key is one, and no line of some text, is for `putBack` to see. A list with any other line is left whole to
 * the library. A test compares both ways over texts that are made to tell them apart.
 */
export function liftLists(text: string): Lifted {
  const lists: PlainList[] = [];
  let rest = '';
  for (const { 0: head, index } of text.matchAll(/^[a-z]+:(?: +#[^\r\n]*)?\n/gm)) {
    const isAtMargin = index === 0 || text[index - 1] === '\n';
    const taken = isAtMargin ? takeList(text, index, index + head.length) : undefined;
    if (!taken) continue;
    lists.push(taken.list);
    rest += text.slice(rest.length, index + head.length) + taken.rest;
  }
  return { text: rest + text.slice(rest.length), lists };
}

/** A word that begins with a letter, or a number in quotes; perhaps a comment. */
const plainEntry = /( +)- (?:([a-z][\w.-]*(?::[\w.-]+)?)|"([+\d ().-]*)") *(?: #[^\r\n]*)?(?:\n|$)/iy;
/** For the library: any other word or number, or a map in braces; perhaps a comment. */
const otherEntry = /( +)- (?:[\w+][\w.+-]*|\{(?:[\w .:,+()-]|"[\w .+()-]*")*\}) *(?: #[^\r\n]*)?(?:\n|$)/iy;
const nothing = / *(?:#[^\r\n]*)?\n/y;
/** The end of the text, or the next key. */
const afterList = /$|[a-z]+:/y;

/** Words that are no texts to YAML. */
const noText = /^(?:null|true|false)$/i;

interface Line {
  readonly end: number;
  /** Absent where no entry is in the line. */
  readonly indent?: string;
  /** Absent for an entry that is left to the library. */
  readonly scalar?: Scalar;
}

interface Taken {
  readonly list: PlainList;
  /** What stands in the place of the lines that were looked at, as long as they are. */
  readonly rest: string;
}

/** Takes the entries of one list; undefined for a list that has anything unusual. */
function takeList(text: string, key: number, from: number): Taken | undefined {
  const entries: Scalar[] = [];
  let indent: string | undefined;
  let kept = 0;
  let rest = '';
  let at = from;
  for (let line = readLine(text, at); line; line = readLine(text, at)) {
    indent ??= line.indent;
    if (line.indent !== undefined && line.indent !== indent) return undefined;
    if (line.scalar) entries.push(line.scalar);
    else if (line.indent !== undefined) {
      kept += 1;
      rest += toBlank(at - from - rest.length) + text.slice(at, line.end);
    }
    at = line.end;
  }
  if (entries.length === 0 || !matchAt(afterList, text, at)) return undefined;
  rest += toBlank(at - from - rest.length);
  return { list: { key, entries, kept }, rest: kept > 0 ? rest : ` []${rest.slice(3)}` };
}

/** The line at an offset; undefined at the end of the text, and for a line that has no place in a plain list. */
function readLine(text: string, at: number): Line | undefined {
  if (at === text.length) return undefined;
  const plain = matchAt(plainEntry, text, at);
  if (plain && !noText.test(plain[2] ?? '')) return toLine(plain);
  const other = matchAt(otherEntry, text, at);
  if (other) return { end: at + other[0].length, indent: other[1] ?? '' };
  const empty = matchAt(nothing, text, at);
  return empty && { end: at + empty[0].length };
}

function toLine({ 0: whole, 1: indent = '', 2: word, 3: number = '', index }: RegExpExecArray): Line {
  const scalar = new Scalar(word ?? number);
  const start = index + indent.length + 2;
  const end = start + (word?.length ?? number.length + 2);
  scalar.range = [start, end, index + whole.length];
  scalar.source = word ?? number;
  scalar.type = word === undefined ? 'QUOTE_DOUBLE' : 'PLAIN';
  return { end: index + whole.length, indent, scalar };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function toBlank(length: number): string {
  return length === 0 ? '' : `${' '.repeat(length - 1)}\n`;
}

/**
 * Adds what was taken out to what the library made of the rest. False where a list is not what it looked like: then the
 * whole text is the library's.
 */
export function putBack(root: YAMLMap, lists: readonly PlainList[]): boolean {
  return !root.flow && lists.every((list) => fillList(root, list));
}

function fillList(root: YAMLMap, { key, entries, kept }: PlainList): boolean {
  const pair = root.items.find((item) => isScalar(item.key) && toOffset(item.key) === key);
  const list = pair?.value;
  if (!isSeq<Node>(list) || list.items.length !== kept) return false;
  const all = [...list.items, ...entries];
  list.items = kept === 0 ? all : all.toSorted((a, b) => toOffset(a) - toOffset(b));
  list.flow = false;
  const [first, last] = [list.items[0], list.items.at(-1)];
  // The hyphen and the space after it come before the first entry.
  if (first && last?.range) list.range = [toOffset(first) - 2, last.range[2], last.range[2]];
  return true;
}

function toOffset(node: Node): number {
  return node.range?.[0] ?? 0;
}
