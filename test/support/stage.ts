import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../src/domain/gateway.ts';
import type { Io, SecretOutlet, Terminal } from '../../src/io.ts';
import { main } from '../../src/main.ts';
import { makeNet } from '../../src/safe/net.ts';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/start.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { writeFiles } from './write-files.ts';

/** What one command printed and how it ended. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder with files, a sandbox, and a way to run commands on both as a user would, in this process. */
export interface Stage {
  readonly sandbox: Sandbox;
  /** Absolute; `groups/` lies in it. */
  readonly folder: string;
  /** A path in the folder. */
  path(name: string): string;
  write(name: string, text: string): Promise<void>;
  /** Runs a command; `--groups` is given for it. */
  run(...argv: string[]): Promise<Run>;
  /** The same with the files of another folder. */
  runIn(groups: string, ...argv: string[]): Promise<Run>;
  /** Requests that were not GET, as "POST /group/name". */
  writes(): string[];
  close(): Promise<void>;
}

export interface StageOptions {
  /** Texts of the files below `groups/`. */
  readonly files: Readonly<Record<string, string>>;
  readonly world: SandboxOptions['world'];
  /** The server does not say that it is a sandbox: what is kept of it is kept as of real groups. */
  readonly isUnmarked?: boolean;
  /** The sandbox's own time; faults with a delay sleep by it, between an effect and its answer. */
  readonly sandboxClock?: Clock;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: Partial<Terminal>;
  /** What is typed when the command asks, or what tells it by then. */
  readonly answer?: string | (() => string);
  /** What is handed over on standard input. */
  readonly input?: string;
  /** What standard output is to whoever prints a secret; absent: a file, or a log. */
  readonly outlet?: SecretOutlet['kind'];
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
}

/** Time that passes only while somebody sleeps. Starts at noon on 1 June 2026, UTC. */
export function createTestClock(): Clock & { passed(): number } {
  const start = Date.UTC(2026, 5, 1, 12);
  let now = start;
  return {
    now: () => now,
    passed: () => now - start,
    sleep: async (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** Sets a stage; whoever does so closes it. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-'));
  const { world, isUnmarked = false, sandboxClock } = options;
  const sandbox = await startSandbox({ world, isUnmarked, ...(sandboxClock && { clock: sandboxClock }) });
  const path = (name: string) => join(folder, name);
  writeFiles(path('groups'), options.files);
  return {
    sandbox,
    folder,
    path,
    write: async (name, text) => writeFiles(folder, { [name]: text }),
    run: (...argv) => runMain(argv, path('groups'), sandbox.url, options),
    runIn: (groups, ...argv) => runMain(argv, groups, sandbox.url, options),
    writes: () =>
      sandbox
        .requests()
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path: target }) => `${method} ${target}`),
    close: async () => {
      await sandbox.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function runMain(
  [command = '', ...rest]: readonly string[],
  groups: string,
  url: string,
  options: StageOptions,
): Promise<Run> {
  const { io, written } = createTestIo({ ...options, env: { ROLLCALL_URL: url, ...options.env } });
  return { code: await main([command, '--groups', groups, ...rest], io), ...written };
}

export type TestIoOptions = Pick<
  StageOptions,
  'env' | 'terminal' | 'answer' | 'input' | 'outlet' | 'signal' | 'clock'
> & {
  /** Told of everything that is printed, when it is. */
  readonly onWrite?: (text: string) => void;
};

/** An `Io` that nobody sits in front of, and what was written to it. */
export function createTestIo(options: TestIoOptions): { io: Io; written: Omit<Run, 'code'> } {
  const written = { out: '', err: '' };
  const write = (stream: 'out' | 'err', text: string) => {
    written[stream] += text;
    options.onWrite?.(text);
  };
  const net = makeNet(options.env ?? {});
  const io: Io = {
    env: options.env ?? {},
    out: (text) => write('out', net.all(text)),
    err: (text) => write('err', net.all(text)),
    outWithPhones: (text) => write('out', net.secrets(text)),
    secretOutlet: () => options.outlet && { kind: options.outlet, print: (text) => write('out', text) },
    hideDigits: net.hideDigits,
    left: net.left,
    terminal: { isInteractive: false, hasColour: false, isAscii: false, width: 100, ...options.terminal },
    ask: async () => (typeof options.answer === 'function' ? options.answer() : (options.answer ?? '')),
    input: async () => options.input ?? '',
    clock: options.clock ?? createTestClock(),
    random: () => 0.5,
    signal: options.signal ?? new AbortController().signal,
  };
  return { io, written };
}
