import { isPersonChange } from '../../domain/plan/change.ts';
import type { Reading } from '../../domain/group.ts';
import type { Person, PersonKey } from '../../domain/people/person.ts';
import type { KnownGroup } from '../../domain/plan/plan.ts';
import { findUnclear, identify } from './who-is-who.ts';
import type { PlanInput } from '../plan-groups.ts';
import { planGroup, toGuard, toKnowledge } from '../plan-groups.ts';

/** Who may hide in one of the groups, once each. */
export function findMissing(groups: readonly KnownGroup[], input: PlanInput): Person[] {
  const knowledge = toKnowledge(input);
  const { today } = toGuard(input);
  const people = new Map<PersonKey, Person>();
  for (const desired of groups) {
    const reading = input.readings.get(desired.id);
    if (reading?.kind !== 'read') continue;
    const live = identify(reading.group, knowledge);
    for (const person of findUnclear(desired, live, knowledge, today)) people.set(person.key, person);
  }
  return [...people.values()];
}

/** Who would lose or gain something in one of the groups, and is not known well enough for that, once each. */
export function findUnconfirmed(groups: readonly KnownGroup[], input: PlanInput): Person[] {
  const knowledge = toKnowledge(input);
  const people = new Map<PersonKey, Person>();
  for (const desired of groups) {
    const reading = input.readings.get(desired.id);
    if (reading?.kind !== 'read' || !hasRemembered(reading, knowledge)) continue;
    for (const { reason, change } of planGroup(desired, reading, input).leftAlone) {
      if (reason === 'unconfirmed' && change && isPersonChange(change))
        people.set(change.person.key, change.person);
    }
  }
  return [...people.values()].filter(({ key }) => input.lids.get(key)?.kind !== 'unknown');
}

function hasRemembered(
  { group }: Extract<Reading, { kind: 'read' }>,
  knowledge: ReturnType<typeof toKnowledge>,
): boolean {
  if (group.unidentified.length === 0) return false;
  return [...identify(group, knowledge).people.values()].some(({ isRemembered }) => isRemembered);
}
