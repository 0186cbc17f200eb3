import { spellMoment, toMoment } from '../../domain/moment.ts';
import type { Inline } from '../../safe/inline.ts';
import { escapeInline } from '../../safe/inline.ts';
import type { ChangeView, DriftView, LeftAloneView } from '../../view/change-view.ts';
import type { GroupView, RefusalView, ScheduledView, ToInviteView } from '../../view/group-view.ts';
import type { SinceView } from '../../view/since-view.ts';
import type { RunView, View } from '../../view/view.ts';
import { needs } from '../../words/english/english-terminal.ts';
import type { NewGroupView } from '../../view/creation/new-group-view.ts';
import { isToBeMade } from '../../view/creation/new-group-view.ts';
import { english } from '../../words/english/english.ts';
import { toPlainName } from '../plain-name.ts';
import { findNextCommand } from '../next-command.ts';
import * as told from '../plain-sentences.ts';
import { tellCreation } from '../tell-creation.ts';
import { summarise } from '../summary.ts';
import { formatVersion } from './format-version.ts';

/** What the document says about its own making. */
export interface JsonMeta {
  readonly toolVersion: string;
  /** ISO 8601; the only thing in the document that differs from run to run. */
  readonly generatedAt: string;
  /** The command that carries on where an apply stopped, as the user would type it. */
  readonly again?: string;
}

/**
 * The document that `--json` and `--out` share, ready for `JSON.stringify`. Its sentences are English, whatever language
 * the policy speaks: programs read them. Throws on a view that shows numbers: files are kept, shared and attached to pull
 * requests, so none may hold one. A report names the one command to run next.
 */
export function toPlanDocument(view: View, { toolVersion, generatedAt, again }: JsonMeta) {
  if (view.phones !== 'masked') throw new Error('a view that shows numbers must not become a file');
  const next = findNextCommand(view, again);
  return {
    formatVersion,
    toolVersion,
    generatedAt,
    // What `--expect` did not expect is no plan file either.
    kind: view.expected === undefined ? view.kind : 'apply',
    account: view.account,
    keyId: view.keyId,
    fingerprint: view.fingerprint,
    ...(view.expected !== undefined && { expected: view.expected }),
    ...(view.planName !== undefined && view.kind === 'plan' && { plan: view.planName }),
    sandbox: view.sandbox,
    memory: view.memory,
    ...(view.memoryFault !== undefined && { memoryFault: view.memoryFault }),
    ...(view.freshMemory && { freshMemory: view.freshMemory }),
    summary: { text: summarise(view, english), ...view.totals },
    refusals: view.refusals.map(toRefusal),
    groups: view.groups.map(toGroup),
    toCreate: view.toCreate.map(toNewGroup),
    ...(view.forecast && { forecast: view.forecast }),
    ...(view.kind === 'plan' && view.pace && { pace: view.pace }),
    ...(view.openGroups !== undefined && { openGroups: view.openGroups }),
    ...(view.isPaceHeld && { isPaceHeld: true }),
    ...(view.recalled && { photosNotAsked: toRecalled(view.recalled) }),
    ...(view.renewsWithDates && { renewsWithDates: true }),
    ...(view.kind === 'plan' && view.expected === undefined && view.approves && { approves: view.approves }),
    ...(view.run && { run: toRun(view.run) }),
    ...(view.since && { since: toSince(view.since) }),
    ...(view.run && next !== undefined && { next }),
  };
}

/** What a reader of the document finds in it. */
export type PlanDocument = ReturnType<typeof toPlanDocument>;

/** The document as text: the same view gives the same bytes. Ends in a newline. */
export function renderJson(view: View, meta: JsonMeta): string {
  return `${JSON.stringify(toPlanDocument(view, meta), null, 2)}\n`;
}

function toGroup(group: GroupView) {
  const { file, path, id, name, claim, changes, leftAlone, unreadable, facts, refusals, scheduled, notices } =
    group;
  return {
    file,
    path,
    ...(id !== undefined && { id }),
    name,
    ...(claim !== undefined && { claim }),
    ...(unreadable && { unreadable: toUnreadable(unreadable) }),
    ...(facts && { facts }),
    refusals: refusals.map(toRefusal),
    changes: changes.map(toChange),
    leftAlone: leftAlone.map(toLeftAlone),
    toInvite: group.toInvite.map(toInvite),
    scheduled: scheduled.map(toScheduled),
    notices: notices.map((notice) => ({
      kind: notice.kind,
      sentence: told.tellNotice(notice, english),
      ...(notice.wasBefore && { wasBefore: true }),
      ...(notice.lifted && { lifted: notice.lifted }),
    })),
  };
}

function toNewGroup(group: NewGroupView) {
  const { file, name, id, refused, obstacle, found, others, first, fate } = group;
  return {
    file,
    name,
    id,
    // What objects to it keeps a plan file from approving it, whatever it is.
    refused: !isToBeMade(group),
    ...(refused && { limit: true }),
    ...(obstacle && { obstacle }),
    ...(found !== undefined && { found }),
    ...(others.length > 0 && { others }),
    ...(first !== '' && { first }),
    sentence: tellCreation(group, english, { escape: escapeInline, toName: toPlainName }),
    ...(fate && { fate }),
  };
}

function toUnreadable(unreadable: NonNullable<GroupView['unreadable']>) {
  const { reason, needsHuman, wasBefore } = unreadable;
  const sentence = told.tellUnreadable(unreadable, english);
  return { reason, sentence, needsHuman, ...(wasBefore && { wasBefore }) };
}

function toRefusal(refusal: RefusalView) {
  const { limit, scope, count, allowed, earlier, file } = refusal;
  return {
    limit,
    scope,
    count,
    allowed,
    ...(earlier !== undefined && { earlier }),
    ...(file !== undefined && { file }),
    ...told.tellRefusal(refusal, english),
  };
}

function toChange(change: ChangeView) {
  const { id, action, label, before, after, reason, via, file, line, refused, outcome, origin } = change;
  return {
    id,
    action,
    ...toLane(change),
    label,
    ...(change.action === 'set' && { setting: change.setting }),
    ...(change.action !== 'set' && change.number !== undefined && { number: change.number }),
    before,
    after,
    ...toDistance(change),
    reason,
    why: told.tellWhy(change, english),
    via,
    ...(origin && { origin }),
    ...(file !== undefined && { file, line }),
    refused,
    needs: change.needs.map(toNeed),
    ...(outcome && { outcome: toOutcome(outcome) }),
  };
}

function toNeed({ action, label }: ChangeView['needs'][number]): Inline {
  return needs[action](label === '' ? english.terminal.somebody : toPlainName(label));
}

function toOutcome(outcome: NonNullable<ChangeView['outcome']>) {
  if (outcome.result === 'verified') return { result: outcome.result };
  const { result, cause } = outcome;
  return { result, cause, text: told.tellCause(outcome, english) };
}

function toInvite(item: ToInviteView) {
  const { id, lane, label, reason, refused, isApproved, number, since, origin, wasBefore } = item;
  return {
    id,
    action: 'add' as const,
    lane,
    label,
    reason,
    sentence: told.tellToInvite(item, english),
    refused,
    approved: isApproved,
    ...(item.refusal && { refusal: told.tellRefusal(item.refusal, english, 'invited').sentence }),
    ...(number && { number }),
    ...(since !== undefined && { since }),
    ...(origin && { origin }),
    ...(wasBefore && { wasBefore }),
  };
}

function toScheduled(coming: ScheduledView) {
  const { id, on, action, label, before, refused, lane, obstacle, origin, isApproved } = coming;
  const sentence = told.tellObstacle(coming, english);
  return {
    id,
    on,
    action,
    label,
    before,
    refused,
    ...(lane && { lane }),
    ...(obstacle && { obstacle }),
    ...(sentence !== undefined && { sentence }),
    ...(origin && { origin }),
    approved: isApproved,
  };
}

/** How somebody joins, where they are not just added. */
function toLane(drift: DriftView): { readonly lane?: string } {
  return drift.action !== 'set' && drift.lane ? { lane: drift.lane } : {};
}

/** How far apart two photos are; the pictures themselves are for reports. */
function toDistance(drift: DriftView): { readonly distance?: number } {
  const isPhoto = drift.action === 'set' && drift.setting === 'photo';
  return isPhoto && drift.distance !== undefined ? { distance: drift.distance } : {};
}

function toLeftAlone(item: LeftAloneView) {
  const { reason, needsHuman, wasBefore, since, drift, other, line, asked } = item;
  return {
    reason,
    ...(drift && { action: drift.action, ...toLane(drift) }),
    label: told.toLeftAloneLabel(item, english),
    ...(drift?.action === 'set' && { setting: drift.setting }),
    ...(drift && { before: drift.before, after: drift.after, ...toDistance(drift) }),
    sentence: told.tellLeftAlone(item, english),
    needsHuman,
    ...(wasBefore && { wasBefore }),
    ...(since !== undefined && { since }),
    ...(other !== undefined && { other }),
    ...(line !== undefined && { line }),
    ...(asked !== undefined && { asked }),
  };
}

function toRun(run: RunView) {
  const { results, notApproved, waiting, oldLinks, stop, paceSpent, interrupted, resumesAt } = run;
  return {
    results,
    waiting: waiting.map((each) => {
      const { since, ...rest } = each;
      const sentence = told.tellWaiting(each, english);
      return { ...rest, sentence, ...(since !== undefined && { since }) };
    }),
    notApproved,
    oldLinks: oldLinks.map(({ file }) => file),
    ...(stop && { stop: { code: stop.code, sentence: toStop(stop) } }),
    paceSpent,
    interrupted,
    // Programs read it, and their clocks have no zone of ours.
    ...(resumesAt !== undefined && { resumesAt: spellMoment(toMoment(resumesAt.at)) }),
  };
}

function toRecalled({ count, since }: NonNullable<View['recalled']>) {
  return { count, since: spellMoment(toMoment(since.at)) };
}

function toStop({ code, text }: NonNullable<RunView['stop']>): Inline {
  return english.terminal.notes.stop(english.reasons.stops[code].terminal, escapeInline(text));
}

function toSince({
  base,
  numbers,
  newPeople,
  unread,
  stopped,
  arrived,
  relaxed,
  defaults,
  loosened,
}: SinceView) {
  return {
    base,
    newPeople: { ...newPeople, sentences: told.tellNewPeople(newPeople, english) },
    numbers: numbers.map((each) => ({ ...each, sentence: told.tellNumber(each, english) })),
    unread: unread.map((each) => ({ ...each, sentence: told.tellUnread(each, base, english) })),
    defaults: defaults.map((each) => ({ ...each, sentence: told.tellDefaults(each, english) })),
    stopped: stopped.map((each) => ({ ...each, sentence: told.tellStopped(each, english) })),
    arrived: arrived.map((each) => ({ ...each, sentence: told.tellArrived(each, english) })),
    relaxed: relaxed.map((each) => ({ ...each, sentence: english.reasons.relaxed.terminal(each) })),
    loosened: loosened.map((each) => ({ kind: each.kind, sentence: told.tellLoosenedRule(each, english) })),
  };
}
