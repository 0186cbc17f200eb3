import { COLLECTION_STYLE, EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';
import type { Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import { isCutAt, toBlockEnd } from './node.ts';
import type { Place, YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from './node.ts';

/**
 * The map that a text is, built from js-yaml's events, in a fifth of the time that the library `yaml` takes. Undefined for
 * whatever is unusual: a mistake, a tag, an anchor, an alias, a directive, a value that is not there, a key that stands
 * twice, and anything that the two libraries might see differently. Such a text is for `yaml`, which can say what is
 * wrong, and where. A test compares both over texts that are made to tell them apart.
 */
export function readEvents(text: string): YamlMap | undefined {
  if (unusualText.test(text)) return undefined;
  const cursor = { text, events: findEvents(text), at: 1 };
  const [document] = cursor.events;
  if (document?.type !== EVENT_ID.DOCUMENT) return undefined;
  const root = readNode(cursor);
  const isWhole = isPop(cursor.events[cursor.at]) && cursor.at === cursor.events.length - 1;
  return root?.kind === 'map' && isWhole ? root : undefined;
}

/** Tabs and control signs, odd ends of lines, and what begins or ends a document or gives directions. */
const unusualText =
  // oxlint-disable-next-line no-control-regex
  /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\r(?!\n)|^(?:%|---|\.\.\.)/m;

/** None where the text is no YAML to js-yaml. */
function findEvents(text: string): readonly Event[] {
  try {
    return parseEvents(text, {});
  } catch {
    return [];
  }
}

/** How far a reading of events has come. */
interface Cursor {
  readonly text: string;
  readonly events: readonly Event[];
  at: number;
}

/** Each function here answers undefined for what is unusual, and then the whole reading is over. */
function readNode(cursor: Cursor): YamlNode | undefined {
  const event = cursor.events[cursor.at++];
  if (!event || !('tagStart' in event) || event.tagStart !== -1 || event.anchorStart !== -1) return undefined;
  if (event.type === EVENT_ID.SCALAR) return readScalar(cursor, event);
  return event.type === EVENT_ID.MAPPING ? readMap(cursor, event) : readList(cursor, event);
}

function readList(cursor: Cursor, event: SequenceEvent): YamlList | undefined {
  const items: YamlNode[] = [];
  while (!isPop(cursor.events[cursor.at])) {
    const item = readNode(cursor);
    if (!item) return undefined;
    items.push(item);
  }
  cursor.at += 1;
  const end = findEnd(cursor.text, event, items.at(-1));
  return end === undefined ? undefined : { kind: 'list', items, start: event.start, end };
}

function readMap(cursor: Cursor, event: MappingEvent): YamlMap | undefined {
  const pairs: YamlPair[] = [];
  const keys = new Set<string>();
  while (!isPop(cursor.events[cursor.at])) {
    const keyNode = readNode(cursor);
    if (keyNode?.kind !== 'scalar' || keyNode.value === null || keyNode.style === 'block') return undefined;
    const key = typeof keyNode.value === 'string' ? keyNode.value : keyNode.source;
    const value = readNode(cursor);
    if (!value || keys.has(key) || !isColon(cursor.text, keyNode.end)) return undefined;
    keys.add(key);
    pairs.push({ key, keyNode, value });
  }
  cursor.at += 1;
  const end = findEnd(cursor.text, event, pairs.at(-1)?.value);
  return end === undefined ? undefined : { kind: 'map', pairs, start: event.start, end };
}

function isPop(event: Event | undefined): boolean {
  return event === undefined || event.type === EVENT_ID.POP;
}

/** False for a key that begins with `?`, whose colon stands on a line of its own. */
function isColon(text: string, end: number): boolean {
  colon.lastIndex = end;
  return colon.test(text);
}
const colon = / *:/y;

/** Behind the bracket that closes it, or with the last thing in it. */
function findEnd(text: string, event: SequenceEvent | MappingEvent, last?: Place): number | undefined {
  const { start, style, type } = event;
  if (style === COLLECTION_STYLE.BLOCK) return text[start] === '?' ? undefined : last?.end;
  const bracket = type === EVENT_ID.MAPPING ? '{' : '[';
  if (text[start] !== bracket) return undefined;
  closing.lastIndex = last?.end ?? start + 1;
  return closing.test(text) ? closing.lastIndex : undefined;
}
const closing = /(?:[\s,]|#.*)*[\]}]/y;

function readScalar({ text }: Cursor, event: ScalarEvent): YamlScalar | undefined {
  const { valueStart: from, valueEnd: to, style } = event;
  if (from === -1) return undefined;
  if (style === SCALAR_STYLE.PLAIN) return readPlain(text, event);
  const value = getScalarValue(text, event);
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED)
    return {
      kind: 'scalar',
      value,
      source: value,
      style: 'quoted',
      isCut: false,
      start: from - 1,
      end: to + 1,
    };
  const header = findHeader(text, from);
  if (header === undefined || value.trim() === '') return undefined;
  const end = toBlockEnd(text, header, to);
  return { kind: 'scalar', value, source: value, style: 'block', isCut: false, start: header, end };
}

/** Where the `|` or `>` stands whose text begins at `from`: on the line before, behind a colon or a hyphen. */
function findHeader(text: string, from: number): number | undefined {
  const line = text.slice(text.lastIndexOf('\n', from - 2) + 1, from);
  const found = headerPattern.exec(line);
  return found ? from - line.length + (found[1]?.length ?? 0) : undefined;
}
const headerPattern = /^( *(?:- +)*[a-z-]+: +)[|>][-+]? *(?: #.*)?\r?\n$/;

function readPlain(text: string, event: ScalarEvent): YamlScalar | undefined {
  const { valueStart: start, valueEnd: end } = event;
  const source = getScalarValue(text, event);
  const value = toPlainValue(source);
  const isCut = isCutAt(text, end);
  return value === undefined
    ? undefined
    : { kind: 'scalar', value, source, style: 'plain', isCut, start, end };
}

/** By YAML 1.2's core schema. Undefined for numbers that are no row of digits, like `1e3`: those are rare here. */
function toPlainValue(source: string): YamlScalar['value'] | undefined {
  const word = words.get(source);
  if (word !== undefined) return word;
  if (!numberBegin.test(source)) return source;
  if (/^[-+]?\d+$/.test(source)) return Number(source);
  return Number.isNaN(Number(source)) && !/^[-+]?\.(?:inf|nan)$/i.test(source) ? source : undefined;
}
const numberBegin = /^[-+.\d]/;
const words: ReadonlyMap<string, boolean | null> = new Map([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);
