import { UsageError } from '../../errors.ts';
import type { ExitCode } from '../../exit-codes.ts';
import type { Io } from '../../io.ts';
import type { FileOptions } from '../../options.ts';

export interface SealOptions extends FileOptions {
  readonly handle?: string;
  /** Every number that stands in plain text. */
  readonly all?: boolean;
  /** Everything anew, for another pair of keys. */
  readonly rotate?: boolean;
  /** Everything in plain text again. */
  readonly open?: boolean;
  /** Gets a page in which people seal numbers in a browser. */
  readonly page?: string;
  /** Gets a new private key. */
  readonly file?: string;
  /** Write without being asked. */
  readonly yes?: boolean;
}

/** What `seal` is asked for: one person, or one of its other ways. Returns the exit code. */
export async function seal(options: SealOptions, io: Io): Promise<ExitCode> {
  const { handle, all, rotate, open, page, file } = options;
  if ([handle, all, rotate, open, page].filter((each) => each !== undefined).length > 1)
    throw new UsageError(
      'One thing at a time: name one person, or give one of --all, --rotate, --open and --page.',
    );
  if (file !== undefined && !rotate)
    throw new UsageError('--file is for the private key that --rotate makes.');
  if (all) return (await import('./seal-all.ts')).sealAll(options, io);
  if (rotate) return (await import('./rotate.ts')).rotateKey(options, io);
  if (open) return (await import('./unseal.ts')).unseal(options, io);
  if (page !== undefined) return (await import('./seal-page.ts')).writeSealPage({ ...options, page }, io);
  if (handle === undefined) throw new UsageError(nobodyText);
  return (await import('./seal-one.ts')).sealOne({ ...options, handle }, io);
}

const nobodyText =
  'Nobody is named. Give a handle: rollcall seal ana; or seal every number that stands in plain text: rollcall seal --all';
