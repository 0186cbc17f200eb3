import { originSentences } from '../../words/sentences.ts';
import { groupAlike } from '../group-alike.ts';
import { actionTones, resultTones } from './style.ts';
import type { Columns, Row } from './rows.ts';
import { isTextSetting, settingForms } from '../../domain/settings.ts';
import { diffTopic } from '../topic-diff.ts';
import type { ChangeView, DriftView, GroupView, Value } from '../../view/types.ts';
import {
  actionWords,
  adminLeaves,
  crowdWords,
  notApprovedWord,
  photoWords,
  refusedWord,
  resultWords,
  valueWords,
} from '../../words/terminal-words.ts';

/** What gives or takes power comes first: it is what a review is for. */
const risks = { promote: 0, remove: 1, demote: 2, add: 3, set: 4 } as const;

/** From here on, people who join for one and the same reason are one row with all their names. */
const foldFrom = 9;

/** The changes of one group, the risky ones first. `report`: with a column that says what became of each. */
export function toChangeRows({ changes, path }: GroupView, report: boolean): Row[] {
  const sorted = changes.toSorted((one, other) => risks[one.action] - risks[other.action]);
  return groupAlike(sorted, toFoldKey).flatMap((alike) => {
    if (alike.length >= foldFrom) return foldJoins(alike, path, report);
    return alike.flatMap((change) => [toRow(change, path, report), ...toTopicRows(change)]);
  });
}

/** Only joins fold, and nobody in them is left out: every other change is a line of its own however many there are. */
function toFoldKey(change: ChangeView): string {
  if (change.action !== 'add') return `${change.action} ${change.label} ${change.id}`;
  return JSON.stringify([change.why, change.refused, change.needs, change.outcome, change.origin]);
}

function foldJoins(alike: readonly ChangeView[], path: string, report: boolean): Row[] {
  const [first] = alike;
  if (!first) return [];
  const { line: _, ...shared } = first;
  const label = crowdWords.people(alike.length);
  const row = toRow({ ...shared, label: label as ChangeView['label'] } as ChangeView, path, report);
  return [
    row,
    { kind: 'line', depth: 2, tone: 'quiet', text: alike.map((change) => change.label).join(', ') },
  ];
}

function toRow(change: ChangeView, path: string, report: boolean): Row {
  return {
    kind: 'columns',
    sign: change.action,
    tone: actionTones[change.action],
    ...(report && { result: toResult(change) }),
    label: change.label,
    text: toPhrase(change),
    note: report ? toOutcomeText(change) : toNote(change, path),
  };
}

function toResult({ outcome, refused }: ChangeView): NonNullable<Columns['result']> {
  if (outcome)
    return { sign: outcome.result, tone: resultTones[outcome.result], word: resultWords[outcome.result] };
  if (refused) return { sign: 'refused', tone: 'bad', word: refusedWord };
  return { sign: 'leftAlone', tone: 'quiet', word: notApprovedWord };
}

function toOutcomeText({ outcome }: ChangeView): string {
  return outcome && outcome.result !== 'verified' ? outcome.text : '';
}

/** Reason, place in the files, what it waits for; a changed name or topic shows its reason by itself. */
function toNote(change: ChangeView, path: string): string {
  const { file, line, needs, refused, origin } = change;
  const obvious = change.action === 'set' && change.setting !== 'photo' && isTextSetting(change.setting);
  const place =
    line === undefined ? '' : file === path ? `line ${line}` : `${file?.split('/').at(-1)}:${line}`;
  const waits = needs.map((need) => `once ${need}`);
  const whose = origin ? originSentences[origin] : '';
  return [refused ? refusedWord : '', obvious ? '' : change.why, place, ...waits, whose]
    .filter(Boolean)
    .join(', ');
}

/** "becomes an admin", "off → on", and names in quotes. */
function toPhrase(drift: DriftView): string {
  if (drift.action !== 'set') {
    return drift.action === 'remove' && drift.before === 'admin' ? adminLeaves : actionWords[drift.action];
  }
  if (drift.setting === 'photo') return toPhotoPhrase(drift);
  return settingForms[drift.setting] === 'lines' ? '' : `${toValue(drift.before)} → ${toValue(drift.after)}`;
}

/** "differs (0.31)": how far apart the two pictures are, from 0 to 1. */
function toPhotoPhrase({ before, after, distance }: Extract<DriftView, { setting: 'photo' }>): string {
  if (after === 'none') return photoWords.removed;
  if (before === 'none') return photoWords.first;
  return distance === undefined ? photoWords.differs : `${photoWords.differs} (${distance.toFixed(2)})`;
}

/** Quoted, so that one sees where a name begins and ends; a quote within cannot pass for the end. */
function toValue(value: Value): string {
  return typeof value === 'string' ? `"${value.replaceAll('"', String.raw`\"`)}"` : valueWords(value);
}

/** A topic, or any text of several lines, below its row, behind a rule: none of its lines can pass for one of ours. */
function toTopicRows(change: ChangeView): Row[] {
  if (change.action !== 'set' || change.setting === 'photo') return [];
  if (settingForms[change.setting] !== 'lines') return [];
  return diffTopic(String(change.before), String(change.after)).map(({ mark, tone, text }) => ({
    kind: 'line',
    depth: 2,
    sign: 'rule',
    mark,
    tone,
    text,
  }));
}
