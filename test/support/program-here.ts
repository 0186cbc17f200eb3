import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readSecretFiles } from '../../src/disk/secret-files.ts';
import { createIo } from '../../src/io.ts';
import { main } from '../../src/main.ts';
import type { Run } from './stage.ts';

/*
 * Rollcall as another program calls it, with a folder and an environment of its own, but in this process: a process of the built
 * program takes ten times as long to start as to do what tests ask of it. Its own start, its signals and its death have tests that
 * run it in earnest.
 */

type Environment = Readonly<Record<string, string | undefined>>;

/** Runs a command in a folder, as src/cli.ts does; one at a time, since a process stands in one folder. */
export async function runHere(folder: string, argv: readonly string[], env: Environment): Promise<Run> {
  const said = { out: '', err: '' };
  const toStream = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) });
  const own = { ...env, ...readSecretFiles(env) };
  const asProcess = { env: own, stdin: {}, stdout: toStream('out'), stderr: toStream('err') };
  const io = createIo(asProcess as unknown as NodeJS.Process, new AbortController().signal);
  const before = process.cwd();
  process.chdir(folder);
  try {
    return { code: await main(argv, io), ...said };
  } finally {
    process.chdir(before);
  }
}

/** A program for shells that asks this process to do its work. */
export interface ProgramHere {
  /** Its path. */
  readonly file: string;
  close(): void;
}

/** Makes one in a new folder; whoever does so closes it. */
export function openProgramHere(folder: string): ProgramHere {
  mkdirSync(folder);
  const calls = join(folder, 'calls');
  const file = join(folder, 'rollcall');
  writeFileSync(file, toScript(folder));
  chmodSync(file, 0o755);
  execFileSync('sh', ['-c', 'mkfifo "$0"', calls]);
  // Open for writing too, so that it does not end where nobody else has it open.
  const heard = new Socket({ fd: openSync(calls, 'r+'), writable: false });
  createInterface({ input: heard }).on('line', (call) => void answer(call));
  return {
    file,
    close() {
      heard.destroy();
      rmSync(folder, { recursive: true });
    },
  };
}

/** It lays down what it was called with, tells of it, and waits for the exit code. */
function toScript(folder: string): string {
  return `#!/bin/sh
call='${folder}'/$$
mkdir "$call" && mkfifo "$call/code"
env -0 >"$call/env"
printf '%s\\0' "$PWD" "$@" >"$call/argv"
echo "$call" >'${folder}/calls'
read -r code <"$call/code"
cat "$call/err" >&2
cat "$call/out"
exit "$code"
`;
}

async function answer(call: string): Promise<void> {
  const read = (name: string) => readFileSync(join(call, name), 'utf8').split('\0').slice(0, -1);
  const [folder = '', ...argv] = read('argv');
  const env = Object.fromEntries(
    read('env').map((line) => [line.split('=', 1)[0], line.replace(/^.*?=/s, '')]),
  );
  // Whoever called waits for an answer whatever happens.
  const ended = runHere(folder, argv, env).catch((error: unknown) => ({
    code: 70,
    out: '',
    err: String(error),
  }));
  const { code, out, err } = await ended;
  writeFileSync(join(call, 'out'), out);
  writeFileSync(join(call, 'err'), err);
  await writeFile(join(call, 'code'), `${code}\n`);
}
