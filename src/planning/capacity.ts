import type { Change, PersonChange } from '../domain/plan/change.ts';
import { isPersonChange } from '../domain/plan/change.ts';
import type { LiveGroup } from '../domain/group.ts';
import type { PersonKey } from '../domain/people/person.ts';
import type { LeftAlone } from '../domain/plan/left-alone.ts';
import type { OrderContext } from './order.ts';
import { countFree, toPhases } from './order.ts';

interface Fitted {
  /** In the order in which they are carried out. */
  readonly changes: readonly Change[];
  readonly leftAlone: readonly LeftAlone[];
}

/**
 * The changes in their order, without the adds for which there is no place even after the removals that make room:
 * WhatsApp would refuse those, and GOWA report success all the same (docs/gowa.md#t4, 419). Promotions go with their
 * adds.
 */
export function fitChanges(changes: readonly Change[], live: LiveGroup, context: OrderContext): Fitted {
  const { room, additive, destructive, closing } = toPhases(changes, live, context);
  const outside = findOutside(additive, countFree(live) + room.length);
  if (outside.size === 0)
    return { changes: [...room, ...additive, ...destructive, ...closing], leftAlone: [] };
  const isOutside = (change: Change) => isJoining(change) && outside.has(change.person.key);
  return {
    ...fitChanges(
      changes.filter((change) => !isOutside(change)),
      live,
      context,
    ),
    leftAlone: additive.filter(isOutside).map((change) => ({ reason: 'full', change })),
  };
}

/** The people beyond so many places; the first by key go in. */
function findOutside(changes: readonly Change[], places: number): ReadonlySet<PersonKey> {
  const adds = changes.filter(isPersonChange).filter(({ action }) => action === 'add');
  return new Set(adds.slice(Math.max(0, places)).map(({ person }) => person.key));
}

/** True for an add and for a promotion that waits for one. */
function isJoining(change: Change): change is PersonChange {
  return isPersonChange(change) && (change.action === 'add' || change.action === 'promote');
}
