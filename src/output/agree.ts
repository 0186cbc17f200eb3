import { InterruptedError } from '../errors.ts';
import type { ExitCode } from '../exit-codes.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Words } from '../words/words.ts';

/**
 * Asks where somebody is there to be asked; without, nothing is written but with `--yes`. Returns 0 where it may be written,
 * else the code to end with, and says that nothing was. Throws `InterruptedError` on Ctrl-C.
 */
export async function agree(
  question: string,
  yes: boolean | undefined,
  { adopt, terminal }: Words,
  io: Io,
): Promise<ExitCode> {
  if (yes) return exitCodes.ok;
  if (!io.terminal.isInteractive) return end(adopt.notAsked, io);
  const answer = (await io.ask(`${question} `)).trim();
  if (io.signal.aborted) throw new InterruptedError();
  return answer === 'yes' || answer === terminal.ask.yes ? exitCodes.ok : end(terminal.ask.nothing, io);
}

function end(text: string, io: Io): ExitCode {
  io.err(`${text}\n`);
  return exitCodes.incomplete;
}
