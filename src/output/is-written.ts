import { attemptToWrite } from '../disk/storage-error.ts';
import type { Io } from '../io.ts';

/**
 * Writes what is to be kept of a run that has changed something by then. False where the disk does not let it, which is
 * said: the rest of what was done is still to be told.
 */
export async function isWritten(write: () => Promise<unknown>, io: Io): Promise<boolean> {
  const fault = await attemptToWrite(write);
  if (fault) io.err(`Error: ${fault.message}\n`);
  return !fault;
}
