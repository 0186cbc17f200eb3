import type { Change, PhotoChange } from '../domain/plan/change.ts';
import { findLane } from '../domain/plan/lane.ts';
import { isLinkRenewal, isLossAction, isPersonChange, isPhotoChange } from '../domain/plan/change.ts';
import type { Span } from '../domain/diagnostic.ts';
import type { Day, DesiredGroup } from '../domain/group.ts';
import type { Origin } from '../domain/origin.ts';
import type { Outcome } from '../domain/plan/outcome.ts';
import type { Person, PersonKey } from '../domain/people/person.ts';
import type { LeftAlone } from '../domain/plan/left-alone.ts';
import { leftAloneRules } from '../domain/plan/left-alone.ts';
import { settingForms } from '../domain/settings.ts';
import type { Address } from '../safe/address.ts';
import type { Safety } from '../safe/labels.ts';
import { revealDifference } from '../safe/reveal-difference.ts';
import type { ChangeView, DriftView, LeftAloneView, OutcomeView, Value } from './change-view.ts';

/** What the view of one change is made from. */
export interface ChangeInput {
  readonly change: Change;
  /** Absent where nobody can approve it: it came up during the run. */
  readonly id: string | undefined;
  /** The group that it is about. */
  readonly desired: Pick<DesiredGroup, 'file' | 'span'>;
  readonly refused: boolean;
  readonly outcome: Outcome | undefined;
  readonly origin?: Origin | undefined;
  /** Where the forge shows the photo that it sets. */
  readonly picture?: Address | undefined;
  /** Whom a need may be about: people are data, needs only have their keys. */
  readonly findPerson: (key: PersonKey) => Person | undefined;
}

const afterAction = { add: 'member', promote: 'admin', demote: 'member', remove: 'none' } as const;

function toDrift(change: Change, safety: Safety): DriftView {
  if (isPersonChange(change)) {
    const { action, person, before } = change;
    const after = afterAction[action];
    const lane = findLane(change);
    return {
      action,
      ...(lane !== undefined && lane !== 'add' && { lane }),
      label: safety.label(person),
      who: safety.toOrdinal(person),
      ...safety.toNumber(person),
      before: before ?? 'none',
      after,
    };
  }
  if (isPhotoChange(change)) return toPhotoDrift(change, safety);
  if (isLinkRenewal(change))
    return {
      action: 'set',
      setting: 'link',
      label: safety.line('link'),
      before: 'current',
      after: 'renewed',
    };
  const value = (raw: Value): Value => {
    if (typeof raw !== 'string') return raw;
    return settingForms[change.setting] === 'lines' ? safety.lines(raw) : safety.line(raw);
  };
  const [before, after] = [value(change.before), value(change.after)];
  const isShown = settingForms[change.setting] === 'line';
  const shown = isShown ? revealDifference(String(before), String(after)) : [before, after];
  return {
    action: 'set',
    setting: change.setting,
    label: safety.line(change.setting),
    before: shown[0] ?? before,
    after: shown[1] ?? after,
    ...(change.setting === 'topic' && { topics: safety.topics(change.before, change.after) }),
  };
}

function toPhotoDrift({ before, after, distance }: PhotoChange, safety: Safety): DriftView {
  const old = before.kind === 'picture' ? before.picture?.thumbnail : undefined;
  const wanted = after.kind === 'file' ? after.picture?.thumbnail : undefined;
  return {
    action: 'set',
    setting: 'photo',
    label: safety.line('photo'),
    before: before.kind,
    after: safety.line(after.kind === 'file' ? after.path : 'none'),
    ...(distance !== undefined && { distance: Number(distance.toFixed(2)) }),
    thumbnails: { ...(old !== undefined && { before: old }), ...(wanted !== undefined && { after: wanted }) },
  };
}

/** How the file names somebody, without what the label says already. */
function findWays(change: Change): readonly string[] {
  const { why } = change;
  if (!isPersonChange(change) || !('via' in why)) return [];
  return why.via.filter((way) => way !== change.person.handle && !/^\+?\d/.test(way));
}

function toNeeds({ change, findPerson }: ChangeInput, safety: Safety): ChangeView['needs'] {
  const needs = isPersonChange(change) ? (change.needs ?? []) : [];
  return needs.map(({ action, person: key }) => {
    const person = findPerson(key);
    return { action, label: person ? safety.label(person) : safety.line('') };
  });
}

/** The day that a file names for somebody's beginning, end or return. */
function findDay({ why }: Change): Day | undefined {
  if (why.kind === 'ended') return why.until;
  if (why.kind === 'readd') return why.readd;
  return 'from' in why ? why.from : undefined;
}

function toPlace(
  { file, line }: Span,
  { file: path, span }: Pick<DesiredGroup, 'file' | 'span'>,
  safety: Safety,
): Pick<ChangeView, 'file' | 'line' | 'source'> {
  const place = { file: safety.line(file), line };
  if (file === span.file) return place;
  const [own, folders] = [toParts(span.file), toParts(file)];
  const root = own.slice(0, own.length - toParts(path).length);
  const isBelow = root.every((name, index) => folders[index] === name);
  return { ...place, source: safety.line(isBelow ? folders.slice(root.length).join('/') : file) };
}

function toParts(file: string): string[] {
  return file.split(/[/\\]/);
}

/** One change as people see it. */
export function toChangeView(input: ChangeInput, safety: Safety): ChangeView {
  const { change, id, refused, outcome, origin, picture } = input;
  const day = findDay(change);
  return {
    id: id ?? '',
    ...toDrift(change, safety),
    reason: change.why.kind,
    via: 'via' in change.why ? change.why.via.map(safety.line) : [],
    ways: findWays(change).map(safety.line),
    ...(origin && { origin }),
    ...(change.span && toPlace(change.span, input.desired, safety)),
    refused,
    ...(day !== undefined && { day }),
    needs: toNeeds(input, safety),
    ...(outcome && { outcome: toOutcome(outcome, safety) }),
    ...(picture !== undefined && { picture }),
  };
}

function toOutcome(outcome: Outcome, safety: Safety): OutcomeView {
  if (outcome.result === 'verified') return { result: outcome.result };
  const { result, cause, details: { text, leftAlone, ...counts } = {} } = outcome;
  const details = {
    ...counts,
    ...(text !== undefined && { text: safety.line(text) }),
    ...(leftAlone && { leftAlone: toLeftAloneView(leftAlone, safety) }),
  };
  return { result, cause, details };
}

/** Drift that is left alone, as people see it. */
export function toLeftAloneView(item: LeftAlone, safety: Safety): LeftAloneView {
  const { reason, change, lid, since, other } = item;
  const drift = change && toDrift(change, safety);
  // Nobody's change, but somebody all the same: they ask to be let in.
  const asking = other ? safety.label(other) : lid === undefined ? safety.line('') : safety.hidden(lid);
  return {
    reason,
    needsHuman: leftAloneRules[reason].needsHuman,
    ...(since !== undefined && { since }),
    label: drift?.label ?? asking,
    ...(drift && { drift }),
    ...toAbout(item, safety),
  };
}

/** Whom a reason is about besides the change's own person; and where a number has changed, the line that would be right. */
function toAbout(
  { reason, change, other, asked }: LeftAlone,
  safety: Safety,
): Pick<LeftAloneView, 'other' | 'line' | 'asked'> {
  if (asked) return { asked };
  if (!other || !change || !isPersonChange(change)) return {};
  const [listed, there] = isLossAction(change.action) ? [other, change.person] : [change.person, other];
  const { handle } = listed;
  const number = safety.phone(there.phone);
  const isProposed = (reason === 'number-changed' || reason === 'asks-renumbered') && handle !== undefined;
  return {
    other: safety.label(other),
    ...(isProposed && { line: safety.line(`${handle}: "${number}"`) }),
  };
}
