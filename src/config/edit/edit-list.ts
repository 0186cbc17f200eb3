import type { YamlList, YamlNode } from '../yaml/node.ts';
import type { Edit } from './edits.ts';
import {
  findBehindColon,
  findLineEnd,
  findLineStart,
  findNextLine,
  insertLinesAfter,
  isFlow,
} from './edits.ts';

/**
 * Edits that put items behind the last one of a list, written as its others are: lines with `-` at their indentation, or
 * words in its brackets. Empty brackets become lines below their key. `items`: each as YAML text of one line.
 */
export function addItems(text: string, list: YamlList, items: readonly string[]): readonly Edit[] {
  if (items.length === 0) return [];
  const last = list.items.at(-1);
  if (isFlow(text, list)) {
    if (!last) return openBrackets(text, list, items);
    return [{ start: last.end, end: last.end, text: items.map((item) => `, ${item}`).join('') }];
  }
  const indent = ' '.repeat(list.start - findLineStart(text, list.start));
  return [
    insertLinesAfter(
      text,
      last?.end ?? list.end,
      items.map((item) => `${indent}- ${item}`),
    ),
  ];
}

/** Lines in the place of `[]`, two spaces further in than its key; the key's comment stays where it is. */
function openBrackets(text: string, list: YamlList, items: readonly string[]): readonly Edit[] {
  const key = text.slice(findLineStart(text, list.start), list.start);
  // Within other brackets or braces there are no lines.
  if (!/^ *[\w"'-]+ *: +$/.test(key))
    return [{ start: list.start, end: list.end, text: `[${items.join(', ')}]` }];
  const indent = `${/^ */.exec(key)?.[0] ?? ''}  `;
  const spaces = /\s*$/.exec(text.slice(0, list.start))?.[0].length ?? 0;
  const lines = items.map((item) => `${indent}- ${item}`);
  return [{ start: list.start - spaces, end: list.end, text: '' }, insertLinesAfter(text, list.end, lines)];
}

/**
 * Edits that take items out of a list, each with its line and the comment behind it, or with its comma; a list without
 * any left is written `[]`, which means nobody and not "not managed". Comments on lines of their own stay.
 */
export function removeItems(text: string, list: YamlList, items: ReadonlySet<YamlNode>): readonly Edit[] {
  const gone = list.items.filter((item) => items.has(item));
  if (gone.length === 0) return [];
  const isEmptied = gone.length === list.items.length;
  if (isFlow(text, list)) {
    if (isEmptied) return [{ start: list.start, end: list.end, text: '[]' }];
    return removeFromBrackets(text, list, items);
  }
  const edits = gone.map((item) => removeLine(text, item));
  return isEmptied ? [toEmpty(text, list), ...edits] : edits;
}

function removeLine(text: string, item: YamlNode): Edit {
  return { start: findLineStart(text, item.start), end: findNextLine(text, item.end), text: '' };
}

/** Brackets behind the colon above the list. */
function toEmpty(text: string, list: YamlList): Edit {
  const at = findBehindColon(text, list.start);
  return { start: at, end: at, text: ' []' };
}

/** Items with the comma behind them; those at the end, where no comma is behind them, with the one before them. */
function removeFromBrackets(text: string, list: YamlList, items: ReadonlySet<YamlNode>): readonly Edit[] {
  const lastKept = list.items.findLastIndex((item) => !items.has(item));
  const [kept, first] = [list.items[lastKept], list.items[lastKept + 1]];
  const end = list.items.at(-1)?.end ?? list.end;
  const isTidy = kept && first && isBare(text, kept.end, end) && !hasComma(text, end);
  const single = isTidy ? list.items.slice(0, lastKept) : list.items;
  const edits = single.filter((item) => items.has(item)).map((item) => removeItem(text, item));
  return isTidy ? [...edits, { start: kept.end, end, text: '' }] : edits;
}

/** True where a comma follows, and no comment stands there or behind it, which would be left without its item. */
function isBare(text: string, from: number, to: number): boolean {
  const hasComment =
    text.slice(from, to).includes('#') || /^[ \t]*#/.test(text.slice(to, findLineEnd(text, to)));
  return /^\s*,/.test(text.slice(from, to)) && !hasComment;
}

function hasComma(text: string, at: number): boolean {
  comma.lastIndex = at;
  return comma.test(text);
}

/** An item with the comma and the spaces behind it, and with its line and comment where it has a line of its own. */
function removeItem(text: string, item: YamlNode): Edit {
  comma.lastIndex = item.end;
  const end = comma.test(text) ? comma.lastIndex : item.end;
  const lineStart = findLineStart(text, item.start);
  const isAlone =
    text.slice(lineStart, item.start).trim() === '' &&
    /^[ \t]*(?:$|#)/.test(text.slice(end, findLineEnd(text, end)));
  if (isAlone) return { start: lineStart, end: findNextLine(text, end), text: '' };
  return { start: item.start, end, text: '' };
}
const comma = /\s*,[ \t]*/y;

/** The comment behind an item on its line, without its `#`; absent where there is none. */
export function findComment(text: string, item: YamlNode): string | undefined {
  return /^[ ,\]}]*\s#\s*(.*)$/.exec(text.slice(item.end, findLineEnd(text, item.end)))?.[1];
}
