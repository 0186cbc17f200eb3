import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../../../src/io.ts';
import { main } from '../../../src/main.ts';
import type { FaultRule } from '../../../src/sandbox/faults.ts';
import type { Sandbox, SandboxOptions } from '../../../src/sandbox/start.ts';
import { startSandbox } from '../../../src/sandbox/start.ts';
import { copyFolder } from '../copy-folder.ts';
import { holdTimeouts } from '../timeouts.ts';
import { writeFiles } from '../write-files.ts';
import { hook } from './hook.ts';
import type { Moment } from './moments.ts';
import { keepMoment, keepMoments, momentPipes } from './moments.ts';

/** How a child process ended. */
interface Ending {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly out: string;
}

/** A run up to its end. */
export interface WholeRun {
  readonly code: number | null;
  /** After each line of the journal. */
  readonly afterLines: readonly Moment[];
  /** Between each write's effect and its response. */
  readonly inWrites: readonly Moment[];
}

/** Called between a write's effect and its response, with the process that waits for it. */
export type Strike = (child: ChildProcess, said: () => string) => Promise<void>;

/** A plan, its approval, a memory and a sandbox: what a run that is cut short needs. */
export interface KillStage {
  readonly sandbox: Sandbox;
  readonly folder: string;
  /** Applies the approved plan in a process of its own; `env` tells the hook when to kill it. */
  applyInChild(env?: Readonly<Record<string, string>>): Promise<Ending>;
  /** The same until its end, with what it would have left wherever it had been killed. */
  keepMoments(): Promise<WholeRun>;
  /** What a run would leave that was killed now, before it did anything. */
  keepStart(): Moment;
  /** From now on everything is as a moment has it. */
  standAt(moment: Moment): Promise<void>;
  /** Makes the groups of the plan in a process of its own, or in this one; `createRest`: without a plan file. */
  createInChild(env?: Readonly<Record<string, string>>): Promise<Ending>;
  create(): Promise<number>;
  createRest(): Promise<number>;
  /** The same in this process; `isHanging`: whoever waits at the sandbox is given up at once. Returns the exit code. */
  apply(options?: { readonly isHanging?: boolean }): Promise<number>;
  /** Applies what the memory holds as approved, without a plan file, in this process. */
  applyRest(): Promise<number>;
  /** Moves the clock of runs in this process on. */
  advance(milliseconds: number): void;
  /** Strikes between the effect and the response of the nth write, counted from 0. */
  strikeAt(write: number, strike: Strike): void;
  journal(): Record<string, unknown>[];
  close(): Promise<void>;
}

export interface KillStageOptions {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly world: SandboxOptions['world'];
  /** The built command line. */
  readonly cli: string;
  /** Approve by --yes and begin the memory with it, rather than by a plan file with a memory of some days, and write no report; quicker. */
  readonly isWaved?: boolean;
  /** More arguments for every command. */
  readonly flags?: readonly string[];
  /** When the commands run that are not in a child process, milliseconds since 1970. */
  readonly now?: number;
}

/** More than a day: what the memory's first run looked up counts no more. */
const age = 26 * 3_600_000;

/** Sets everything up to the point where somebody calls `rollcall apply plan.json`; whoever does so closes it. */
export async function openKillStage(options: KillStageOptions): Promise<KillStage> {
  const { files, world, cli, isWaved = false, flags = [], now = Date.now() } = options;
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-kill-'));
  const kept = `${folder}-moments`;
  const path = (name: string) => join(folder, name);
  writeFiles(path('groups'), files);
  let strike: (() => Promise<void>) | undefined = undefined;
  const hanging: (() => void)[] = [];
  const clock = { now: () => Date.now(), sleep: async () => strike?.() };
  let sandbox = await startSandbox({ world, clock });
  let earlier: Moment['requests'] = [];
  const common = ['--groups', path('groups'), ...flags];
  const approval = isWaved ? '--yes' : path('plan.json');
  const state = ['--state', path('state')];
  const begin = [...state, '--new-journal'];
  const report = isWaved ? [] : ['--report', path('report.json')];
  const apply = ['apply', approval, ...(isWaved ? begin : state), ...report, ...common];
  let later = now - Date.now();
  const runHere = (argv: readonly string[]) => runMain(argv, sandbox.url, () => Date.now() + later);
  if (!isWaved) {
    later -= age;
    await runHere(['apply', ...begin, ...common]);
    later += age;
    await runHere(['plan', '--out', path('plan.json'), ...state, ...common]);
  }
  const running: { child?: ChildProcess; said: string } = { said: '' };
  const runInChild = async (
    argv: readonly string[],
    env: Readonly<Record<string, string>>,
    begin: (child: ChildProcess) => void = () => undefined,
  ): Promise<Ending> => {
    const child = spawn(process.execPath, ['--import', hook, cli, ...argv], {
      env: { PATH: process.env['PATH'], ROLLCALL_URL: sandbox.url, START_AT: String(now), ...env },
      stdio: ['ignore', 'pipe', 'pipe', ...momentPipes],
    });
    begin(child);
    running.child = child;
    running.said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        running.said += chunk.toString('utf8');
      });
    }
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, out: running.said };
  };
  return {
    get sandbox() {
      const now = sandbox;
      return { ...now, requests: () => [...earlier, ...now.requests()] };
    },
    folder,
    applyInChild: (env = {}) => runInChild(apply, env),
    async keepMoments() {
      let afterLines: readonly Moment[] = [];
      const inWrites: Moment[] = [];
      strike = async () => {
        inWrites.push(keepMoment({ folder, sandbox }, join(kept, `write-${inWrites.length}`)));
      };
      sandbox.setFaults([{ method: 'POST', path: '*', delay: 1 }]);
      const { code } = await runInChild(apply, { STOP_AFTER_LINES: '1' }, (child) => {
        afterLines = keepMoments(child, { folder, sandbox }, kept);
      });
      strike = undefined;
      return { code, afterLines, inWrites };
    },
    keepStart: () => keepMoment({ folder, sandbox }, join(kept, 'start')),
    async standAt(moment) {
      await sandbox.close();
      sandbox = await startSandbox({ world: moment.world, clock });
      earlier = moment.requests;
      rmSync(folder, { recursive: true });
      copyFolder(moment.folder, folder);
    },
    createInChild: (env = {}) => runInChild(['create', approval, ...state, ...common], env),
    create: () => runHere(['create', approval, ...state, ...common]),
    createRest: () => runHere(['create', ...state, ...common]),
    async apply({ isHanging = false } = {}) {
      if (!isHanging) return runHere(apply);
      const timeouts = holdTimeouts();
      strike = () =>
        new Promise((resolve) => {
          hanging.push(resolve);
          timeouts.expire();
        });
      const code = await runHere(apply);
      strike = undefined;
      timeouts.restore();
      for (const end of hanging.splice(0)) end();
      return code;
    },
    applyRest: () => runHere(['apply', ...state, ...report, ...common]),
    advance(milliseconds) {
      later += milliseconds;
    },
    strikeAt(write, act) {
      strike = async () => {
        strike = undefined;
        if (running.child) await act(running.child, () => running.said);
      };
      const rule: FaultRule = { method: 'POST', path: '*', after: write, times: 1, delay: 1 };
      sandbox.setFaults([rule]);
    },
    // Where a policy has several accounts each has a folder of its own.
    journal: () => [
      ...readJournal(path('state/journal.jsonl')),
      ...readJournal(path('state/main/journal.jsonl')),
    ],
    async close() {
      await sandbox.close();
      rmSync(folder, { recursive: true });
      rmSync(kept, { recursive: true, force: true });
    },
  };
}

/** Its whole lines. */
function readJournal(file: string): Record<string, unknown>[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function runMain(argv: readonly string[], url: string, now: () => number): Promise<number> {
  const io: Io = {
    env: { ROLLCALL_URL: url },
    out: () => undefined,
    err: () => undefined,
    outWithPhones: () => undefined,
    hideDigits: () => undefined,
    left: () => 'last-digits',
    terminal: { isInteractive: false, hasColour: false, isAscii: false, width: 100 },
    ask: async () => '',
    input: async () => '',
    clock: { now, sleep: async () => undefined },
    random: () => 0.5,
    signal: new AbortController().signal,
  };
  return main(argv, io);
}
