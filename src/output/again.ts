import type { ApprovalOptions, PlanningOptions } from '../options.ts';
import { toFlags } from './flags.ts';

/** The command that goes on where this one stopped short; none after `--expect`, since the rest has another fingerprint. */
export function toAgain(options: ApprovalOptions & PlanningOptions): string | undefined {
  const { plans, expect, yes, sandbox } = options;
  if (sandbox || (expect !== undefined && plans.length === 0)) return undefined;
  return ['rollcall apply', ...plans, ...(yes ? ['--yes'] : [])].join(' ') + toFlags(options);
}
