import { UsageError } from '../../errors.ts';
import type { ExitCode } from '../../exit-codes.ts';
import type { Io } from '../../io.ts';
import type { FileOptions } from '../../options.ts';

export interface SealOptions extends FileOptions {
  readonly handle?: string;
}

/** What `seal` is asked for: one person, or one of its other ways. Returns the exit code. */
export async function seal({ handle, ...options }: SealOptions, io: Io): Promise<ExitCode> {
  if (handle === undefined) throw new UsageError('Nobody is named. Give a handle: rollcall seal ana');
  return (await import('./seal-one.ts')).sealOne({ ...options, handle }, io);
}
