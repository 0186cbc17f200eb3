import { StateError } from './state/state-branch.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { reportError } from '../output/report-error.ts';
import type { Left } from '../safe/mask.ts';
import { mask } from '../safe/mask.ts';

/** How a command of Rollcall's ended, and what it printed: shown by whoever called it, safely. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** It ended since the state could not be pushed. */
  readonly isUnpushed?: boolean;
}

/** What a command is told of the environment; the token of the repository is not among it. */
const passed = /^(PATH|HOME|TMPDIR|CI|GITHUB_EVENT_PATH|SOPS_AGE_KEY(?:_FILE)?|ROLLCALL_\w+)$/;

/**
 * Runs a command of Rollcall's within this process, as nobody's terminal. Cancelled before it begins, it does not; when
 * what is under way is given up, this does not wait for it any longer.
 */
export async function runCommand(act: (io: Io) => Promise<number>, io: Io): Promise<Ran> {
  if (io.signal.aborted) return { code: exitCodes.interrupted, out: '', err: 'Interrupted.\n' };
  const printed = { out: '', err: '' };
  const own = toOwnIo(io, printed);
  let isUnpushed = false;
  const ended = act(own).catch((error: unknown) => {
    isUnpushed = error instanceof StateError;
    return reportError(error, own);
  });
  const code = await Promise.race([ended, whenAbandoned(io)]);
  return { code, ...printed, isUnpushed };
}

function toOwnIo(io: Io, printed: { out: string; err: string }): Io {
  let left: Left = 'last-digits';
  return {
    ...io,
    env: Object.fromEntries(Object.entries(io.env).filter(([name, value]) => value && passed.test(name))),
    out: (text) => void (printed.out += mask(text, left)),
    err: (text) => void (printed.err += mask(text, left)),
    hideDigits: () => {
      left = 'nothing';
      io.hideDigits();
    },
    left: () => left,
    outWithPhones: () => {
      throw new Error('numbers are shown on terminals only');
    },
    // What is printed goes into Markdown.
    terminal: { isInteractive: false, hasColour: false, isAscii: false, width: 100 },
    ask: async () => '',
    input: async () => '',
  };
}

function whenAbandoned({ abandoned }: Io): Promise<number> {
  return new Promise((resolve) => {
    if (abandoned?.aborted) resolve(exitCodes.interrupted);
    abandoned?.addEventListener('abort', () => resolve(exitCodes.interrupted), { once: true });
  });
}
