import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../../src/io.ts';
import { main } from '../../../src/main.ts';
import type { FaultRule } from '../../../src/sandbox/faults.ts';
import type { Sandbox, SandboxOptions } from '../../../src/sandbox/start.ts';
import { startSandbox } from '../../../src/sandbox/start.ts';

/** How a child process ended. */
export interface Ending {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly out: string;
}

/** Called between a write's effect and its response, with the process that waits for it. */
export type Strike = (child: ChildProcess, said: () => string) => Promise<void>;

/** A plan, its approval, a memory and a sandbox: what a run that is cut short needs. */
export interface KillStage {
  readonly sandbox: Sandbox;
  readonly folder: string;
  /** Applies the approved plan in a process of its own; `env` tells the hook when to kill it. */
  applyInChild(env?: Readonly<Record<string, string>>): Promise<Ending>;
  /** The same in this process. Returns the exit code. */
  apply(): Promise<number>;
  /** Strikes between the effect and the response of the nth write, counted from 0. */
  strikeAt(write: number, strike: Strike): void;
  journal(): Record<string, unknown>[];
  close(): Promise<void>;
}

export interface KillStageOptions {
  readonly files: Readonly<Record<string, string>>;
  readonly world: SandboxOptions['world'];
  /** The built command line. */
  readonly cli: string;
}

const hook = join(import.meta.dirname, 'hook.mjs');

/** Sets everything up to the point where somebody calls `rollcall apply plan.json`; whoever does so closes it. */
export async function openKillStage({ files, world, cli }: KillStageOptions): Promise<KillStage> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-kill-'));
  const path = (name: string) => join(folder, name);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(path(`groups/${name}`)), { recursive: true });
    await writeFile(path(`groups/${name}`), text);
  }
  let strike: (() => Promise<void>) | undefined = undefined;
  const clock = { now: () => Date.now(), sleep: async () => strike?.() };
  const sandbox = await startSandbox({ world, clock });
  const common = ['--groups', path('groups'), '--state', path('state')];
  const apply = ['apply', path('plan.json'), ...common];
  await runHere(['apply', '--new-journal', ...common], sandbox.url);
  await runHere(['plan', '--out', path('plan.json'), ...common], sandbox.url);
  const running: { child?: ChildProcess; said: string } = { said: '' };
  return {
    sandbox,
    folder,
    async applyInChild(env = {}) {
      const child = spawn(process.execPath, ['--import', hook, cli, ...apply], {
        env: { PATH: process.env['PATH'], ROLLCALL_URL: sandbox.url, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running.child = child;
      running.said = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          running.said += chunk.toString('utf8');
        });
      }
      const [code] = (await once(child, 'close')) as [number | null];
      return { code, out: running.said };
    },
    apply: () => runHere(apply, sandbox.url),
    strikeAt(write, act) {
      strike = async () => {
        strike = undefined;
        if (running.child) await act(running.child, () => running.said);
      };
      const rule: FaultRule = { method: 'POST', path: '*', after: write, times: 1, delay: 1 };
      sandbox.setFaults([rule]);
    },
    journal: () =>
      readFileSync(path('state/journal.jsonl'), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    async close() {
      await sandbox.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function runHere(argv: readonly string[], url: string): Promise<number> {
  const io: Io = {
    env: { ROLLCALL_URL: url },
    out: () => undefined,
    err: () => undefined,
    outWithPhones: () => undefined,
    terminal: { isInteractive: false, hasColour: false, isAscii: false, width: 100 },
    ask: async () => '',
    clock: { now: () => Date.now(), sleep: async () => undefined },
    random: () => 0.5,
    signal: new AbortController().signal,
  };
  return main(argv, io);
}
