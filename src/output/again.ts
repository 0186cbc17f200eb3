import type { ApprovalOptions, PlanningOptions } from '../options.ts';
import { toShellWord } from '../safe/shell-word.ts';
import { toFlags } from './flags.ts';

/** The command that goes on where this one stopped short; none after `--expect`, since the rest has another fingerprint. */
export function toAgain(options: ApprovalOptions & PlanningOptions): string | undefined {
  const { plans, expect, yes, sandbox } = options;
  if (sandbox || (expect !== undefined && plans.length === 0)) return undefined;
  return (
    ['rollcall apply', ...plans.map(toShellWord), ...(yes ? ['--yes'] : [])].join(' ') + toFlags(options)
  );
}

/** The command that carries out what a plan file holds; undefined where none was written. */
export function toApplyOf(out: string | undefined, options: PlanningOptions): string | undefined {
  return out === undefined ? undefined : `rollcall apply ${toShellWord(out)}${toFlags(options)}`;
}
