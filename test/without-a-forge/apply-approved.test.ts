import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../support/folder.ts';
import { findRoot } from '../support/repository-root.ts';

const script = join(findRoot(), 'docs', 'without-a-forge', 'apply-approved.sh');

/** A state folder with files in it, and programs in the place of git and Rollcall; the latter does what `rollcall` says. */
function makePlace(
  files: Readonly<Record<string, string>>,
  rollcall = 'echo {} > "$report"; exit 0',
): string {
  const place = makeFolder(files);
  for (const name of ['repository', 'approved', 'taken', 'done', 'bin'])
    mkdirSync(join(place, name), { recursive: true });
  const put = (name: string, text: string) => {
    writeFileSync(join(place, 'bin', name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(place, 'bin', name), 0o755);
  };
  put('git', `[ ! -e "${place}/diverged" ] || exit 128`);
  put('rollcall', `report="${place}/report.json"; printf '%s\\n' "$@" > "${place}/told"; ${rollcall}`);
  return place;
}

async function run(place: string): Promise<number> {
  const child = execFile('sh', [script, place], { env: toEnv(place) });
  const [code] = (await once(child, 'close')) as [number];
  return code;
}

function toEnv(place: string): NodeJS.ProcessEnv {
  return { PATH: `${join(place, 'bin')}:${process.env['PATH'] ?? ''}` };
}

/** What lies where, by folder. */
function look(place: string): Record<string, readonly string[]> {
  return Object.fromEntries(
    ['approved', 'taken', 'done'].map((name) => [name, readdirSync(join(place, name)).toSorted()]),
  );
}

function findTold(place: string): readonly string[] {
  const lines = existsSync(join(place, 'told'))
    ? readFileSync(join(place, 'told'), 'utf8').trim().split('\n')
    : [];
  return lines.map((line) => line.replace(`${place}/`, ''));
}

const always = ['apply', '--quiet', '--state', 'memory', '--report', 'report.json'];

test('plan files are given all together, whatever they are called, and are done with', async () => {
  const place = makePlace({
    'approved/-b c.json': '',
    "approved/a'$(id).json": '',
    'approved/half.part': '',
  });
  expect(await run(place)).toBe(0);
  expect(findTold(place)).toEqual([...always, 'taken/-b c.json', "taken/a'$(id).json"]);
  expect(look(place)).toEqual({ approved: ['half.part'], taken: [], done: ['-b c.json', "a'$(id).json"] });
});

test('without one it is what the memory holds', async () => {
  const place = makePlace({});
  expect(await run(place)).toBe(0);
  expect(findTold(place)).toEqual(always);
});

test.each([
  ['before there was a report', 'exit 1', 1, 'approved'],
  ['with a report of the last run alone', 'exit 65', 65, 'approved'],
  ['after it had begun', 'echo {} > "$report"; exit 1', 1, 'done'],
  ['because something is left', 'echo {} > "$report"; exit 3', 3, 'done'],
])('a run that ends %s', async (_, rollcall, code, where) => {
  const place = makePlace({ 'approved/a.json': '', 'report.json': '{}' }, rollcall);
  expect(await run(place)).toBe(code);
  expect(look(place)).toEqual({ approved: [], taken: [], done: [], [where]: ['a.json'] });
});

test.each([
  ['before it began', {}, ['taken/a.json'], 'done'],
  ['after it had begun', { 'report.json': '{}' }, [], 'done'],
])('of a run that the machine died in %s', async (_, report, given, where) => {
  const place = makePlace({ 'taken/a.json': '', ...report });
  expect(await run(place)).toBe(0);
  expect(findTold(place)).toEqual([...always, ...given]);
  expect(look(place)[where]).toEqual(['a.json']);
});

test('a clone that cannot follow applies nothing', async () => {
  const place = makePlace({ 'approved/a.json': '', diverged: '' });
  expect(await run(place)).toBe(128);
  expect(findTold(place)).toEqual([]);
  expect(look(place)).toMatchObject({ approved: ['a.json'] });
});

test.each([
  ['a new memory begins by somebody’s word, which holds once', 'echo {} > "$report"', false],
  ['and holds on where it came to nothing', 'exit 1', true],
])('%s', async (_, rollcall, isKept) => {
  const place = makePlace({ 'new-memory': '' }, rollcall);
  await run(place);
  expect(findTold(place)).toContain('--new-journal');
  expect(existsSync(join(place, 'new-memory'))).toBe(isKept);
});

test('whoever stops it waits for what is on its way, and it is done with all the same', async () => {
  const rollcall = 'trap \'echo {} > "$report"; exit 130\' TERM; echo ready; while :; do sleep 0.05; done';
  const place = makePlace({ 'approved/a.json': '' }, rollcall);
  const child = spawn('sh', [script, place], { env: toEnv(place), detached: true });
  await once(child.stdout, 'data');
  // As systemd does: to all of the service.
  process.kill(-(child.pid ?? 0), 'SIGTERM');
  const [code] = (await once(child, 'close')) as [number];
  expect([code, look(place)['done']]).toEqual([130, ['a.json']]);
});

test('a run that ends before it begins leaves no earlier report, which would be told as its own', async () => {
  const place = makePlace({ 'report.json': '{}', diverged: '', 'approved/a.json': '' });
  expect(await run(place)).toBe(128);
  expect([existsSync(join(place, 'report.json')), look(place)]).toEqual([
    false,
    { approved: ['a.json'], taken: [], done: [] },
  ]);
});
