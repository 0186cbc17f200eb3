import type { Limits, Policy } from '../../domain/organisation.ts';

/** The policy with the stricter limits of both and everybody protected whom either protects. */
export function toStricter(head: Policy, base: Policy): Policy {
  return {
    ...head,
    limits: toStricterLimits(head.limits, base.limits),
    protected: new Set([...head.protected, ...base.protected]),
    protectedLids: new Set([...head.protectedLids, ...base.protectedLids]),
  };
}

function toStricterLimits(a: Limits, b: Limits): Limits {
  const { min, max } = Math;
  const both = (kind: 'demotions' | 'promotions' | 'adds') => ({
    group: min(a[kind].group, b[kind].group),
    run: min(a[kind].run, b[kind].run),
  });
  return {
    removals: {
      percent: min(a.removals.percent, b.removals.percent),
      floor: min(a.removals.floor, b.removals.floor),
      run: min(a.removals.run, b.removals.run),
    },
    demotions: both('demotions'),
    promotions: both('promotions'),
    adds: both('adds'),
    admins: { min: max(a.admins.min, b.admins.min) },
  };
}
