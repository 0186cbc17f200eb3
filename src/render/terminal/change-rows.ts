import type { PersonAction } from '../../domain/plan/change.ts';
import { toDeed } from '../../domain/plan/change.ts';
import type { Lane } from '../../domain/plan/lane.ts';
import { groupAlike } from '../group-alike.ts';
import { actionTones, resultTones } from './style.ts';
import type { Columns, Row } from './rows.ts';
import { isTextSetting, settingForms } from '../../domain/settings.ts';
import { isOwn } from '../is-own.ts';
import { quotePlain, toPlainFile, toPlainName } from '../plain-name.ts';
import { tellCause, tellWhy } from '../plain-sentences.ts';
import type { ChangeView, DriftView, Value } from '../../view/change-view.ts';
import type { GroupView } from '../../view/group-view.ts';
import { diffTopic } from '../topic-diff.ts';
import type { Words } from '../../words/words.ts';

/** What gives or takes power comes first: it is what a review is for. */
const risks = { promote: 0, remove: 1, demote: 2, add: 3, set: 4 } as const;

/** From here on, people who join for one and the same reason are one row with all their names. */
const foldFrom = 9;

/** The changes of one group, this pull request's and the risky ones first. `report`: with a column that says what became of each. */
export function toChangeRows({ changes }: GroupView, report: boolean, words: Words): Row[] {
  const shown = { report, words };
  const sorted = changes.toSorted(
    (one, other) => Number(isOwn(other)) - Number(isOwn(one)) || risks[one.action] - risks[other.action],
  );
  return groupAlike(sorted, toFoldKey).flatMap((alike) => {
    if (alike.length >= foldFrom) return foldJoins(alike, shown);
    return alike.flatMap((change) => [toRow(change, shown), ...toTopicRows(change)]);
  });
}

interface Shown {
  /** The group's file, as the user would type it. */
  readonly report: boolean;
  readonly words: Words;
}

/** Only joins fold, and nobody in them is left out: every other change is a line of its own however many there are. */
function toFoldKey(change: ChangeView): string {
  if (change.action !== 'add') return `${change.action} ${change.label} ${change.id}`;
  return JSON.stringify([
    change.lane,
    change.reason,
    change.day,
    change.ways,
    change.refused,
    change.needs,
    change.outcome,
    change.origin,
  ]);
}

function foldJoins(alike: readonly ChangeView[], shown: Shown): Row[] {
  const [first] = alike;
  if (!first) return [];
  const { line: _, ...shared } = first;
  const { crowd, actions } = shown.words.terminal;
  const row = {
    ...toRow(shared as ChangeView, shown),
    label: crowd.people(alike.length),
    text: actions[first.action === 'add' ? toDeed(first) : 'add'](alike.length),
  };
  return [
    row,
    {
      kind: 'line',
      depth: 2,
      tone: 'quiet',
      text: alike.map((change) => toName(change, shown.words)).join(', '),
    },
  ];
}

function toRow(change: ChangeView, { report, words }: Shown): Columns {
  return {
    kind: 'columns',
    sign: change.action,
    tone: actionTones[change.action],
    ...(report && { result: toResult(change, words) }),
    label: toName(change, words),
    text: toPhrase(change, words),
    note: report ? tellCause(change.outcome, words) : toNote(change, words),
  };
}

/** A setting or somebody, with which of their numbers it is. */
function toName(change: ChangeView, { terminal }: Words): string {
  if (change.action === 'set') return change.label;
  const name = toPlainName(change.label);
  return change.number === undefined ? name : terminal.numbers[change.number](name);
}

function toResult({ outcome, refused }: ChangeView, { terminal }: Words): NonNullable<Columns['result']> {
  if (outcome)
    return {
      sign: outcome.result,
      tone: resultTones[outcome.result],
      word: terminal.results[outcome.result],
    };
  if (refused) return { sign: 'refused', tone: 'bad', word: terminal.refused };
  return { sign: 'leftAlone', tone: 'quiet', word: terminal.notApproved };
}

/** Reason, place in the files, what it waits for; a changed name or topic shows its reason by itself. */
function toNote(change: ChangeView, words: Words): string {
  const { terminal, reasons } = words;
  const { line, source, needs, refused, origin } = change;
  const obvious = isText(change);
  const place =
    line === undefined ? '' : source === undefined ? terminal.line(line) : `${toPlainFile(source)}:${line}`;
  const waits = needs.map(({ action, label }) =>
    terminal.once[action](label === '' ? terminal.somebody : toPlainName(label)),
  );
  const whose = origin ? reasons.origins[origin].terminal : '';
  return [refused ? terminal.refused : '', obvious ? '' : tellWhy(change, words), place, ...waits, whose]
    .filter(Boolean)
    .join(', ');
}

function isText(change: ChangeView): boolean {
  if (change.action !== 'set' || change.setting === 'photo' || change.setting === 'link') return false;
  return isTextSetting(change.setting);
}

/** "becomes an admin", "off → on", and names in quotes. */
function toPhrase(drift: DriftView, words: Words): string {
  if (drift.action !== 'set') return toActionText(drift, words);
  if (drift.setting === 'photo') return toPhotoPhrase(drift, words);
  if (drift.setting === 'link') return words.settings.link.phrase;
  return settingForms[drift.setting] === 'lines'
    ? ''
    : settingForms[drift.setting] === 'word'
      ? `${drift.before} → ${drift.after}`
      : `${toValue(drift.before, words)} → ${toValue(drift.after, words)}`;
}

/** What happens to somebody; of an admin who leaves it says so. */
export function toActionText(
  change: { readonly action: PersonAction; readonly lane?: Lane; readonly before?: string | undefined },
  { terminal }: Words,
): string {
  const isAdminLeaving = change.action === 'remove' && change.before === 'admin';
  return isAdminLeaving ? terminal.adminLeaves : terminal.actions[toDeed(change)](1);
}

/** "differs (0.31)": how far apart the two pictures are, from 0 to 1. */
function toPhotoPhrase(
  { before, after, distance }: Extract<DriftView, { setting: 'photo' }>,
  { terminal: { photo } }: Words,
): string {
  if (after === 'none') return photo.removed;
  if (before === 'none') return photo.first;
  return distance === undefined ? photo.differs : `${photo.differs} (${distance.toFixed(2)})`;
}

function toValue(value: Value, { terminal }: Words): string {
  return typeof value === 'string' ? quotePlain(value) : terminal.value(value);
}

/** A topic, or any text of several lines, below its row, behind a rule: none of its lines can pass for one of ours. */
function toTopicRows(change: ChangeView): Row[] {
  if (change.action !== 'set' || change.setting === 'photo' || change.setting === 'link') return [];
  if (settingForms[change.setting] !== 'lines') return [];
  return diffTopic(String(change.before), String(change.after)).map(({ mark, text }) => ({
    kind: 'line',
    depth: 2,
    sign: 'rule',
    mark,
    tone: topicTones[mark],
    text,
  }));
}

const topicTones = { '+': 'good', '-': 'bad', ' ': 'quiet' } as const;
