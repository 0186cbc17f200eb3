import { expect, test } from 'vitest';
import { MistakesError } from '../../src/errors.ts';
import { openImport } from '../../src/files/open-import.ts';
import { singer } from '../support/choir.ts';
import { makeFolder } from '../support/folder.ts';
import { createTestIo } from '../support/stage.ts';

const policy = 'account: "+44 7700 900001"\ncountry: GB\n';
const sheet = 'name;phone;teams\nAna;07700 900002;board\nAna;07700 900003;\nBudi;x;\nCitra;07700 900004;\n';

test('a folder, and a spreadsheet in which two people have one name', async () => {
  const folder = makeFolder({
    '_policy.yaml': policy,
    '_people.yaml': 'people:\n  ana: "+44 7700 900002"\nteams: { board: [ana] }\n',
    '_people/more.yaml': 'people:\n  dewi: "+44 7700 900005"\n',
    'Altos.yaml': 'name: Altos\nmembers: [ana, dewi]\n',
    'photos/altos.jpg': '',
    'members.csv': sheet,
  });
  const { io, written } = createTestIo({});
  const desk = await openImport({ groups: folder }, `${folder}/members.csv`, io);
  expect(written.err).not.toContain('No groups');
  expect(desk.sheet?.people.map(({ handle, phone, teams }) => [handle, phone.slice(-1), teams])).toEqual([
    ['ana', '2', ['board']],
    ['ana', '3', []],
    ['citra', '4', []],
  ]);
  expect(desk.sheet?.problems.map(({ code }) => code)).not.toContain('duplicate-handle');
  expect(desk.taken).toEqual({ handles: expect.arrayContaining(['ana', 'dewi']), teams: ['board'] });
  expect(desk.peopleFile?.path).toBe('_people.yaml');
  expect([desk.isTaken('altos'), desk.isTaken('bass'), desk.isPhotoTaken('altos')]).toEqual([
    true,
    false,
    true,
  ]);
  expect(desk.whole.people.get(singer(2).key)?.handle).toBe('ana');
  expect(desk.whole.people.has(singer(4).key)).toBe(true);
  expect(desk.organisation.people.has(singer(4).key)).toBe(false);
  expect(desk.ways.writePhone(singer(2).phone)).toBe('+44 7700 900002');
});

test('nothing is put beside files that have mistakes', async () => {
  const { io } = createTestIo({});
  await expect(
    openImport({ groups: makeFolder({ '_policy.yaml': 'x: 1\n' }) }, undefined, io),
  ).rejects.toBeInstanceOf(MistakesError);
});

test('that there is no group yet is no news', async () => {
  const { io, written } = createTestIo({});
  const desk = await openImport({ groups: makeFolder({ '_policy.yaml': policy }) }, undefined, io);
  expect(written.err).toBe('');
  expect(desk.sheet).toBeUndefined();
  expect(desk.peopleFile).toBeUndefined();
});
