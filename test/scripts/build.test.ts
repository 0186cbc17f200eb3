import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { cliBuild, getCli } from '../support/kill/build.ts';
import { findRoot } from '../support/repository-root.ts';

const root = findRoot();
const folder = mkdtempSync(join(tmpdir(), 'rollcall-build-'));
let file: string;

beforeAll(async () => {
  file = await getCli();
});

test('what is built starts by itself', () =>
  expect(execFileSync(file, ['--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/));

/** Says of each part that V8 compiles anew that it does. */
const teller = `const vm = require('node:vm');
vm.Script = class extends vm.Script {
  constructor(code, options) {
    super(code, options);
    process._rawDebug(this.cachedDataRejected === false ? 'as it was' : 'anew');
  }
};`;

test.each([[['--version']], [['validate']], [['plan', '--sandbox']]])(
  'nothing of what is run most is compiled anew: %s',
  (args) => {
    const hook = join(folder, 'teller.cjs');
    writeFileSync(hook, teller);
    const argv = ['--require', hook, file, ...args];
    const { status, stderr } = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8' });
    expect(status).toBe(0);
    const told = stderr.split('\n').filter((line) => line === 'anew' || line === 'as it was');
    expect([...new Set(told)]).toEqual(['as it was']);
  },
);

test("js-yaml's state has one hidden class: it is made without a spread", () => {
  const names = readdirSync(dirname(file)).filter((name) => name.endsWith('.parts'));
  const parts = names.map((name) => readFileSync(join(dirname(file), name), 'latin1')).join('');
  expect(parts).toContain('DEFAULT_PARSER_OPTIONS');
  expect(parts).not.toContain('...DEFAULT_PARSER_OPTIONS');
});

test('what is bundled comes with its licences', () => {
  const notices = readFileSync(join(dirname(file), 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  for (const name of ['commander', 'undici', 'yaml', 'zod']) {
    expect(notices).toMatch(new RegExp(`^${name} \\d.* \\((MIT|ISC)\\)$`, 'm'));
  }
});

test('the workflows that a build writes run the commit that it was made of', () => {
  const groups = join(folder, 'ours');
  const args = ['init', groups, '--account', '+44 7700 900001', '--forge', 'github'];
  execFileSync(process.execPath, [file, ...args]);
  const plan = readFileSync(join(groups, '.github', 'workflows', 'plan.yml'), 'utf8');
  expect(plan).toContain(`uses: ${cliBuild.replace('@', '/.github/actions/rollcall@')}\n`);
});
