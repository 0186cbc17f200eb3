import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assert as check, asyncProperty, nat } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInTurns } from '../../../src/config/parse.ts';
import { resolveOrganisation } from '../../../src/config/resolve.ts';
import { findBareNumbers } from '../../../src/config/rewrite/bare-numbers.ts';
import { renumber } from '../../../src/config/rewrite/renumber.ts';
import { loadSources } from '../../../src/config/sources.ts';
import { exitCodes } from '../../../src/exit-codes.ts';
import { openPeople } from '../../../src/files/open-people.ts';
import { main } from '../../../src/main.ts';
import { createDraw } from '../../support/draw.ts';
import type { Draw } from '../../support/draw.ts';
import { makeFolder } from '../../support/folder.ts';
import { peopleKeyEnv, sealFor, sealLine } from '../../support/sealing.ts';
import { readSopsFile, sopsEnv } from '../../support/sops-files.ts';
import type { TestIoOptions } from '../../support/stage.ts';
import { createTestClock, createTestIo } from '../../support/stage.ts';

const policy = `account: "+44 7700 900001" # the office\ncountry: GB\ntimezone: Europe/London\n${sealLine}\n`;

type Files = Readonly<Record<string, string>>;

async function run(groups: string, argv: readonly string[] = ['--yes'], options: TestIoOptions = {}) {
  const { io, written } = createTestIo(options);
  const code = await main(['seal', '--groups', groups, '--all', ...argv], io);
  expect(written.out + written.err).not.toMatch(/98765|(?<!90)000[2-9](?!\d)/);
  return { code, ...written };
}

function readAll(groups: string, names: readonly string[]): Files {
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(groups, name), 'utf8')]));
}

/** Everybody in every list, by number, as whoever has the key reads them; and what is wrong. */
async function tellMembers(groups: string) {
  const { io } = createTestIo({ env: peopleKeyEnv });
  const parsed = await openPeople(await parseInTurns(await loadSources(groups)), 'if-there', io);
  const resolution = resolveOrganisation(parsed, createTestClock().now());
  const organisation = resolution.kind === 'mistakes' ? resolution.readable : resolution.organisation;
  const errors =
    resolution.kind === 'mistakes'
      ? resolution.diagnostics.filter(({ severity }) => severity === 'error')
      : [];
  return {
    groups: organisation.groups.map(({ file, people }) => [
      file,
      [...people].map(([key, { role }]) => [key, role]).toSorted(),
    ]),
    protected: [...organisation.policy.protected].toSorted(),
    errors: errors.map(({ code }) => code),
  };
}

const files = {
  '_policy.yaml': `${policy}protected: ["+44 7700 900003"] # budi\n`,
  '_people.yaml':
    '# who is who\npeople:\n  ana: "+44 7700 900002" # hers\n  citra: { phone: \'+44 7700 900004\', name: Citra }\nteams:\n  altos: [ana, "07700 900005"] # both\n',
  '_people/5b.csv': 'name,phone,teams\nDewi,+44 7700 900006,altos\n',
  'altos.yaml':
    'id: 120363000000000001@g.us\nname: Altos # not theirs\nmembers:\n  - "+44 7700 900002"   # Ana\n  - "+44 7700 900003" # Budi S.\n  - { person: "+447700900007", until: 2027-01-01 } # +44 7700 900007, until school ends\n  - { team: altos, except: ["+44 7700 900005"] }\nadmins: ["+44 7700 900003"]\n',
} as const;

test('numbers give way where they stand, those in lists get handles, and nothing else changes', async () => {
  const groups = makeFolder(files);
  const before = await tellMembers(groups);
  const { code, out } = await run(groups);
  expect(code).toBe(exitCodes.ok);
  const after = readAll(groups, Object.keys(files));
  const bare = Object.fromEntries(
    Object.entries(after).map(([name, text]) => [name, text.replaceAll(/sealed:[a-z]+/g, 'SEALED')]),
  );
  expect(bare).toEqual({
    '_policy.yaml': files['_policy.yaml'].replace('"+44 7700 900003"', 'budi-s'),
    '_people.yaml':
      '# who is who\npeople:\n  ana: SEALED # hers\n  citra: { phone: SEALED, name: Citra }\n  person: SEALED\n  budi-s: SEALED\n  person-2: SEALED\nteams:\n  altos: [ana, person] # both\n',
    '_people/5b.csv': files['_people/5b.csv'].replace('+44 7700 900006', 'SEALED'),
    'altos.yaml': files['altos.yaml']
      .replace('"+44 7700 900002"', 'ana')
      .replaceAll('"+44 7700 900003"', 'budi-s')
      .replace('"+447700900007"', 'person-2')
      .replace('"+44 7700 900005"', 'person'),
  });
  expect(out).toContain('6 numbers to seal, in 4 files.');
  expect(out).toContain(`for you to look at: ${groups}/altos.yaml:6`);
  expect(await tellMembers(groups)).toEqual({ ...before, errors: [] });
});

test('a second time there is nothing to do', async () => {
  const groups = makeFolder(files);
  await run(groups);
  const once = readAll(groups, Object.keys(files));
  const { code, out } = await run(groups);
  expect(code).toBe(exitCodes.ok);
  expect(out).toContain('No number stands in plain text');
  expect(out).toContain(`for you to look at: ${groups}/altos.yaml:6`);
  expect(readAll(groups, Object.keys(files))).toEqual(once);
});

test('numbers that SOPS has left in plain are none of its own, and are named as what is left', async () => {
  const text = readSopsFile('people-only.yaml').replace('teams:', '    zed: "+44 7700 900066"\nteams:');
  const groups = makeFolder({ '_policy.yaml': policy, '_people.yaml': text });
  const { code, out } = await run(groups, ['--yes'], { env: sopsEnv });
  expect(code).toBe(exitCodes.ok);
  expect(out).not.toContain('to seal');
  expect(out).toContain(`for you to look at: ${groups}/_people.yaml:13`);
  expect(readAll(groups, ['_people.yaml'])).toEqual({ '_people.yaml': text });
});

test('more numbers than mistakes are shown of a file are sealed all the same, one by one too', async () => {
  const lines = Array.from({ length: 150 }, (_, at) => `  p${at}: "+44 7700 ${900_100 + at}"\n`);
  const groups = makeFolder({ '_policy.yaml': policy, '_people.yaml': `people:\n${lines.join('')}` });
  const { io } = createTestIo({ input: '+44 7700 900100\n' });
  expect(await main(['seal', '--groups', groups, 'p0'], io)).toBe(exitCodes.ok);
  const { code, out } = await run(groups);
  expect(code).toBe(exitCodes.ok);
  expect(out).toContain('149 numbers to seal');
});

describe('asked', () => {
  const there = { terminal: { isInteractive: true } };

  test('handles are what is typed; a number is none, and nobody else’s handle', async () => {
    const groups = makeFolder({
      '_policy.yaml': policy,
      '_people.yaml': 'people:\n  ana: "+44 7700 900002"\n',
      'altos.yaml': 'name: Altos\nmembers: ["+44 7700 900003"]\n',
    });
    const answers = ['900003', 'ana', 'budi', 'yes'];
    const { code } = await run(groups, [], { ...there, answer: () => answers.shift() ?? '' });
    expect(code).toBe(exitCodes.ok);
    expect(readAll(groups, ['altos.yaml'])).toEqual({ 'altos.yaml': 'name: Altos\nmembers: [budi]\n' });
  });

  test.each([[there], [{}]])('without a yes nothing is written (%o)', async (options) => {
    const groups = makeFolder(files);
    const { code } = await run(groups, [], options);
    expect(code).toBe(exitCodes.incomplete);
    expect(readAll(groups, Object.keys(files))).toEqual(files);
  });
});

test('with the key, a number in a list is known as the sealed one; without, it is said that it was not', async () => {
  const own = {
    '_policy.yaml': policy,
    '_people.yaml': `people:\n  ana: ${await sealFor('ana', '+447700900002')}\n`,
    'altos.yaml': 'name: Altos\nmembers: ["+44 7700 900002"]\n',
  };
  const known = makeFolder(own);
  await run(known, ['--yes'], { env: peopleKeyEnv });
  expect(readAll(known, ['altos.yaml', '_people.yaml'])).toEqual({
    'altos.yaml': 'name: Altos\nmembers: [ana]\n',
    '_people.yaml': own['_people.yaml'],
  });
  expect((await run(makeFolder(own))).err).toContain('were not opened (ROLLCALL_PEOPLE_KEY is not set)');
});

test('files with other mistakes are left alone, and the mistakes are named', async () => {
  const broken = { ...files, 'tenors.yaml': 'name: Tenors\nmembers: [nobody-known]\n' };
  const groups = makeFolder(broken);
  const { code, err } = await run(groups);
  expect(code).toBe(exitCodes.mistakes);
  expect(err).toContain('Unknown handle');
  expect(err).not.toContain('plain text');
  expect(readAll(groups, Object.keys(broken))).toEqual(broken);
});

const handles = ['ana', 'budi', 'citra', 'dewi', 'eko', 'fitri'];
/** By handle; the last four have none. */
const numbers = Array.from({ length: 10 }, (_, index) => `77009876${50 + index}`);

function spell(draw: Draw, number: string): string {
  const text = draw.from([`+44${number}`, `+44 ${number.slice(0, 4)} ${number.slice(4)}`, `0${number}`]);
  return draw.from([`"${text}"`, `'${text}'`]);
}

function drawEntry(draw: Draw, index: number): string {
  const handle = handles[index];
  const word = handle !== undefined && draw.chance(0.5) ? handle : spell(draw, numbers[index] ?? '');
  return draw.chance(0.2) ? `{ person: ${word}, until: 2027-01-0${(index % 9) + 1} }` : word;
}

function drawList(draw: Draw, key: string): string {
  const all = draw
    .some(
      numbers.map((_, index) => index),
      0.5,
    )
    .map((index) => drawEntry(draw, index));
  if (all.length === 0 || draw.chance(0.3)) return `${key}: [${all.join(', ')}] # in one line\n`;
  const comments = ['', ' # the first', '  # Gita & Hadi', ' # 07700 987650'];
  const lines = all.map((entry) => `${draw.from(['  ', '  '])}- ${entry}${draw.from(comments)}\n`);
  return `${key}:\n${lines.join('  # between\n')}`;
}

function drawFiles(draw: Draw): Files {
  const [inSheet, inYaml] = [handles.slice(0, 2), handles.slice(2)];
  const people = inYaml.map((handle) => {
    const number = spell(draw, numbers[handles.indexOf(handle)] ?? '');
    return draw.from([`  ${handle}: ${number} # x\n`, `  ${handle}: { phone: ${number}, name: N }\n`]);
  });
  const rows = inSheet.map(
    (handle) =>
      `${handle},${spell(draw, numbers[handles.indexOf(handle)] ?? '').replaceAll("'", '"')},altos\n`,
  );
  return {
    '_policy.yaml': `${policy}${drawList(draw, 'protected')}`,
    '_people.yaml': `people:\n${people.join('')}teams:\n  tenors: [${draw
      .some(numbers, 0.3)
      .map((each) => spell(draw, each))
      .join(', ')}]\n`,
    '_people/a.csv': `handle,phone,teams\n${rows.join('')}`,
    'altos.yaml': `name: Altos\n${drawList(draw, 'members')}${draw.chance(0.5) ? 'admins: []\n' : ''}`,
    'tenors.yaml': `name: Tenors\nmembers: [{ team: tenors, except: [${spell(draw, draw.from(numbers))}] }]\n`,
  };
}

test(
  'whatever files say, they say the same of everybody by then, wherever it was interrupted',
  { timeout: 60_000 },
  async () => {
    const seed = nat(1_000_000);
    await check(
      asyncProperty(seed, nat(7), async (number, cut) => {
        const drawn = drawFiles(createDraw(number));
        const groups = makeFolder(drawn);
        const before = await tellMembers(groups);
        await interrupt(groups, cut);
        expect(await tellMembers(groups)).toMatchObject({
          groups: before.groups,
          protected: before.protected,
        });
        const { code } = await run(groups);
        expect(code).toBe(exitCodes.ok);
        expect(await tellMembers(groups)).toEqual({ ...before, errors: [] });
        const left = Object.values(readAll(groups, Object.keys(drawn))).join('\n');
        expect(left.replaceAll(/#.*/g, '')).not.toMatch(/9876/);
      }),
      { numRuns: 15 },
    );
  },
);

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** The first steps of what sealing everything would write, and no more. */
async function interrupt(groups: string, steps: number): Promise<void> {
  const { sources, people } = await parseInTurns(await loadSources(groups));
  const known = new Map(
    [...people.people.values()].map(({ handle, phone = '' }) => [phone as string, handle]),
  );
  const added = new Map<string, string>();
  const handles = new Map(
    findBareNumbers(sources).map(({ key, phone }) => {
      const handle = known.get(phone) ?? `x-${letters[Number(phone.slice(-1))]}`;
      if (!known.has(phone)) added.set(handle, `+${phone}`);
      return [key, handle];
    }),
  );
  const all = [...[...known].map(([phone, handle]) => [handle, `+${phone}`] as const), ...added];
  const sealed = all.map(async ([handle, phone]) => [handle, await sealFor(handle, phone)] as const);
  const change = { numbers: new Map(await Promise.all(sealed)), handles, added, policy: String };
  for (const { source, text } of renumber(sources, people, change).steps.slice(0, steps)) {
    mkdirSync(dirname(source.file), { recursive: true });
    writeFileSync(source.file, text);
  }
}
