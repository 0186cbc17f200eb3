import { keptFor, toHours } from '../domain/patience.ts';
import type { Past } from '../domain/past.ts';
import { noPast } from '../domain/past.ts';
import type { LoadedJournal } from './load-journal.ts';

/** Why a memory cannot be used. */
export type Unusable = Extract<LoadedJournal, { kind: 'unusable' }>;

/**
 * What is left of a memory that cannot be used, with what to do about it. What the last day saw is unknown, so
 * nothing is left of the day's adds and look-ups; planning leaves alone all changes of people.
 */
export function toUnusable(
  { why, isUnbegun, isOfOtherKind }: Unusable,
  now: number,
  isSandbox = false,
): Past {
  const how = isUnbegun
    ? '`rollcall apply --new-journal` starts one'
    : 'Put the right one back, or start a new one with `rollcall apply --new-journal`';
  const cost = isSandbox
    ? ''
    : `, which counts the adds and look-ups of the last ${toHours(keptFor.spent)} hours as spent`;
  const help = isOfOtherKind
    ? ''
    : ` Without it nobody is added, removed, promoted or demoted. ${how}${cost}.`;
  const endless = [{ at: now, count: Number.POSITIVE_INFINITY }];
  return {
    ...noPast,
    memory: 'unusable',
    unusable: `${why}${help}`,
    ...(isUnbegun && { isUnbegun }),
    ...(isOfOtherKind && { isOfOtherKind }),
    adds: endless,
    lookups: endless,
    mapped: endless,
    messages: endless,
    creates: endless,
  };
}
