import { isLossAction, toDeed } from '../../domain/plan/change.ts';
import { isAsking, leftAloneRules } from '../../domain/plan/left-alone.ts';
import { tellPhoneStep } from '../phone-step.ts';
import { groupAlike } from '../group-alike.ts';
import type { Inline } from '../../safe/inline.ts';
import { capitalise, list, say } from '../../safe/inline.ts';
import { toNumbered, toUnchanged } from './sentences.ts';
import type { LeftAloneLine } from './types.ts';
import type { Voice } from './voice.ts';
import type { AboutLeftAlone } from '../../words/reason-words.ts';
import { tell } from '../../words/reason-words.ts';
import type { LeftAloneView } from '../../view/change-view.ts';
import type { GroupView } from '../../view/group-view.ts';
import { toGroupName, toName, toNames, toPerson } from './voice.ts';

/** So many people stand in one sentence. */
const namesLimit = 60;

/** So many groups stand before one. */
const groupsLimit = 20;

/** Whose it is to look: somebody's, for what is new with this pull request or was so before; or nobody's. */
export type Concern = 'new' | 'before' | 'nobody';

/** Something left alone, in its group. */
interface Item {
  readonly group: GroupView;
  readonly view: LeftAloneView;
}

/** A line, and how much hangs on it. */
interface Weighed {
  readonly line: LeftAloneLine;
  readonly weight: number;
  readonly count: number;
}

/** What is left alone, what has one reason in one line, whatever groups it is in; what most hangs on comes first. */
export function findLeftAlone(groups: readonly GroupView[], concern: Concern, voice: Voice): LeftAloneLine[] {
  const items = groups.flatMap((group) =>
    group.leftAlone.filter((view) => toConcern(view) === concern).map((view) => ({ group, view })),
  );
  const lines = [
    ...toUnreadable(groups, concern, voice),
    ...groupAlike(items, toKey).map((alike) => toLine(alike, voice)),
    ...toNotices(groups, concern, voice),
  ];
  return lines
    .toSorted((one, other) => other.weight - one.weight || other.count - one.count)
    .map(({ line }) => line);
}

function toConcern({ needsHuman, wasBefore }: Pick<LeftAloneView, 'needsHuman' | 'wasBefore'>): Concern {
  if (!needsHuman) return 'nobody';
  return wasBefore ? 'before' : 'new';
}

function toUnreadable(groups: readonly GroupView[], concern: Concern, voice: Voice): Weighed[] {
  const unread = groups.flatMap((group) => {
    const { unreadable } = group;
    // That GOWA could not read one is for somebody as well: nothing is known of it.
    const isHere = unreadable && toConcern({ ...unreadable, needsHuman: true }) === concern;
    return isHere ? [{ group, reason: unreadable.reason }] : [];
  });
  return groupAlike(unread, ({ reason }) => reason).map((alike) => {
    const [first] = alike;
    const text = first ? tell(voice.words.reasons.unreadable[first.reason].report, say``) : say``;
    return { line: { title: toTitles(alike, voice), text }, weight: 3, count: alike.length };
  });
}

/** What lifts a limit is said above the group's changes. */
function toNotices(groups: readonly GroupView[], concern: Concern, voice: Voice): Weighed[] {
  const notices = groups.flatMap((group) =>
    group.notices.flatMap((notice) => {
      const { kind, label, lid } = notice;
      if (kind === 'limit-lifted' || toConcern({ ...notice, needsHuman: true }) !== concern) return [];
      const about = { name: toPerson(label, voice), lid: voice.escape(lid ?? '') };
      return [{ group, text: tell(voice.words.reasons.notices[kind].report, about) }];
    }),
  );
  return groupAlike(notices, ({ text }) => text).map((alike) => ({
    line: { title: toTitles(alike, voice), text: alike[0]?.text ?? say`` },
    weight: 0,
    count: alike.length,
  }));
}

/** The groups that a line is about, each with how much it keeps from happening. */
function toCounted(items: readonly Item[], voice: Voice): Inline {
  const groups = groupAlike(items, ({ group }) => group.file).flatMap((same) => {
    const [first] = same;
    return first ? [say`${toGroupName(first.group, voice)} (${voice.words.number(same.length)})`] : [];
  });
  return toNames(groups, groupsLimit, voice).names;
}

/** The groups that a line is about, each once. */
function toTitles(items: readonly { readonly group: GroupView }[], voice: Voice): Inline {
  const names = [...new Set(items.map(({ group }) => group))].map((group) => toGroupName(group, voice));
  return toNames(names, groupsLimit, voice).names;
}

/** Equal for what one sentence says: of settings those of one group, of whole groups whatever would have happened there. */
function toKey({ group, view: { reason, drift, other, asked } }: Item): string {
  if (isOfGroup(reason)) return JSON.stringify([reason]);
  if (ofSetting.has(reason) && drift?.action === 'set')
    return JSON.stringify([reason, drift.setting, drift.after]);
  return JSON.stringify([reason, drift?.action, other, asked, drift?.action === 'set' && group.file]);
}

/** What holds for a setting and its value, whatever groups they are in. */
const ofSetting: ReadonlySet<LeftAloneView['reason']> = new Set(['phone-only', 'not-said']);

/** What holds for a whole group: it stands in the way of all of it, or the file chose it for all of it. */
function isOfGroup(reason: LeftAloneView['reason']): boolean {
  return leftAloneRules[reason].weight === 3 || reason === 'additive' || reason === 'observe';
}

function toLine(alike: readonly Item[], voice: Voice): Weighed {
  const [first] = alike;
  if (!first) return { line: { title: say``, text: say`` }, weight: 0, count: 0 };
  const { reason } = first.view;
  const views = alike.map(({ view }) => view);
  const isSpread = alike.some(({ group }) => group !== first.group);
  const about = say`${toReason(first.view, alike.length, voice)}${toSince(views, voice)}.`;
  // What stands in the way of several groups is theirs, whatever it keeps from happening in each.
  const line =
    reason === 'requests-unread'
      ? { title: toTitles(alike, voice), text: capitalise(about) }
      : isSpread && isOfGroup(reason)
        ? { title: toCounted(alike, voice), text: capitalise(about) }
        : {
            title: isSpread && first.view.drift?.action !== 'set' ? say`` : toTitles(alike, voice),
            text: toText(alike, { isSpread, about }, voice),
          };
  return { line, weight: leftAloneRules[reason].weight, count: alike.length };
}

/** "Xavi and Priya are not added: …", a sentence for each action where one reason holds back several. */
function toText(
  alike: readonly Item[],
  { isSpread, about }: { readonly isSpread: boolean; readonly about: Inline },
  voice: Voice,
): Inline {
  const subjects = groupAlike(alike, ({ view }) => (view.drift ? toDeed(view.drift) : '')).map((same) =>
    toSubject(same, isSpread, voice),
  );
  return say`${list(subjects, ['; ', '; '])}: ${about}`;
}

/** The day, or the first and the last of them. */
function toSince(views: readonly LeftAloneView[], { words }: Voice): Inline {
  const days = views.flatMap(({ since }) => since ?? []).toSorted();
  const [first, last, reason] = [days[0], days.at(-1), views[0]?.reason];
  if (first === undefined || last === undefined || reason === undefined) return say``;
  return first === last
    ? say` (${words.report.since(words.day(first), reason)})`
    : say` (${words.report.between(words.day(first), words.day(last))})`;
}

function toReason(item: LeftAloneView, count: number, voice: Voice): Inline {
  return tell(voice.words.reasons.leftAlone[item.reason].report, toAbout(item, count, voice));
}

function toAbout({ drift, other, line, asked }: LeftAloneView, count: number, voice: Voice): AboutLeftAlone {
  const phone = tellPhoneStep(drift, voice.words);
  return {
    count,
    action: drift?.action,
    isLoss: isLossAction(drift?.action),
    ...(other !== undefined && { other: toPerson(other, voice) }),
    ...(line !== undefined && { line: toName(line, voice) }),
    ...(asked !== undefined && { asked }),
    ...(phone !== undefined && { phone }),
  };
}

function toSubject(alike: readonly Item[], isSpread: boolean, voice: Voice): Inline {
  const { words } = voice;
  const drift = alike[0]?.view.drift;
  if (drift?.action === 'set') {
    const drifts = groupAlike(alike, ({ view }) => view.label).flatMap(([same]) => same?.view.drift ?? []);
    return toUnchanged(drifts, voice);
  }
  const people = groupAlike(alike, toWho).map((same) => toWhom(same, isSpread, voice));
  const names = toNames(people, namesLimit, voice);
  return drift ? words.report.notDone[toDeed(drift)](names) : capitalise(names.names);
}

/** Equal for one person in all their groups; nobody knows whether two without a number are one. */
function toWho({ group, view: { drift, label } }: Item): string {
  return drift && drift.action !== 'set' ? String(drift.who) : JSON.stringify([label, group.file]);
}

/** Somebody, with their groups where a sentence is about several. */
function toWhom(items: readonly Item[], isSpread: boolean, voice: Voice): Inline {
  const [first] = items;
  if (!first) return say``;
  const name = toLabel(first.view, voice);
  return isSpread ? say`${name} (${toTitles(items, voice)})` : name;
}

/** Somebody without a number is told apart by the last digits of what WhatsApp calls them. */
function toLabel({ label, reason, drift }: LeftAloneView, voice: Voice): Inline {
  const { words, escape } = voice;
  const [, digits, own] = /^lid:\d*?(\d{1,4})(?: \((“~[^“”]+”)\))?$/.exec(label) ?? [];
  if (digits !== undefined) {
    const who = isAsking(reason) ? words.report.hiddenAsking : words.report.hiddenMember;
    return say`${who} (…${escape(digits)}${own === undefined ? say`` : say`, ${toName(own, voice)}`})`;
  }
  if (reason === 'ambiguous') return words.report.ambiguous;
  return drift && drift.action !== 'set' ? toNumbered(drift, voice) : toPerson(label, voice);
}
