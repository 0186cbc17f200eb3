import { truncate } from '../columns.ts';
import { groupAlike } from '../group-alike.ts';
import { toChangeRows } from './change-rows.ts';
import type { Columns, Row } from './rows.ts';
import type { GroupView, LeftAloneView, RefusalView, UnreadableView } from '../../view/types.ts';
import {
  crowdWords,
  leftAloneWord,
  notApprovedWord,
  notDoneWords,
  refusedHeading,
} from '../../words/terminal-words.ts';

/** So many of one reason are a row each; more are one row, with their names below. */
const foldFrom = 3;
const namesLimit = 12;

/** All that is to be said about one group. */
export function toGroupRows(group: GroupView, report: boolean): Row[] {
  const { unreadable, leftAlone, refusals, notices } = group;
  const [asking, quiet] = [true, false].map((asks) =>
    leftAlone.filter(({ needsHuman }) => needsHuman === asks),
  );
  return [
    { kind: 'heading', text: toGroupHeading(group), file: group.name === '' ? '' : group.file },
    ...(unreadable ? [toUnreadableRow(unreadable)] : []),
    ...refusals.flatMap(toRefusalRows),
    ...toChangeRows(group, report),
    ...toLeftAloneRows(asking ?? [], report),
    ...notices.map(({ sentence }) => toLine('needsHuman', 'warn', sentence)),
    ...toLeftAloneRows(quiet ?? [], report),
  ];
}

/** The group's name as it stands in a heading; the file's where nobody knows a name. */
export function toGroupHeading({ name, file }: Pick<GroupView, 'name' | 'file'>): string {
  return name === '' ? file : truncate(name, 40);
}

function toUnreadableRow({ needsHuman, sentence }: UnreadableView): Row {
  return needsHuman ? toLine('needsHuman', 'warn', sentence) : toLine('failed', 'bad', sentence);
}

function toLine(sign: 'needsHuman' | 'failed' | 'refused', tone: 'warn' | 'bad', text: string): Row {
  return { kind: 'line', depth: 1, sign, tone, text };
}

/** A refusal: what the limit says, then what to do. */
export function toRefusalRows({ sentence, advice, allow }: RefusalView): Row[] {
  return [
    toLine('refused', 'bad', `${refusedHeading}: ${sentence}`),
    { kind: 'line', depth: 2, tone: 'plain', text: advice },
    ...(allow === undefined ? [] : [{ kind: 'line', depth: 3, tone: 'strong', text: allow } as const]),
  ];
}

/** Drift that is left alone; what has one reason is told once. */
function toLeftAloneRows(items: readonly LeftAloneView[], report: boolean): Row[] {
  return groupAlike(items, toReason).flatMap((alike) =>
    alike.length < foldFrom ? alike.map((item) => toRow(item, report)) : fold(alike, report),
  );
}

/** Equal for what can be told in one row: all that stands in the way of a group, or one reason and one action. */
function toReason({ reason, sentence, drift }: LeftAloneView): string {
  return wholeGroup.has(reason) ? reason : JSON.stringify([reason, sentence, drift?.action]);
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

function toRow(item: LeftAloneView, report: boolean): Columns {
  const { needsHuman, reason, drift } = item;
  const sign = needsHuman ? 'needsHuman' : 'leftAlone';
  const tone = needsHuman ? 'warn' : 'quiet';
  const word = reason === 'not-approved' ? notApprovedWord : leftAloneWord;
  return {
    kind: 'columns',
    sign: report && drift ? drift.action : sign,
    tone,
    ...(report && { result: { sign, tone, word } }),
    label: item.label,
    text: notDoneWords[drift?.action ?? 'remove'],
    note: item.sentence,
  };
}

function fold(alike: readonly LeftAloneView[], report: boolean): Row[] {
  const [first] = alike;
  if (!first) return [];
  const row: Columns = { ...toRow(first, report), ...countAlike(alike) };
  // Whom a file leaves alone on purpose needs no list of names; the JSON has them.
  return first.reason === 'additive'
    ? [row]
    : [row, { kind: 'line', depth: 2, tone: 'quiet', text: toNames(alike) }];
}

/** "5 changes", "not made"; or "14 people", "not removed" where all are alike. */
export function countAlike(alike: readonly LeftAloneView[]): {
  readonly label: string;
  readonly text: string;
} {
  const actions = new Set(alike.map(({ drift }) => drift?.action));
  const [only] = actions;
  if (actions.size > 1) return { label: crowdWords.changes(alike.length), text: crowdWords.notMade };
  if (only === 'set') return { label: crowdWords.settings(alike.length), text: notDoneWords.set };
  return { label: crowdWords.people(alike.length), text: notDoneWords[only ?? 'remove'] };
}

function toNames(alike: readonly LeftAloneView[]): string {
  const rest = alike.length - namesLimit;
  const names = alike.slice(0, namesLimit).map(({ label }) => label);
  return names.join(', ') + (rest > 0 ? ` ${crowdWords.more(rest)}` : '');
}
