import type { Organisation } from '../domain/organisation.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { ToId } from '../planning/approval.ts';
import type { PlanInput } from '../planning/plan-input.ts';

/** What approvals are held against: all files, what was read, and what follows from both. */
export interface Situation {
  /** With the groups too that `--target` leaves out. */
  readonly whole: Organisation;
  readonly input: PlanInput;
  readonly plan: Plan;
  readonly toId: ToId;
}
