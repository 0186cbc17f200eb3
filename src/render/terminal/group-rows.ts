import { toDeed } from '../../domain/plan/change.ts';
import { isAsking, leftAloneRules } from '../../domain/plan/left-alone.ts';
import { truncate } from '../columns.ts';
import { quotePlain, toPlainFile, toPlainName } from '../plain-name.ts';
import { groupAlike } from '../group-alike.ts';
import { toChangeRows } from './change-rows.ts';
import type { Columns, Row } from './rows.ts';
import type { LeftAloneView } from '../../view/change-view.ts';
import type { GroupView, RefusalView, UnreadableView } from '../../view/group-view.ts';
import type { Words } from '../../words/words.ts';
import type { RefusedLater } from '../plain-sentences.ts';
import {
  tellLeftAlone,
  tellNotice,
  tellRefusal,
  tellUnreadable,
  toLeftAloneLabel,
} from '../plain-sentences.ts';

/** So many of one reason are a row each; more are one row, with their names below. */
const foldFrom = 3;
const namesLimit = 12;

/** All that is to be said about one group. */
export function toGroupRows(group: GroupView, report: boolean, words: Words): Row[] {
  const { unreadable, leftAlone, refusals, notices } = group;
  const [asking, quiet] = [true, false].map((asks) =>
    leftAlone.filter(({ needsHuman }) => needsHuman === asks).toSorted(compareWeight),
  );
  return [
    { kind: 'heading', text: toGroupHeading(group), file: toPlace(group, words) },
    ...(unreadable ? [toUnreadableRow(unreadable, words)] : []),
    ...refusals.flatMap((refusal) => toRefusalRows(refusal, words)),
    ...toChangeRows(group, report, words),
    ...toLeftAloneRows(asking ?? [], report, words),
    ...notices.map((notice) => toLine('needsHuman', 'warn', tellNotice(notice, words))),
    ...toLeftAloneRows(quiet ?? [], report, words),
  ];
}

/** The group's name as it stands in a heading, in quotes, since anybody may have chosen it; the file's where nobody knows it. */
export function toGroupHeading({ name, file }: Pick<GroupView, 'name' | 'file'>): string {
  return name === '' ? toPlainFile(file) : quotePlain(truncate(name, longestName));
}

/** Columns of a group's name. */
const longestName = 40;

/** Beside the heading: the file, and how it calls the group where WhatsApp has another name. */
function toPlace({ name, file, claim }: GroupView, { terminal }: Words): string {
  if (claim === undefined) return name === '' ? '' : toPlainFile(file);
  return terminal.claim(toPlainFile(file), quotePlain(truncate(claim, longestName)));
}

/** What is new with the pull request first, then by how much hangs on it; else as it comes. */
function compareWeight(one: LeftAloneView, other: LeftAloneView): number {
  return toOrder(one) - toOrder(other);
}

function toOrder({ wasBefore, reason }: LeftAloneView): number {
  return (wasBefore ? 10 : 0) - leftAloneRules[reason].weight;
}

function toUnreadableRow(unreadable: UnreadableView, words: Words): Row {
  const sentence = tellUnreadable(unreadable, words);
  return unreadable.needsHuman ? toLine('needsHuman', 'warn', sentence) : toLine('failed', 'bad', sentence);
}

function toLine(sign: 'needsHuman' | 'failed' | 'refused', tone: 'warn' | 'bad', text: string): Row {
  return { kind: 'line', depth: 1, sign, tone, text };
}

/** A refusal: what the limit says, then what to do; `of`: about what, where that is not due now. */
export function toRefusalRows(refusal: RefusalView, words: Words, of?: RefusedLater): Row[] {
  const { sentence, advice, allow } = tellRefusal(refusal, words, of);
  return [
    toLine('refused', 'bad', words.terminal.refusal(sentence)),
    { kind: 'line', depth: 2, tone: 'plain', text: advice },
    ...(allow === undefined ? [] : [{ kind: 'line', depth: 3, tone: 'strong', text: allow } as const]),
  ];
}

/** Drift that is left alone; what has one reason is told once. */
function toLeftAloneRows(items: readonly LeftAloneView[], report: boolean, words: Words): Row[] {
  return groupAlike(items, (item) => toReason(item, words)).flatMap((alike) =>
    alike.length < foldFrom ? alike.map((item) => toRow(item, report, words)) : fold(alike, report, words),
  );
}

/** Equal for what can be told in one row: all that stands in the way of a group, or one reason and one action. */
function toReason(item: LeftAloneView, words: Words): string {
  const { reason, drift } = item;
  return wholeGroup.has(reason)
    ? reason
    : JSON.stringify([reason, tellLeftAlone(item, words), drift?.action]);
}

const wholeGroup: ReadonlySet<string> = new Set([
  'not-admin',
  'suspended',
  'incomplete',
  'vanished',
  'observe',
  'not-approved',
  'earlier-plan',
]);

function toRow(item: LeftAloneView, report: boolean, words: Words): Row {
  return item.reason === 'requests-unread'
    ? toLine('needsHuman', 'warn', tellLeftAlone(item, words))
    : toColumns(item, report, words);
}

function toColumns(item: LeftAloneView, report: boolean, words: Words): Columns {
  const { needsHuman, reason, drift } = item;
  const { terminal } = words;
  const sign = needsHuman ? 'needsHuman' : 'leftAlone';
  const tone = needsHuman ? 'warn' : 'quiet';
  const word = reason === 'not-approved' ? terminal.notApproved : terminal.leftAlone;
  return {
    kind: 'columns',
    sign: report && drift ? drift.action : sign,
    tone,
    ...(report && { result: { sign, tone, word } }),
    label: toItemName(item, words),
    text: toNotDone(item, 1, words),
    note: tellLeftAlone(item, words),
  };
}

function fold(alike: readonly LeftAloneView[], report: boolean, words: Words): Row[] {
  const [first] = alike;
  if (!first) return [];
  const row: Columns = { ...toColumns(first, report, words), ...countAlike(alike, words) };
  // Whom a file leaves alone on purpose needs no list of names; the JSON has them.
  return first.reason === 'additive'
    ? [row]
    : [row, { kind: 'line', depth: 2, tone: 'quiet', text: toNames(alike, words) }];
}

/** "5 changes", "not made"; or "14 people", "not removed" where all are alike. */
export function countAlike(
  alike: readonly LeftAloneView[],
  words: Words,
): { readonly label: string; readonly text: string } {
  const { crowd, notDone } = words.terminal;
  const actions = new Set(alike.map(({ drift }) => drift?.action));
  const [only] = actions;
  if (actions.size > 1) return { label: crowd.changes(alike.length), text: crowd.notMade };
  if (only === 'set') return { label: crowd.settings(alike.length), text: notDone.set(alike.length) };
  const [first] = alike;
  const text = first ? toNotDone(first, alike.length, words) : notDone.remove(alike.length);
  return { label: crowd.people(alike.length), text };
}

/** What is not done, or what somebody wants of whom nothing is. */
function toNotDone({ drift, reason }: LeftAloneView, count: number, { terminal }: Words): string {
  if (isAsking(reason)) return terminal.asks(count);
  return terminal.notDone[drift ? toDeed(drift) : 'remove'](count);
}

/** A setting, a LID or somebody. */
function toItemName(item: LeftAloneView, words: Words): string {
  const label = toLeftAloneLabel(item, words);
  const isPerson = item.label !== '' && item.drift?.action !== 'set' && !item.label.startsWith('lid:');
  return isPerson ? toPlainName(label) : label;
}

function toNames(alike: readonly LeftAloneView[], words: Words): string {
  const rest = alike.length - namesLimit;
  const names = alike.slice(0, namesLimit).map((item) => toItemName(item, words));
  return names.join(', ') + (rest > 0 ? ` ${words.terminal.crowd.more(rest)}` : '');
}
