import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findAct } from './find-act.ts';

/** A workflow to run, and on what. */
export interface Order {
  /** A folder with the workflow in it, and nothing else that act must know. */
  readonly folder: string;
  /** "plan.yml". */
  readonly workflow: string;
  readonly event: string;
  readonly payload: object;
  /** What GitHub would say of the run: GITHUB_REPOSITORY and the like. */
  readonly github: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly vars: Readonly<Record<string, string>>;
  /** "actions/checkout@…" and the like, with their server's address, each with the folder that stands in for it. */
  readonly standIns: ReadonlyMap<string, string>;
  /** Environment of the runner itself, which every step inherits. */
  readonly env: Readonly<Record<string, string>>;
}

/** How a run of a workflow ended. */
export interface Ran {
  /** By the jobs' ids; a job that was skipped is not among them. */
  readonly jobs: Readonly<Record<string, string>>;
  /** Everything that the steps printed, and what act says of them. */
  readonly log: string;
}

/** A run that is under way. */
export interface Running {
  readonly ended: Promise<Ran>;
  /** What GitHub's runner does to the process of the step that runs, where somebody cancels the job. */
  interrupt(): void;
  /** Tells act to cancel the run: it kills what runs, and goes on with what runs always. */
  cancel(): void;
}

/** Runs a workflow on this machine, as its user, without any container. */
export async function startAct(order: Order): Promise<Running> {
  const { folder, env } = order;
  const files = Object.entries(toFiles(order));
  for (const [flag, text] of files) await writeFile(join(folder, flag), text);
  const child = spawn(
    findAct(),
    toArguments(
      order,
      files.map(([flag]) => flag),
    ),
    { cwd: folder, env },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const ended = new Promise<Ran>((resolve) => child.on('close', () => resolve(parseLog(text))));
  return {
    ended,
    interrupt() {
      const [step] = findSteps(child.pid ?? 0);
      if (step === undefined) throw new Error('No step of Rollcall runs.');
      process.kill(step, 'SIGINT');
    },
    cancel: () => void child.kill('SIGINT'),
  };
}

/** Texts of files, by the flag that names each to act: nothing secret is an argument, which every process can see. */
function toFiles({ payload, github, secrets, vars }: Order): Readonly<Record<string, string>> {
  return {
    eventpath: JSON.stringify(payload),
    'env-file': toLines(github),
    'secret-file': toLines(secrets),
    'var-file': toLines(vars),
    'input-file': '',
  };
}

function toLines(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
    .join('');
}

function toArguments({ folder, workflow, event, standIns }: Order, files: readonly string[]): string[] {
  return [
    event,
    '--json',
    '--no-cache-server',
    '--no-skip-checkout',
    `--workflows=.github/workflows/${workflow}`,
    ...files.map((flag) => `--${flag}=${join(folder, flag)}`),
    // Whatever a job runs on is this machine.
    ...['ubuntu-latest', 'rollcall'].map((label) => `--platform=${label}=-self-hosted`),
    ...[...standIns].map(([name, place]) => `--local-repository=${name}=${place}`),
  ];
}

/** The processes that act has started and that run Rollcall. */
function findSteps(act: number): number[] {
  const tasks = readdirSync(`/proc/${act}/task`);
  const children = tasks.flatMap((task) =>
    readFileSync(`/proc/${act}/task/${task}/children`, 'utf8').split(' '),
  );
  return children
    .filter(Boolean)
    .map(Number)
    .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('rollcall.js\0ci'));
}

interface Line {
  readonly msg?: string;
  readonly jobID?: string;
  readonly jobResult?: string;
}

function parseLog(text: string): Ran {
  const lines = text.split('\n').filter(Boolean).map(parseLine);
  const results = lines.flatMap(({ jobID, jobResult }) =>
    jobID && jobResult ? [[jobID, jobResult] as const] : [],
  );
  return { jobs: Object.fromEntries(results), log: lines.map(({ msg = '' }) => msg.trimEnd()).join('\n') };
}

/** What act prints before it knows how to print is no JSON. */
function parseLine(line: string): Line {
  try {
    return JSON.parse(line) as Line;
  } catch {
    return { msg: line };
  }
}
