import type { RecordEvent } from '../domain/event.ts';
import type { Clock, MapLeave } from '../domain/gateway.ts';
import type { Past } from '../domain/past.ts';
import type { Lid } from '../domain/people/person.ts';
import { findMapBudget } from '../planning/pace/pace-budget.ts';

/** Nobody is asked about: who hides their number does not matter, and asking is dear. */
export const noMapLeave: MapLeave = {
  isUntold: () => true,
  take: async () => false,
  rememberUntold: async () => undefined,
};

/** The leave of one run: what is left of the day, and what earlier runs could not be told. */
export function createMapLeave(past: Past, record: RecordEvent, clock: Clock): MapLeave {
  const mapped = [...past.mapped];
  const untold = new Set<Lid>();
  return {
    isUntold: (lid) => untold.has(lid) || past.untold.has(lid),
    async take(people) {
      if (people > findMapBudget(mapped, clock.now())) return false;
      mapped.push({ at: clock.now(), count: people });
      await record({ type: 'map-read', people, untold: [] });
      return true;
    },
    async rememberUntold(lids) {
      for (const lid of lids) untold.add(lid);
      if (lids.length > 0) await record({ type: 'map-read', people: 0, untold: lids });
    },
  };
}
