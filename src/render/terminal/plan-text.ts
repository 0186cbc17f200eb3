import { wrap } from '../columns.ts';
import { groupAlike } from '../group-alike.ts';
import { isOwn } from '../is-own.ts';
import { findNextCommand } from '../next-command.ts';
import { tellLeftAlone, tellNotice, tellUnreadGroups } from '../plain-sentences.ts';
import { findNotes } from './notes.ts';
import type { StyleOptions } from './style.ts';
import { makeStyle } from './style.ts';
import { summarise } from '../summary.ts';
import { toSinceRows } from './since-rows.ts';
import { toInviteRows } from './coming/to-invite-rows.ts';
import { toApprovedRows, toScheduledRows, toWaitingRows } from './coming/date-rows.ts';
import { countAlike, toGroupRows, toRefusalRows, toGroupHeading } from './group-rows.ts';
import type { Columns, Row } from './rows.ts';
import { layRows } from './rows.ts';
import { spellMoment } from '../../domain/moment.ts';
import { escapeInline } from '../../safe/inline.ts';
import { toCreateRows } from './creation-rows.ts';
import { toSection } from './section.ts';
import type { LeftAloneView } from '../../view/change-view.ts';
import type { GroupView } from '../../view/group-view.ts';
import type { View } from '../../view/view.ts';
import type { Words } from '../../words/words.ts';

export interface TextOptions extends StyleOptions {
  /** The command that carries on where an apply stopped, as the user would type it. */
  readonly again?: string;
}

/** A plan or a report for a terminal or a log: the summary, what matters first, the summary again. Ends in a newline. */
export function renderText(view: View, words: Words, options: TextOptions): string {
  const style = makeStyle(options);
  const summary = style.adapt(summarise(view, words));
  const [loud, quiet] = part(view.groups, isLoud);
  const sections: Row[][] = [
    toUnreadRows(view, words),
    view.since ? toSinceRows(view.since, words) : [],
    view.refusals.flatMap((refusal) => toRefusalRows(refusal, words)),
    ...sortByRisk(loud).map((group) => toGroupRows(group, view.kind === 'apply', words)),
    toInviteRows(view.groups, words),
    // A report is about what was tried; the plan before it had all this.
    ...(view.kind === 'plan'
      ? [toScheduledRows(view.groups, words), toQuietRows(quiet, words), toApprovedRows(view.groups, words)]
      : []),
    toCreateRows(view, words),
    toWaitingRows(view, words),
    toNoteRows(view, words, options.again),
  ];
  const body = layRows(
    sections.filter((rows) => rows.length > 0).flatMap((rows) => [blank, ...rows]),
    style,
  );
  // One line wherever there is room, for whoever looks at the last one alone.
  const parts = style.width < narrow ? wrap(summary, style.width) : [summary];
  const told = parts.map((each) => style.paint('strong', each));
  const lines = body.length > 0 ? [...told, ...body, '', ...told] : told;
  return `${lines.map((each) => each.trimEnd()).join('\n')}\n`;
}

const blank: Row = { kind: 'blank' };

/** Nobody reads logs of so few columns: it is somebody's terminal, which would break words. */
const narrow = 60;

/** Groups that nobody could read, before anything is said of the others. */
function toUnreadRows({ groups }: View, words: Words): Row[] {
  const unread = groups.filter(({ unreadable }) => unreadable !== undefined);
  if (unread.length === 0) return [];
  const text = tellUnreadGroups(unread, words);
  return [{ kind: 'line', depth: 0, sign: 'needsHuman', tone: 'warn', text }];
}

function part<T>(items: readonly T[], holds: (item: T) => boolean): readonly [T[], T[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))];
}

/** Something happens here, should happen, or could not be seen. The others are a line each. */
function isLoud({ changes, unreadable, refusals, notices, leftAlone }: GroupView): boolean {
  const says = changes.length + refusals.length + notices.filter(isNew).length > 0;
  const asks = leftAlone.filter(isNew).some(({ needsHuman, reason }) => needsHuman || isOpen.has(reason));
  return says || unreadable !== undefined || asks;
}

/** What the other commit's files meet as well is no news of this pull request. */
function isNew({ wasBefore }: { readonly wasBefore?: true }): boolean {
  return wasBefore !== true;
}

/** Due, and not done in this run. */
const isOpen: ReadonlySet<string> = new Set(['not-approved', 'earlier-plan']);

/**
 * First what this pull request changes, then what others caused; in both first where somebody gains or loses something that
 * is hard to give back, most of it first; then by file.
 */
function sortByRisk(groups: readonly GroupView[]): GroupView[] {
  return groups.toSorted(
    (one, other) => Number(hasOwn(other)) - Number(hasOwn(one)) || weigh(other) - weigh(one),
  );
}

function hasOwn({ changes }: GroupView): boolean {
  return changes.some(isOwn);
}

function weigh({ changes, unreadable }: GroupView): number {
  const risky = changes.filter(({ action }) => action !== 'add' && action !== 'set').length;
  const failed = unreadable !== undefined && !unreadable.needsHuman;
  return risky * 4 + (changes.length > 0 ? 2 : 0) + (failed ? 1 : 0);
}

/** Groups whose drift is left alone on purpose, or as before this pull request: a line for each reason, asking ones first. */
function toQuietRows(groups: readonly GroupView[], words: Words): Row[] {
  const rows = groups.flatMap((group) => [
    ...groupAlike(group.leftAlone, ({ reason }) => reason).map((alike) => toQuietRow(group, alike, words)),
    ...group.notices.map((notice) => {
      const note = tellNotice(notice, words);
      return toQuiet({ sign: 'needsHuman', label: toGroupHeading(group), text: '', note });
    }),
  ]);
  const asking = rows.filter(({ sign }) => sign === 'needsHuman');
  const others = rows.filter(({ sign }) => sign !== 'needsHuman');
  return toSection(words.terminal.headings.leftAlone, [...asking, ...others], words);
}

function toQuietRow(group: GroupView, alike: readonly LeftAloneView[], words: Words): Columns {
  const { label, text } = countAlike(alike, words);
  const [first] = alike;
  return toQuiet({
    sign: first?.needsHuman ? 'needsHuman' : 'leftAlone',
    label: toGroupHeading(group),
    text: `${label} ${text}`,
    note: first ? tellLeftAlone(first, words) : '',
  });
}

function toQuiet(row: Pick<Columns, 'sign' | 'label' | 'text' | 'note'>): Columns {
  return { kind: 'columns', tone: 'quiet', ...row };
}

function toNoteRows(view: View, words: Words, again?: string): Row[] {
  const next = findNextCommand(view, again);
  const notes = findNotes(view, words).map((text): Row => ({ kind: 'line', depth: 0, tone: 'quiet', text }));
  if (next === undefined) return notes;
  const resumesAt = view.run?.resumesAt;
  const { notes: says, headings } = words.terminal;
  // An apply before that time would send nothing; the other commands may be run at once.
  const isLater = resumesAt !== undefined && next === again;
  const title = isLater ? says.nextAfter(escapeInline(spellMoment(resumesAt))) : headings.next;
  // A heading, since those are never broken: a command is there to be copied.
  return [...notes, { kind: 'heading', text: `${title}: ${next}`, file: '' }];
}
