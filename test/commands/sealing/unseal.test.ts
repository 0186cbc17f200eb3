import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exitCodes } from '../../../src/exit-codes.ts';
import { main } from '../../../src/main.ts';
import { makeFolder } from '../../support/folder.ts';
import { peopleKeyEnv, sealFor, sealLine } from '../../support/sealing.ts';
import type { TestIoOptions } from '../../support/stage.ts';
import { createTestIo } from '../../support/stage.ts';

const there = { terminal: { isInteractive: true }, answer: 'yes' };

async function toFiles() {
  return {
    '_policy.yaml': `account: "+44 7700 900001"\n${sealLine} # the key\nmanage: exact # all\n`,
    '_people.yaml': `people:\n  ana: ${await sealFor('ana', '+447700987652')} # hers\n  budi: { phone: ${await sealFor('budi', '+447700987653')} }\n`,
    '_people/5b.csv': `name,phone\nCitra,${await sealFor('citra', '+447700987654')}\n`,
    'altos.yaml': 'name: Altos\nmembers: [ana, budi, citra]\n',
  };
}

async function run(groups: string, options: TestIoOptions = {}) {
  const { io, written } = createTestIo({ env: peopleKeyEnv, ...there, ...options });
  const code = await main(['seal', '--groups', groups, '--open'], io);
  expect(written.out + written.err).not.toMatch(/987|876|765|65[234]/);
  return { code, ...written };
}

function readAll(groups: string, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(groups, name), 'utf8')]));
}

const opened = {
  '_policy.yaml': 'account: "+44 7700 900001"\nmanage: exact # all\n',
  '_people.yaml': 'people:\n  ana: "+44 7700 987652" # hers\n  budi: { phone: "+44 7700 987653" }\n',
  '_people/5b.csv': 'name,phone\nCitra,+44 7700 987654\n',
  'altos.yaml': 'name: Altos\nmembers: [ana, budi, citra]\n',
};

test('numbers stand in plain text where they were sealed, the key is gone, and what that means is said first', async () => {
  const groups = makeFolder(await toFiles());
  const { code, out } = await run(groups);
  expect(code).toBe(exitCodes.ok);
  expect(out).toContain('3 numbers would stand in 3 files in plain text');
  expect(readAll(groups, Object.keys(opened))).toEqual(opened);
});

test('what ended before the policy goes on', async () => {
  const groups = makeFolder(await toFiles());
  writeFileSync(join(groups, '_people.yaml'), opened['_people.yaml']);
  expect((await run(groups)).code).toBe(exitCodes.ok);
  expect(readAll(groups, Object.keys(opened))).toEqual(opened);
});

test.each<[string, TestIoOptions, number, string]>([
  ['no terminal', { terminal: { isInteractive: false } }, exitCodes.usage, 'asks on a terminal'],
  ['another answer', { answer: 'y' }, exitCodes.incomplete, 'othing'],
  ['no key', { env: {} }, exitCodes.usage, 'ROLLCALL_PEOPLE_KEY is not set'],
])('with %s nothing is opened', async (_, options, code, text) => {
  const files = await toFiles();
  const groups = makeFolder(files);
  const ran = await run(groups, options);
  expect(ran.code).toBe(code);
  expect(ran.err).toContain(text);
  expect(readAll(groups, Object.keys(files))).toEqual(files);
});
