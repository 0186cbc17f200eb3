import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSources } from '../../src/config/sources.ts';
import type { GroupId } from '../../src/domain/group.ts';
import { fileId } from '../../src/files/file-id.ts';

const id = '120363000000000077@g.us' as GroupId;
let folder: string;
const path = () => join(folder, 'club.yaml');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollcall-'));
});
afterEach(() => rm(folder, { recursive: true }));

test.each([
  ['lines', '# ours\nname: Club\n', `id: ${id}\n# ours\nname: Club\n`],
  ['Windows lines', 'name: Club\r\n', `id: ${id}\r\nname: Club\r\n`],
  ['a byte order mark', '\ufeffname: Club\n', `\ufeffid: ${id}\nname: Club\n`],
  ['braces', '{ name: Club }', `{ id: ${id}, name: Club }`],
])('the id comes first, and all else stays: %s', async (_, before, after) => {
  await writeFile(path(), before);
  const sources = await loadSources(folder);
  expect(await fileId(sources, 'club.yaml', id)).toEqual({ kind: 'filed' });
  expect(await readFile(path(), 'utf8')).toBe(after);
});

test('what is not as it was read is left as it is', async () => {
  await writeFile(path(), 'name: Club\n');
  const sources = await loadSources(folder);
  await writeFile(path(), 'name: Clubs\n');
  expect(await fileId(sources, 'club.yaml', id)).toMatchObject({ kind: 'not-filed' });
  expect(await readFile(path(), 'utf8')).toBe('name: Clubs\n');
  await rm(path());
  expect(await fileId(sources, 'club.yaml', id)).toMatchObject({ kind: 'not-filed' });
});

test('a file that has an id, or is not there, gets none', async () => {
  await writeFile(path(), `id: ${id}\n`);
  const sources = await loadSources(folder);
  expect(await fileId(sources, 'club.yaml', id)).toMatchObject({ kind: 'not-filed' });
  expect(await fileId(sources, 'other.yaml', id)).toMatchObject({ kind: 'not-filed' });
});
