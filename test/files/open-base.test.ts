import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import type { Base } from '../../src/files/open-base.ts';
import { openBase } from '../../src/files/open-base.ts';
import { drawPicture } from '../photo/pictures.ts';
import { choirFiles } from '../support/choir-stage.ts';
import { makeFolder } from '../support/folder.ts';
import type { Repository } from '../support/repository.ts';
import { createRepository } from '../support/repository.ts';
import { createTestIo } from '../support/stage.ts';

let groups = '';
let repository: Repository;

const { io } = createTestIo({});

beforeEach(async () => {
  const folder = makeFolder();
  groups = join(folder, 'groups');
  repository = await createRepository(folder);
});

/** Puts these texts below the groups folder, in the place of all that was there. */
async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  await rm(groups, { recursive: true, force: true });
  await mkdir(groups);
  for (const [name, text] of Object.entries(files)) await writeFile(join(groups, name), text);
}

/** The base as these files were committed, beside the choir's of today. */
async function open(files: Readonly<Record<string, string | Uint8Array>>): Promise<Base> {
  await write(files);
  await repository.commit();
  await write(choirFiles);
  return openBase('main', { groups }, io);
}

test('the files are those of the commit, and not those that lie there', async () => {
  const { ref, organisation, unread } = await open({
    ...choirFiles,
    'altos.yaml': choirFiles['altos.yaml'].replace('Altos', 'Old Altos'),
  });
  expect({ ref, unread }).toEqual({ ref: 'main', unread: [] });
  expect(organisation?.groups.map(({ file, settings }) => [file, settings.name])).toEqual([
    ['altos.yaml', 'Old Altos'],
    ['basses.yaml', 'Basses'],
  ]);
});

test('a commit without the folder has no files, and none that cannot be read', async () => {
  await repository.commit();
  await write(choirFiles);
  expect(await openBase('main', { groups }, io)).toEqual({ ref: 'main', unread: [] });
});

test('what cannot be read is told by file, and the rest is there', async () => {
  const { organisation, unread } = await open({ ...choirFiles, 'altos.yaml': '{{{\n' });
  expect(unread).toEqual([{ file: 'altos.yaml', what: 'id' }]);
  const [altos, basses] = organisation?.groups.toSorted((a, b) => (a.file < b.file ? -1 : 1)) ?? [];
  expect(altos).toMatchObject({ file: 'altos.yaml', lists: { members: false, admins: false } });
  expect(basses?.people.size).toBe(2);
});

test('a link and a huge file were there: a group is not taken for new by them', async () => {
  await write({ ...choirFiles, 'basses.yaml': ' '.repeat(10 * 1024 * 1024 + 1) });
  await rm(join(groups, 'altos.yaml'));
  await symlink('basses.yaml', join(groups, 'altos.yaml'));
  await symlink('basses.yaml', join(groups, 'notes.txt'));
  await repository.commit();
  await write(choirFiles);
  const { unread } = await openBase('main', { groups }, io);
  expect(unread.map(({ file }) => file)).toEqual(['altos.yaml', 'basses.yaml']);
});

test.each([
  ['is not there', ''],
  ['has no number', '  ana: "12"\n'],
])(
  'whom the policy protects by a handle that %s in the commit is looked up among the people of today',
  async (_, line) => {
    const policy = `${choirFiles['_policy.yaml']}protected: [ana, budi]\n`;
    const { organisation } = await open({
      ...choirFiles,
      '_policy.yaml': policy,
      '_people.yaml': choirFiles['_people.yaml'].replace('  ana: "+44 7700 900002"\n', line),
    });
    expect([...(organisation?.policy.protected ?? [])].toSorted()).toEqual(['447700900002', '447700900003']);
  },
);

test('a folder of people that is a link was there: whom it held is not told', async () => {
  await write({ ...choirFiles, 'tenors.yaml': 'name: Tenors\nmembers: [eko]\n' });
  await symlink('..', join(groups, '_people'));
  await repository.commit();
  await write(choirFiles);
  const { unread } = await openBase('main', { groups }, io);
  expect(unread).toEqual([{ file: '_people', what: 'people' }]);
});

test('people of a spreadsheet and hidden ones are known of a commit, and of today where its own cannot be read', async () => {
  const policy = `${choirFiles['_policy.yaml']}protected: [ana, eko, fani]\n`;
  const people = `${choirFiles['_people.yaml']}  eko: { lid: "330631678702157" }\n`;
  await write({ ...choirFiles, '_policy.yaml': policy, '_people.yaml': people });
  await mkdir(join(groups, '_people'));
  await writeFile(join(groups, '_people/5b.csv'), 'Fani;+44 7700 900009\n');
  await repository.commit();
  await writeFile(join(groups, '_people/5b.csv'), 'name;phone\nFani;+44 7700 900009\n');
  const { organisation, unread } = await openBase('main', { groups }, io);
  expect(unread.map(({ file, what }) => `${file} ${what}`)).toContain('_people/5b.csv people');
  expect([...(organisation?.policy.protected ?? [])]).toEqual(['447700900002', '447700900009']);
  expect([...(organisation?.policy.protectedLids ?? [])]).toEqual(['330631678702157']);
});

test('a photo has its picture; under --skip-photos no file says anything of one', async () => {
  const withPhoto = choirFiles['altos.yaml'].replace('topic', 'photo: a.png\ntopic');
  const { organisation } = await open({
    ...choirFiles,
    'altos.yaml': withPhoto,
    'a.png': await drawPicture(),
  });
  expect(organisation?.groups[0]?.photo).toMatchObject({ kind: 'file', picture: expect.anything() });
  const skipped = await openBase('main', { groups, skipPhotos: true }, io);
  expect(skipped.organisation?.groups[0]).not.toHaveProperty('photo');
});

test('the copy is gone afterwards, also where it cannot be made', async () => {
  const [temporary, before] = [makeFolder(), process.env['TMPDIR']];
  process.env['TMPDIR'] = temporary;
  onTestFinished(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  });
  await open(choirFiles);
  await expect(openBase('missing', { groups }, io)).rejects.toThrow(UsageError);
  expect(await readdir(temporary)).toEqual([]);
});
