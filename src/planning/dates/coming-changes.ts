import { comparePeople } from '../../domain/people/compare-people.ts';
import type { Change, PersonChange } from '../../domain/plan/change.ts';
import { isLoss, isPersonChange } from '../../domain/plan/change.ts';
import { nextDay } from '../../domain/day.ts';
import type { Day, LiveGroup } from '../../domain/group.ts';
import { assumedGroup } from '../../domain/group.ts';
import type { PersonKey } from '../../domain/people/person.ts';
import type { KnownGroup } from '../../domain/plan/plan.ts';
import type { Obstacle, Scheduled } from '../../domain/plan/scheduled.ts';
import type { LeftAlone, LeftAloneReason } from '../../domain/plan/left-alone.ts';
import type { DiffInput } from '../diff.ts';
import { diffGroup } from '../diff.ts';
import { simulate } from '../simulate.ts';
import { findRoster } from '../../domain/lazy/made-map.ts';
import { blankSettings } from '../../domain/settings.ts';
import { wantedRole } from '../desired-role.ts';
import { findDueDay } from '../due-day.ts';

/** Parts a day's differences into those that nothing stands in the way of, and the others. */
export type Settle = (
  differences: readonly Change[],
  live: LiveGroup,
) => { readonly changes: readonly Change[]; readonly leftAlone: readonly LeftAlone[] };

/**
 * What dates in the file will bring, the nearest first: the plan of each day on which something begins or has ended, as far
 * as it is there because of that, whatever stands in its way today. `input.live` is the group as today's plan would leave
 * it; every day is seen as the days before would leave it.
 */
export function findScheduled(input: DiffInput, settle: Settle): Scheduled[] {
  const found: Scheduled[] = [];
  const absent = new Map<PersonKey, Obstacle>();
  let { live } = input;
  for (const on of findDays(input)) {
    const { changes, leftAlone } = settle(diffGroup({ ...input, live, today: on }), live);
    const due = [...changes.map((change) => ({ change })), ...leftAlone].flatMap((one) =>
      toScheduled(one, on),
    );
    // Who does not come on their first day has nothing to lose on their last.
    const coming = withObstacles(due, (key) => absent.get(key)).toSorted(compareScheduled);
    for (const { change, obstacle } of coming)
      if (change.action === 'add' && obstacle) absent.set(change.person.key, obstacle);
    found.push(...coming);
    // Whom something keeps in the group holds a place there that nobody else comes to; whoever is absent holds none.
    const happening = coming.filter(
      ({ change, obstacle }) => !obstacle || !isLoss(change) || absent.has(change.person.key),
    );
    live = simulate(
      live,
      happening.map(({ change }) => change),
    );
  }
  return found;
}

/** The days after today on which something begins, or has ended: each the first on which it is due. Sorted. */
function findDays({ desired, today }: DiffInput): Day[] {
  if (findRoster(desired.people)?.isDated === false) return [];
  const days = new Set<Day>();
  for (const { memberFrom, adminFrom, memberUntil, adminUntil } of desired.people.values()) {
    for (const from of [memberFrom, adminFrom]) if (from !== undefined) days.add(from);
    for (const until of [memberUntil, adminUntil]) if (until !== undefined) days.add(nextDay(until));
  }
  return [...days].filter((day) => day > today).toSorted();
}

/** Where the mode takes nothing away, no date brings anything; `validate` has said so. */
const nothingComes: ReadonlySet<LeftAloneReason> = new Set(['additive', 'observe']);

function toScheduled(
  { change, reason }: { readonly change?: Change; readonly reason?: LeftAloneReason },
  on: Day,
): Scheduled[] {
  if (!change || !isBroughtBy(change, on) || (reason && nothingComes.has(reason))) return [];
  return [reason ? { change, on, obstacle: reason } : { change, on }];
}

function isBroughtBy(change: Change, on: Day): change is PersonChange {
  return isPersonChange(change) && findDueDay(change) === on;
}

function compareScheduled({ change: a }: Scheduled, { change: b }: Scheduled): number {
  if (a.person.key === b.person.key) return a.action < b.action ? -1 : 1;
  return comparePeople(a.person, b.person);
}

/**
 * The group with everybody there whom the file wants today, and why they are not: whoever comes tomorrow leaves on the
 * same day as the file says of them now.
 */
export function withAbsent(live: LiveGroup, leftAlone: readonly LeftAlone[]) {
  const gains = leftAlone.flatMap(({ change, reason }) =>
    change?.action === 'add' || change?.action === 'promote' ? [{ change, reason }] : [],
  );
  const absent = new Map<PersonKey, LeftAloneReason>(
    gains
      .filter(({ change, reason }) => change.action === 'add' && !nothingComes.has(reason))
      .map(({ change, reason }) => [change.person.key, reason]),
  );
  const coming = gains.filter(({ reason }) => !nothingComes.has(reason)).map(({ change }) => change);
  return { live: simulate(live, coming), absent };
}

/** With what keeps somebody out of the group today, where nothing else stands in the way. */
export function withObstacles(
  scheduled: readonly Scheduled[],
  find: (person: PersonKey) => Obstacle | undefined,
): Scheduled[] {
  return scheduled.map((coming) => {
    const obstacle = coming.obstacle ?? find(coming.change.person.key);
    return obstacle ? { ...coming, obstacle } : coming;
  });
}

/** A group that nobody could read, as its file wants it today: as far as it is known what its dates will bring. */
export function toImagined(desired: KnownGroup, today: Day): LiveGroup {
  const people = [...desired.people.values()].flatMap(({ key, phone, ...person }) => {
    const role = wantedRole({ key, phone, ...person }, today);
    return role === 'none' ? [] : [[key, { key, phone, role, isOwner: false }] as const];
  });
  return {
    ...assumedGroup,
    id: desired.id,
    settings: { ...blankSettings, ...desired.settings },
    people: new Map(people),
  };
}
