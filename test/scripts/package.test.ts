import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { getCli } from '../support/kill/build.ts';
import { findRoot } from '../support/repository-root.ts';

/*
 * The package as `npm publish` would send it, installed where nothing else is.
 */

const root = findRoot();
const place = mkdtempSync(join(tmpdir(), 'rollcall-package-'));
const installed = join(place, 'node_modules', 'rollcall');
/** Neither a server nor keys of whoever runs the tests, nor what npm tells the scripts that it starts. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:ROLLCALL|SOPS|npm_|INIT_CWD|GITHUB_)/.test(name)),
);
let packed: readonly { readonly path: string; readonly mode: number }[];

const npm = (args: readonly string[], cwd: string) =>
  execFileSync('npm', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

function start(program: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: place, env, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

/** What npx runs, without npm's half a second. */
const run = (...args: readonly string[]) => start(join(place, 'node_modules', '.bin', 'rollcall'), args);

/**
 * All that the repository has, with what a build before has left, in a folder that may be changed; its build is what the tests have
 * built already.
 */
async function copyRepository(): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'rollcall-repository-'));
  const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
  const names = new Set(files.map((file) => file.replace(/\/.*/, '')));
  execFileSync('cp', ['-r', ...names, copy], { cwd: root });
  mkdirSync(join(copy, 'dist'));
  writeFileSync(join(copy, 'dist', 'rollcall-0123456789abcdef.parts'), 'of a build before');
  const built = JSON.stringify(dirname(await getCli()));
  const build = `import { cpSync } from 'node:fs';\ncpSync(${built}, 'dist', { recursive: true });\n`;
  writeFileSync(join(copy, 'scripts', 'build.mjs'), build);
  return copy;
}

beforeAll(async () => {
  // Builds: that is what `prepack` is for. What a build prints comes before the answer.
  const told = npm(['pack', '--json', '--pack-destination', place], await copyRepository());
  const [about] = JSON.parse(told.slice(told.indexOf('[\n'))) as [{ filename: string; files: typeof packed }];
  packed = about.files;
  // Without a package.json npm would look for one in the folders above, and install there.
  writeFileSync(join(place, 'package.json'), '{}');
  // What a checkout has installed lies in npm's cache.
  const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=warn'];
  npm(['install', ...quick, join(place, about.filename)], place);
});

test('a package holds the program, the example that a demo shows, what people read, and nothing else', () => {
  const groups = execFileSync('git', ['ls-files', 'groups'], { cwd: root, encoding: 'utf8' });
  const expected = [
    ...groups.trim().split('\n'),
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'dist/THIRD-PARTY-NOTICES.txt',
    'dist/package.json',
    'dist/rollcall-….parts',
    'dist/rollcall.js',
    'package.json',
  ];
  const found = packed.map(({ path }) => path.replace(/-[\da-f]{16}(?=\.parts$)/, '-…'));
  expect(found.toSorted()).toEqual(expected.toSorted());
  expect(packed.filter(({ mode }) => (mode & 0o111) !== 0).map(({ path }) => path)).toEqual([
    'dist/rollcall.js',
  ]);
});

test('the one package that it installs is sharp, and npm finds nothing to warn of', () => {
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    dependencies: object;
  };
  expect(Object.keys(dependencies)).toEqual(['sharp']);
  expect(npm(['ls', '--all', '--parseable'], place)).not.toMatch(/extraneous|invalid|missing/);
});

test('nothing in it tells of the machine that it was built on', () => {
  const texts = readdirSync(installed, { recursive: true, encoding: 'utf8' })
    .map((name) => join(installed, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'latin1'));
  expect(texts.length).toBe(packed.length);
  for (const text of texts) {
    expect(text.includes(root)).toBe(false);
    expect(text).not.toMatch(/sourceMappingURL=|sourcesContent/);
  }
});

test('npx runs it', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const told = start('npx', ['--no-install', 'rollcall', '--version']);
  expect(told).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test('a demo is the whole cycle in a folder that has no groups, with photos that its own sharp compares', () => {
  const demo = run('demo');
  expect(demo.err).toContain('There is no folder groups here: this is the example,');
  expect(demo.out).toMatch(/^\$ rollcall plan\n[\s\S]*\$ rollcall apply --yes\n[\s\S]*\$ rollcall plan\n/);
  expect(demo.out).toMatch(/photo +differs \(0\.\d+\)/);
  expect(demo.code).toBe(0);
});

test('what it begins validates, and seals with a page', () => {
  expect(run('init', 'ours', '--account', '+44 7700 900001')).toMatchObject({ code: 0, err: '' });
  const ours = ['--groups', join('ours', 'groups')];
  expect(run('validate', ...ours)).toMatchObject({ code: 0 });
  expect(run('keygen', '--file', 'key', '--yes', ...ours)).toMatchObject({ code: 0 });
  expect(run('seal', '--page', 'seal.html', ...ours)).toMatchObject({ code: 0 });
  expect(readFileSync(join(place, 'seal.html'), 'utf8')).toContain('<script>');
});
