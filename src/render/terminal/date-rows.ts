import { actionTones } from './style.ts';
import { toRefusalRows, toGroupHeading } from './group-rows.ts';
import type { Row } from './rows.ts';
import { toSection } from './section.ts';
import type { GroupView, RefusalView, ScheduledView, View, WaitingView } from '../../view/types.ts';
import { actionWords, adminLeaves, comingWords, headings, notDoneWords } from '../../words/terminal-words.ts';

/** What dates will bring and nobody approved yet, the next one first: all of it, since a plan file approves it. */
export function toScheduledRows(groups: readonly GroupView[]): Row[] {
  const fresh = findComing(groups, false);
  const refusals = new Map<string, RefusalView>();
  for (const { refusal } of fresh) if (refusal) refusals.set(refusal.sentence, refusal);
  const rows = [...toRows(fresh), ...[...refusals.values()].flatMap(toRefusalRows)];
  return toSection(headings.scheduled, rows, Number.POSITIVE_INFINITY);
}

/** What they will bring and somebody approved before. */
export function toApprovedRows(groups: readonly GroupView[]): Row[] {
  return toSection(headings.approvedDates, toRows(findComing(groups, true)));
}

type Coming = ScheduledView & { readonly group: GroupView };

function findComing(groups: readonly GroupView[], isApproved: boolean): Coming[] {
  return groups
    .flatMap((group) => group.scheduled.map((coming) => ({ ...coming, group })))
    .filter((coming) => coming.isApproved === isApproved)
    .toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
}

function toRows(all: readonly Coming[]): Row[] {
  return all.map((coming): Row => ({
    kind: 'columns',
    sign: coming.refused ? 'refused' : coming.action,
    tone: coming.refused ? 'bad' : actionTones[coming.action],
    label: coming.label,
    text: coming.action === 'remove' && coming.before === 'admin' ? adminLeaves : actionWords[coming.action],
    note: toNote(coming),
  }));
}

function toNote({ on, group, refused, refusal, sentence, origin, isApproved }: Coming): string {
  const toObjection = refused ? comingWords.refused : comingWords.obstacle;
  const objection = refusal ? comingWords.limit : sentence && toObjection(sentence);
  const before = origin === 'date' && !isApproved ? comingWords.before : '';
  return [`on ${on}, ${toGroupHeading(group)}`, before, objection].filter(Boolean).join(', ');
}

/** What was approved and waits, all of it: nobody may take it for done. */
export function toWaitingRows({ run }: View): Row[] {
  const rows = (run?.waiting ?? []).map((waiting): Row => ({
    kind: 'columns',
    sign: 'needsHuman',
    tone: 'warn',
    label: toLabel(waiting),
    text: notDoneWords[waiting.action ?? 'set'],
    note: `${toGroupHeading(waiting)}: ${waiting.sentence}`,
  }));
  return toSection(headings.waiting, rows, Number.POSITIVE_INFINITY);
}

function toLabel({ label, setting }: WaitingView): string {
  return label === '' ? (setting ?? 'somebody') : label;
}
