import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { PlanningOptions } from '../options.ts';

/** `--show-phones` works where somebody looks and nothing is kept. Throws `UsageError` elsewhere. */
export function checkShowPhones(
  { showPhones, json }: Pick<PlanningOptions, 'showPhones' | 'json'>,
  io: Io,
): boolean {
  if (showPhones && (json || !io.terminal.isInteractive)) {
    throw new UsageError('--show-phones works on a terminal only: numbers must not end up in files or logs.');
  }
  return showPhones ?? false;
}
