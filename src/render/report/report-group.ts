import { truncate } from '../columns.ts';
import { groupAlike } from '../group-alike.ts';
import { findRoom } from '../../domain/plan/refusal.ts';
import type { Inline } from '../../safe/inline.ts';
import { join, say } from '../../safe/inline.ts';
import { sortByRisk, toLabel, toSentences, toWhy } from './sentences.ts';
import type { ReportBlock, ReportGroup, ReportPhoto, ReportRow, ReportTopic, Risk } from './types.ts';
import type { Voice } from './voice.ts';
import { toGroupName, toNames, toSettingSentence, toTitle } from './voice.ts';
import type { ResultKey } from '../../words/report-words.ts';
import { cutTopic } from '../topic-diff.ts';
import type { ChangeView } from '../../view/change-view.ts';
import type { GroupView, LiftedView, RefusalView } from '../../view/group-view.ts';

/** What is to be looked at comes first, what is proved last. */
const blockOrder: readonly (ResultKey | 'due')[] = [
  'refused',
  'failed',
  'declined',
  'not-verified',
  'skipped',
  'not-approved',
  'due',
  'verified',
];

/** All that a report says of one group's changes. */
export function toReportGroup(group: GroupView, isRun: boolean, voice: Voice): ReportGroup {
  const { changes, path } = group;
  const topic = findTopic(changes);
  const photo = findPhoto(group, voice);
  return {
    title: toTitle(group, voice),
    file: voice.escape(group.name === '' ? '' : group.file),
    risk: toRisk(group, isRun),
    alerts: group.refusals.map((refusal) => toRefusal(refusal, voice)),
    lifted: group.notices.flatMap(({ lifted }) => (lifted ? [toLifted(lifted, voice)] : [])),
    blocks: toBlocks(changes, isRun, voice),
    ...(topic && { topic }),
    ...(photo && { photo }),
    rows: sortByRisk(changes).map((change) => toRow(change, path, isRun, voice)),
  };
}

/** What the limit is, how much there is, and what to do. `isComing`: of what dates will bring. */
export function toRefusal(refusal: RefusalView, voice: Voice, isComing = false): Inline {
  const { report: words } = voice.words.reasons.refusals;
  const advice = isComing ? words.advice.coming : toAdvice(refusal, voice);
  return say`${words.sentence(refusal, voice.escape(refusal.file ?? ''))} ${advice}`;
}

function toAdvice(refusal: RefusalView, { words, escape }: Voice): Inline {
  const { advice } = words.reasons.refusals.report;
  const { limit, scope } = refusal;
  if (limit === 'admins' || limit === 'emptied' || limit === 'id-edited') return advice[limit];
  if (scope === 'group') return advice.group;
  return advice.run(refusal, findRoom(refusal), escape(`limits.${limit}.run`));
}

/** What the file lets through although a limit would object. */
function toLifted(lifted: LiftedView, { words, escape }: Voice): Inline {
  return words.reasons.lifted.report(lifted, words.day(lifted.until), words.quote(escape(lifted.reason)));
}

function toResult({ outcome, refused }: ChangeView, isRun: boolean): ResultKey | 'due' {
  if (outcome) return outcome.result;
  if (refused) return 'refused';
  return isRun ? 'not-approved' : 'due';
}

function toBlocks(changes: readonly ChangeView[], isRun: boolean, voice: Voice): ReportBlock[] {
  return blockOrder.flatMap((result) => {
    const own = changes.filter((change) => toResult(change, isRun) === result);
    return own.length === 0 ? [] : [{ result, sentences: toSentences(own, result, voice) }];
  });
}

function toRow(change: ChangeView, path: string, isRun: boolean, voice: Voice): ReportRow {
  const result = toResult(change, isRun);
  const happens =
    change.action === 'set'
      ? toSettingSentence(change, voice)
      : voice.words.report.people[change.action]({ names: toLabel(change, voice), count: 1 });
  return {
    action: change.action,
    happens,
    why: join(toWhy(change, path, voice), ', '),
    ...(result !== 'due' && { result }),
  };
}

/** How much a group deserves to be looked at; 0 is the least. */
export function toWeight({ changes, refusals }: GroupView): number {
  const of = (...actions: string[]) => changes.filter(({ action }) => actions.includes(action)).length;
  const [power, role] = [of('promote', 'remove'), of('demote') + refusals.length];
  return power > 0 ? 1e6 + power : role > 0 ? 1e5 + role : of('add') > 0 ? 1 : 0;
}

function toRisk(group: GroupView, isRun: boolean): Risk {
  const { changes } = group;
  const results = new Set(changes.map((change) => toResult(change, isRun)));
  if (group.refusals.length > 0 || results.has('refused')) return 'refused';
  if (isRun) return [...results].every((result) => result === 'verified') ? 'done' : 'trouble';
  const weight = toWeight(group);
  return weight >= 1e6 ? 'high' : weight >= 1e5 ? 'medium' : 'low';
}

function findTopic(changes: readonly ChangeView[]): ReportTopic | undefined {
  const change = changes.find((each) => each.action === 'set' && each.setting === 'topic');
  return change && cutTopic(String(change.before), String(change.after));
}

function findPhoto(group: GroupView, voice: Voice): ReportPhoto | undefined {
  for (const change of group.changes) {
    if (change.action !== 'set' || change.setting !== 'photo') continue;
    const { after, thumbnails } = change;
    // Pictures are described in an attribute, which takes no elements.
    const name = voice.escape(truncate(group.name || group.file, 60));
    return { group: voice.words.quote(name), isRemoved: after === 'none', ...thumbnails };
  }
  return undefined;
}

/** So many people are named in a line about what others caused. */
const othersLimit = 8;

/** What others caused in a group, a line for each cause: how much of what, and who loses or gains something by it. */
export function toOthersLines(group: GroupView, changes: readonly ChangeView[], voice: Voice): Inline[] {
  const { words } = voice;
  return groupAlike(sortByRisk(changes), ({ origin }) => origin ?? '').map((alike) => {
    const parts = groupAlike(alike, ({ action }) => action).map((same) => toOthersPart(same, voice));
    const origin = alike[0]?.origin;
    const cause = origin ? say` (${words.reasons.origins[origin].report})` : say``;
    return say`${toGroupName(group, voice)}${cause}: ${join(parts, ', ')}.`;
  });
}

function toOthersPart(changes: readonly ChangeView[], voice: Voice): Inline {
  const action = changes[0]?.action ?? 'set';
  const count = voice.words.report.counts[action](changes.length);
  if (action === 'set' || action === 'add') return count;
  const labels = changes.map((change) => toLabel(change, voice));
  return say`${count} (${toNames(labels, othersLimit, voice).names})`;
}
