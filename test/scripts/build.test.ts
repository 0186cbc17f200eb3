import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'rollcall-build-'));
const file = join(folder, 'rollcall.js');

const commit = 'a1'.repeat(20);

/** What a program that was there before the build goes on reading. */
let read = '';

beforeAll(async () => {
  writeFileSync(file, 'what a run began with');
  const running = await open(file);
  const env = { ...process.env, ROLLCALL_BUILD: `clara/rollcall@${commit}` };
  execFileSync(process.execPath, ['scripts/build.mjs', file], { cwd: root, env });
  read = await running.readFile('utf8');
  await running.close();
});

test('a build leaves a program that is running its own file', () => {
  expect(read).toBe('what a run began with');
  expect(statSync(file).mode & 0o111).toBe(0o111);
  expect(execFileSync(process.execPath, [file, '--version']).toString()).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('what is bundled comes with its licences', () => {
  const notices = readFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  for (const name of ['commander', 'undici', 'yaml', 'zod']) {
    expect(notices).toMatch(new RegExp(`^${name} \\d.* \\((MIT|ISC)\\)$`, 'm'));
  }
});

test('the workflows that a build writes run the commit that it was made of', () => {
  const groups = join(folder, 'ours');
  const args = ['init', groups, '--account', '+44 7700 900001', '--forge', 'github'];
  execFileSync(process.execPath, [file, ...args]);
  const plan = readFileSync(join(groups, '.github', 'workflows', 'plan.yml'), 'utf8');
  expect(plan).toContain(`uses: clara/rollcall/.github/actions/rollcall@${commit}\n`);
});
