import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, Random } from './domain/gateway.ts';
import { makeNet } from './safe/net.ts';

/** Everything that a command has of the world outside, besides files and GOWA. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Prints to standard output; the last net masks whatever may be a phone number, and takes own secrets out. */
  out(text: string): void;
  /** The same to standard error. */
  err(text: string): void;
  /** Prints to a terminal without masking, for `--show-phones`; nothing else may call it. */
  outWithPhones(text: string): void;
  readonly terminal: Terminal;
  /** Asks on the terminal; resolves to what was typed, '' when nobody answers. */
  ask(question: string): Promise<string>;
  readonly clock: Clock;
  readonly random: Random;
  /** Aborted by the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  /** Aborted when what is on its way is not waited for any longer; absent where the process simply ends then. */
  readonly abandoned?: AbortSignal;
}

export interface Terminal {
  /** Somebody sits in front of it: both ends are terminals and this is no CI. */
  readonly isInteractive: boolean;
  readonly hasColour: boolean;
  /** Only letters, digits and signs of ASCII can be shown. */
  readonly isAscii: boolean;
  /** Columns. */
  readonly width: number;
}

/** How texts are drawn for whoever sits there. */
export function toStyle({ terminal }: Pick<Io, 'terminal'>) {
  return { colour: terminal.hasColour, ascii: terminal.isAscii, width: terminal.width };
}

/** The real thing. */
export function createIo(process: NodeJS.Process, signal: AbortSignal, abandoned?: AbortSignal): Io {
  const { env, stdin, stdout, stderr } = process;
  const net = makeNet(env);
  return {
    env,
    out: (text) => void stdout.write(net.all(text)),
    err: (text) => void stderr.write(net.all(text)),
    outWithPhones: (text) => void stdout.write(net.secrets(text)),
    terminal: toTerminal(env, stdin.isTTY && stdout.isTTY, stdout.isTTY, stdout.columns),
    ask: (question) => ask(question, process, signal),
    clock: { now: () => Date.now(), sleep },
    random: () => Math.random(),
    signal,
    ...(abandoned && { abandoned }),
  };
}

/** Honours NO_COLOR, FORCE_COLOR and CI, and a locale or terminal that cannot show more than ASCII. */
export function toTerminal(
  env: Io['env'],
  isInteractive: boolean,
  isTerminal: boolean,
  columns: number | undefined,
): Terminal {
  const isCi = isSet(env.CI);
  const isForced = isSet(env.FORCE_COLOR);
  const isForbidden = isSet(env.NO_COLOR) || (env.FORCE_COLOR !== undefined && !isForced);
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return {
    isInteractive: isInteractive && !isCi,
    hasColour: !isForbidden && (isForced || (isTerminal && env.TERM !== 'dumb')),
    isAscii: isTerminal && (locale === 'C' || locale === 'POSIX' || env.TERM === 'linux'),
    width: Math.max(columns ?? 100, 60),
  };
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}

async function ask(
  question: string,
  { stdin, stdout }: NodeJS.Process,
  signal: AbortSignal,
): Promise<string> {
  // Not before somebody is asked: it is a tenth of what `--version` takes.
  const { createInterface } = await import('node:readline/promises');
  const reader = createInterface({ input: stdin, output: stdout });
  try {
    return await reader.question(question, { signal });
  } catch (error) {
    if (signal.aborted) return '';
    throw error;
  } finally {
    reader.close();
  }
}

async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await wait(milliseconds, undefined, signal && { signal });
  } catch (error) {
    // An interruption ends the pause early and is no failure of it.
    if (!signal?.aborted) throw error;
  }
}
