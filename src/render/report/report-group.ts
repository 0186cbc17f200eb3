import { toDeed } from '../../domain/plan/change.ts';
import { toBadges } from './badges.ts';
import { findPhoto } from './photo.ts';
import { groupAlike } from '../group-alike.ts';
import { findRoom } from '../../domain/plan/refusal.ts';
import type { Inline } from '../../safe/inline.ts';
import { capitalise, join, say } from '../../safe/inline.ts';
import { isOwn } from '../is-own.ts';
import type { RefusedLater } from '../plain-sentences.ts';
import { sortByRisk, toLabel, toSentences, toWhy } from './sentences.ts';
import type { ReportBlock, ReportGroup, ReportRow, Risk } from './types.ts';
import type { Voice } from './voice.ts';
import { toAllNames, toFile, toLoneFile, toQuoted, toSettingSentence, toTitle } from './voice.ts';
import type { ResultKey } from '../../words/report-words.ts';
import type { ChangeView } from '../../view/change-view.ts';
import type { GroupView, LiftedView, RefusalView } from '../../view/group-view.ts';
import { diffTopic } from '../topic-diff.ts';

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
  const { changes } = group;
  const topic = findTopic(changes, voice);
  const photo = findPhoto(group, voice);
  return {
    title: toTitle(group, voice),
    file: toLoneFile(group.name === '' ? '' : group.file, voice),
    claim: toClaim(group, voice),
    counts: countChanges(changes, voice),
    size: changes.length,
    risk: toRisk(group, isRun),
    badges: toBadges(
      changes.map((change) => ({ action: change.action, result: toResult(change, isRun) })),
      isRun,
      voice,
    ),
    alerts: group.refusals.map((refusal) => toRefusal(refusal, voice)),
    lifted: group.notices.flatMap(({ lifted }) => (lifted ? [toLifted(lifted, voice)] : [])),
    blocks: toBlocks(changes, isRun, voice),
    ...(topic && { topic }),
    ...(photo && { photo }),
    rows: toRows(changes, isRun, voice),
  };
}

function toClaim({ claim }: GroupView, voice: Voice): Inline {
  if (claim === undefined) return say``;
  return voice.words.report.headings.claim(toQuoted(claim, voice));
}

/** What the limit is, how much there is, and what to do; `of`: about what, where that is not due now. */
export function toRefusal(refusal: RefusalView, voice: Voice, of?: RefusedLater): Inline {
  const { report: words } = voice.words.reasons.refusals;
  const advice = of ? words.advice[of] : toAdvice(refusal, voice);
  return say`${words.sentence(refusal, toFile(refusal.file ?? '', voice))} ${advice}`;
}

function toAdvice(refusal: RefusalView, { words, escape }: Voice): Inline {
  const { advice } = words.reasons.refusals.report;
  const { limit, scope } = refusal;
  if (limit === 'admins' || limit === 'emptied' || limit === 'id-edited') return advice[limit];
  if (limit === 'creates') return advice.creates(refusal, findRoom(refusal));
  if (scope === 'group') return advice.group;
  return advice.run(refusal, findRoom(refusal), escape(`limits.${limit}.run`));
}

/** What the file lets through although a limit would object. */
function toLifted(lifted: LiftedView, voice: Voice): Inline {
  const { words } = voice;
  return words.reasons.lifted.report(lifted, words.day(lifted.until), toQuoted(lifted.reason, voice));
}

function toResult({ outcome, refused }: ChangeView, isRun: boolean): ResultKey | 'due' {
  if (outcome) return outcome.result;
  if (refused) return 'refused';
  return isRun ? 'not-approved' : 'due';
}

function toBlocks(changes: readonly ChangeView[], isRun: boolean, voice: Voice): ReportBlock[] {
  const fates = blockOrder.flatMap((result) => {
    const own = changes.filter((change) => toResult(change, isRun) === result);
    // What others caused is told by who did.
    return groupAlike(own, (change) => (isOwn(change) || result !== 'due' ? '' : (change.origin ?? ''))).map(
      (alike) => ({ result, alike }),
    );
  });
  return fates.map(({ result, alike }) => ({
    result,
    lead: toLead(result, alike, fates.length > 1, voice),
    sentences: toSentences(alike, result, voice),
  }));
}

function toLead(
  result: ResultKey | 'due',
  [first]: readonly ChangeView[],
  isBeside: boolean,
  { words: { report, reasons } }: Voice,
): Inline {
  if (result !== 'due') return report.results[result].lead;
  if (first?.origin && !isOwn(first)) return say`${capitalise(reasons.origins[first.origin].report)}:`;
  return isBeside ? report.headings.due : say``;
}

const actions = ['remove', 'promote', 'demote', 'add', 'set'] as const;

/** "12 removals, 3 additions": all of them in numbers, the riskiest first. */
export function countChanges(changes: readonly Pick<ChangeView, 'action'>[], { words }: Voice): Inline {
  const parts = actions.map((action) => {
    const count = changes.filter((change) => change.action === action).length;
    return count > 0 ? words.report.counts[action](count) : say``;
  });
  return join(parts, ', ');
}

/** A row for each change, but people to whom the same happens for the same reason stand in one: "22 × not in the list". */
function toRows(changes: readonly ChangeView[], isRun: boolean, voice: Voice): ReportRow[] {
  const told = sortByRisk(changes).map((change) => ({
    change,
    why: join(toWhy(change, voice), ', '),
    result: toResult(change, isRun),
  }));
  const alike = groupAlike(told, ({ change, why, result }) => {
    return change.action === 'set' ? `set ${change.setting}` : `${toDeed(change)} ${result} ${why}`;
  });
  return alike.flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { change, why, result } = first;
    const happens =
      change.action === 'set'
        ? toSettingSentence(change, voice)
        : voice.words.report.people[toDeed(change)](
            toAllNames(
              same.map((each) => toLabel(each.change, voice)),
              voice,
            ),
          );
    return [{ action: change.action, happens, why, ...(result !== 'due' && { result }) }];
  });
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

function findTopic(changes: readonly ChangeView[], { showsTopics }: Voice): ReportGroup['topic'] {
  for (const change of changes) {
    if (change.action !== 'set' || change.setting !== 'topic') continue;
    const { before, after } = (showsTopics && change.topics) || change;
    return diffTopic(String(before), String(after));
  }
  return undefined;
}
