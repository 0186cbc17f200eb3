import { expect, test } from 'vitest';
import { parseInTurns } from '../../src/config/parse.ts';
import { openPeople, readPeopleKeys } from '../../src/files/open-people.ts';
import { formatPeopleKey } from '../../src/sealing/people-key.ts';
import { toKeyId } from '../../src/sealing/seal-key.ts';
import { toSources } from '../config/files.ts';
import { peopleKeyEnv, sealFor, sealLine, testKey, toTestKey } from '../support/sealing.ts';
import { createTestIo } from '../support/stage.ts';

const files = {
  '_policy.yaml': `account: "+44 7700 900001"\n${sealLine}\n`,
  '_people.yaml': `people:\n  ana: ${await sealFor('ana', '+447700900002')}\n`,
};

async function open(
  env: Readonly<Record<string, string>>,
  need: 'needed' | 'if-there' = 'needed',
  own = files,
) {
  const { io, written } = createTestIo({ env });
  const { people } = await openPeople(await parseInTurns(toSources(own)), need, io);
  io.out('+44 7700 900002');
  return { phone: people.people.get('ana')?.phone, printed: written.out };
}

test('opens with the pair of the environment, and prints no digit of a number from then on', async () => {
  const { phone, printed } = await open(peopleKeyEnv);
  expect(phone).toBe('447700900002');
  expect(printed).not.toMatch(/\d/);
});

test('files without `seal:` are left as they are, whatever the environment holds', async () => {
  const own = { ...files, '_policy.yaml': 'account: "+44 7700 900001"\n' };
  expect((await open({ ROLLCALL_PEOPLE_KEY: 'nonsense' }, 'needed', own)).printed).toContain('002');
});

test.each([
  ['', 'is not set'],
  ['nonsense', 'no key that `rollcall keygen` made'],
  [formatPeopleKey(testKey).slice(0, -1), 'Letters of it are missing'],
  [sealLine.slice('seal: '.length), 'This is the public key'],
  [formatPeopleKey(toTestKey(2)), `holds the key ${toKeyId(toTestKey(2).publicKey)} and`],
  [formatPeopleKey(toTestKey(1, 2)), 'of another organisation'],
])('a key that is none, or another one, is told: %s', async (key, words) => {
  await expect(open({ ROLLCALL_PEOPLE_KEY: key })).rejects.toThrow(words);
});

test('which key is missing is named, and in which variable', async () => {
  await expect(open({})).rejects.toThrow(
    `The number of one person is sealed for the key ${toKeyId(testKey.publicKey)}, and ROLLCALL_PEOPLE_KEY is not set`,
  );
});

test('who can do without is not stopped by a missing key, and is by a wrong one', async () => {
  const { phone, printed } = await open({}, 'if-there');
  expect(phone).toBeUndefined();
  expect(printed).not.toMatch(/\d/);
  await expect(open({ ROLLCALL_PEOPLE_KEY: formatPeopleKey(toTestKey(2)) }, 'if-there')).rejects.toThrow(
    'holds the key',
  );
});

test('while the key changes there may be two', async () => {
  const both = `${formatPeopleKey(toTestKey(2))} ${formatPeopleKey(testKey)}\n`;
  expect((await open({ ROLLCALL_PEOPLE_KEY: both })).phone).toBe('447700900002');
  expect(await readPeopleKeys({ ROLLCALL_PEOPLE_KEY: both })).toHaveLength(2);
  expect(await readPeopleKeys({})).toEqual([]);
});
