import { fstatSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, Random } from './domain/gateway.ts';
import type { Left } from './safe/mask.ts';
import { makeNet } from './safe/net.ts';
import { takeEnvironment } from './safe/own-secrets.ts';

/** Everything that a command has of the world outside, besides files and GOWA. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Prints to standard output; the last net masks whatever may be a phone number, and takes own secrets out. */
  out(text: string): void;
  /** The same to standard error. */
  err(text: string): void;
  /** Prints to a terminal without masking, for `--show-phones`; nothing else may call it. */
  outWithPhones(text: string): void;
  /** Where a new secret may be printed, once; undefined where nobody, or everybody, would see it. Absent: nowhere. */
  secretOutlet?(): SecretOutlet | undefined;
  /** From now on not even the last digits of a number are printed: where numbers are sealed, none is anybody's business. */
  hideDigits(): void;
  /** What is left of numbers in what is printed: whoever masks a text before it is cut masks it so. */
  left(): Left;
  readonly terminal: Terminal;
  /** Asks on the terminal; resolves to what was typed, '' when nobody answers or the run is interrupted. */
  ask(question: string): Promise<string>;
  /** All that is handed over on standard input. */
  input(): Promise<string>;
  readonly clock: Clock;
  readonly random: Random;
  /** Aborted by the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  /** Aborted when what is on its way is not waited for any longer; absent where the process simply ends then. */
  readonly abandoned?: AbortSignal;
}

/** Standard output, as far as a secret may go there. */
export interface SecretOutlet {
  /** A terminal, whose owner sees it; or a pipe, to the command that takes it. */
  readonly kind: 'terminal' | 'pipe';
  /** Prints without masking. */
  print(text: string): void;
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
export function toStyle({ terminal, left }: Pick<Io, 'terminal' | 'left'>) {
  const { hasColour: colour, isAscii: ascii, width } = terminal;
  return { colour, ascii, width, left: left() };
}

/**
 * The real thing; from then on the process's own environment has none of Rollcall's secrets. A stream is named where it is used, and no
 * earlier: Node makes each when somebody asks for it, which takes a twentieth of what `--version` does.
 */
export function createIo(process: NodeJS.Process, signal: AbortSignal, abandoned?: AbortSignal): Io {
  const env = takeEnvironment(process.env);
  const net = makeNet(env);
  return {
    env,
    out: (text) => void process.stdout.write(net.all(text)),
    err: (text) => void process.stderr.write(net.all(text)),
    outWithPhones: (text) => void process.stdout.write(net.secrets(text)),
    secretOutlet: () => toSecretOutlet(process),
    hideDigits: net.hideDigits,
    left: net.left,
    terminal: toTerminal(env, process),
    ask: (question) => ask(question, process, signal),
    input: () => readInput(process.stdin),
    clock: { now: () => Date.now(), sleep },
    random: () => Math.random(),
    signal,
    ...(abandoned && { abandoned }),
  };
}

/**
 * A terminal, or a pipe. No log of CI, which is a pipe as well; no file, which others may read and a repository may take in;
 * no /dev/null.
 */
function toSecretOutlet({ env, stdout }: NodeJS.Process): SecretOutlet | undefined {
  if (isSet(env.CI)) return undefined;
  const print = (text: string) => void stdout.write(text);
  if (stdout.isTTY) return { kind: 'terminal', print };
  const found = fstatSync(stdout.fd);
  return found.isFIFO() || found.isSocket() ? { kind: 'pipe', print } : undefined;
}

/** Honours NO_COLOR, FORCE_COLOR, CI and, where there is no terminal to ask, COLUMNS; and a locale or terminal that cannot show more than ASCII. */
export function toTerminal(
  env: Io['env'],
  streams: {
    readonly stdin: Pick<NodeJS.ReadStream, 'isTTY'>;
    readonly stdout: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>;
  },
): Terminal {
  const { stdout } = streams;
  // Where it is no terminal, Node leaves it undefined.
  const isTerminal = Boolean(stdout.isTTY);
  const isCi = isSet(env.CI);
  const isForced = isSet(env.FORCE_COLOR);
  const isForbidden = isSet(env.NO_COLOR) || (env.FORCE_COLOR !== undefined && !isForced);
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return {
    isInteractive: isTerminal && !isCi && Boolean(streams.stdin.isTTY),
    hasColour: !isForbidden && (isForced || (isTerminal && env.TERM !== 'dumb')),
    isAscii: isTerminal && (locale === 'C' || locale === 'POSIX' || env.TERM === 'linux'),
    width: Math.max(stdout.columns || toColumns(env.COLUMNS) || usualWidth, narrowest),
  };
}

/** Columns of what is printed to a file or a pipe, and of the narrowest thing that tables are drawn for. */
const [usualWidth, narrowest] = [100, 40];

/** Undefined for what is no number of columns. */
function toColumns(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}

/** '' where the input ends (Ctrl-D) or the run is interrupted before anything was typed. */
async function ask(question: string, process: NodeJS.Process, signal: AbortSignal): Promise<string> {
  // Not before somebody is asked: it is a tenth of what `--version` takes.
  const { createInterface } = await import('node:readline/promises');
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise<string>((resolve) => void reader.once('close', () => resolve('')));
  // A terminal that is read key by key sends no signal for Ctrl-C.
  reader.on('SIGINT', () => void process.emit('SIGINT'));
  try {
    return await Promise.race([reader.question(question, { signal }), ended]);
  } catch (error) {
    // Newer versions of Node end a question so with Ctrl-D, too.
    if ((error as Error).name === 'AbortError') return '';
    throw error;
  } finally {
    reader.close();
  }
}

/** What is asked for fits in a line; whoever pipes a film in is not waited for. Letters. */
const longestInput = 65_536;

async function readInput(stdin: NodeJS.ReadStream): Promise<string> {
  let text = '';
  stdin.setEncoding('utf8');
  for await (const chunk of stdin) {
    text += String(chunk);
    if (text.length > longestInput) break;
  }
  return text.slice(0, longestInput);
}

async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await wait(milliseconds, undefined, signal && { signal });
  } catch (error) {
    // An interruption ends the pause early and is no failure of it.
    if (!signal?.aborted) throw error;
  }
}
