import type { Day } from '../../domain/group.ts';
import type { Limits } from '../../domain/organisation.ts';
import type { Past } from '../../domain/past.ts';
import type { GroupPlan } from '../../domain/plan/plan.ts';
import type { OrderContext } from '../order.ts';

/** What the limits judge by. */
export interface Guard extends OrderContext {
  readonly limits: Limits;
  readonly past: Past;
  readonly today: Day;
}

/** What a run's limits look at in a group. */
export type JudgedGroup = Pick<GroupPlan, 'desired' | 'refusals' | 'changes'>;
