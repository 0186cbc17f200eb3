import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseInTurns } from '../../../src/config/parse.ts';
import { loadSources } from '../../../src/config/sources.ts';
import { exitCodes } from '../../../src/exit-codes.ts';
import { openPeople } from '../../../src/files/open-people.ts';
import { main } from '../../../src/main.ts';
import { formatPeopleKey, parsePeopleKey } from '../../../src/sealing/people-key.ts';
import type { PeopleKey } from '../../../src/sealing/people-key.ts';
import { formatSealKey } from '../../../src/sealing/seal-key.ts';
import { makeFolder } from '../../support/folder.ts';
import { peopleKeyEnv, sealFor, sealLine, testKey, toTestKey } from '../../support/sealing.ts';
import type { TestIoOptions } from '../../support/stage.ts';
import { createTestIo } from '../../support/stage.ts';

const policy = `account: "+44 7700 900001"\n${sealLine} # the key\n`;
const numbers = { ana: '+447700987652', budi: '+447700987653', citra: '+447700987654' };

async function toFiles(key: PeopleKey = testKey) {
  const [ana, budi, citra] = await Promise.all(
    Object.entries(numbers).map(([handle, number]) => sealFor(handle, number, key)),
  );
  return {
    '_policy.yaml': policy,
    '_people.yaml': `people:\n  ana: ${ana} # hers\n  budi: { phone: ${budi}, name: Budi }\n`,
    '_people/5b.csv': `name,phone\nCitra,${citra}\n`,
    'altos.yaml': 'name: Altos\nmembers: [ana, budi, citra]\n',
  };
}

async function run(groups: string, options: TestIoOptions = {}, argv: readonly string[] = ['--yes']) {
  const { io, written } = createTestIo({ env: peopleKeyEnv, outlet: 'pipe', ...options });
  const code = await main(['seal', '--groups', groups, '--rotate', ...argv], io);
  expect(written.out + written.err).not.toMatch(/98765/);
  return { code, ...written };
}

async function openNumbers(
  groups: string,
  ...keys: readonly string[]
): Promise<Record<string, string | undefined>> {
  const { io } = createTestIo({ env: { ROLLCALL_PEOPLE_KEY: keys.join(' ') } });
  const { people } = await openPeople(await parseInTurns(await loadSources(groups)), 'needed', io);
  return Object.fromEntries([...people.people].map(([handle, { phone }]) => [handle, phone && `+${phone}`]));
}

function readAll(groups: string, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(groups, name), 'utf8')]));
}

/** The texts without their sealed numbers and keys. */
function toBare(texts: Readonly<Record<string, string>>): readonly string[] {
  return Object.values(texts).map((text) => text.replaceAll(/(?:sealed:|rollcall-)[a-z]+/g, 'X'));
}

const old = formatPeopleKey(testKey);

test('everything is sealed for a new pair of the same organisation, and nothing else changes', async () => {
  const files = await toFiles();
  const groups = makeFolder(files);
  const { code, out, err } = await run(groups);
  expect(code).toBe(exitCodes.ok);
  expect(out).toMatch(/^rollcall-secret-[a-z]+\n$/);
  const pair = parsePeopleKey(out.trim()) as PeopleKey;
  expect(pair.organisation).toEqual(testKey.organisation);
  expect(await openNumbers(groups, out.trim())).toEqual(numbers);
  expect(toBare(readAll(groups, Object.keys(files)))).toEqual(toBare(files));
  expect(readFileSync(join(groups, '_policy.yaml'), 'utf8')).toContain(`${formatSealKey(pair)} # the key`);
  expect(err).toContain('3 numbers to seal anew');
  expect(err).toContain("git's history still holds what the old key opens");
});

describe('with two keys', () => {
  const next = toTestKey(5, 1);
  const env = { ROLLCALL_PEOPLE_KEY: `${old} ${formatPeopleKey(next)}` };

  test('the last one is the one to seal for, and a second time there is nothing to do', async () => {
    const groups = makeFolder(await toFiles());
    expect((await run(groups, { env })).code).toBe(exitCodes.ok);
    expect(await openNumbers(groups, formatPeopleKey(next))).toEqual(numbers);
    const { out } = await run(groups, { env });
    expect(out).toContain('already');
    expect(await openNumbers(groups, formatPeopleKey(next))).toEqual(numbers);
  });

  test.each([
    ['_people.yaml'],
    ['_people.yaml', '_people/5b.csv'],
    ['_people.yaml', '_people/5b.csv', '_policy.yaml'],
  ])('what ended halfway, behind %s, goes on', async (...names: string[]) => {
    const files = await toFiles();
    const [groups, whole] = [makeFolder(files), makeFolder(files)];
    await run(whole, { env });
    for (const name of names) writeFileSync(join(groups, name), readFileSync(join(whole, name)));
    expect((await run(groups, { env })).code).toBe(exitCodes.ok);
    expect(await openNumbers(groups, formatPeopleKey(next))).toEqual(numbers);
  });

  test('one of another organisation is refused', async () => {
    const files = await toFiles();
    const groups = makeFolder(files);
    const { code, err } = await run(groups, {
      env: { ROLLCALL_PEOPLE_KEY: `${old} ${formatPeopleKey(toTestKey(6))}` },
    });
    expect(code).toBe(exitCodes.usage);
    expect(err).toContain('of another organisation');
    expect(readAll(groups, Object.keys(files))).toEqual(files);
  });
});

test('where nothing is sealed yet no key is needed', async () => {
  const groups = makeFolder({ '_policy.yaml': policy, 'altos.yaml': 'name: Altos\nmembers: []\n' });
  const { code, out } = await run(groups, { env: {} });
  expect(code).toBe(exitCodes.ok);
  const pair = parsePeopleKey(out.trim()) as PeopleKey;
  expect(readFileSync(join(groups, '_policy.yaml'), 'utf8')).toContain(formatSealKey(pair));
});

test.each<[string, TestIoOptions, readonly string[], number, string]>([
  ['no key', { env: {} }, ['--yes'], exitCodes.usage, 'ROLLCALL_PEOPLE_KEY is not set'],
  [
    'another key',
    { env: { ROLLCALL_PEOPLE_KEY: formatPeopleKey(toTestKey(2)) } },
    ['--yes'],
    exitCodes.usage,
    'sealed for',
  ],
  [
    'nowhere to put the new one',
    { outlet: undefined } as never,
    ['--yes'],
    exitCodes.usage,
    'rollcall seal --rotate --file',
  ],
  ['nobody who agrees', {}, [], exitCodes.incomplete, 'Nothing was written'],
])('with %s nothing is written, and no key is made', async (_, options, argv, code, text) => {
  const files = await toFiles();
  const groups = makeFolder(files);
  const ran = await run(groups, options, argv);
  expect(ran.code).toBe(code);
  expect(ran.err).toContain(text);
  expect(ran.out).not.toContain('rollcall-secret-');
  expect(readAll(groups, Object.keys(files))).toEqual(files);
});

test('a line that does not open stops all of it, and is named', async () => {
  const files = await toFiles();
  const line = await sealFor('dewi', numbers.ana);
  const broken = { ...files, '_people.yaml': `${files['_people.yaml']}  eko: ${line}\n` };
  const groups = makeFolder(broken);
  const { code, err, out } = await run(groups);
  expect(code).toBe(exitCodes.mistakes);
  expect(err).toContain('_people.yaml:4');
  expect(out).toBe('');
  expect(readAll(groups, Object.keys(broken))).toEqual(broken);
});
