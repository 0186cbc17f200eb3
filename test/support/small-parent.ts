import type { ChildProcessByStdio, ExecFileException, ExecFileOptions } from 'node:child_process';
import childProcess, { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';
import { once } from '../../src/domain/lazy/once.ts';

/*
 * What calls `execFile` of git has it started by a shell beside the worker. To start a process Node copies itself first, and of
 * a worker with all of the program in its memory that takes ten times as long as git itself.
 */

type Options = ExecFileOptions & { readonly encoding?: BufferEncoding | 'buffer' | null };
type Output = Buffer | string;
type Done = (error: ExecFileException | null, stdout: Output, stderr: Output) => void;

/** What a git has to do: its number is that of the files in which its input and its answers lie. */
interface Work {
  readonly id: number;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly input: string;
}

/** The shell, and who waits for the exit codes that it tells. It reads its commands as they come, and ends with its worker. */
interface Parent {
  readonly shell: ChildProcessByStdio<Writable, Readable, null>;
  readonly folder: string;
  readonly waiting: Map<number, (code: number) => void>;
}

const notFound = 127;
let parent: Parent | undefined;
let asked = 0;
const free: number[] = [];

function startParent(): Parent {
  const shell = spawn('/bin/sh', { env: {}, stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map<number, (code: number) => void>();
  createInterface({ input: shell.stdout }).on('line', (line) => {
    const [id, code] = line.split(' ').map(Number) as [number, number];
    waiting.get(id)?.(code);
    waiting.delete(id);
  });
  return { shell, waiting, folder: mkdtempSync(join(tmpdir(), 'rollcall-gits-')) };
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** One command of the shell, which does not wait for it. It is not told what is no name of a variable to it, or one of its own. */
function toCommand({ id, args, cwd, env }: Work, place: string, input: string): string {
  const names = Object.keys(env).filter(
    (name) =>
      env[name] !== undefined &&
      /^[A-Za-z_]\w*$/.test(name) &&
      !/^(E?UID|PPID|_|SHELLOPTS|BASH.*)$/.test(name),
  );
  const settings = names.map((name) => `${name}=${quote(env[name] ?? '')}`).join(' ');
  const act = ['git', ...args.map(quote)].join(' ');
  const files = `<${quote(input)} >${quote(`${place}.out`)} 2>${quote(`${place}.err`)}`;
  const there = `if cd ${quote(cwd)}; then export ${settings} PWD; ${act}; else (exit ${notFound}); fi`;
  // Only who asks for its jobs lets go of those that have ended.
  return `jobs >/dev/null; { { ${there}; } ${files}; echo "${id} $?"; } &\n`;
}

function toError(code: number, args: readonly string[], stderr: Output): ExecFileException | null {
  if (code === 0) return null;
  const cmd = ['git', ...args].join(' ');
  return code === notFound
    ? Object.assign(new Error('spawn git ENOENT'), { code: 'ENOENT', path: 'git', cmd })
    : Object.assign(new Error(`Command failed: ${cmd}\n${stderr.toString()}`), { code, killed: false, cmd });
}

function begin(work: Work, end: (code: number, stdout: Buffer, stderr: Buffer) => void): void {
  parent ??= startParent();
  const place = join(parent.folder, `${work.id}`);
  const input = work.input === '' ? '/dev/null' : `${place}.in`;
  if (work.input !== '') writeFileSync(input, work.input);
  parent.waiting.set(work.id, (code) => {
    const [stdout, stderr] = [readFileSync(`${place}.out`), readFileSync(`${place}.err`)];
    free.push(work.id);
    end(code, stdout, stderr);
  });
  parent.shell.stdin.write(toCommand(work, place, input));
}

/** As `execFile` of git; of its process there is what is given to it. */
function startGit(args: readonly string[], options: Options, done: Done) {
  const { encoding = 'utf8', cwd = '.', env = process.env } = options;
  const toOutput = (bytes: Buffer) =>
    encoding === 'buffer' || encoding === null ? bytes : bytes.toString(encoding);
  const id = free.pop() ?? (asked += 1);
  let input = '';
  // What calls it gives it its input at once, if at all.
  queueMicrotask(() => {
    begin({ id, args, cwd: resolve(String(cwd)), env, input }, (code, stdout, stderr) =>
      done(toError(code, args, stderr), toOutput(stdout), toOutput(stderr)),
    );
  });
  return { stdin: { on: () => undefined, end: (text: string) => void (input = text) } };
}

const real = childProcess.execFile;

const execFile = (file: string, args: readonly string[], options: Options, done: Done) =>
  file === 'git' && typeof done === 'function'
    ? startGit(args, options, done)
    : Reflect.apply(
        real,
        childProcess,
        [file, args, options, done].filter((each) => each !== undefined),
      );

const promised = (file: string, args: readonly string[], options: Options) =>
  new Promise((fulfil, reject) => {
    execFile(file, args, options, (error, stdout, stderr) => {
      if (error) reject(Object.assign(error, { stdout, stderr }));
      else fulfil({ stdout, stderr });
    });
  });

/** From the first call on every `execFile` of this worker. */
export const startGitsBeside = once(() => {
  Object.assign(childProcess, { execFile: Object.assign(execFile, { [promisify.custom]: promised }) });
  syncBuiltinESMExports();
});
