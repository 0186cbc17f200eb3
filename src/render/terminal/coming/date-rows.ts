import { actionTones } from '../style.ts';
import { toActionText } from '../change-rows.ts';
import { toRefusalRows, toGroupHeading } from '../group-rows.ts';
import type { Row } from '../rows.ts';
import { toSection } from '../section.ts';
import type { GroupView, RefusalView, ScheduledView } from '../../../view/group-view.ts';
import type { View } from '../../../view/view.ts';
import type { Words } from '../../../words/words.ts';
import { tellObstacle, tellRefusal, tellWaiting, toWaitingLabel } from '../../plain-sentences.ts';
import { toPlainName } from '../../plain-name.ts';
import { escapeInline } from '../../../safe/inline.ts';

/** What dates will bring and nobody approved yet, the next one first: all of it, since a plan file approves it. */
export function toScheduledRows(groups: readonly GroupView[], words: Words): Row[] {
  const fresh = findComing(groups, false);
  const refusals = new Map<string, RefusalView>();
  for (const { refusal } of fresh) if (refusal) refusals.set(tellRefusal(refusal, words).sentence, refusal);
  const objections = [...refusals.values()].flatMap((each) => toRefusalRows(each, words, 'coming'));
  const rows = [...toRows(fresh, words), ...objections];
  return toSection(words.terminal.headings.scheduled, rows, words, Number.POSITIVE_INFINITY);
}

/** What they will bring and somebody approved before. */
export function toApprovedRows(groups: readonly GroupView[], words: Words): Row[] {
  return toSection(words.terminal.headings.approvedDates, toRows(findComing(groups, true), words), words);
}

type Coming = ScheduledView & { readonly group: GroupView };

function findComing(groups: readonly GroupView[], isApproved: boolean): Coming[] {
  return groups
    .flatMap((group) => group.scheduled.map((coming) => ({ ...coming, group })))
    .filter((coming) => coming.isApproved === isApproved)
    .toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
}

function toRows(all: readonly Coming[], words: Words): Row[] {
  return all.map((coming): Row => ({
    kind: 'columns',
    sign: coming.refused ? 'refused' : coming.action,
    tone: coming.refused ? 'bad' : actionTones[coming.action],
    label: toPlainName(coming.label),
    text: toActionText(coming, words),
    note: toNote(coming, words),
  }));
}

function toNote(coming: Coming, words: Words): string {
  const { on, group, refused, refusal, origin, isApproved } = coming;
  const { coming: own } = words.terminal;
  const sentence = tellObstacle(coming, words);
  const toObjection = refused ? own.refused : own.obstacle;
  const objection = refusal ? own.limit : sentence && toObjection(sentence);
  const before = origin === 'date' && !isApproved ? own.before : '';
  return [`${own.on(escapeInline(on))}, ${toGroupHeading(group)}`, before, objection]
    .filter(Boolean)
    .join(', ');
}

/** What was approved and waits, all of it: nobody may take it for done. */
export function toWaitingRows({ run }: View, words: Words): Row[] {
  const { headings, notDone } = words.terminal;
  const rows = (run?.waiting ?? []).map((waiting): Row => ({
    kind: 'columns',
    sign: 'needsHuman',
    tone: 'warn',
    label: toWaitingLabel(waiting, words),
    text: notDone[waiting.action ?? 'set'](1),
    note: `${toGroupHeading(waiting)}: ${tellWaiting(waiting, words)}`,
  }));
  return toSection(headings.waiting, rows, words, Number.POSITIVE_INFINITY);
}
