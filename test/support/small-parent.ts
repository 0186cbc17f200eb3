import childProcess, { fork } from 'node:child_process';
import type { ChildProcess, ExecFileException, ExecFileOptions } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/*
 * Runs before each file of tests, and has its effect once in each worker: what calls `execFile` of git has it started by a
 * small process beside the worker. To start a process Node copies itself first, and of a worker with all of the program in
 * its memory that takes ten times as long as git itself.
 */

type Options = ExecFileOptions & { readonly encoding?: BufferEncoding | 'buffer' | null };
type Output = Buffer | string;
type Done = (error: ExecFileException | null, stdout: Output, stderr: Output) => void;

/** What came of a git. */
interface Answer {
  readonly id: number;
  readonly error: Partial<ExecFileException> | null;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
}

const waiting = new Map<number, (answer: Answer) => void>();
let parent: ChildProcess | undefined;
let asked = 0;

function startParent(): ChildProcess {
  const file = join(import.meta.dirname, 'small-parent.mjs');
  const started = fork(file, { serialization: 'advanced', execArgv: [], cwd: import.meta.dirname });
  started.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  return started;
}

/** As `execFile` of git; of its process there is what is given to it. */
function startGit(args: readonly string[], options: Options, done: Done) {
  const { encoding = 'utf8', cwd = '.', env = process.env } = options;
  const toOutput = (bytes: Uint8Array) => {
    const buffer = Buffer.from(bytes);
    return encoding === 'buffer' || encoding === null ? buffer : buffer.toString(encoding);
  };
  asked += 1;
  const id = asked;
  let input = '';
  waiting.set(id, ({ error, stdout, stderr }) => {
    const failed = error && Object.assign(new Error(error.message), error);
    done(failed, toOutput(stdout), toOutput(stderr));
  });
  // What calls it gives it its input at once, if at all.
  queueMicrotask(() => {
    parent ??= startParent();
    parent.send({ id, args, options: { ...options, cwd: resolve(String(cwd)), env: { ...env } }, input });
  });
  return { stdin: { on: () => undefined, end: (text: string) => void (input = text) } };
}

const real = childProcess.execFile;

if (!('isSmall' in real)) {
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
  const replaced = Object.assign(execFile, { isSmall: true, [promisify.custom]: promised });
  Object.assign(childProcess, { execFile: replaced });
  syncBuiltinESMExports();
}
