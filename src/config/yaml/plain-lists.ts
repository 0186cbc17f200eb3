import { isMap, isPair, isScalar, isSeq, Pair, Scalar } from 'yaml';
import type { Node, YAMLMap } from 'yaml';

/** A text whose plain lists are taken out; what is left stands at its own offset. */
export interface LiftedLists {
  readonly text: string;
  readonly lists: readonly PlainList[];
}

/** What was taken out of one list, or of one map of handles. */
interface PlainList {
  /** Offset of the key above it. */
  readonly key: number;
  /** The nodes that the library would have made. */
  readonly entries: readonly Entry[];
  /** How many entries are left to the library. */
  readonly kept: number;
}

/** An entry of a list, or of a map. */
type Entry = Scalar | Pair<Scalar, Scalar>;

/**
 * Takes the plain entries out of lists that stand below a key at the left margin: one word, or one number in quotes; and
 * out of maps from a word to a number in quotes. They are nearly all of a folder's text and can mean only one thing in
 * YAML. The library then parses what is left, and `putBack` adds the nodes that it would have made: a fifth of the time,
 * and the library's was half of a plan's (`npm run bench`).
 *
 * Why it is safe: with its key in the first column, whatever is indented is that key's value; each line of it is nothing,
 * or an entry that ends where the line ends, all of one kind at one indentation; and it ends with the text or with the
 * next key. Whether the key is one, and no line of some text, is for `putBack` to see. A list with any other line is left
 * whole to the library. A test compares both ways over texts that are made to tell them apart.
 */
export function liftLists(text: string): LiftedLists {
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

const comment = String.raw` *(?: #[^\r\n]*)?(?:\n|$)`;
/** A word that begins with a letter, or a number in quotes. */
const plainItem = new RegExp(
  String.raw`( +)- (?:([a-z][\w.-]*(?::[\w.-]+)?)|"([+\d ().-]*)")${comment}`,
  'iy',
);
const plainPair = new RegExp(String.raw`( +)([a-z][\w.-]*): "([+\d ().-]*)"${comment}`, 'iy');
/** For the library: any other word or number, or a map in braces. */
const braces = String.raw`\{(?:[\w .:,+()-]|"[\w .+()-]*")*\}`;
const otherItem = new RegExp(String.raw`( +)- (?:[\w+][\w.+-]*|${braces})${comment}`, 'iy');
const otherPair = new RegExp(String.raw`( +)[a-z][\w.-]*: ${braces}${comment}`, 'iy');
const nothing = / *(?:#[^\r\n]*)?\n/y;
/** The end of the text, or the next key. */
const afterList = /$|[a-z]+:/y;

/** Words that are no texts to YAML. */
const noText = /^(?:null|true|false)$/i;

interface Line {
  readonly end: number;
  /** Indentation and kind of the entry, the same in all lines of one list; absent where no entry is in the line. */
  readonly form?: string;
  /** Absent for an entry that is left to the library. */
  readonly entry?: Entry;
}

interface Taken {
  readonly list: PlainList;
  /** What stands in the place of the lines that were looked at, as long as they are. */
  readonly rest: string;
}

/** Takes the entries of one list; undefined for a list that has anything unusual. */
function takeList(text: string, key: number, from: number): Taken | undefined {
  const entries: Entry[] = [];
  let form: string | undefined;
  let kept = 0;
  let rest = '';
  let at = from;
  for (let line = readLine(text, at); line; line = readLine(text, at)) {
    form ??= line.form;
    if (line.form !== undefined && line.form !== form) return undefined;
    if (line.entry) entries.push(line.entry);
    else if (line.form !== undefined) {
      kept += 1;
      rest += toBlank(at - from - rest.length) + text.slice(at, line.end);
    }
    at = line.end;
  }
  if (entries.length === 0 || !matchAt(afterList, text, at)) return undefined;
  rest += toBlank(at - from - rest.length);
  const empty = isPair(entries[0]) ? ' {}' : ' []';
  return { list: { key, entries, kept }, rest: kept > 0 ? rest : empty + rest.slice(empty.length) };
}

/** The line at an offset; undefined at the end of the text, and for a line that has no place in a plain list. */
function readLine(text: string, at: number): Line | undefined {
  if (at === text.length) return undefined;
  const plain = matchAt(plainItem, text, at) ?? matchAt(plainPair, text, at);
  if (plain && !noText.test(plain[2] ?? '')) return toLine(plain);
  const item = matchAt(otherItem, text, at);
  const other = item ?? matchAt(otherPair, text, at);
  const indent = other?.[1] ?? '';
  if (other) return { end: at + other[0].length, form: item ? `${indent}-` : indent };
  const empty = matchAt(nothing, text, at);
  return empty && { end: at + empty[0].length };
}

function toLine({ 0: whole, 1: indent = '', 2: word, 3: number, index }: RegExpExecArray): Line {
  const end = index + whole.length;
  const start = index + indent.length;
  if (word !== undefined && number !== undefined) {
    const value = start + word.length + 2;
    const pair = new Pair(toWord(word, start, value), toNumber(number, value, end));
    return { end, form: indent, entry: pair };
  }
  const entry = word === undefined ? toNumber(number ?? '', start + 2, end) : toWord(word, start + 2, end);
  return { end, form: `${indent}-`, entry };
}

function toWord(word: string, start: number, end: number): Scalar {
  return toScalar(word, 'PLAIN', [start, start + word.length, end]);
}

function toNumber(number: string, start: number, end: number): Scalar {
  return toScalar(number, 'QUOTE_DOUBLE', [start, start + number.length + 2, end]);
}

function toScalar(value: string, type: Scalar.Type, range: [number, number, number]): Scalar {
  return Object.assign(new Scalar(value), { source: value, type, range });
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
  const list = root.items.find((item) => isScalar(item.key) && toOffset(item) === key)?.value;
  const isExpected = isPair(entries[0]) ? isMap(list) : isSeq(list);
  if (!isExpected || !(isMap(list) || isSeq<Node>(list)) || list.items.length !== kept) return false;
  const all = [...(list.items as Entry[]), ...entries];
  list.items = (kept === 0 ? all : all.toSorted((a, b) => toOffset(a) - toOffset(b))) as typeof list.items;
  list.flow = false;
  const last = all.reduce((end, entry) => Math.max(end, toEnd(entry)), 0);
  // A hyphen and a space come before the first entry of a list.
  const first = toOffset(list.items[0] as Entry) - (isMap(list) ? 0 : 2);
  list.range = [first, last, last];
  return true;
}

function toOffset(entry: Node | Pair): number {
  const node = isPair(entry) ? (entry.key as Node) : entry;
  return node.range?.[0] ?? 0;
}

function toEnd(entry: Entry): number {
  const node = isPair(entry) ? entry.value : entry;
  return node?.range?.[2] ?? 0;
}
