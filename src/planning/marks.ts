import type { Change } from '../domain/plan/change.ts';
import type { ChangeMarks } from '../domain/event.ts';
import type { LimitKind } from '../domain/group.ts';
import { findLimitKinds } from '../domain/plan/refusal.ts';
import { findAllowance, toAllowanceKey } from './limits/allowance.ts';
import type { PlanInput } from './plan-input.ts';
import { isKnown, toGuard } from './plan-input.ts';
import { toReaddKey } from './obstacles/obstacles.ts';

/** Which permissions of the files a change uses up once it is done: the memory has to know, and knows no files. */
export function toMarks(change: Change, input: PlanInput): ChangeMarks {
  const desired = input.organisation.groups.filter(isKnown).find(({ id }) => id === change.group);
  const guard = toGuard(input);
  const allowances: Partial<Record<LimitKind, string>> = {};
  for (const kind of findLimitKinds(change)) {
    if (desired && findAllowance(desired, kind, guard, [change]) !== undefined)
      allowances[kind] = toAllowanceKey(desired, kind);
  }
  const isPutBack = change.action === 'add' && change.why.kind === 'readd';
  const owesLink = change.action === 'remove' && input.organisation.policy.link.renew === 'after-removals';
  return {
    allowances,
    ...(isPutBack && { readd: toReaddKey(change, change.why.readd) }),
    ...(owesLink && { owesLink }),
  };
}
