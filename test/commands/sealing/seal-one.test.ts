import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseInTurns } from '../../../src/config/parse.ts';
import { loadSources } from '../../../src/config/sources.ts';
import { exitCodes } from '../../../src/exit-codes.ts';
import { openPeople } from '../../../src/files/open-people.ts';
import { main } from '../../../src/main.ts';
import { makeFolder } from '../../support/folder.ts';
import { peopleKeyEnv, sealFor, sealLine } from '../../support/sealing.ts';
import { readSopsFile, sopsEnv } from '../../support/sops-files.ts';
import type { TestIoOptions } from '../../support/stage.ts';
import { createTestIo } from '../../support/stage.ts';

const policy = `account: "+44 7700 900001"\ncountry: GB\n${sealLine}\n`;
/** Its last digits stand in nothing else here. */
const number = '+44 7700 987654';

type Files = Readonly<Record<string, string>>;

async function run(argv: readonly string[], files: Files, options: TestIoOptions = {}) {
  const groups = makeFolder({ '_policy.yaml': policy, ...files });
  const { io, written } = createTestIo({ input: `${number}\n`, ...options });
  const code = await main(['seal', '--groups', groups, ...argv], io);
  expect(written.out + written.err).not.toMatch(/987|876|765|654/);
  return { code, ...written, groups, read: (name: string) => readFileSync(join(groups, name), 'utf8') };
}

/** The number behind a handle, as whoever has the key reads it. */
async function openNumber(groups: string, handle: string): Promise<string | undefined> {
  const { io } = createTestIo({ env: peopleKeyEnv });
  const parsed = await openPeople(await parseInTurns(await loadSources(groups)), 'needed', io);
  return parsed.people.people.get(handle)?.phone;
}

const yaml = (people: string) => ({ '_people.yaml': people });

describe('who is known', () => {
  test.each<[string, Files, name: string, before: string, after: (sealed: string) => string]>([
    [
      'a line',
      yaml('people:\n  budi: "+44 7700 900003" # b\n  ana: "+44 7700 900002" # hers\n'),
      '_people.yaml',
      '"+44 7700 900002"',
      String,
    ],
    [
      'single quotes',
      yaml("people: { ana: '+44 7700 900002', budi: '+44 7700 900003' }\n"),
      '_people.yaml',
      "'+44 7700 900002'",
      String,
    ],
    [
      'a map',
      yaml('people:\n  ana: { name: Ana, phone: "+44 7700 900002" }\n'),
      '_people.yaml',
      '"+44 7700 900002"',
      String,
    ],
    [
      'lines',
      yaml('people:\r\n  ana:\r\n    name: Ana\r\n    phone: "+44 7700 900002" # hers\r\n'),
      '_people.yaml',
      '"+44 7700 900002"',
      String,
    ],
    [
      'no value',
      yaml('people:\n  ana: # to come\n  budi: "+44 7700 900003"\n'),
      '_people.yaml',
      'ana:',
      (sealed) => `ana: ${sealed}`,
    ],
    [
      'a key in quotes',
      yaml('{"people":{"ana":"+44 7700 900002"}}'),
      '_people.yaml',
      '"+44 7700 900002"',
      (sealed) => ` ${sealed}`,
    ],
    [
      'a LID',
      yaml('people:\n  ana: { lid: "330631678702157", name: Ana }\n'),
      '_people.yaml',
      'lid: "330631678702157"',
      (sealed) => `phone: ${sealed}`,
    ],
    [
      'a name alone',
      yaml('people:\n  ana: { name: Ana }\n'),
      '_people.yaml',
      'name: Ana',
      (sealed) => `phone: ${sealed}, name: Ana`,
    ],
    [
      'a folder',
      { '_people/b.yml': 'people:\n  ana: "+44 7700 900002"\n' },
      '_people/b.yml',
      '"+44 7700 900002"',
      String,
    ],
    [
      'a spreadsheet',
      { '_people/b.csv': 'name;phone;note\r\nBudi;+44 7700 900003;x\r\nAna;"+44 7700 900002";"a; b"\r\n' },
      '_people/b.csv',
      '"+44 7700 900002"',
      String,
    ],
  ])('%s: the number gives way, and nothing else changes', async (_, files, name, before, toAfter) => {
    const { code, out, read, groups } = await run(['ana'], files);
    expect(code).toBe(exitCodes.ok);
    const sealed = /sealed:[a-z]+/.exec(read(name))?.[0] ?? '';
    expect(read(name)).toBe(files[name]?.replace(before, toAfter(sealed)));
    expect(await openNumber(groups, 'ana')).toBe('447700987654');
    expect(out).toContain(`ana: sealed, in ${groups}/${name}:`);
  });

  test('of a number that stood there in plain text, it is said that history keeps it', async () => {
    const plain = await run(['ana'], { '_people.yaml': 'people:\n  ana: "+44 7700 900002"\n' });
    expect(plain.out).toContain("git's history");
    const sealed = await run(['ana'], {
      '_people.yaml': `people:\n  ana: ${await sealFor('ana', number)}\n`,
    });
    expect(sealed.out).not.toContain("git's history");
  });

  test('a line that was copied, cut or sealed for another key is sealed anew', async () => {
    const other = await sealFor('budi', '+447700900003');
    for (const text of [other, other.slice(0, -1), 'sealed:nothing']) {
      const { code, groups } = await run(['ana'], { '_people.yaml': `people:\n  ana: ${text}\n` });
      expect(code).toBe(exitCodes.ok);
      expect(await openNumber(groups, 'ana')).toBe('447700987654');
    }
  });
});

describe('who is new', () => {
  test.each([
    ['no file', undefined, 'people:\n  zoë: SEALED\n'],
    [
      'others',
      'people:\n  ana: "+44 7700 900002"\nteams: {}\n',
      'people:\n  ana: "+44 7700 900002"\n  zoë: SEALED\nteams: {}\n',
    ],
    ['teams alone', 'teams: {}\n', 'people:\n  zoë: SEALED\nteams: {}\n'],
    ['all in braces', '{ teams: {} }\n', '{ people: { zoë: SEALED }, teams: {} }\n'],
    ['braces', 'people: {}\n', 'people: { zoë: SEALED }\n'],
  ])('with %s gets a line', async (_, before, after) => {
    const { code, err, read, groups } = await run(
      ['zoë'],
      before === undefined ? {} : { '_people.yaml': before },
    );
    expect(code).toBe(exitCodes.ok);
    expect(read('_people.yaml').replace(/sealed:[a-z]+/, 'SEALED')).toBe(after);
    expect(err).toContain('zoë is in no file yet');
    expect(await openNumber(groups, 'zoë')).toBe('447700987654');
  });

  test('a handle that is nearly somebody else’s is hinted at, and one that looks like theirs is refused', async () => {
    const people = { '_people.yaml': 'people:\n  anabel: "+44 7700 900002"\n' };
    expect((await run(['anabell'], people)).err).toContain('anabel');
    const { code, err, read } = await run(['Anabel'], people);
    expect(code).toBe(exitCodes.mistakes);
    expect(err).toContain('Nothing was written');
    expect(read('_people.yaml')).toBe(people['_people.yaml']);
  });
});

test('the number is asked for on a terminal, until it will do', async () => {
  const answers = ['nothing', '12', number];
  const asked = { terminal: { isInteractive: true }, answer: () => answers.shift() ?? '' };
  const { code, groups } = await run(['ana'], {}, asked);
  expect(code).toBe(exitCodes.ok);
  expect(await openNumber(groups, 'ana')).toBe('447700987654');
});

test('a number as it is written in the policy’s country is understood', async () => {
  const { groups } = await run(['ana'], {}, { input: '07700 987654' });
  expect(await openNumber(groups, 'ana')).toBe('447700987654');
});

test.each<[string, readonly string[], Files, TestIoOptions, number, string]>([
  ['a number in the arguments', ['+44 7700 987654'], {}, {}, exitCodes.usage, "shell's history"],
  ['one without its plus', ['447700987654'], {}, {}, exitCodes.usage, "shell's history"],
  ['nobody', [], {}, {}, exitCodes.usage, 'rollcall seal ana'],
  ['a team', ['team:altos'], {}, {}, exitCodes.usage, 'cannot be a name'],
  ['a word of other sentences', ['everybody'], {}, {}, exitCodes.usage, 'cannot be a handle'],
  ['nothing on standard input', ['ana'], {}, { input: '' }, exitCodes.usage, 'There is no number.'],
  [
    'a number that is none',
    ['ana'],
    {},
    { input: '+44 7700 987654 987654' },
    exitCodes.usage,
    'cannot be used',
  ],
  ['two numbers', ['ana'], {}, { input: `${number}\n${number}\n` }, exitCodes.usage, 'cannot be used'],
  [
    'a policy without a key',
    ['ana'],
    { '_policy.yaml': 'account: "+44 7700 900001"\n' },
    {},
    exitCodes.usage,
    'rollcall keygen',
  ],
  ['no policy', ['ana'], { '_policy.yaml': '' }, {}, exitCodes.mistakes, 'Empty file'],
  [
    'people who cannot be read',
    ['ana'],
    { '_people.yaml': 'people: [' },
    {},
    exitCodes.mistakes,
    '_people.yaml',
  ],
  [
    'a row without the cell',
    ['ana'],
    { '_people/b.csv': 'name,phone\nAna\n' },
    {},
    exitCodes.usage,
    'no place for a number',
  ],
  [
    'the number of somebody else',
    ['ana'],
    { '_people.yaml': `people:\n  budi: "${number}"\n` },
    {},
    exitCodes.mistakes,
    'one and the same',
  ],
])('refuses %s, and writes nothing', async (_, argv, files, options, code, text) => {
  const ran = await run(argv, files, options);
  expect(ran.err).toContain(text);
  expect(ran.code).toBe(code);
  for (const [name, before] of Object.entries(files)) expect(ran.read(name)).toBe(before);
});

test('whoever has a number is told that it gives way, before another is asked for', async () => {
  const sealed = yaml(`people:\n  ana: ${await sealFor('ana', '+447700900002')}\n`);
  for (const people of [sealed, yaml('people:\n  ana: "+44 7700 900002"\n')]) {
    const { err } = await run(['ana'], people);
    expect(err).toContain('_people.yaml:2, and the number there gives way to this one');
  }
  expect((await run(['ana'], yaml('people:\n  ana: { name: Ana }\n'))).err).not.toContain('gives way');
});

test('a number that SOPS has left in plain is changed where SOPS writes', async () => {
  const text = readSopsFile('people-only.yaml').replace('teams:', '    zed: "+44 7700 900066"\nteams:');
  const { code, err, read } = await run(['zed'], yaml(text), { env: sopsEnv });
  expect(code).toBe(exitCodes.usage);
  expect(err).toContain('which Rollcall never writes');
  expect(read('_people.yaml')).toBe(text);
});
