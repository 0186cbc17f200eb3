import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { main } from '../../src/main.ts';
import { makeFolder } from '../support/folder.ts';
import { createRepository } from '../support/repository.ts';
import type { TestIoOptions } from '../support/stage.ts';
import { createTestIo } from '../support/stage.ts';
import { nowhere, startAccount } from '../setup/setup-stage.ts';

const account = ['--account', '+44 7700 900001'];
const toAction = (digit: string) => `clara/rollcall@${digit.repeat(40)}`;
const github = ['--forge', 'github', '--action', toAction('a')];

async function run(argv: readonly string[], options: TestIoOptions = {}) {
  const { io, written } = createTestIo(options);
  return { code: await main(argv, io), ...written };
}

const init = (folder: string, argv: readonly string[] = account, options: TestIoOptions = {}) =>
  run(['init', folder, ...argv], options);

/** All that lies in a folder, by path. */
function readAll(folder: string) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]));
}

test('what is written validates at once, in a folder that was not there', async () => {
  const { url } = await startAccount();
  const folder = join(makeFolder(), 'our groups');
  const { code, out } = await init(folder, github, { env: { ROLLCALL_URL: url } });
  expect(code).toBe(exitCodes.ok);
  for (const path of Object.keys(readAll(folder))) expect(out).toContain(path);
  expect(out).toMatch(
    /sandbox.*GG, IM, JE.*Nobody is protected.*ROLLCALL_KEY.*cd '.*our groups'.*rollcall import/s,
  );
  const checked = await run(['validate', '--groups', join(folder, 'groups')]);
  expect(checked).toMatchObject({ code: exitCodes.ok, out: expect.stringContaining('The files are fine') });
});

test('a second time nothing is written, asked or read, and what is there is named', async () => {
  const folder = makeFolder();
  await init(folder);
  const before = readAll(folder);
  const { code, out } = await init(folder, [], { env: { ROLLCALL_URL: nowhere } });
  expect({ code, after: readAll(folder) }).toEqual({ code: exitCodes.ok, after: before });
  expect(out).toMatch(/^Everything is there already/);
  for (const path of Object.keys(before)) expect(out).toContain(path);
});

test('what people put beside their groups for a while does not get into the repository', async () => {
  const beside = ['residents.csv', 'Team.xlsx', 'contacts.vcf', 'WhatsApp Chat with Altos.txt', 'plan.json'];
  const own = ['groups/_people/team.csv', 'README.md'];
  const folder = makeFolder(Object.fromEntries([...beside, ...own].map((path) => [path, ''])));
  await init(folder);
  const repository = await createRepository(folder);
  await repository.commit();
  const kept = (await repository.git('-c', 'core.quotePath=false', 'ls-files')).split('\n');
  expect(kept).toEqual(expect.arrayContaining(own));
  expect(kept.filter((path) => beside.includes(path))).toEqual([]);
});

test('what somebody wrote stays, and what is missing beside it is written', async () => {
  const mine = { 'groups/_policy.yml': 'account: "+44 7700 900001"\n', '.gitignore': 'dist/\n' };
  const folder = makeFolder(mine);
  const { out } = await init(folder, github);
  expect(readAll(folder)).toMatchObject(mine);
  expect(Object.keys(readAll(folder))).not.toContain('groups/_policy.yaml');
  expect(out).toMatch(/There already.*_policy\.yml.*no line \.rollcall\//s);
});

describe('the workflows', () => {
  const workflows = ['plan', 'apply', 'drift'].map((name) => `.github/workflows/${name}.yml`);
  const again = (folder: string, digit: string, options: TestIoOptions = {}, ...flags: string[]) =>
    init(folder, ['--forge', 'github', '--action', toAction(digit), ...flags], options);

  test('name the action at the commit that was given, and hold nothing that builds it', async () => {
    const folder = makeFolder();
    const { out } = await init(folder, [...account, ...github]);
    const all = readAll(folder);
    for (const path of workflows)
      expect(all[path]).toContain(`uses: clara/rollcall/.github/actions/rollcall@${'a'.repeat(40)}\n`);
    expect(
      Object.keys(all)
        .filter((path) => path.startsWith('.github'))
        .toSorted(),
    ).toEqual(['.github/CODEOWNERS', ...workflows].toSorted());
    for (const name of ['ROLLCALL_RUNNER', 'ROLLCALL_TOKEN', 'SOPS_AGE_KEY']) expect(out).toContain(name);
  });

  test('a copy of everything has them as they are here', async () => {
    const folder = makeFolder();
    const { out } = await init(folder, [...account, '--forge', 'github', '--action', './']);
    expect(readAll(folder)['.github/workflows/plan.yml']).toContain('uses: ./.github/actions/rollcall');
    expect(Object.keys(readAll(folder))).toContain('.github/actions/rollcall/action.yml');
    expect(out).toMatch(/must be a copy of\s+Rollcall's own/);
  });

  test.each([
    [['--forge', 'github'], /does not know which commit.*--action OWNER\/REPO@COMMIT/],
    [['--forge', 'github', '--action', 'clara/rollcall@main'], /main is no commit of 40 digits/],
    [['--action', toAction('a')], /with --forge/],
  ])('with %j nothing is written, and it is said why', async (flags, reason) => {
    const folder = makeFolder();
    const { code, err } = await init(folder, [...account, ...flags]);
    expect({ code, all: readAll(folder) }).toEqual({ code: exitCodes.usage, all: {} });
    expect(err).toMatch(reason);
  });

  test('another commit is another line in three files, shown and asked about first', async () => {
    const folder = makeFolder();
    await init(folder, [...account, ...github]);
    const before = readAll(folder);
    const unasked = await again(folder, 'b');
    expect(unasked).toMatchObject({ code: exitCodes.incomplete, err: expect.stringContaining('--yes') });
    expect(unasked.out.match(/^\+.*@b{40}$/gm)).toHaveLength(5 + 1);
    const refused = await again(folder, 'b', { terminal: { isInteractive: true }, answer: 'no' });
    expect([refused.code, readAll(folder)]).toEqual([exitCodes.incomplete, before]);
    const agreed = await again(folder, 'b', { terminal: { isInteractive: true }, answer: 'yes' });
    expect(agreed.code).toBe(exitCodes.ok);
    const after = Object.entries(before).map(([path, text]) => [
      path,
      text.replaceAll('a'.repeat(40), 'b'.repeat(40)),
    ]);
    expect(readAll(folder)).toEqual(Object.fromEntries(after));
    for (const path of workflows) expect(agreed.out).toMatch(new RegExp(`Written:[^]*${path}`));
  });

  test('with --yes nobody is asked, and what somebody has edited stays and is named', async () => {
    const folder = makeFolder();
    await init(folder, [...account, ...github]);
    const drift = join(folder, '.github/workflows/drift.yml');
    const mine = readFileSync(drift, 'utf8').replace("'40 7 * * 1,4'", "'40 7 * * *'");
    writeFileSync(drift, mine);
    const { code, out } = await again(folder, 'b', {}, '--yes');
    expect(code).toBe(exitCodes.ok);
    expect(out).toMatch(/Edited by somebody, and left:\n {2}\S*drift\.yml\n/);
    expect(out).toContain(`clara/rollcall/.github/actions/rollcall@${'b'.repeat(40)}`);
    expect(readFileSync(drift, 'utf8')).toBe(mine);
    expect(readAll(folder)['.github/workflows/plan.yml']).toContain('b'.repeat(40));
  });

  test('a copy of everything becomes a small repository', async () => {
    const folder = makeFolder();
    await init(folder, [...account, '--forge', 'github', '--action', './']);
    await again(folder, 'b', {}, '--yes');
    for (const path of workflows) expect(readAll(folder)[path]).toContain(`@${'b'.repeat(40)}\n`);
  });
});

test.each(['.github', '.github/workflows', 'groups', 'groups/.schemas'])(
  'nothing is written through a link to elsewhere: %s',
  async (name) => {
    const [folder, elsewhere] = [makeFolder(), makeFolder({ 'plan.yml': 'mine', 'group.json': '{}' })];
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    symlinkSync(elsewhere, join(folder, name));
    const before = readAll(folder);
    const { code, err } = await init(folder, [...account, ...github, '--yes']);
    expect({ code, err }).toEqual({
      code: exitCodes.usage,
      err: expect.stringContaining(`${join(folder, name)} is no folder of its own`),
    });
    expect(readAll(folder)).toEqual(before);
    expect(readAll(elsewhere)).toEqual({ 'plan.yml': 'mine', 'group.json': '{}' });
  },
);

test('a folder that cannot be written gets nothing', async () => {
  const folder = makeFolder({ groups: 'a file' });
  const { code, err } = await init(folder);
  expect({ code, all: readAll(folder) }).toEqual({ code: exitCodes.usage, all: { groups: 'a file' } });
  expect(err).toMatch(/groups is no folder of its own/);
});

test('nor can one that lies in a file', async () => {
  const folder = makeFolder({ file: '' });
  const { code, err } = await init(join(folder, 'file', 'ours'));
  expect(code).toBe(exitCodes.usage);
  expect(err).toMatch(/cannot be written: what should be its folder is a file/);
});

describe('what could not be known is said', () => {
  test('no server was named', async () => {
    const { out } = await init(makeFolder());
    expect(out).toMatch(/No server was asked.*export ROLLCALL_URL=… ROLLCALL_USER=…/s);
  });
  test('the server did not answer', async () => {
    const { code, out } = await init(makeFolder(), [...account, '--url', nowhere]);
    expect(code).toBe(exitCodes.ok);
    expect(out).toMatch(
      /could not be asked.*cannot be reached.*export ROLLCALL_URL=http:\/\/127\.0\.0\.1:9 /s,
    );
  });
  test('neither server nor number: nothing is written', async () => {
    const folder = makeFolder();
    expect(await init(folder, [])).toMatchObject({
      code: exitCodes.usage,
      err: expect.stringMatching(/--account/),
    });
    expect(readAll(folder)).toEqual({});
  });
});

test.each([
  ['pt_BR.UTF-8', [], 'pt-BR', /^Escrito:/],
  ['id_ID', [], 'id', /^Ditulis:/],
  ['id_ID', ['--language', 'en'], 'en', /^Written:/],
])('the language of the locale %s with %j', async (LANG, flags, language, text) => {
  const folder = makeFolder();
  const { out } = await init(folder, [...account, ...flags], { env: { LANG } });
  expect(out).toMatch(text);
  expect(readAll(folder)['groups/_policy.yaml']).toContain(`language: ${language} `);
});

test.each([
  ['..', []],
  ['/tmp', []],
  ['.', []],
  ['ours', github],
])('the folder %s of groups will not do with %j', async (groups, flags) => {
  const folder = makeFolder();
  const { code } = await init(folder, [...account, '--groups', groups, ...flags]);
  expect({ code, all: readAll(folder) }).toEqual({ code: exitCodes.usage, all: {} });
});

test('Ctrl-C at a question writes nothing', async () => {
  const folder = makeFolder();
  const end = new AbortController();
  const terminal = { isInteractive: true };
  const answer = () => (end.abort(), '');
  const flags = [...account, '--country', 'GB', '--protected', '07700 900002'];
  const { code } = await init(folder, flags, { terminal, answer, signal: end.signal });
  expect({ code, all: readAll(folder) }).toEqual({ code: exitCodes.interrupted, all: {} });
});

test('a password is never an argument', async () => {
  const { out } = await run(['init', '--help']);
  expect(out).not.toMatch(/--password|--user/);
});

test('neither the number nor the password comes out', async () => {
  const { url } = await startAccount();
  const env = { ROLLCALL_URL: url, ROLLCALL_USER: 'admin', ROLLCALL_PASSWORD: 'hunter2hunter2' };
  const { out, err } = await init(makeFolder(), ['--protected', '+44 7700 900002'], { env });
  expect(out + err).not.toMatch(/900001|900002|hunter2/);
});
