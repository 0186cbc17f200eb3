import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ParseCache } from '../../src/files/parse-cache.ts';
import { createParseCache, openParseCache } from '../../src/files/parse-cache.ts';
import { decodeGroup, encodeGroup } from '../../src/config/groups/known-groups.ts';
import { parseInTurns } from '../../src/config/parse.ts';
import type { Parsed } from '../../src/config/parse.ts';
import { loadSources } from '../../src/config/sources.ts';
import type { Files } from '../config/files.ts';
import { toSources, usual, parseFiles } from '../config/files.ts';

let folder = '';
let file = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollcall-cache-'));
  file = join(folder, 'deep', 'cache');
});
afterEach(() => rm(folder, { recursive: true }));

/** A group that says all that the language has. */
const full = `id: 120363025982934543@g.us
account: main
name: Altos
topic: |
  First Thursday.
photo: photos/altos.jpg
announce: false
disappearing: 7d
members:
  - ana
  - "+44 7700 900009"
  - "07700 900008"
  - team:altos
  - { person: budi, until: 2026-12-31 }
  - { person: caio, by: invite }
  - { person: "+44 7700 900007", readd: 2026-12-31 }
  - { person: team:altos,
      until: 2026-10-01 }
  - lid:330631678702157
admins: [ana]
manage: { members: exact }
allow: { removals: 28, until: 2026-12-01, reason: class split }
`;
const files: Files = {
  ...usual,
  '_policy.yaml': `${usual['_policy.yaml']}country: GB\n`,
  'altos.yaml': full,
};

async function open(build = 'one'): Promise<ParseCache> {
  return createParseCache(file, build);
}

/** Parses with a cache and saves it; tells which files it had to parse. */
async function parse(texts: Files, cache: ParseCache): Promise<{ parsed: Parsed; anew: readonly string[] }> {
  const anew: string[] = [];
  const keep: ParseCache['keep'] = (source, country, group) => {
    anew.push(source.path);
    cache.keep(source, country, group);
  };
  const parsed = await parseInTurns(toSources(texts), { ...cache, keep });
  await cache.save();
  return { parsed, anew };
}

test('a group comes back as it was', async () => {
  const example = parseFiles(await loadSources('groups'));
  const groups = [...parseFiles(toSources(files)).groups, ...example.groups];
  expect(groups.length).toBeGreaterThan(10);
  for (const group of groups) expect(decodeGroup(encodeGroup(group))).toEqual(group);
});

test('what was parsed before is not parsed again, and comes to the same', async () => {
  const first = await parse(files, await open());
  expect(first.anew).toEqual(['altos.yaml']);
  const second = await parse(files, await open());
  expect(second.anew).toEqual([]);
  expect(second.parsed).toEqual(first.parsed);
  expect(second.parsed).toEqual(parseFiles(toSources(files)));
});

test.each<[string, Files, string]>([
  ['another text', { ...files, 'altos.yaml': full.replace('ana', 'budi') }, 'one'],
  ['another country', { ...files, '_policy.yaml': `${usual['_policy.yaml']}country: ID\n` }, 'one'],
  ['another build', files, 'two'],
])('%s is parsed anew', async (_, texts, build) => {
  await parse(files, await open());
  expect((await parse(texts, await open(build))).anew).toEqual(['altos.yaml']);
});

test('the same text in another place is parsed anew, since every entry knows its place', async () => {
  await parse(files, await open());
  const { 'altos.yaml': _, ...rest } = files;
  const { parsed, anew } = await parse({ ...rest, 'youth/altos.yaml': full }, await open());
  expect(anew).toEqual(['youth/altos.yaml']);
  expect(parsed.groups[0]?.members?.[0]?.span.file).toBe('groups/youth/altos.yaml');
});

test('a file with a mistake or a warning is parsed every time, so that it is told every time', async () => {
  const wrong = { ...files, 'altos.yaml': `${full}anounce: true\n` };
  await parse(wrong, await open());
  const { parsed } = await parse(wrong, await open());
  expect(parsed.diagnostics).toMatchObject([{ code: 'unknown-key' }]);
});

test('mistakes that only all files together show are told all the same', async () => {
  await parse(files, await open());
  const second = { ...files, 'basses.yaml': full };
  const { parsed } = await parse(second, await open());
  expect(parsed).toEqual(parseFiles(toSources(second)));
});

test('what no file needs any more goes', async () => {
  await parse({ ...files, 'basses.yaml': full }, await open());
  await parse(files, await open());
  expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toHaveLength(1);
});

test.each([
  ['half a line', (text: string) => text.slice(0, 200)],
  ['a line of something else', (text: string) => text.replace(/ .*/, ' {')],
  ['nothing', () => ''],
])('%s in its place is no cache', async (_, damage) => {
  await parse(files, await open());
  await writeFile(file, damage(await readFile(file, 'utf8')));
  const { parsed, anew } = await parse(files, await open());
  expect(anew).toEqual(['altos.yaml']);
  expect(parsed).toEqual(parseFiles(toSources(files)));
});

test('only its owner may read it: it holds numbers, as the files do', async () => {
  await parse(files, await open());
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, 'deep'))).mode & 0o777).toBe(0o700);
});

test('a cache that cannot be written is none, and no failure', async () => {
  await writeFile(join(folder, 'deep'), 'no folder');
  const { parsed } = await parse(files, await open());
  expect(parsed.groups).toHaveLength(1);
});

test('sources that run as they are keep none: their rules may change from run to run', async () => {
  expect(await openParseCache('groups', { env: { XDG_CACHE_HOME: folder } })).toBeUndefined();
});
