import { UsageError } from '../../errors.ts';
import type { ExitCode } from '../../exit-codes.ts';
import type { Io } from '../../io.ts';
import type { FileOptions } from '../../options.ts';

export interface SealOptions extends FileOptions {
  readonly handle?: string;
  /** Every number that stands in plain text. */
  readonly all?: boolean;
  /** Write without being asked. */
  readonly yes?: boolean;
}

/** What `seal` is asked for: one person, or one of its other ways. Returns the exit code. */
export async function seal({ handle, all, ...options }: SealOptions, io: Io): Promise<ExitCode> {
  if (Number(handle !== undefined) + Number(all === true) > 1) {
    throw new UsageError('One thing at a time: name one person, or give one of the flags.');
  }
  if (all) return (await import('./seal-all.ts')).sealAll(options, io);
  if (handle === undefined) throw new UsageError(nobodyText);
  return (await import('./seal-one.ts')).sealOne({ ...options, handle }, io);
}

const nobodyText =
  'Nobody is named. Give a handle: rollcall seal ana; or seal every number that stands in plain text: rollcall seal --all';
