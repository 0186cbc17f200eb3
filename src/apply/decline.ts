import type { Change } from '../domain/plan/change.ts';
import { isPersonChange } from '../domain/plan/change.ts';
import { findLane } from '../domain/plan/lane.ts';
import type { PhoneNumber } from '../domain/people/person.ts';
import { isLid } from '../domain/people/person.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import type { LiveGroup } from '../domain/group.ts';
import type { Attempt, ApplyRun } from './run.ts';

/** Whether somebody's own settings refused the add: for sure, for sure not, or so many out of so many did. */
export type Decline = 'yes' | 'no' | { readonly refused: number; readonly among: number };

/**
 * The one refusal that GOWA reports is a person's wish, given as a LID or a number (docs/gowa.md#t4). Whose it was is
 * told by that name where it can be matched. The names that match nobody belong to those of the batch whose LID nobody
 * knows, some of whom may have joined in another way meanwhile: all of them declined, or it cannot be told who. `live`: the group,
 * where it could be read.
 */
export function hasDeclined(
  { change, batch, answer }: Attempt,
  live: LiveGroup | undefined,
  run: ApplyRun,
): Decline {
  const invited = answer.kind === 'accepted' ? answer.invited : [];
  if (!isPersonChange(change) || findLane(change) !== 'add' || invited.length === 0) return 'no';
  const isNamed = (other: Change) =>
    isAmong(findNames(other, live, run), invited) || isSeenAmong(other, invited, run);
  if (isNamed(change)) return 'yes';
  if (findNames(change, live, run).length > 1) return 'no';
  const unnamed = batch.filter((other) => !isNamed(other));
  const refused = invited.length - (batch.length - unnamed.length);
  const among = unnamed.filter((other) => findNames(other, live, run).length < 2).length;
  if (refused <= 0) return 'no';
  return refused >= among ? 'yes' : { refused, among };
}

function isAmong(names: readonly string[], invited: readonly string[]): boolean {
  return invited.some((name) => names.includes(name) || names.includes(toPersonKey(name as PhoneNumber)));
}

/** True where one of the LIDs was seen beside this number in an earlier run. */
function isSeenAmong(change: Change, invited: readonly string[], { input }: ApplyRun): boolean {
  const { peopleOf } = input.past.pairs;
  return (
    isPersonChange(change) &&
    invited.some((name) => isLid(name) && peopleOf(name).includes(change.person.key))
  );
}

/** The names under which GOWA may speak of somebody: the number, and the LID where a look-up or a reading told it. */
function findNames(change: Change, live: LiveGroup | undefined, { input }: ApplyRun): readonly string[] {
  if (!isPersonChange(change)) return [];
  const { key } = change.person;
  const known = input.lids.get(key);
  const shown = live?.people.get(key)?.lid;
  const lid = known?.kind === 'lid' ? known.lid : shown;
  return lid === undefined ? [key] : [key, lid];
}
