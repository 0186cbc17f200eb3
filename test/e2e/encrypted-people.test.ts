import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { makeFolder } from '../support/folder.ts';
import { createRepository } from '../support/repository.ts';
import { readSopsFile, sopsEnv } from '../support/sops-files.ts';
import type { StageOptions } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

const people = readSopsFile('people.yaml');

/** The choir, its people encrypted by the real sops. */
async function open(env: StageOptions['env'] = sopsEnv, own: Readonly<Record<string, string>> = {}) {
  const stage = await openStage({
    files: { ...choirFiles, '_people.yaml': people, ...own },
    world: choirWorld(),
    isUnmarked: true,
    terminal: { isInteractive: true },
    answer: 'yes',
    ...(env && { env }),
  });
  onTestFinished(() => stage.close());
  return stage;
}

/** Lines with digits of one of them, or with what else was encrypted. */
function findLeaks(text: string): readonly string[] {
  return text.split('\n').filter((line) => /90000[2-9]|••• (?!001)\d{3}|Santoso|flat 12|330631/.test(line));
}

test('without a key the files are judged as far as they can be seen, and what was not is said', async () => {
  const { code, out } = await (await open({})).run('validate');
  expect(code).toBe(exitCodes.ok);
  expect(out).toMatch(
    /Of \S+_people\.yaml only handles and names of teams were looked at: SOPS has encrypted it/,
  );
});

test.each([['plan'], ['apply', '--yes'], ['who', 'ana'], ['adopt']])(
  'without a key %s ends, and names the variable',
  async (...command) => {
    const stage = await open({});
    const { code, err } = await stage.run(...command);
    expect(code).toBe(exitCodes.usage);
    expect(err).toContain('neither SOPS_AGE_KEY nor SOPS_AGE_KEY_FILE is set');
    expect(stage.writes()).toEqual([]);
  },
);

test('a key that opens nothing is told apart from none', async () => {
  const key = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX';
  const { code, err } = await (await open({ SOPS_AGE_KEY: key })).run('plan');
  expect(code).toBe(exitCodes.usage);
  expect(err).toContain('no key of age in SOPS_AGE_KEY or SOPS_AGE_KEY_FILE opens it');
  expect(err).not.toContain(key);
});

test('who is who comes to the same as in plain text, and nothing of it is shown or kept', async () => {
  const stage = await open();
  const plain = await openStage({ files: choirFiles, world: choirWorld(), isUnmarked: true });
  onTestFinished(() => plain.close());
  const reports = ['plan.md', 'plan.html', 'plan.json'].map((name) => stage.path(name));
  const [markdown = '', html = '', out = ''] = reports;
  const state = ['--state', stage.path('memory')];
  const plan = await stage.run('plan', '--markdown', markdown, '--html', html, '--out', out, ...state);
  expect((await plain.run('plan', '--state', plain.path('memory'))).out.split('\n')).toContain(
    plan.out.split('\n')[0],
  );
  const runs = [
    plan,
    await stage.run('apply', '--yes', '--new-journal', ...state, '--report', stage.path('report.json')),
  ];
  expect(stage.writes().length).toBeGreaterThan(0);
  for (const command of [
    ['plan', '--json'],
    ['who', 'ana'],
    ['validate', '--show-phones'],
    ['status'],
    ['groups', '--show-phones'],
    ['fmt', '--check'],
  ])
    runs.push(await stage.run(...command));
  expect(runs.flatMap((run) => findLeaks(run.out + run.err))).toEqual([]);
  const entries = await readdir(stage.folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  expect(files).toEqual(expect.arrayContaining(reports));
  for (const file of files) expect(findLeaks(await readFile(file, 'utf8'))).toEqual([]);
});

test.each([
  [
    'a line that is gone',
    (text: string) => text.replace(/^ {4}citra: .*\n/m, ''),
    /_people\.yaml:\d+:\d+/,
    'its MAC does not fit',
  ],
  [
    'a value under another key',
    (text: string) => text.replace(/^( +ana: ).*/m, `$1${/citra: (.*)/.exec(text)?.[1]}`),
    /_people\.yaml:4:10/,
    'This value does not open',
  ],
  [
    'a number in plain text',
    (text: string) => text.replace(/^( +ana: ).*/m, '$1"+44 7700 900002"'),
    /_people\.yaml:4:10/,
    'stands here in plain text',
  ],
  [
    'keys of another kind',
    (text: string) => text.replace(/^ {4}age:\n(?: {8,}.*\n)+/m, '    pgp: []\n'),
    /_people\.yaml:\d+:1/,
    'opens those of age alone',
  ],
  [
    'half a file of SOPS',
    (text: string) => text.replace(/^ +lastmodified: .*\n/m, ''),
    /_people\.yaml:\d+:1/,
    'not what SOPS writes',
  ],
])('%s is a mistake at its place', async (_, spoil, place, words) => {
  const { code, err } = await (await open(sopsEnv, { '_people.yaml': spoil(people) })).run('validate');
  expect(code).toBe(exitCodes.mistakes);
  expect(err).toMatch(place);
  expect(err.replaceAll(/\s+/g, ' ')).toContain(words);
  expect(findLeaks(err)).toEqual([]);
});

test('a mistake in what was encrypted is told by its place alone', async () => {
  const { code, err } = await (
    await open(sopsEnv, { '_people.yaml': readSopsFile('wrong.yaml') })
  ).run('validate');
  expect(code).toBe(exitCodes.mistakes);
  expect(err).toMatch(/Phone number without a country code\s+on \S+_people\.yaml:2:10/);
  expect(err).toMatch(/Unknown handle\s+on \S+_people\.yaml:\d+:11/);
  expect(err.replaceAll(/\s+/g, ' ')).toContain('What stands here is encrypted, so no more is said of it.');
  expect(err).not.toMatch(/12345|mallory/);
});

test('a file outside of the repository may be encrypted as well', async () => {
  const { '_people.yaml': _, ...others } = choirFiles;
  const stage = await openStage({ files: others, world: choirWorld(), env: sopsEnv });
  onTestFinished(() => stage.close());
  const file = join(makeFolder({ 'people.yaml': people }), 'people.yaml');
  expect((await stage.run('validate', '--people', file)).code).toBe(exitCodes.ok);
  expect((await stage.run('plan', '--people', file)).code).toBe(exitCodes.ok);
});

test('with a base both are opened, and another number behind a handle is an alert without a digit', async () => {
  const stage = await open();
  const repository = await createRepository(stage.folder);
  await repository.commit('the choir');
  await repository.git('checkout', '--quiet', '-b', 'change');
  await stage.write('groups/_people.yaml', readSopsFile('people-renumbered.yaml'));
  const { code, out, err } = await stage.run('plan', '--base', 'main');
  expect(code).toBe(exitCodes.ok);
  expect(out).toMatch(/number.*ana|ana.*number/s);
  expect(out).toContain('changes (sealed)');
  expect(findLeaks(out + err)).toEqual([]);
});

test('nothing is written into it: forget names the line that is left', async () => {
  const stage = await open(sopsEnv, { '_people.yaml': readSopsFile('people-phones.yaml') });
  const text = await readFile(stage.path('groups/_people.yaml'), 'utf8');
  const refused = await stage.run('forget', 'budi');
  expect(refused.code).toBe(exitCodes.usage);
  expect(refused.err).toContain('The team `volunteers`');
  const { code, out } = await stage.run('forget', 'dewi');
  expect(code).toBe(exitCodes.ok);
  expect(out).toMatch(/_people\.yaml:\d/);
  expect(await readFile(stage.path('groups/_people.yaml'), 'utf8')).toBe(text);
  expect(await readFile(stage.path('groups/basses.yaml'), 'utf8')).not.toContain('dewi');
});

test('import writes nobody into it', async () => {
  const stage = await open();
  const { code, err } = await stage.run('import', '--dry-run');
  expect(code).toBe(exitCodes.usage);
  expect(err).toContain('Rollcall never writes into such a file');
});
