import { isPersonChange } from '../../domain/plan/change.ts';
import type { Reading } from '../../domain/group.ts';
import type { Person, PersonKey } from '../../domain/people/person.ts';
import type { KnownGroup } from '../../domain/plan/plan.ts';
import { planGroup } from '../plan-groups.ts';
import type { PlanInput } from '../plan-input.ts';
import { toGround } from '../plan-input.ts';
import type { Knowledge } from './knowledge.ts';
import { findUnclear } from './who-is-missing.ts';
import { findRequests } from '../../domain/people/join-request.ts';
import { identifyRequests } from './who-knocks.ts';
import { findHiding, identify } from './who-is-who.ts';

/** Who may hide in one of the groups, once each. */
export function findMissing(groups: readonly KnownGroup[], input: PlanInput): Person[] {
  const { knowledge, guard } = toGround(input);
  const people = new Map<PersonKey, Person>();
  for (const desired of groups) {
    const reading = input.readings.get(desired.id);
    if (reading?.kind !== 'read') continue;
    const live = identifyRequests(identify(reading.group, knowledge), knowledge);
    for (const person of findUnclear(desired, live, knowledge, guard.today)) people.set(person.key, person);
  }
  return [...people.values()];
}

/** Who would lose or gain something in one of the groups, and is not known well enough for that, once each. */
export function findUnconfirmed(groups: readonly KnownGroup[], input: PlanInput): Person[] {
  const ground = toGround(input);
  const people = new Map<PersonKey, Person>();
  for (const desired of groups) {
    const reading = input.readings.get(desired.id);
    if (reading?.kind !== 'read' || !hasRemembered(reading, ground.knowledge)) continue;
    for (const { reason, change } of planGroup(desired, reading, input, ground).leftAlone) {
      if (reason === 'unconfirmed' && change && isPersonChange(change))
        people.set(change.person.key, change.person);
    }
  }
  return [...people.values()].filter(({ key }) => input.lids.get(key)?.kind !== 'unknown');
}

function hasRemembered({ group }: Extract<Reading, { kind: 'read' }>, knowledge: Knowledge): boolean {
  const hasHidden = group.unidentified.length > 0 || findRequests(group).length > 0;
  if (!hasHidden) return false;
  const hiding = [...findHiding(group, knowledge).values()];
  const live = identifyRequests(identify(group, knowledge), knowledge);
  return [...hiding, ...findRequests(live)].some(({ isRemembered }) => isRemembered);
}
