import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { writeProgram } from '../../scripts/write-program.mjs';
import { makeFolder } from '../support/folder.ts';

/** A program that loads its second part once it hears something, and prints what that says. */
function toParts(said: string) {
  const first =
    "process.stdout.write('ready ');process.stdin.once('data',()=>{process.stdout.write(require('./late.js').said);process.exit()})";
  return [
    { name: './cli.js', code: toPart(first) },
    { name: './late.js', code: toPart(`exports.said=${JSON.stringify(said)}`) },
  ];
}

const toPart = (code: string) => `(function(exports,module,require){${code}\n})`;

const findParts = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.parts'));

const run = (file: string) => execFileSync(process.execPath, [file], { input: 'go', encoding: 'utf8' });

test('a run that is under way goes on with its own parts, however often the program is built anew', async () => {
  const file = join(makeFolder(), 'rollcall.js');
  await writeProgram(file, toParts('first'));
  const running = spawn(process.execPath, [file]);
  await once(running.stdout, 'data');
  await writeProgram(file, toParts('second'));
  await writeProgram(file, toParts('third'));
  running.stdin.end('go');
  expect(await text(running.stdout)).toBe('first');
  expect(run(file)).toBe('ready third');
});

test('parts stay until the build after the next, for whoever has just read the file that names them', async () => {
  const folder = makeFolder();
  const file = join(folder, 'rollcall.js');
  await writeProgram(file, toParts('first'));
  const [first = ''] = findParts(folder);
  expect(readFileSync(file, 'utf8')).toContain(first);
  await writeProgram(file, toParts('second'));
  expect(findParts(folder)).toHaveLength(2);
  expect(findParts(folder)).toContain(first);
  await writeProgram(file, toParts('third'));
  expect(findParts(folder)).toHaveLength(2);
  expect(findParts(folder)).not.toContain(first);
  await writeProgram(file, toParts('third'));
  expect(findParts(folder)).toHaveLength(1);
  expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
});

/** What V8 makes of a part; where `spoil` says so, not as it was. */
function compile(spoil: (bytes: Buffer) => Buffer): Map<string, Buffer> {
  const made = toParts('said').map(
    ({ name, code }) => [name, spoil(new Script(code).createCachedData())] as const,
  );
  return new Map(made);
}

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['as V8 made it', (bytes) => bytes],
  ['of another V8', (bytes) => Buffer.concat([Buffer.alloc(16, 1), bytes.subarray(16)])],
  ['cut', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['empty', () => Buffer.alloc(0)],
  ['no such thing', () => Buffer.from('no such thing')],
])('what was compiled ahead, %s, changes nothing of what a program does', async (_, spoil) => {
  const file = join(makeFolder(), 'rollcall.js');
  await writeProgram(file, toParts('said'), compile(spoil));
  expect(run(file)).toBe('ready said');
});

test('of parts that are not whole nothing is run, not what was read before it either', async () => {
  const folder = makeFolder();
  const file = join(folder, 'rollcall.js');
  await writeProgram(file, toParts('first'));
  const [parts = ''] = findParts(folder).map((name) => join(folder, name));
  truncateSync(parts, statSync(parts).size - 1);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { input: 'go', encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stdout).toBe('ready ');
  expect(stderr).toContain('.parts is not whole. Install Rollcall anew, or build it.');
});

test('a copy without its parts says what it needs, in one line', async () => {
  const folder = makeFolder();
  const file = join(folder, 'rollcall.js');
  await writeProgram(file, toParts('first'));
  const copy = join(makeFolder(), 'rollcall');
  copyFileSync(file, copy);
  const { status, stdout, stderr } = spawnSync(process.execPath, [copy], { encoding: 'utf8' });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^Error: \/.*\.parts cannot be read \(ENOENT\)\. .* copy the whole folder\.\n$/);
  const link = join(makeFolder(), 'rollcall');
  symlinkSync(file, link);
  expect(run(link)).toBe('ready first');
});

test('a copy without its package.json, below one of ES modules, says what it needs, in one line', async () => {
  const folder = makeFolder({ 'package.json': '{ "type": "module" }' });
  const file = join(folder, 'dist', 'rollcall.js');
  await writeProgram(file, toParts('first'));
  expect(run(file)).toBe('ready first');
  rmSync(join(folder, 'dist', 'package.json'));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(
    /^Error: \/.*rollcall\.js is without the package\.json .* copy the whole folder\.\n$/,
  );
});

test('another Node, or another processor, is not even shown it', async () => {
  const file = join(makeFolder(), 'rollcall.js');
  await writeProgram(file, toParts('said'));
  expect(readFileSync(file, 'utf8')).toContain(
    `process.version + process.arch === '${process.version}${process.arch}'`,
  );
});

test('whoever may not write to the program may read and start it', async () => {
  const folder = makeFolder();
  const file = join(folder, 'rollcall.js');
  await writeProgram(file, toParts('said'));
  expect(statSync(file).mode & 0o777).toBe(0o755);
  expect(findParts(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o644]);
});
