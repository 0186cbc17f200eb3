import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { main } from '../../src/main.ts';
import { makeFolder } from '../support/folder.ts';
import { createTestIo } from '../support/stage.ts';

async function run(...argv: string[]): Promise<string> {
  const { io, written } = createTestIo({});
  expect(await main(argv, io)).toBe(exitCodes.ok);
  return written.out;
}

test('commands and flags are offered, and names of files where there are none', async () => {
  expect(await run('complete', '--', 'pl')).toMatch(/^plan\t/);
  expect(await run('complete', '--', 'plan', '--o')).toMatch(/^--out\t/);
  expect(await run('complete', '--', 'plan', '--out', '')).toBe(':0\n');
  expect(await run('complete', '--', 'apply', '')).toBe(':0\n');
});

test.each(['zsh', 'fish', 'powershell'])('%s has a script', async (shell) => {
  expect(await run('completion', shell)).toContain('rollcall');
});

/** A bash without anything, the script sourced twice, and what it offers for a command line. */
async function complete(line: readonly string[]): Promise<string[]> {
  const folder = await makeFolder({ 'plan one.json': '', 'people.yaml': '' });
  const program = join(folder, 'rollcall');
  // What it is asked is answered by this process's own parser: here only the way through bash is looked at.
  const answer = await run('complete', '--', ...line.slice(1));
  writeFileSync(join(folder, '.answer'), answer);
  writeFileSync(program, `#!/bin/sh\ncat '${join(folder, '.answer')}'\n`);
  chmodSync(program, 0o755);
  writeFileSync(join(folder, '.script'), await run('completion', 'bash'));
  const words = line.map((word) => `'${word}'`).join(' ');
  const script = `set -e; source .script; source .script; COMP_WORDS=(${words}); COMP_CWORD=${line.length - 1}; __rollcall_complete; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const env = { PATH: `${folder}:/usr/bin:/bin` };
  const out = execFileSync('bash', ['--norc', '--noprofile', '-c', script], { cwd: folder, env });
  return out.toString().trim().split('\n');
}

test.each([
  ['a command', ['rollcall', 'pla'], ['plan']],
  ['a flag', ['rollcall', 'plan', '--detailed'], ['--detailed-exitcode']],
  ['a plan file', ['rollcall', 'apply', 'pl'], ['plan one.json']],
  ['a file for a flag', ['rollcall', 'plan', '--target', 'peo'], ['people.yaml']],
])('bash offers %s, without its own completions installed and sourced twice', async (_, line, offered) => {
  expect(await complete(line)).toEqual(offered);
});
