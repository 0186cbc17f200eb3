import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFiles } from '../../src/files/check-files.ts';
import { choirFiles } from '../support/choir-stage.ts';
import { makeFolder } from '../support/folder.ts';
import { createTestIo } from '../support/stage.ts';

/** What is said of the choir with these files in the place of its own, by code, and what was printed. */
async function check(files: Readonly<Record<string, string>>, skipPhotos = false) {
  const { io, written } = createTestIo({});
  const checked = await checkFiles({ groups: makeFolder({ ...choirFiles, ...files }), skipPhotos }, io);
  const codes = checked.diagnostics.map(({ code, severity }) => `${severity} ${code}`);
  return { codes, names: checked.organisation?.groups.map(({ settings }) => settings.name), written };
}

const silent = { out: '', err: '' };

test('files without a mistake come to their groups', async () => {
  expect(await check({})).toEqual({ codes: [], names: ['Altos', 'Basses'], written: silent });
});

test('warnings are told as data, beside the groups, and nothing is printed', async () => {
  const altos = choirFiles['altos.yaml'].replace('members:', 'manage: observe\nmembers:');
  const found = await check({
    'altos.yaml': `${altos}allow: { removals: 2, until: 2026-05-01, reason: past }\n`,
  });
  expect(found.names).toEqual(['Altos', 'Basses']);
  expect(found.codes.length).toBeGreaterThan(0);
  expect(found.codes.filter((code) => !code.startsWith('warning '))).toEqual([]);
  expect(found.written).toEqual(silent);
});

test('mistakes are told as data, all at once, and there is no organisation', async () => {
  const found = await check({
    'altos.yaml': choirFiles['altos.yaml'].replace('citra', 'citro'),
    'basses.yaml': choirFiles['basses.yaml'].replace('name', 'nome'),
  });
  expect(found).toEqual({
    codes: ['error unknown-handle', 'error unknown-key'],
    names: undefined,
    written: silent,
  });
});

test('photos are checked, unless they are left out', async () => {
  const altos = { 'altos.yaml': `${choirFiles['altos.yaml']}photo: missing.png\n` };
  expect((await check(altos)).codes).toEqual(['error photo-unreadable']);
  expect((await check(altos, true)).codes).toEqual([]);
});

test('a folder that is not there is a mistake, too', async () => {
  const { diagnostics } = await checkFiles({ groups: join(makeFolder(), 'missing') }, createTestIo({}).io);
  expect(diagnostics.map(({ code }) => code)).toContain('no-folder');
});
