import type { ListEntry } from '../groups/list-entry.ts';
import type { EntryDesk, Target } from '../groups/target.ts';
import { findComment, removeItems } from '../edit/edit-list.ts';
import type { Edit } from '../edit/edits.ts';
import { findLineEnd } from '../edit/edits.ts';
import type { YamlList, YamlNode } from '../yaml/node.ts';
import { findWord, putHandle, readItem, toTargetKey, toTerms } from './person-lists.ts';
import { respellPhone } from './respell-phone.ts';

/** Handles by what a list may have in their place: a number in the same spelling, or a LID that is all the handle means. */
export type FindHandle = (target: Target) => string | undefined;

/** What tidying a list comes to. */
interface Tidied {
  readonly edits: readonly Edit[];
  /** The items that go: what stands in them goes with them. */
  readonly gone: ReadonlySet<YamlNode>;
}

/** One item that fits. */
interface Item {
  readonly node: YamlNode;
  readonly entry: ListEntry;
  /** Whom it means, the handle in place of a number or a LID that has one. */
  readonly who: string;
  readonly terms: string;
}

/**
 * Edits that write handles in place of numbers and LIDs, and numbers as they are mostly written, and take out whoever
 * stands twice with nothing different, the first one kept. Where a list says two things of one person, both stay.
 */
export function tidyList(text: string, list: YamlList, findHandle: FindHandle, desk: EntryDesk): Tidied {
  const toWho = (target: Target) => findHandle(target) ?? toTargetKey(target);
  const items = list.items.flatMap((node): Item[] => {
    const entry = readItem(node, desk);
    if (!entry) return [];
    return [{ node, entry, who: toWho(entry.target), terms: toTerms(entry, toWho) }];
  });
  const first = new Map<string, Item>();
  const terms = new Map<string, Set<string>>();
  const gone = new Set<YamlNode>();
  const moved = new Map<YamlNode, string[]>();
  for (const item of items) {
    const key = `${item.who} ${item.terms}`;
    const kept = first.get(key);
    if (!kept) first.set(key, item);
    else if (moveComment(text, kept.node, item.node, moved)) gone.add(item.node);
    terms.set(item.who, (terms.get(item.who) ?? new Set()).add(item.terms));
  }
  const kept = items.filter(({ node }) => !gone.has(node));
  // Where two things are said of one person, a handle in both places would make a contradiction of them.
  const toHandle = ({ who, entry }: Item) =>
    terms.get(who)?.size === 1 ? findHandle(entry.target) : undefined;
  const edits = [
    ...removeItems(text, list, gone),
    ...kept.flatMap((item) => respell(text, item, toHandle(item), desk)),
    ...[...moved].map(([node, comments]) => addComment(text, node, comments)),
  ];
  return { edits, gone };
}

/** With the handle, where it has one; else the number as it is mostly written. */
function respell(text: string, { node }: Item, handle: string | undefined, desk: EntryDesk): readonly Edit[] {
  const word = findWord(node);
  if (word?.kind !== 'scalar') return [];
  if (handle === undefined) return respellPhone(text, word, desk);
  return [putHandle(text, word, handle)];
}

/**
 * Puts the comment of an item that goes to those of the one that stays. False where that cannot be done: then it stays
 * too.
 */
function moveComment(text: string, kept: YamlNode, item: YamlNode, moved: Map<YamlNode, string[]>): boolean {
  if (/#/.test(text.slice(item.start, item.end))) return false;
  const comment = findComment(text, item);
  // Where other items share its line, the comment is theirs as well and stays.
  if (comment === undefined || !isLastOnLine(text, item) || !isFirstOnLine(text, item)) return true;
  if (!isLastOnLine(text, kept)) return false;
  const before = moved.get(kept) ?? [];
  if (comment !== findComment(text, kept) && !before.includes(comment)) moved.set(kept, [...before, comment]);
  return true;
}

function isFirstOnLine(text: string, { start }: YamlNode): boolean {
  return /^\s*(?:-\s+)?$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
}

function isLastOnLine(text: string, { end }: YamlNode): boolean {
  return /^[ \t,\]}]*(?:#.*)?$/.test(text.slice(end, findLineEnd(text, end)));
}

function addComment(text: string, node: YamlNode, comments: readonly string[]): Edit {
  const at = findLineEnd(text, node.end);
  const sign = findComment(text, node) === undefined ? ' # ' : '; ';
  return { start: at, end: at, text: sign + comments.join('; ') };
}
