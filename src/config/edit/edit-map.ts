import type { YamlMap, YamlNode, YamlPair } from '../yaml/node.ts';
import type { Edit } from './edits.ts';
import { findLineEnd, findLineStart, findNewline, findNextLine, insertLinesAfter, isFlow } from './edits.ts';

/** A value to write: the rest of the key's line, and lines below it, each with its indentation. */
export type ValueLines = readonly [first: string, ...below: string[]];

/**
 * Edits that give a key of a map this value: in the place of the value that it has, the comment behind that kept; else as
 * a line of its own behind the last of the keys that come before it in `order`.
 */
export function setPair(
  text: string,
  map: YamlMap,
  { key, value }: { readonly key: string; readonly value: ValueLines },
  order: readonly string[],
): readonly Edit[] {
  const pair = map.pairs.find((each) => each.key === key);
  if (pair?.value) return [replaceValue(text, pair.value, value)];
  const before = findBefore(map, key, order);
  if (isFlow(text, map)) return [insertFlow(map, `${key}: ${value.join(' ')}`, before)];
  const indent = ' '.repeat(map.start - findLineStart(text, map.start));
  const lines = [`${key}: ${value[0]}`.trimEnd(), ...value.slice(1)];
  if (before) {
    const [first = '', ...below] = lines;
    return [insertLinesAfter(text, (before.value ?? before.keyNode).end, [indent + first, ...below])];
  }
  const newline = findNewline(text);
  return [{ start: map.start, end: map.start, text: `${lines.join(newline)}${newline}${indent}` }];
}

/** A key and its value as YAML, and what stands behind it on a line of its own: "  # a comment". */
export interface NewPair {
  readonly key: string;
  readonly value: string;
  readonly comment?: string;
}

/** Edits that put keys behind the last one of a map, written as its others are: lines, or words in its braces. */
export function addPairs(text: string, map: YamlMap, pairs: readonly NewPair[]): readonly Edit[] {
  if (pairs.length === 0) return [];
  const last = map.pairs.at(-1);
  const lines = pairs.map(({ key, value }) => `${key}: ${value}`);
  if (!last) return [{ start: map.start, end: map.end, text: `{ ${lines.join(', ')} }` }];
  const at = (last.value ?? last.keyNode).end;
  if (isFlow(text, map)) return [{ start: at, end: at, text: lines.map((line) => `, ${line}`).join('') }];
  const indent = ' '.repeat(map.start - findLineStart(text, map.start));
  return [
    insertLinesAfter(
      text,
      at,
      lines.map((line, index) => `${indent}${line}${pairs[index]?.comment ?? ''}`),
    ),
  ];
}

/** The last key of a map that comes before another one in an order. */
function findBefore(map: YamlMap, key: string, order: readonly string[]): YamlPair | undefined {
  const place = order.indexOf(key);
  const earlier = map.pairs.filter((pair) => order.indexOf(pair.key) < place || place === -1);
  return earlier.at(-1);
}

function insertFlow(map: YamlMap, pair: string, before: YamlPair | undefined): Edit {
  const [first] = map.pairs;
  if (!first) return { start: map.start, end: map.end, text: `{ ${pair} }` };
  if (!before) return { start: first.keyNode.start, end: first.keyNode.start, text: `${pair}, ` };
  const at = (before.value ?? before.keyNode).end;
  return { start: at, end: at, text: `, ${pair}` };
}

/** The comment on the first line of a text behind `|` stays there; the one behind any other value stays by itself. */
function replaceValue(text: string, node: YamlNode, value: ValueLines): Edit {
  const isBlock = node.kind === 'scalar' && node.style === 'block';
  const header = isBlock ? text.slice(node.start, findLineEnd(text, node.start)) : '';
  const comment = / #.*$/.exec(header)?.[0] ?? '';
  const [first, ...below] = value;
  const newline = findNewline(text);
  const lines = [first + comment, ...below].join(newline);
  if (below.length === 0 || isBlock) return { start: node.start, end: node.end, text: lines };
  // Lines go below the comment behind the old value.
  const behind = text.slice(node.end, findLineEnd(text, node.end));
  const end = findLineEnd(text, node.end);
  return { start: node.start, end, text: [first + behind, ...below].join(newline) };
}

/** An edit that takes a key and its value out of a map, with its lines and the comment behind it, or with its comma. */
export function removePair(text: string, map: YamlMap, pair: YamlPair): Edit {
  const end = (pair.value ?? pair.keyNode).end;
  if (!isFlow(text, map))
    return { start: findLineStart(text, pair.keyNode.start), end: findNextLine(text, end), text: '' };
  const index = map.pairs.indexOf(pair);
  const [before, after] = [map.pairs[index - 1], map.pairs[index + 1]];
  if (after) return { start: pair.keyNode.start, end: after.keyNode.start, text: '' };
  if (before) return { start: (before.value ?? before.keyNode).end, end, text: '' };
  return { start: map.start, end: map.end, text: '{}' };
}
