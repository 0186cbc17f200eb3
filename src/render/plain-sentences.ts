import { isLossAction } from '../domain/plan/change.ts';
import { findRoom } from '../domain/plan/refusal.ts';
import type { Inline } from '../safe/inline.ts';
import { escapeInline, join, list, say } from '../safe/inline.ts';
import type { ChangeView, LeftAloneView, OutcomeView } from '../view/change-view.ts';
import type {
  NoticeView,
  RefusalView,
  ScheduledView,
  ToInviteView,
  UnreadableView,
} from '../view/group-view.ts';
import type {
  ArrivedView,
  ChangedDefaultsView,
  SinceView,
  StoppedView,
  UnreadView,
} from '../view/since-view.ts';
import type { LoosenedView, PlaceView } from '../view/loosened-view.ts';
import type { WaitingView } from '../view/view.ts';
import { isMasked } from '../safe/mask.ts';
import { tellPhoneStep } from './phone-step.ts';
import { parseWay } from './parse-way.ts';
import { quotePlain, toPlainFile, toPlainName } from './plain-name.ts';
import type { AboutLeftAlone } from '../words/reason-words.ts';
import { tell } from '../words/reason-words.ts';
import { tellLoosened } from './tell-loosened.ts';
import type { Words } from '../words/words.ts';

/*
 * What a terminal shows, and JSON holds in English: each thing of a view as one sentence, in the words of the files.
 * Everything in a view is safe on a terminal, so nothing has to be escaped for it once more.
 */

/** Why a change is there; for a setting also what it means to the people in the group. */
export function tellWhy(change: ChangeView, { terminal, settings }: Words): Inline {
  if (change.action !== 'set')
    return terminal.why(
      change.reason,
      join(change.ways.map(toPlainWay), ', '),
      escapeInline(change.day ?? ''),
    );
  if (change.setting === 'link') return settings.link.terminal;
  if (change.setting === 'photo')
    return change.after === 'none' ? terminal.photo.none : toPlainFile(change.after);
  return settings[change.setting].terminal(change.after);
}

/** "team:altos", and behind it the file whose list it is, where that is not the group's own. */
function toPlainWay(way: string): Inline {
  const { name, file } = parseWay(way);
  return file === undefined ? escapeInline(name) : say`${escapeInline(name)} (${toPlainFile(file)})`;
}

/** Why drift is left alone, and what somebody can do about it. */
export function tellLeftAlone(
  { reason, drift, since, other, line, asked }: LeftAloneView,
  words: Words,
): Inline {
  const phone = tellPhoneStep(drift, words);
  const about = {
    ...toAbout(drift?.action),
    ...(since !== undefined && { day: escapeInline(since) }),
    ...(other !== undefined && { other: toPlainName(other) }),
    ...(line !== undefined && { line: escapeInline(line) }),
    ...(asked !== undefined && { asked }),
    ...(phone !== undefined && { phone }),
  };
  return tell(words.reasons.leftAlone[reason].terminal, about);
}

/** Why somebody is to come by the link. */
export function tellToInvite(
  { reason, since }: Pick<ToInviteView, 'reason' | 'since'>,
  { reasons }: Words,
): Inline {
  const about = { ...toAbout('add'), ...(since !== undefined && { day: escapeInline(since) }) };
  return tell(reasons.leftAlone[reason].terminal, about);
}

function toAbout(action: AboutLeftAlone['action']): AboutLeftAlone {
  return { count: 1, action, isLoss: isLossAction(action) };
}

/** What stood in the way, with its details; '' for what is proved. */
export function tellCause(outcome: OutcomeView | undefined, words: Words): Inline {
  if (!outcome || outcome.result === 'verified') return say``;
  const { result, cause, details } = outcome;
  const { text = '', leftAlone, refused = 0, among = 0, isOwn = false } = details;
  return tell(words.reasons.causes[cause].terminal, {
    result,
    text: escapeInline(text),
    leftAlone: leftAlone ? tellLeftAlone(leftAlone, words) : say``,
    refused,
    among,
    isOwn,
  });
}

/** What a limit objects to that is not due now: what dates will bring, or whoever is to come by the link. */
export type RefusedLater = 'coming' | 'invited';

/** What a limit says, what to do about it, and the line for the group's file where one helps. */
export interface ToldRefusal {
  readonly sentence: Inline;
  readonly advice: Inline;
  readonly allow?: Inline;
}

/** `of`: what dates will bring, or whoever is to come by the link; else what is due. */
export function tellRefusal(refusal: RefusalView, words: Words, of?: RefusedLater): ToldRefusal {
  const { limit, scope, file = '', allow } = refusal;
  const { sentence, advice } = words.reasons.refusals.terminal;
  const toAdvice = () => {
    if (of) return advice[of];
    if (limit === 'id-edited' || limit === 'admins') return advice[limit];
    if (limit === 'creates') return advice.creates(refusal, findRoom(refusal));
    if (scope === 'run') return advice.run(refusal, findRoom(refusal), escapeInline(`limits.${limit}.run`));
    return limit === 'emptied' ? advice.emptied : advice.group;
  };
  return {
    sentence: sentence(refusal, toPlainFile(file)),
    advice: toAdvice(),
    ...(allow && { allow: words.terminal.allow(allow) }),
  };
}

/** What is worth knowing about a group. */
export function tellNotice({ kind, label, lid, lifted }: NoticeView, { reasons }: Words): Inline {
  if (kind === 'limit-lifted')
    return lifted
      ? reasons.lifted.terminal(lifted, escapeInline(lifted.until), quotePlain(lifted.reason))
      : say``;
  return tell(reasons.notices[kind].terminal, { name: toPlainName(label), lid: escapeInline(lid ?? '') });
}

/** Why a group could not be read. */
export function tellUnreadable({ reason, text }: UnreadableView, { reasons }: Words): Inline {
  return tell(reasons.unreadable[reason].terminal, escapeInline(text));
}

/** What objects to a coming change, or would stand in its way today; undefined where nothing does. */
export function tellObstacle({ obstacle, refusal, action }: ScheduledView, words: Words): Inline | undefined {
  if (refusal) return tellRefusal(refusal, words).sentence;
  if (obstacle === undefined) return undefined;
  if (obstacle === 'unreadable' || obstacle === 'forgotten') return words.reasons.dates[obstacle].terminal;
  return tell(words.reasons.leftAlone[obstacle].terminal, toAbout(action));
}

/** Why something that was approved was not even tried. */
export function tellWaiting({ reason, action, since }: WaitingView, { reasons }: Words): Inline {
  if (reason === 'not-in-group' || reason === 'no-such-group' || reason === 'failed')
    return reasons.unreadable[reason].waiting;
  const about = { ...toAbout(action), ...(since !== undefined && { day: escapeInline(since) }) };
  return tell(reasons.leftAlone[reason].terminal, about);
}

/** Somebody else behind a known name. */
export function tellNumber(
  { label, before, after, isSealed = false, groups, adminIn }: SinceView['numbers'][number],
  { reasons }: Words,
): Inline {
  const [name, old, fresh] = [toPlainName(label), escapeInline(before), escapeInline(after)];
  return reasons.newNumber.terminal({ name, before: old, after: fresh, isSealed, groups, adminIn });
}

/** Who is new, has another name, or looks like somebody else. */
export function tellNewPeople(people: SinceView['newPeople'], { reasons }: Words): Inline[] {
  const { arrived, renamed, alike } = reasons.newPeople.terminal;
  const names = join(people.arrived.map(toPlainName), ', ');
  return [
    ...people.alike.map(({ label, other }) => alike(toPlainName(label), toPlainName(other))),
    ...people.renamed.map(({ label, before, isOther = false }) =>
      renamed(toPlainName(label), toPlainName(before), isOther),
    ),
    ...(names === '' ? [] : [arrived({ names, count: people.arrived.length })]),
  ];
}

/** What cannot be told of the other commit, and what is done about it. */
export function tellUnread({ file, what }: UnreadView, base: string, { reasons }: Words): Inline {
  return reasons.unread[what].terminal(toPlainFile(file), escapeInline(base));
}

/** What groups have in common and is another thing than before. */
export function tellDefaults({ file, how, groups }: ChangedDefaultsView, { reasons }: Words): Inline {
  return reasons.defaults[how].terminal(toPlainFile(file), groups);
}

/** Where a loosened rule stands, what it was and is, and what it lets happen. */
export function tellLoosenedRule(loosened: LoosenedView, words: Words): Inline {
  const { sentence, key, file, values } = tellLoosened(loosened, {
    words,
    name: toPlainName,
    text: (text) => (isMasked(text) ? escapeInline(text) : toPlainFile(text)),
    groups: (groups) => toPlainNames(groups, words),
    quote: quotePlain,
    day: escapeInline,
  });
  const change = values ? say` ${values.before} → ${values.after}` : say``;
  return say`${file ?? say``}${file ? say`: ` : say``}${key}${change}: ${sentence}`;
}

/** Which groups nobody could read. */
export function tellUnreadGroups(groups: readonly PlaceView[], words: Words): Inline {
  return words.terminal.notes.unread(toPlainNames(groups, words), groups.length);
}

/** Groups by name and file: so many, and how many more. */
export function toPlainNames(groups: readonly PlaceView[], { terminal, and }: Words): Inline {
  const names = groups.slice(0, namesLimit).map(({ name, file }) => {
    const place = toPlainFile(file);
    return name === '' ? place : say`${quotePlain(name)} (${place})`;
  });
  const rest = groups.length - names.length;
  return rest > 0 ? say`${join(names, ', ')} ${terminal.crowd.more(rest)}` : list(names, and);
}

/** So many groups are named in a sentence. */
const namesLimit = 20;

/** How a group came to be managed by no file. */
export function tellStopped({ how, name }: StoppedView, { reasons }: Words): Inline {
  return tell(reasons.stopped[how].terminal, quotePlain(name));
}

/** What it means that a group was managed by no file before. */
export function tellArrived({ how, name }: ArrivedView, { reasons }: Words): Inline {
  return tell(reasons.arrived[how].terminal, quotePlain(name));
}

/** Whom or what something that was approved is about. */
export function toWaitingLabel({ label, setting }: WaitingView, { terminal }: Words): string {
  return label === '' ? (setting ?? terminal.somebody) : setting === undefined ? toPlainName(label) : label;
}

/** Who cannot be told from somebody else has no label. */
export function toLeftAloneLabel({ label }: Pick<LeftAloneView, 'label'>, { terminal }: Words): string {
  return label === '' ? terminal.somebody : label;
}
