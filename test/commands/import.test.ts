import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { drawPicture } from '../photo/pictures.ts';
import type { WorldFile } from '../../src/sandbox/world-file.ts';
import { peopleKeyEnv, sealLine } from '../support/sealing.ts';
import type { StageOptions } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

const stages: Awaited<ReturnType<typeof openStage>>[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

const policy = 'account: "+44 7700 900001"\ntimezone: UTC\n';
const self = { pn: '447700900001', role: 'superadmin' as const };
const hidden = { pn: '447700900006', hidden: true };

const world: WorldFile = {
  server: {
    devices: [
      {
        pn: '447700900001',
        contacts: [
          { pn: '447700900004', full_name: 'Dewi D' },
          { pn: '447700900005', push_name: 'The Boss' },
        ],
      },
    ],
  },
  people: [
    { pn: '447700900006', lid: '330631678702157' },
    { pn: '447700900009', lid: '330631678702159' },
  ],
  groups: [
    {
      id: '120363000000000001',
      subject: 'Altos',
      owner: '447700900001',
      members: [
        self,
        { pn: '447700900002', role: 'admin' },
        { pn: '447700900003' },
        { pn: '447700900004' },
        hidden,
      ],
    },
    {
      id: '120363000000000002',
      subject: 'Bässe',
      owner: '447700900001',
      members: [self, { pn: '447700900003' }, { pn: '447700900005' }, hidden],
    },
    {
      id: '120363000000000003',
      subject: 'Guests',
      owner: '447700900002',
      members: [{ pn: '447700900002', role: 'superadmin' }, { pn: '447700900001' }],
    },
  ],
};

const sheet =
  'name;phone;teams\r\nAna A;+44 7700 900002;board\r\nBudi;+44 7700 900003;board choir\r\nEko;+44 7700 900009;\r\nFaris;nonsense;\r\nBudi B;+44 7700 900003;\r\n';

async function open(more: Partial<StageOptions> = {}) {
  const stage = await openStage({ files: { '_policy.yaml': policy }, world, ...more });
  stages.push(stage);
  await stage.write('members.csv', sheet);
  const read = (name: string) => readFileSync(stage.path(`groups/${name}`), 'utf8');
  return {
    stage,
    read,
    list: () => readdirSync(stage.path('groups')).toSorted(),
    csv: stage.path('members.csv'),
  };
}

test('each group that the account is an admin of gets a file, and whoever is known a handle', async () => {
  const { stage, read, list, csv } = await open();
  const { code, out, err } = await stage.run('import', '--sheet', csv);
  expect({ code, err }).toEqual({ code: exitCodes.ok, err: '' });
  expect(list()).toEqual(['_people.yaml', '_policy.yaml', 'altos.yaml', 'basse.yaml']);
  expect(read('_people.yaml')).toBe(`people:
  ana-a: { phone: "+44 7700 900002", name: "Ana A" }
  budi: { phone: "+44 7700 900003", name: "Budi" }
  hidden: { lid: "330631678702157" }
`);
  expect(read('altos.yaml')).toBe(`id: 120363000000000001@g.us
name: "Altos"
topic: ""
announce: false
locked: false
disappearing: off
may-add: everyone
join-approval: false
members:
  - budi
  - hidden
  - "+44 7700 900004"  # "Dewi D" in WhatsApp, by your contacts or by themselves
admins:
  - ana-a
manage: additive
`);
  expect(read('basse.yaml')).toContain(
    'members:\n  - budi\n  - hidden\n  - "+44 7700 900005"  # "The Boss" in',
  );
  expect(out).toContain('In the spreadsheet and in no group: 1 person\n');
  expect(out).toMatch(/members\.csv:4: Eko\n/);
  expect(out).toMatch(/members\.csv:5: Row 5, column B/);
  expect(out).toMatch(/One number in several rows: 1 number\n {2}\S*:3: Budi,\s+\S*:6: "Budi B"\n/);
  expect(out).toMatch(/\+44 •••• ••• 005 \(“~The Boss”\): "Bässe"\n/);
  expect(out).toContain('board: [ana-a, budi]\n');
  expect(out).not.toMatch(/7700 ?900/);
  expect(stage.writes()).toEqual([]);
});

test('a second run adds what is new and leaves the rest as it is, and --all takes the others in', async () => {
  const { stage, read, list, csv } = await open();
  await stage.run('import', '--match', 'alt*', '--sheet', csv);
  expect(list()).toEqual(['_people.yaml', '_policy.yaml', 'altos.yaml']);
  await stage.write('groups/altos.yaml', `# mine\n${read('altos.yaml')}`);
  await stage.write(
    'groups/_people.yaml',
    `\ufeff# mine\r\n${read('_people.yaml').replaceAll('\n', '\r\n')}`,
  );
  const before = [read('altos.yaml'), read('_people.yaml')];
  const { code, out } = await stage.run('import', '--all', '--contacts', '--sheet', csv);
  expect(code).toBe(exitCodes.ok);
  expect(out).toContain('1 group has a file, which stays as it is.');
  expect(list()).toEqual(['_people.yaml', '_policy.yaml', 'altos.yaml', 'basse.yaml', 'guests.yaml']);
  expect(read('altos.yaml')).toBe(before[0]);
  expect(read('_people.yaml')).toBe(
    `${before[1]}  the-boss: { phone: "+44 7700 900005", name: "The Boss" }\r\n`,
  );
  expect(read('guests.yaml')).toContain(
    'admins:\n  - ana-a\n# The account is no admin here, so the group is only watched.\nmanage: observe\n',
  );
});

test('a dry run writes nothing, looks nobody up, and says what would be', async () => {
  const { stage, list, csv } = await open({ isUnmarked: true });
  const memory = ['--state', stage.path('memory')];
  const { code, out } = await stage.run('import', '--dry-run', '--photos', '--sheet', csv, ...memory);
  expect(code).toBe(exitCodes.ok);
  expect(out).toMatch(/^Would import 2 groups and 3 new people/);
  expect(out).toContain('altos.yaml');
  expect(list()).toEqual(['_policy.yaml']);
  expect(existsSync(stage.path('memory'))).toBe(false);
  const asked = stage.sandbox.requests().map(({ path }) => path.replace(/\?.*/, ''));
  expect(new Set(asked)).toEqual(
    new Set(['/devices', '/app/status', '/user/my/groups', '/user/my/contacts']),
  );
});

test('whoever of the spreadsheet hides is found by a look-up, and stands in all lists by their handle', async () => {
  const rows = 'name,phone\nFaris,+44 7700 900006\n';
  const { stage, read } = await open();
  await stage.write('members.csv', rows);
  const { out } = await stage.run('import', '--sheet', stage.path('members.csv'));
  expect(out).toContain('WhatsApp was asked who of the spreadsheet hides their number: 1 person.');
  expect(read('altos.yaml')).toContain('- faris\n');
  expect(read('basse.yaml')).toContain('- faris\n');
  expect(read('_people.yaml')).toContain('faris: { phone: "+44 7700 900006", name: "Faris" }');
});

test('somebody who hid on the first run and is found on the second gets a handle; the files stay', async () => {
  const { stage, read } = await open({ isUnmarked: true });
  const memory = ['--state', stage.path('memory')];
  await stage.write('members.csv', 'name,phone\nFaris,+44 7700 900006\n');
  const first = await stage.run('import', '--sheet', stage.path('members.csv'), ...memory);
  expect(first.out).toContain('Nobody of the spreadsheet could be looked up');
  const altos = read('altos.yaml');
  expect(altos).toContain('- hidden\n');
  const second = await stage.run('import', '--sheet', stage.path('members.csv'));
  expect(second.out).toContain('In groups and in no row');
  expect(second.out).toMatch(/Hidden until now, and known by the spreadsheet: 1 person .*\n {2}Faris\n/);
  expect(read('altos.yaml')).toBe(altos);
  expect(read('_people.yaml')).toContain('faris: { phone: "+44 7700 900006", name: "Faris" }');
  await stage.write('groups/altos.yaml', altos.replace('additive', 'exact'));
  expect((await stage.run('plan', '--detailed-exitcode')).code).toBe(exitCodes.ok);
});

test('photos are saved, and a plan finds them as they are', async () => {
  const jpeg = (await drawPicture()).toString('base64');
  const groups = world.groups.map((group, index) =>
    index === 0 ? { ...group, picture: { id: '17', jpeg } } : group,
  );
  const { stage, read, list } = await open({ world: { ...world, groups } });
  expect((await stage.run('import', '--photos')).code).toBe(exitCodes.ok);
  expect(list()).toContain('photos');
  expect(read('altos.yaml')).toMatch(/^photo: photos\/altos\.(?:jpg|png)$/m);
  expect((await stage.run('plan', '--detailed-exitcode')).code).toBe(exitCodes.ok);
});

test.each([
  ['en', 'In 1 group most people are in no file. Import first'],
  ['id', 'Di 1 grup, kebanyakan orang tidak ada di berkas mana pun. Impor dulu'],
  ['pt-BR', 'Em 1 grupo a maioria das pessoas não está em nenhum arquivo. Importe primeiro'],
])('a plan full of strangers says so first (%s)', async (language, hint) => {
  const file = 'id: 120363000000000001@g.us\nmembers: []\nmanage: exact\n';
  const { stage } = await open({
    files: { '_policy.yaml': `${policy}language: ${language}\n`, 'altos.yaml': file },
  });
  const { out } = await stage.run('plan', '--markdown', stage.path('plan.md'));
  expect(out.replaceAll(/\s+/g, ' ')).toContain(hint);
  expect(readFileSync(stage.path('plan.md'), 'utf8')).toContain(hint);
});

describe('whatever goes wrong is told', () => {
  test('a group that could not be read', async () => {
    const groups = world.groups.map((group, index) => (index === 0 ? { ...group, stub: true } : group));
    const { stage, list } = await open({ world: { ...world, groups } });
    stage.sandbox.setFaults([{ xmlns: 'w:g2', tag: 'query', code: 404 }]);
    const { code, out } = await stage.run('import');
    expect(code).toBe(exitCodes.failed);
    expect(out).toMatch(/was not imported: /);
    expect(list()).toContain('basse.yaml');
  });

  test('a limit of WhatsApp ends it before anything is written, and later runs know', async () => {
    const { stage, list } = await open({ isUnmarked: true });
    const memory = ['--state', stage.path('memory')];
    await stage.run('apply', '--new-journal', '--yes', ...memory);
    stage.sandbox.setFaults([{ xmlns: 'w:g2', code: 429 }]);
    const { code, err } = await stage.run('import', ...memory);
    expect(code).toBe(exitCodes.failed);
    expect(err).toMatch(/429/);
    expect(list()).toEqual(['_policy.yaml']);
    stage.sandbox.setFaults([]);
    expect((await stage.run('status', ...memory)).out).toContain('but nothing before');
  });

  test('a folder without a policy, files with mistakes, a spreadsheet that is none', async () => {
    const { stage } = await open();
    expect((await stage.run('import', '--into', stage.folder)).code).toBe(exitCodes.mistakes);
    expect((await stage.run('import', '--sheet', stage.path('none.csv'))).code).toBe(exitCodes.usage);
    expect((await stage.run('import', '--show-phones')).code).toBe(exitCodes.usage);
    await stage.write('groups/bad.yaml', 'nmae: x\n');
    expect((await stage.run('import')).code).toBe(exitCodes.mistakes);
    expect(stage.sandbox.requests()).toEqual([]);
  });

  test('numbers in full on a terminal', async () => {
    const { stage } = await open({ terminal: { isInteractive: true } });
    const { code, out } = await stage.run('import', '--show-phones');
    expect(code).toBe(exitCodes.ok);
    expect(out).toContain('altos.yaml');
  });
});

test('what defaults of the folder do to the new files is said with their names', async () => {
  const stage = await openStage({
    world,
    files: {
      '_policy.yaml': policy,
      '_defaults.yaml': 'admins: ["+44 7700 900003"]\n',
    },
  });
  stages.push(stage);
  const { code, out } = await stage.run('import');
  expect(code).toBe(exitCodes.ok);
  expect(out.replaceAll(/\s+/g, ' ')).toMatch(/ATTENTION: a _defaults\.yaml .*altos\.yaml, basse\.yaml\./);
  const plan = await stage.run('plan');
  expect(plan.out).toContain('_defaults.yaml');
});

test('whoever WhatsApp tells nothing about is left to be looked up', async () => {
  const stage = await openStage({
    world: { ...world, faults: [{ xmlns: 'usync', code: 429 }] },
    files: { '_policy.yaml': policy },
  });
  stages.push(stage);
  await stage.write('sheet.csv', 'Name;Phone\nEka;+44 7700 900006\nFay;+44 7700 900009\n');
  const { code, out } = await stage.run('import', '--sheet', stage.path('sheet.csv'));
  expect(code).toBe(exitCodes.ok);
  expect(out.replaceAll(/\s+/g, ' ')).toContain(
    'who of the spreadsheet hides their number: 2 people. 2 are left: import again',
  );
});

describe('into files whose numbers are sealed', () => {
  const files = { '_policy.yaml': `${policy}${sealLine}\n` };
  const noisy: WorldFile = {
    ...world,
    groups: world.groups.map((group) => ({
      ...group,
      desc: group.subject === 'Altos' ? 'Ask Ana, 07700 900002' : 'Every Thursday',
    })),
  };

  test('everybody gets a handle and a sealed number, and a plan changes nothing', async () => {
    const { stage, read, list } = await open({ files, world: noisy, env: peopleKeyEnv });
    const { code, out, err } = await stage.run('import', '--contacts');
    expect(code).toBe(exitCodes.ok);
    const texts = list()
      .filter((name) => name.endsWith('.yaml') && name !== '_policy.yaml')
      .map(read)
      .join('\n');
    expect(texts + out + err).not.toMatch(/7700|9000\d/);
    expect(read('_people.yaml').replaceAll(/sealed:[a-z]+/g, 'SEALED')).toContain(
      '  dewi-d: { phone: SEALED, name: "Dewi D" }\n',
    );
    expect(read('_people.yaml')).toMatch(/^ {2}person-2: sealed:[a-z]+$/m);
    expect(read('altos.yaml')).toContain('# topic: not written; it seems to hold a phone number');
    expect((await stage.run('plan', '--detailed-exitcode')).code).toBe(exitCodes.ok);
    expect((await stage.run('import')).out).not.toContain('_people.yaml');
  });

  test('no key is needed where nobody is sealed yet, and a spreadsheet with numbers in names names nobody by them', async () => {
    const { stage, read } = await open({ files });
    await stage.write(
      'members.csv',
      'name;phone;note\r\nAna 07700900002;+44 7700 900002;call 07700900002\r\n',
    );
    const { code } = await stage.run('import', '--sheet', stage.path('members.csv'));
    expect(code).toBe(exitCodes.ok);
    expect(read('_people.yaml')).not.toMatch(/7700|9000/);
  });
});
