import type { Why } from '../domain/plan/change.ts';
import { nextDay } from '../domain/day.ts';
import type { Day } from '../domain/group.ts';

/** The first day on which a change is due that a date brings; undefined for any other. */
export function findDueDay({ why }: { readonly why: Why }): Day | undefined {
  switch (why.kind) {
    case 'ended':
      return nextDay(why.until);
    case 'begun':
      return why.from;
    case 'readd':
      return why.from;
    default:
      return undefined;
  }
}
