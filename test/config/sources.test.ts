import { once } from 'node:events';
import { symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { resolveOrganisation } from '../../src/config/resolve.ts';
import { loadSources } from '../../src/config/sources.ts';
import { makeFolder, noon, toMark, parseFiles } from './files.ts';

const policy = 'account: "+44 7700 900001"\n';

async function findMarks(folder: string): Promise<readonly string[]> {
  const resolution = resolveOrganisation(parseFiles(await loadSources(folder)), noon);
  const found = resolution.kind === 'mistakes' ? resolution.diagnostics : resolution.organisation.warnings;
  return found.map((diagnostic) => toMark(diagnostic).replace(`${folder}/`, ''));
}

test('a list of people may be larger than a group', async () => {
  const lines = Array.from({ length: 15_000 }, (_, index) => `  p${index}: "+62 812 ${1_000_000 + index}"`);
  const people = `people:\n${lines.join(` # ${'x'.repeat(60)}\n`)}\n`;
  expect(people.length).toBeGreaterThan(1024 * 1024);
  const folder = await makeFolder({ '_policy.yaml': policy, '_people.yaml': people, 'g.yaml': people });
  expect(await findMarks(folder)).toEqual(['error g.yaml:1:1 too-large']);
});

test('all files of people together have one limit, which is the last one to be told of', async () => {
  const pad = `# ${'x'.repeat(77)}\n`.repeat(30_000);
  const toPeople = (name: string, digits: number) => `${pad}people:\n  ${name}: "+44 7700 90000${digits}"\n`;
  const folder = await makeFolder({
    '_policy.yaml': policy,
    '_people.yaml': toPeople('ana', 2),
    '_people/a.yml': toPeople('budi', 3),
    '_people/b.csv': `name;phone;note\nCitra;+44 7700 900004;"${pad}"\n`,
    '_people/c.yaml': toPeople('dewi', 5),
    '_people/d.csv': 'name;phone\nEko;+44 7700 900006\n',
    'g.yaml': 'name: G\nmembers: [ana, budi, citra, dewi, eko]\n',
  });
  expect(await findMarks(folder)).toEqual(['error _people/c.yaml:1:1 too-large']);
});

test('files of people are found in their folder alone, and what looks like one is told', async () => {
  const people = 'people: {}\n';
  const folder = await makeFolder({
    '_policy.yaml': policy,
    '_people.yaml': people,
    '_people/5b.yaml': people,
    '_people/5b.yml': people,
    '_people/5b.csv': 'name;phone\n',
    '_people/README.md': 'x',
    '_people/office.xlsx': 'x',
    '_people/_old.csv': 'x',
    '_people/.~lock.5b.csv#': 'x',
    '_people/year/6a.yaml': people,
    'choir/_people/6a.yaml': people,
  });
  await symlink(join(folder, '_people.yaml'), join(folder, '_people/link.csv'));
  const { files, diagnostics } = await loadSources(folder);
  expect(files.map(({ path }) => path)).toEqual([
    '_people.yaml',
    '_people/5b.csv',
    '_people/5b.yaml',
    '_policy.yaml',
  ]);
  expect(diagnostics.map((each) => toMark(each).replace(`${folder}/`, '')).toSorted()).toEqual([
    'error _people/5b.yml:1:1 two-files',
    'error _people/_old.csv:1:1 stray-file',
    'error _people/link.csv:1:1 unreadable-file',
    'error _people/office.xlsx:1:1 stray-file',
    'error _people/year:1:1 stray-file',
    'error choir/_people:1:1 stray-file',
  ]);
});

test('a folder of people that is a link is not followed, and whom it holds is no news', async () => {
  const elsewhere = await makeFolder({ '5b.yaml': 'people: { ana: "+44 7700 900002" }\n' });
  const folder = await makeFolder({ '_policy.yaml': policy, 'g.yaml': 'name: G\nmembers: [ana]\n' });
  await symlink(elsewhere, join(folder, '_people'));
  expect(await findMarks(folder)).toEqual(['error _people:1:1 unreadable-file']);
});

test('a spreadsheet in another encoding says how to save it', async () => {
  const folder = await makeFolder({
    '_policy.yaml': policy,
    '_people/5b.csv': Uint8Array.of(0x4a, 0x6f, 0xe9),
  });
  const { diagnostics } = await loadSources(folder);
  expect(diagnostics.map(({ code, detail }) => `${code} ${detail}`)).toEqual([
    expect.stringContaining('CSV UTF-8'),
  ]);
});

test('groups are found in folders, sorted, without what is hidden or no group', async () => {
  const group = 'name: G\n';
  const folder = await makeFolder({
    '_policy.yaml': policy,
    'b.yml': group,
    'a.yaml': group,
    'youth/choir/c.YAML': group,
    '.sandbox.yaml': group,
    '.git/d.yaml': group,
    '_old/e.yaml': group,
    'photos/_DSC0001.JPG': '',
    'notes.md': group,
  });
  const { files, diagnostics } = await loadSources(`${folder}/`);
  expect(files.map(({ path }) => path)).toEqual(['_policy.yaml', 'a.yaml', 'b.yml', 'youth/choir/c.YAML']);
  expect(files.map(({ file }) => file).at(-1)).toBe(join(folder, 'youth/choir/c.YAML'));
  expect(diagnostics).toEqual([]);
});

test('a folder that is not there is said once, and by its name', async () => {
  const { diagnostics } = await loadSources('no-such-folder');
  expect(diagnostics.map(({ code }) => code)).toEqual(['no-folder']);
  expect(diagnostics[0]?.detail).toContain('`no-such-folder`');
  expect(await findMarks('no-such-folder')).toEqual(['error - no-folder']);
});

test('a missing policy is said with the groups’ own mistakes', async () => {
  const folder = await makeFolder({ 'a.yaml': 'nam: G\nname: H\n' });
  expect(await findMarks(folder)).toEqual(['error - no-policy', 'error a.yaml:1:1 unknown-key']);
});

test('hostile files are each one mistake, quickly, and hide no other', async () => {
  const folder = await makeFolder({
    '_policy.yaml': policy,
    'big.yaml': new Uint8Array(50_000_000).fill(0x23),
    'brackets.yaml': '['.repeat(1_000_000),
    'indented.yaml': Array.from({ length: 1300 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
    'keys.yaml': `name: G\n${Array.from({ length: 50_000 }, (_, index) => `k${index}: 1\n`).join('')}`,
    'latin1.yaml': Buffer.from('name: Café\n', 'latin1'),
    'laughs.yaml': `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nname: *c\n`,
    'teams.yaml': 'topics: x\nname: G\n',
  });
  const start = process.cpuUsage();
  const marks = await findMarks(folder);
  // Of the processor's time, in microseconds: how busy the machine is does not count.
  expect(process.cpuUsage(start).user).toBeLessThan(15_000_000);
  expect(
    new Set(marks.filter((mark) => !mark.includes('keys.yaml') && !mark.includes('laughs.yaml'))),
  ).toEqual(
    new Set([
      'error big.yaml:1:1 too-large',
      'error brackets.yaml:1:1 yaml-too-deep',
      'error indented.yaml:1:1 yaml-too-deep',
      'error latin1.yaml:1:1 not-utf8',
      'error teams.yaml:1:1 unknown-key',
    ]),
  );
  expect(marks.filter((mark) => mark.includes('laughs.yaml'))).toEqual([
    'error laughs.yaml:1:7 yaml-anchor',
    'error laughs.yaml:2:7 yaml-anchor',
    'error laughs.yaml:2:8 yaml-anchor',
  ]);
  expect(marks.filter((mark) => mark.includes('keys.yaml'))).toHaveLength(101);
});

test('links are not followed, neither files nor folders, neither out nor in', async () => {
  const outside = await makeFolder({ 'secret.yaml': 'name: Secret\n' });
  const folder = await makeFolder({ '_policy.yaml': policy, 'a.yaml': 'name: G\n' });
  await symlink(join(outside, 'secret.yaml'), join(folder, 'b.yaml'));
  await symlink(outside, join(folder, 'c'));
  await symlink(join(folder, 'a.yaml'), join(folder, 'd.yaml'));
  await symlink(join(outside, 'nothing.yaml'), join(folder, 'e.yaml'));
  const { files, diagnostics } = await loadSources(folder);
  expect(files.map(({ path }) => path)).toEqual(['_policy.yaml', 'a.yaml']);
  expect(
    diagnostics.map(({ code, span }) => `${code} ${span?.file.replace(`${folder}/`, '')}`).toSorted(),
  ).toEqual([
    'unreadable-file b.yaml',
    'unreadable-file c',
    'unreadable-file d.yaml',
    'unreadable-file e.yaml',
  ]);
});

test('what is no regular file is a mistake and does not block', async () => {
  const folder = await makeFolder({ '_policy.yaml': policy, 'a.yaml': 'name: G\n' });
  const socket = createServer();
  await once(socket.listen(join(folder, 'socket.yaml')), 'listening');
  onTestFinished(() => void socket.close());
  expect(await findMarks(folder)).toEqual(['error socket.yaml:1:1 unreadable-file']);
});

test('a policy that cannot be read is not also missing', async () => {
  const folder = await makeFolder({
    '_policy.yaml': Buffer.from('state: Café\n', 'latin1'),
    'a.yaml': 'name: G\n',
  });
  expect(await findMarks(folder)).toEqual(['error _policy.yaml:1:1 not-utf8']);
});

test('a byte order mark and CRLF change nothing', async () => {
  const plain = await makeFolder({ '_policy.yaml': policy, 'a.yaml': 'name: G\ntopic: |\n  a\n  b\n' });
  const odd = await makeFolder({
    '_policy.yaml': policy,
    'a.yaml': '\uFEFFname: G\r\ntopic: |\r\n  a\r\n  b\r\n',
  });
  const [a, b] = await Promise.all(
    [plain, odd].map(async (folder) => resolveOrganisation(parseFiles(await loadSources(folder)), noon)),
  );
  if (a?.kind !== 'organisation' || b?.kind !== 'organisation') throw new Error('mistakes');
  expect(b.organisation.groups[0]?.settings).toEqual({ name: 'G', topic: 'a\nb' });
  expect(a.organisation.groups[0]?.settings).toEqual(b.organisation.groups[0]?.settings);
});

test.each([
  ['_people.yml', ['warning - no-groups']],
  ['_people.YAML', ['warning - no-groups']],
  ['_People.yaml', ['error _People.yaml:1:1 stray-file']],
  ['_peoples.yaml', ['error _peoples.yaml:1:1 stray-file']],
  ['_people.yaml.bak', ['error _people.yaml.bak:1:1 stray-file']],
  ['_people', ['error _people:1:1 stray-file']],
  ['_people.json', ['error _people.json:1:1 stray-file']],
  ['people/_people.yaml', ['error people/_people.yaml:1:1 stray-file']],
  ['_draft.yaml', ['error _draft.yaml:1:1 stray-file']],
  ['_peopel/5b.yaml', ['error _peopel:1:1 stray-file']],
  ['_archive/_people.yaml', ['warning - no-groups']],
  ['altos.yaml.txt', ['error altos.yaml.txt:1:1 stray-file']],
  ['altos.ymal', ['error altos.ymal:1:1 stray-file']],
])('%s is read, or said not to be', async (path, marks) => {
  const folder = await makeFolder({ '_policy.yaml': policy, [path]: 'people: {}\n' });
  expect(await findMarks(folder)).toEqual(marks);
});

test('what nobody reads is told with the nearest name', async () => {
  const folder = await makeFolder({ '_policy.yaml': policy, '_pepole.yaml': 'people: {}\n' });
  const { diagnostics } = await loadSources(folder);
  expect(diagnostics.map(({ detail }) => detail).join()).toContain('Did you mean `_people.yaml`?');
});

test('a policy may end in .yml, and two of them are one too many', async () => {
  const one = await makeFolder({ '_policy.yml': policy, 'a.yaml': 'name: G\n' });
  expect(await findMarks(one)).toEqual([]);
  const two = await makeFolder({ '_policy.yml': policy, '_policy.yaml': policy, 'a.yaml': 'name: G\n' });
  expect(await findMarks(two)).toEqual(['error _policy.yml:1:1 two-files']);
});

test('each folder may have its defaults, and one file of them', async () => {
  const one = await makeFolder({
    '_policy.yaml': policy,
    '_defaults.yaml': 'locked: true\n',
    'c/_defaults.yml': 'locked: false\n',
    'c/a.yaml': 'name: G\n',
  });
  expect(await findMarks(one)).toEqual([]);
  const two = await makeFolder({
    '_policy.yaml': policy,
    'c/_defaults.yaml': 'locked: true\n',
    'c/_defaults.yml': 'locked: false\n',
    'c/a.yaml': 'name: G\n',
  });
  expect(await findMarks(two)).toEqual(['error c/_defaults.yml:1:1 two-files']);
});

test('a file is called the same on every machine, its accents in one character or in two', async () => {
  const folder = await makeFolder({
    '_policy.yaml': policy,
    'cora\u0063\u0327a\u0303o.yaml': 'name: G\n',
    'caf\u00e9.yaml': 'name: H\n',
    'cafe\u0301.yaml': 'name: I\n',
  });
  const { files, diagnostics } = await loadSources(folder);
  expect(files.map(({ path }) => path)).toContain('cora\u00e7\u00e3o.yaml');
  expect(diagnostics.map(({ code }) => code)).toEqual(['two-files']);
});
