import type { PersonAction } from '../../domain/plan/change.ts';
import { findSharedDefaults } from '../shared-defaults.ts';
import { groupAlike } from '../group-alike.ts';
import type { Inline } from '../../safe/inline.ts';
import { join, list, say } from '../../safe/inline.ts';
import { toRefusal, toReportGroup, toWeight } from './report-group.ts';
import { isOwn } from '../is-own.ts';
import { toNumbered } from './sentences.ts';
import { toPlanHeadline, toRunHeadline } from './headline.ts';
import { findCreations } from './creations.ts';
import { findDateAlerts, findDates, findWaitingLines } from './dates.ts';
import { findFacts } from './facts.ts';
import { findInviteAlerts, findInvited } from './to-invite.ts';
import { findLeftAlone } from './left-alone.ts';
import type { PersonTotals, Report, ReportGroup } from './types.ts';
import { tell } from '../../words/reason-words.ts';
import type { Voice } from './voice.ts';
import { toFile, toGroupPlace, toMomentText, toAllNames, toPerson, toGroupNames } from './voice.ts';
import { toLoosened } from './loosened-alert.ts';
import type { Words } from '../../words/words.ts';
import type { ChangeView } from '../../view/change-view.ts';
import type { GroupView } from '../../view/group-view.ts';
import type { RelaxedView, SinceView, UnreadView } from '../../view/since-view.ts';
import type { View } from '../../view/view.ts';

/**
 * A view as a report for people, in their language, escaped for one target. Throws on a view that shows numbers: reports
 * are files.
 */
export function toReport(
  view: View,
  words: Words,
  target: Pick<Voice, 'escape' | 'mark' | 'emphasise' | 'showsTopics'>,
): Report {
  if (view.phones !== 'masked') throw new Error('a view that shows numbers must not become a file');
  const voice: Voice = { words, ...target, sharedNames: new Set(view.sharedNames) };
  const isRun = view.run !== undefined;
  // What a limit stops is told by its group, and after a run nobody asks any more who caused what.
  const isMain = (change: ChangeView) => isRun || change.refused || isOwn(change);
  return {
    kind: view.toCreate.some(({ fate }) => fate) ? 'create' : view.kind,
    words: voice.words,
    facts: findFacts(view, voice),
    ...(view.about?.page !== undefined && { page: view.about.page }),
    headline: isRun ? toRunHeadline(view, voice) : toPlanHeadline(view, voice),
    isGrave: isGrave(view),
    tiles: toTiles(view),
    alerts: [...toAlerts(view, voice), findDateAlerts(view, voice), findInviteAlerts(view.groups, voice)],
    groups: toGroups(withChanges(view, isMain), isRun, voice),
    others: toGroups(
      withChanges(view, (change) => !isMain(change)).map((group) => withoutTold(group, view, isMain)),
      isRun,
      voice,
    ).filter(({ blocks }) => blocks.length > 0),
    needHuman: findLeftAlone(view.groups, 'new', voice),
    wasBefore: findLeftAlone(view.groups, 'before', voice),
    onPurpose: findLeftAlone(view.groups, 'nobody', voice),
    toInvite: findInvited(view.groups, voice),
    toInviteCount: view.totals.toInvite,
    people: findPeople(view, voice),
    dates: findDates(view, voice),
    waiting: findWaitingLines(view, voice),
    toCreate: findCreations(view, voice),
    notes: findNotes(view, voice),
  };
}

function withChanges({ groups }: View, isWanted: (change: ChangeView) => boolean): GroupView[] {
  return groups.map((group) => ({ ...group, changes: group.changes.filter(isWanted) }));
}

/** What limits say of a group is said with what they stop, and what lifts one where the group comes first. */
function withoutTold(group: GroupView, { groups }: View, isMain: (change: ChangeView) => boolean): GroupView {
  const whole = groups.find(({ file }) => file === group.file);
  const isTold = whole !== undefined && (whole.refusals.length > 0 || whole.changes.some(isMain));
  return { ...group, refusals: [], ...(isTold && { notices: [] }) };
}

/** Those that there is something to say about, the riskiest first; after a run what did not happen before what did. */
function toGroups(groups: readonly GroupView[], isRun: boolean, voice: Voice): ReportGroup[] {
  return groups
    .filter(({ changes, refusals }) => changes.length + refusals.length > 0)
    .toSorted((one, other) => toWeight(other) - toWeight(one))
    .map((group) => toReportGroup(group, isRun, voice))
    .toSorted((one, other) => (isRun ? Number(isOpen(other)) - Number(isOpen(one)) : 0));
}

function isOpen({ risk }: ReportGroup): boolean {
  return risk !== 'done';
}

function isGrave({ run, groups, since }: View): boolean {
  const changes = groups.flatMap((group) => group.changes);
  if (run) {
    return run.waiting.length > 0 || changes.some(({ outcome }) => outcome && outcome.result !== 'verified');
  }
  if (groups.some(({ scheduled }) => scheduled.some(({ isApproved }) => !isApproved))) return true;
  if (since && since.numbers.length + since.loosened.length > 0) return true;
  return changes.some(({ action, refused }) => refused || action === 'remove' || action === 'promote');
}

function toTiles({ groups, run }: View): Report['tiles'] {
  const counted = groups
    .flatMap((group) => group.changes)
    .filter(({ outcome, refused }) => (run ? outcome?.result === 'verified' : !refused));
  return (['remove', 'promote', 'demote', 'add', 'set'] as const).map((action) => ({
    action,
    count: counted.filter((change) => change.action === action).length,
  }));
}

function toAlerts({ since, refusals }: View, voice: Voice): Inline[][] {
  const { escape } = voice;
  const { reasons } = voice.words;
  const numbers = (since?.numbers ?? []).map(({ label, before, after, isSealed = false, groups, adminIn }) =>
    reasons.newNumber.report({
      name: toPerson(label, voice),
      before: escape(before),
      after: escape(after),
      isSealed,
      groups,
      adminIn,
    }),
  );
  const toUnread = ({ what, file }: UnreadView) =>
    reasons.unread[what].report(toFile(file, voice), escape(since?.base ?? ''));
  const unread = since?.unread ?? [];
  const stopped = (since?.stopped ?? []).map((each) =>
    tell(reasons.stopped[each.how].report, toGroupPlace(each, voice)),
  );
  const arrived = (since?.arrived ?? []).map((each) =>
    tell(reasons.arrived[each.how].report, toGroupPlace(each, voice)),
  );
  const relaxed = groupAlike(since?.relaxed ?? [], toRelaxedKey).map((alike) => toRelaxed(alike, voice));
  return [
    numbers,
    ...toNewPeople(since?.newPeople, voice),
    unread.filter(isOfAll).map(toUnread),
    refusals.map((refusal) => toRefusal(refusal, voice)),
    ...groupAlike(since?.loosened ?? [], ({ kind }) => kind).map((bunch) =>
      bunch.map((each) => toLoosened(each, voice)),
    ),
    (since?.defaults ?? []).map(({ how, file, groups }) =>
      reasons.defaults[how].report(toFile(file, voice), groups),
    ),
    arrived,
    stopped,
    relaxed,
    // There can be one for each group, and long lists are cut.
    unread.filter((each) => !isOfAll(each)).map(toUnread),
  ];
}

/** Who is new, has another name, or looks like somebody else. */
function toNewPeople(people: SinceView['newPeople'] | undefined, voice: Voice): Inline[][] {
  if (!people) return [];
  const { arrived, renamed, alike } = voice.words.reasons.newPeople.report;
  const names = people.arrived.map((label) => toPerson(label, voice));
  return [
    people.alike.map(({ label, other }) => alike(toPerson(label, voice), toPerson(other, voice))),
    people.renamed.map(({ label, before, isOther = false }) =>
      renamed(toPerson(label, voice), toPerson(before, voice), isOther),
    ),
    toBunches(names, namesLimit).map((some) => arrived(toAllNames(some, voice))),
  ];
}

/** So many new people stand in one sentence. */
const namesLimit = 20;

function toBunches<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

/** True for what concerns more than one group. */
function isOfAll({ what }: UnreadView): boolean {
  return what === 'people' || what === 'policy' || what === 'protected' || what === 'defaults';
}

/** What is taken out of a file is its own; what the policy says of all groups is said once. */
function toRelaxedKey({ keys, modes, file }: RelaxedView): string {
  return JSON.stringify([modes, keys.length > 0 && file]);
}

/** What is looked after no more, or less than before, in groups of which the same is said. */
function toRelaxed(groups: readonly RelaxedView[], voice: Voice): Inline {
  const [group] = groups;
  if (!group) return say``;
  const { reasons, settings, and } = voice.words;
  const { report: relaxed } = reasons.relaxed;
  const { keys, modes } = group;
  const name = groups.length > 1 ? toGroupNames(groups, voice) : toGroupPlace(group, voice);
  const nouns = keys.map((key) =>
    key === 'members' || key === 'admins' ? relaxed.parts[key] : settings[key].noun,
  );
  const watched = modes.filter(({ after }) => after === 'observe').map(({ part }) => relaxed.parts[part]);
  const sentences = [
    ...(nouns.length > 0 ? [relaxed.gone(name, list(nouns, and))] : []),
    ...(watched.length > 0 ? [relaxed.observe(name, list(watched, and))] : []),
    ...modes.flatMap(({ part, after }) =>
      after === 'additive' && part !== 'settings' ? [relaxed.additive[part](name)] : [],
    ),
  ];
  return join(sentences, ' ');
}

/** Everybody to whom something happens, where that is in two groups or more; the most at risk first. */
function findPeople({ groups, run }: View, voice: Voice): PersonTotals[] {
  const all = groups
    .flatMap(({ changes }) => changes)
    .filter((change) => !change.refused && isCounted(change, run !== undefined));
  const changed = groups.filter(({ changes }) => changes.some(({ action }) => action !== 'set'));
  // What happens in one group is told there.
  if (changed.length < 2) return [];
  return groupAlike(
    all.flatMap((change) => (change.action === 'set' ? [] : [change])),
    ({ who }) => String(who),
  )
    .flatMap((changes) => {
      const [first] = changes;
      return first ? [{ name: toNumbered(first, voice), counts: countActions(changes) }] : [];
    })
    .toSorted((one, other) => toPersonWeight(other) - toPersonWeight(one));
}

function isCounted({ outcome }: ChangeView, isRun: boolean): boolean {
  return !isRun || outcome?.result === 'verified';
}

function countActions(changes: readonly ChangeView[]): Record<PersonAction, number> {
  const of = (action: PersonAction) => changes.filter((change) => change.action === action).length;
  return { add: of('add'), promote: of('promote'), demote: of('demote'), remove: of('remove') };
}

function toPersonWeight({ counts }: PersonTotals): number {
  return (counts.remove + counts.promote) * 1000 + counts.demote * 10 + counts.add;
}

/** What is to be known beside the groups. */
function findNotes(view: View, voice: Voice): Inline[] {
  const { sandbox, memory, isMemoryUnbegun, freshMemory, totals, run, strangers, openGroups } = view;
  const { words, escape } = voice;
  const { notes, headings } = words.report;
  const { reasons } = words;
  const mayAddInVain = !sandbox && totals.toJoin > 0;
  const found = [
    sandbox && notes.sandbox,
    run?.stop && reasons.stops[run.stop.code].report,
    run?.interrupted && notes.interrupted,
    run?.paceSpent && notes.paceSpent,
    run !== undefined &&
      run.oldLinks.length > 0 &&
      notes.oldLink(toGroupNames(run.oldLinks, voice), run.oldLinks.length),
    run?.resumesAt !== undefined && notes.resumes(toMomentText(run.resumesAt, { words, escape })),
    memory === 'unusable' && (isMemoryUnbegun ? notes.newMemory : notes.badMemory),
    view.renewsWithDates && notes.datedLinks,
    mayAddInVain && memory === 'none' && notes.noMemory,
    mayAddInVain &&
      freshMemory &&
      notes.freshMemory(words.day(freshMemory.since), words.day(freshMemory.until)),
    strangers !== undefined && words.imports.first(strangers),
    openGroups !== undefined && reasons.openGroups.report(openGroups),
    view.isPaceHeld && notes.paceHeld,
    view.recalled &&
      reasons.recalled.report(view.recalled.count, toMomentText(view.recalled.since, { words, escape })),
    ...(run ? [] : findSharedDefaults(view.groups)).map((shared) =>
      reasons.fromDefaults.report(toFile(shared.file, voice), shared.groups),
    ),
    totals.inSync > 0 && headings.inSync(totals.inSync),
    totals.elsewhere > 0 && notes.elsewhere(totals.elsewhere),
  ];
  return found.map((note) => note || say``).filter((note) => note !== '');
}
