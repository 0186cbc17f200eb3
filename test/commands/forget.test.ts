import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { main } from '../../src/main.ts';
import { makeFolder } from '../support/folder.ts';
import type { StageOptions } from '../support/stage.ts';
import { createTestIo } from '../support/stage.ts';

const files = {
  '_policy.yaml': 'account: "+44 7700 900001"\ntimezone: Europe/London\nmanage: exact\nprotected: [budi]\n',
  '_people.yaml':
    '\ufeffpeople:\r\n  ana: { phone: "+44 7700 900002", name: Ana Prescott } # flat 12\r\n  budi: "+44 7700 900003"\r\n  citra: "+44 7700 900004"\r\nteams:\r\n  altos: [ana, citra]\r\n  board:\r\n    - ana # treasurer\r\n    - budi\r\n',
  'altos.yaml':
    'id: 120363000000000001@g.us\nname: Altos\ntopic: Ask Ana Prescott\nmembers:\n  - team:altos # not ana\n  - "+447700900002"   # again\n  - { team: board, except: [ana] }\nadmins:\n  - ana\n',
  'basses.yaml': 'id: 120363000000000002@g.us\nname: Basses\nmembers: [ana] # one\nadmins: []\n',
  'open.yaml': 'id: 120363000000000003@g.us\nname: Open\nmanage: additive\nmembers: [ana, budi]\n',
};

function begin(more: Readonly<Record<string, string>> = {}) {
  const groups = makeFolder({ ...files, ...more });
  const read = (name: string) => readFileSync(join(groups, name), 'utf8');
  const run = async (argv: readonly string[], options: Partial<StageOptions> = {}) => {
    const { io, written } = createTestIo(options);
    return { code: await main(['forget', '--groups', groups, ...argv], io), ...written };
  };
  return { groups, read, run };
}

const readAll = (read: (name: string) => string) => Object.keys(files).map(read);

describe('forget', () => {
  test('takes somebody out of every list and the people, byte for byte, and says what that does', async () => {
    const { run, read } = begin();
    const { code, out, err } = await run(['ana', '--yes']);
    expect([code, err]).toEqual([exitCodes.ok, '']);
    expect(readAll(read)).toEqual([
      files['_policy.yaml'],
      '\ufeffpeople:\r\n  budi: "+44 7700 900003"\r\n  citra: "+44 7700 900004"\r\nteams:\r\n  altos: [citra]\r\n  board:\r\n    - budi\r\n',
      'id: 120363000000000001@g.us\nname: Altos\ntopic: Ask Ana Prescott\nmembers:\n  - team:altos # not ana\n  - { team: board, except: [] }\nadmins: []\n',
      'id: 120363000000000002@g.us\nname: Basses\nmembers: [] # one\nadmins: []\n',
      'id: 120363000000000003@g.us\nname: Open\nmanage: additive\nmembers: [budi]\n',
    ]);
    expect(out).toContain('Forget Ana Prescott: 7 entries of lists, in 4 files.');
    expect(out).toContain('REMOVES them from the groups of these files');
    expect(out).toMatch(/exactly: altos\.yaml\n/);
    expect(out).toMatch(/stay in the groups of these files.*\s.*open\.yaml/);
    expect(out).toMatch(/NOBODY is left in the group of basses\.yaml/);
    expect(out).toContain('EMPTY NOW: admins in ');
    expect(out).toMatch(/written: .*altos\.yaml\n(?:.*\n)*written: .*_people\.yaml/);
    expect(out).toMatch(/Still named [^]*altos\.yaml:3,\s+\S*altos\.yaml:5/);
    expect(out).toContain('git filter-repo --replace-text');
    expect(out).not.toMatch(/7700 ?900/);
    expect((await run(['ana'])).code).toBe(exitCodes.usage);
  });

  test('asks first, and nothing else than a yes will do', async () => {
    const { run, read } = begin();
    const before = readAll(read);
    const terminal = { isInteractive: true };
    for (const answer of ['', 'y', 'no'])
      expect((await run(['ana'], { terminal, answer })).code).toBe(exitCodes.incomplete);
    const unasked = await run(['ana']);
    expect([unasked.code, unasked.err]).toEqual([exitCodes.incomplete, expect.stringContaining('--yes')]);
    expect(unasked.out).toContain('-  - ana\n');
    expect(readAll(read)).toEqual(before);
    expect((await run(['ana'], { terminal, answer: 'yes' })).code).toBe(exitCodes.ok);
  });

  test.each([
    ['somebody protected', 'budi', 'is protected'],
    ['an account', 'office', 'is an account of the policy'],
  ])('refuses %s', async (_, who, text) => {
    const people = files['_people.yaml'].replace('  budi:', '  office: "+44 7700 900001"\r\n  budi:');
    const { run, read } = begin({ '_people.yaml': people });
    const { code, err } = await run([who, '--yes']);
    expect([code, err]).toEqual([exitCodes.refused, expect.stringContaining(text)]);
    expect(read('_people.yaml')).toBe(people);
  });

  test('a number is never an argument; by number, whoever has no handle', async () => {
    const { run, read } = begin({
      'open.yaml': files['open.yaml'].replace(
        'budi',
        'budi, "+44 (0)7700 900099", { person: "07700 900098", by: invite }',
      ),
      '_policy.yaml': `${files['_policy.yaml']}country: GB\n`,
    });
    expect((await run(['+447700900099', '--yes'])).code).toBe(exitCodes.usage);
    expect((await run(['-', '--yes'], { input: '+447700900099\n' })).code).toBe(exitCodes.ok);
    expect((await run(['-', '--yes'], { input: '+447700900098\n' })).code).toBe(exitCodes.ok);
    expect(read('open.yaml')).toBe(files['open.yaml']);
  });

  test('somebody whose number is hidden, by handle and by LID', async () => {
    const people =
      'people:\n  eko: { lid: "330631678702157", name: Eko } # hidden\n  budi: "+44 7700 900003"\n';
    const open = files['open.yaml'].replace('ana, budi', 'eko, lid:330631678702158, budi');
    const own = { '_people.yaml': people, 'open.yaml': open };
    const { run, read, groups } = begin(own);
    for (const name of ['altos.yaml', 'basses.yaml'])
      writeFileSync(join(groups, name), 'name: X\nmembers: []\n');
    expect((await run(['eko', '--yes'])).code).toBe(exitCodes.ok);
    expect(read('_people.yaml')).toBe('people:\n  budi: "+44 7700 900003"\n');
    expect((await run(['lid:330631678702158', '--yes'])).code).toBe(exitCodes.ok);
    expect(read('open.yaml')).toBe(files['open.yaml'].replace('ana, ', ''));
    expect((await run(['lid:330631678702158', '--yes'])).code).toBe(exitCodes.usage);
  });

  test('a row of a spreadsheet goes as well, and its keeper is named', async () => {
    const sheet =
      'name;phone;teams\r\n"Dewi; the ""second""";"+44 7700 900005";altos\r\nEka;"+44 7700 900006";altos\r\n';
    const { run, read } = begin({ '_people/office.csv': `\ufeff${sheet}` });
    const { code, out, err } = await run(['dewi-the-second', '--yes']);
    expect([code, err]).toEqual([exitCodes.ok, '']);
    expect(read('_people/office.csv')).toBe('\ufeffname;phone;teams\r\nEka;"+44 7700 900006";altos\r\n');
    expect(out).toContain('office.csv is a spreadsheet');
    expect((await run(['eka', '--yes'])).code).toBe(exitCodes.ok);
    expect(read('_people/office.csv')).toBe('\ufeffname;phone;teams\r\n');
  });

  test('defaults of folders and files in _people are files like others', async () => {
    const people = files['_people.yaml'].replace(/ {2}ana:.*\r\n/, '');
    const { run, read } = begin({
      '_people.yaml': people,
      '_people/5b.yaml':
        'people:\n  ana: { phone: "+44 7700 900002", name: "A \\e[2J" }\n  eka: "+44 7700 900006"\n',
      'choir/_defaults.yaml': 'members:\n  - ana\n  - "+447700900002" # ana\n  - eka\n',
      'choir/a.yaml': 'id: 120363000000000009@g.us\nname: C\nmembers: [budi]\n',
    });
    const { code, out, err } = await run(['ana', '--yes']);
    expect([code, err]).toEqual([exitCodes.ok, '']);
    expect(read('choir/_defaults.yaml')).toBe('members:\n  - eka\n');
    expect(read('_people/5b.yaml')).toBe('people:\n  eka: "+44 7700 900006"\n');
    expect(out).toMatch(/written: .*_people\.yaml\n(?:written: .*\n)*written: .*5b\.yaml/);
    expect(out).not.toContain('\u001b');
  });

  test('the last of a file leaves braces', async () => {
    const people = 'people: # all\n  # of us\n  budi: "+44 7700 900003"\n';
    const { run, read, groups } = begin({
      '_people.yaml': people,
      '_policy.yaml': files['_policy.yaml'].replace('protected: [budi]\n', ''),
    });
    for (const name of ['altos.yaml', 'basses.yaml', 'open.yaml'])
      writeFileSync(join(groups, name), 'name: X\nmembers: []\n');
    writeFileSync(join(groups, 'open.yaml'), 'name: X\nmembers: [budi]\n');
    expect((await run(['budi', '--yes'])).code).toBe(exitCodes.ok);
    expect(read('_people.yaml')).toBe('people: {} # all\n  # of us\n');
  });

  test('where that would leave mistakes nothing is written, and they are named', async () => {
    const sheet = 'name,phone,teams\nDewi,"+44 7700 900005",sopranos\n';
    const group = 'id: 120363000000000004@g.us\nname: S\nmembers: [dewi, team:sopranos]\n';
    const { run, read } = begin({ '_people/a.csv': sheet, 's.yaml': group });
    const { code, err } = await run(['dewi', '--yes']);
    expect(code).toBe(exitCodes.mistakes);
    expect(err).toContain('There is no team `sopranos`');
    expect(err).toContain('Nothing was written');
    expect([read('_people/a.csv'), read('s.yaml')]).toEqual([sheet, group]);
  });

  test('files with mistakes are mended first', async () => {
    const { run } = begin({ 'x.yaml': 'name: X\nmembers: [anna]\n' });
    expect((await run(['ana', '--yes'])).code).toBe(exitCodes.mistakes);
    expect((await run(['nobody-here', '--yes'])).code).toBe(exitCodes.mistakes);
  });

  test('what somebody changes meanwhile stays, the rest is not begun, and both are said', async () => {
    const { run, read, groups } = begin();
    const answer = () => {
      writeFileSync(join(groups, 'basses.yaml'), files['basses.yaml'].replace('Basses', 'Bases'));
      return 'yes';
    };
    const { code, out, err } = await run(['ana'], { terminal: { isInteractive: true }, answer });
    expect(code).toBe(exitCodes.failed);
    expect(out).toContain('altos.yaml\n');
    expect(err).toContain('changed it meanwhile');
    expect(err).toMatch(/NOT written: .*basses\.yaml[^]*NOT written: .*_people\.yaml/);
    expect(read('_people.yaml')).toBe(files['_people.yaml']);
    expect((await run(['ana', '--yes'])).code).toBe(exitCodes.ok);
    expect(read('_people.yaml')).not.toContain('ana');
  });

  test.each([
    ['id', 'Lupakan Ana Prescott', 'ya'],
    ['pt-BR', 'Esquecer Ana Prescott', 'sim'],
  ])('in %s', async (language, text, answer) => {
    const { run } = begin({ '_policy.yaml': `${files['_policy.yaml']}language: ${language}\n` });
    const { code, out } = await run(['ana'], { terminal: { isInteractive: true }, answer });
    expect(code).toBe(exitCodes.ok);
    expect(out).toContain(text);
  });

  test('a folder that cannot be written to loses nothing', async () => {
    const { run, read, groups } = begin();
    chmodSync(groups, 0o555);
    const { code } = await run(['ana', '--yes']);
    chmodSync(groups, 0o755);
    // Whoever is root may write there all the same.
    expect([exitCodes.ok, exitCodes.failed]).toContain(code);
    expect(existsSync(join(groups, '_people.yaml'))).toBe(true);
    expect(read('_policy.yaml')).toBe(files['_policy.yaml']);
  });
});
