import { toTaking } from '../../domain/duration.ts';
import type { Inline } from '../../safe/inline.ts';
import { isMasked } from '../../safe/mask.ts';
import { capitalise, join, list, say } from '../../safe/inline.ts';
import { isOwn } from '../is-own.ts';
import { countChanges } from './report-group.ts';
import type { Voice } from './voice.ts';
import { toGroupName, toGroupNames, toName, toPlaces, toQuoted } from './voice.ts';
import type { Where } from '../../words/report-words.ts';
import type { ChangeView } from '../../view/change-view.ts';
import type { GroupView } from '../../view/group-view.ts';
import type { View } from '../../view/view.ts';
import { isToBeMade } from '../../view/creation/new-group-view.ts';

/** So many people are named in the first sentence. */
const namesLimit = 12;

/** The first sentences of a plan: whether anybody is removed or promoted, and where; then all of it in numbers. */
export function toPlanHeadline(view: View, voice: Voice): Inline[] {
  const { groups, totals } = view;
  const { headline } = voice.words.report;
  const due = groups.map((group) => ({ group, changes: group.changes.filter(({ refused }) => !refused) }));
  const all = due.flatMap(({ changes }) => changes);
  const stopped = totals.refused > 0 ? [headline.stopped(totals.refused)] : [];
  const dates = toComing(groups, voice);
  const invited = toInvited(groups, voice);
  // Nobody may read that nobody is removed, and not that some are later on, or that nobody could look.
  const created = toCreated(view, voice);
  const beside = [...created, ...dates.approved, ...invited, ...toUnread(groups, voice)];
  if (all.length === 0) {
    const approving = [created, dates.approved, dates.refused, invited];
    const isApproving = approving.some((sentences) => sentences.length > 0);
    const first = isApproving ? headline.merging(undefined, undefined) : headline.nothing;
    return [join([first, ...beside], ' '), ...dates.refused, ...stopped];
  }
  const others = all.filter((change) => !isOwn(change)).length;
  const some = due.filter(({ changes }) => changes.length > 0).length;
  const merging = headline.merging(toPlacesOf(due, 'remove', voice), toPlacesOf(due, 'promote', voice));
  return [
    join([merging, ...beside], ' '),
    ...dates.refused,
    ...stopped,
    headline.total(countChanges(all, voice), some, totals.groups),
    ...(others > 0 ? [headline.others(others, all.length)] : []),
    ...toTakes(view, voice),
  ];
}

/** How many groups merging makes, of those that do not exist yet. */
function toCreated({ toCreate }: View, { words }: Voice): Inline[] {
  const count = toCreate.filter(isToBeMade).length;
  return count === 0 ? [] : [words.creations.merging(count)];
}

/** Groups that nobody could read, of which the plan says nothing else. */
function toUnread(groups: readonly GroupView[], voice: Voice): Inline[] {
  const unread = groups.filter(({ unreadable }) => unreadable !== undefined);
  const names = toGroupNames(unread, voice);
  return unread.length === 0 ? [] : [voice.words.report.headline.unread(names, unread.length)];
}

/** Of how many people merging says for the first time that they belong here, and may come by the link. */
function toInvited(groups: readonly GroupView[], { words }: Voice): Inline[] {
  const fresh = groups
    .flatMap(({ toInvite }) => toInvite)
    .filter(({ isApproved, refused }) => !isApproved && !refused);
  const count = new Set(fresh.map(({ who }) => who)).size;
  return count === 0 ? [] : [words.report.headline.toInvite(count)];
}

/** How long it takes to carry out; a sandbox takes no time. */
function toTakes({ forecast, sandbox }: View, { words }: Voice): Inline[] {
  if (!forecast || sandbox) return [];
  const { duration, by } = toTaking(forecast);
  const { headline } = words.report;
  const taking = words.duration(duration);
  return [
    headline.takes[by](taking),
    ...(forecast.byLink === undefined ? [] : [headline.lanes(forecast.byLink)]),
  ];
}

/** What merging approves for a later day, and what of that something objects to. */
function toComing(
  groups: readonly GroupView[],
  voice: Voice,
): Readonly<Record<'approved' | 'refused', readonly Inline[]>> {
  const { words } = voice;
  const { headline } = words.report;
  const fresh = groups.flatMap(({ scheduled }) => scheduled).filter(({ isApproved }) => !isApproved);
  const approved = fresh.filter(({ refused }) => !refused);
  const [first] = approved.map(({ on }) => on).toSorted();
  const refused = fresh.length - approved.length;
  return {
    approved: first === undefined ? [] : [headline.coming(countChanges(approved, voice), words.day(first))],
    refused: refused > 0 ? [headline.comingRefused(refused)] : [],
  };
}

interface Due {
  readonly group: GroupView;
  readonly changes: readonly ChangeView[];
}

function countOf(changes: readonly ChangeView[], action: ChangeView['action']): number {
  return changes.filter((change) => change.action === action).length;
}

function toPlacesOf(due: readonly Due[], action: ChangeView['action'], voice: Voice): Where | undefined {
  return toPlaces(
    due.map(({ group, changes }) => ({ group, count: countOf(changes, action) })),
    voice,
  );
}

/** How many groups were made, in a run that is there to make some. */
function toMade(toCreate: View['toCreate'], { words: { creations } }: Voice): Inline[] {
  const fates = toCreate.flatMap(({ fate }) => (fate ? [fate] : []));
  const made = fates.filter(({ result }) => result === 'made' || result === 'taken').length;
  return fates.length > 0 ? [creations.headline(made, fates.length)] : [];
}

/** The first sentences of a report: who was not added, what else did not happen, who was removed or promoted. */
export function toRunHeadline({ groups, run, toCreate }: View, voice: Voice): Inline[] {
  const { headline } = voice.words.report;
  const made = toMade(toCreate, voice);
  const tried = groups.flatMap((group) =>
    group.changes.flatMap((change) =>
      change.outcome ? [{ group, change, result: change.outcome.result }] : [],
    ),
  );
  const notApproved = run && run.notApproved > 0 ? [headline.notApproved(run.notApproved)] : [];
  const waiting = run && run.waiting.length > 0 ? [headline.waiting(run.waiting.length)] : [];
  const unmade = made.length === 0 && toCreate.length > 0 ? [toUnmade(toCreate, voice)] : [];
  if (tried.length === 0) {
    const nothing = made.length + unmade.length > 0 ? [] : [headline.nothingApproved];
    return [...made, ...(waiting.length > 0 ? waiting : nothing), ...unmade, ...notApproved];
  }
  const adds = tried.filter(({ change }) => change.action === 'add');
  const uncertain = adds.filter(({ result }) => result === 'not-verified');
  const open = tried.filter(({ result }) => result !== 'verified').length;
  const later = adds.filter(({ change }) => isLater(change));
  const missing = adds.filter(
    ({ change, result }) => result !== 'verified' && result !== 'not-verified' && !isLater(change),
  );
  const others = open - uncertain.length - missing.length - later.length;
  return [
    ...made,
    ...(missing.length > 0 ? [headline.notAdded(missing.length, adds.length, toWho(missing, voice))] : []),
    ...(uncertain.length > 0
      ? [headline.uncertain(uncertain.length, adds.length, toWho(uncertain, voice))]
      : []),
    ...(later.length > 0 ? [headline.later(later.length, adds.length)] : []),
    ...(others > 0 ? [headline.notDone(open, tried.length)] : []),
    ...(open === 0 && waiting.length === 0 ? [headline.allDone(tried.length)] : []),
    ...waiting,
    toFates(groups, voice),
    ...unmade,
    ...notApproved,
  ];
}

/** True for what nobody has tried, since enough was done for one day: it waits, and nothing has gone wrong. */
function isLater({ outcome }: ChangeView): boolean {
  return outcome?.result === 'skipped' && outcome.cause === 'pace';
}

/** Of groups that wait for `create` all the same, which comes before anybody can join them. */
function toUnmade({ length }: View['toCreate'], { words: { creations } }: Voice): Inline {
  return say`${creations.waiting(length)}.`;
}

/** Of removals and promotions, what is certain and what is not: nobody is told that nothing happened who cannot know. */
function toFates(groups: readonly GroupView[], voice: Voice): Inline {
  const [certain, open] = (['verified', 'not-verified'] as const).map((result) =>
    groups.map((group) => ({
      group,
      changes: group.changes.filter(({ outcome }) => outcome?.result === result),
    })),
  );
  const parts = (['remove', 'promote'] as const).flatMap((action) => {
    const words = voice.words.report.headline.fates[action];
    const some = toPlacesOf(certain ?? [], action, voice);
    const perhaps = toPlacesOf(open ?? [], action, voice);
    if (!some && !perhaps) return [words.none];
    return [...(some ? [words.some(some)] : []), ...(perhaps ? [words.perhaps(perhaps)] : [])];
  });
  return say`${capitalise(join(parts, '; '))}.`;
}

/** The first sentence is bold itself. */
function toWhom(label: string, voice: Voice): Inline {
  return isMasked(label) ? toName(label, voice) : toQuoted(label, voice);
}

function toWho(
  tried: readonly { readonly group: GroupView; readonly change: ChangeView }[],
  voice: Voice,
): Inline {
  const [first] = tried;
  const isOne = first !== undefined && tried.every(({ group }) => group === first.group);
  const named = tried.slice(0, namesLimit).map(({ group, change }) => {
    const whom = toWhom(change.label, voice);
    return isOne ? whom : say`${whom} (${toGroupName(group, voice)})`;
  });
  const rest = tried.length - namesLimit;
  const more = rest > 0 ? [voice.words.report.headline.morePeople(rest)] : [];
  return isOne
    ? say`${list([...named, ...more], voice.words.and)} (${toGroupName(first.group, voice)})`
    : list([...named, ...more], voice.words.and);
}
