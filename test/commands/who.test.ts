import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { toWorldFile } from '../../src/sandbox/world-file.ts';
import { choirFiles } from '../support/choir-stage.ts';
import type { Stage, StageOptions } from '../support/stage.ts';
import { createTestIo, openStage } from '../support/stage.ts';
import { main } from '../../src/main.ts';

const files = {
  ...choirFiles,
  '_policy.yaml': `${choirFiles['_policy.yaml']}protected: [ana]\n`,
  '_people.yaml': `${choirFiles['_people.yaml']}teams:\n  altos: [ana, citra]\n`,
  'altos.yaml':
    'id: 120363000000000001@g.us\nname: Altos\nmembers:\n  - { person: ana, until: 2026-12-31 }\n  - team:altos\n  - { person: budi, until: 2026-12-31 }\n  - lid:330631678702157\nadmins: [ana]\n',
};

const world = toWorldFile(
  {
    server: { devices: [{ pn: '447700900001' }] },
    groups: [
      {
        id: '120363000000000001',
        subject: 'Altoz \u001b[2J ::error::x',
        owner: '447700900001',
        members: [
          { pn: '447700900001', role: 'superadmin' },
          { pn: '447700900002' },
          { pn: '447700900009', role: 'admin' },
        ],
      },
      {
        id: '120363000000000002',
        subject: 'Basses',
        owner: '447700900001',
        members: [
          { pn: '447700900001', role: 'superadmin' },
          { pn: '447700900002', role: 'admin' },
        ],
      },
    ],
  },
  'the choir',
);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ files, world });
});
afterAll(() => stage.close());

/** With the stage's server, and whatever is typed or handed over. */
async function ask(argv: readonly string[], options: Partial<StageOptions> = {}) {
  const { io, written } = createTestIo({ env: { ROLLCALL_URL: stage.sandbox.url }, ...options });
  return { code: await main(['who', '--groups', stage.path('groups'), ...argv], io), ...written };
}

describe('who', () => {
  test('says where somebody is, by which way, how long, and as it is', async () => {
    const { code, out } = await ask(['ana']);
    expect(code).toBe(exitCodes.ok);
    expect(out).toBe(
      [
        'ana  +44 •••• ••• 002',
        'protected: never removed, never demoted',
        '',
        'Altoz \\u{1b}[2J \\u{3a}:error::x  altos.yaml',
        '  · files  admin       ana in members (line 4); team:altos in members (line 5); ana in admins (line',
        '                       8)',
        '  · now    member',
        '',
        'Basses  basses.yaml',
        '  · files  not listed',
        '  · now    admin',
        '',
        'Sandbox: none of this is WhatsApp.',
        '',
      ].join('\n'),
    );
    expect(stage.writes()).toEqual([]);
  });

  test('by the files alone where there is no server, and where that is wanted', async () => {
    for (const run of [ask(['budi'], { env: {} }), ask(['budi', '--offline'])]) {
      const { code, out } = await run;
      expect(code).toBe(exitCodes.ok);
      expect(out).toContain('Budi Santoso (budi)  +44 •••• ••• 003');
      expect(out).toContain('Only the files were looked at');
      expect(out).not.toContain('· now');
      expect(out).toContain('budi in members (line 6); until 31 December 2026');
    }
    const { code } = await ask(['budi', '--offline', '--sandbox']);
    expect(code).toBe(exitCodes.usage);
  });

  test('a number is asked for, or handed over, and never an argument', async () => {
    const { code, err } = await ask(['+44 7700 900002']);
    expect(code).toBe(exitCodes.usage);
    expect(err).toContain("stays in the shell's history");
    expect(err).not.toContain('900002');
    const typed = await ask([], { terminal: { isInteractive: true }, answer: '+447700900002' });
    const handed = await ask(['-'], { input: '+44 (0)7700 900002\n' });
    expect(typed.out).toBe(handed.out);
    expect(typed.out).toContain('ana  +44 •••• ••• 002');
    expect((await ask([])).code).toBe(exitCodes.usage);
    expect((await ask(['-'], { input: 'ana\nbudi\n' })).code).toBe(exitCodes.usage);
    expect((await ask(['-'], { input: '' })).code).toBe(exitCodes.usage);
  });

  test('somebody whom no file names is found in the groups', async () => {
    const { code, out } = await ask(['-'], { input: '+44 7700 900009' });
    expect(code).toBe(exitCodes.ok);
    expect(out).toContain('+44 •••• ••• 009\n');
    expect(out).toMatch(/files {2}not listed\n.*now {4}admin/);
    const offline = await ask(['-', '--offline'], { input: '+44 7700 900009' });
    expect(offline.code).toBe(exitCodes.usage);
    expect(offline.out + offline.err).not.toMatch(/7700|900009/);
  });

  test('nobody is found by a word that is nobody, and the nearest is named', async () => {
    const { code, err } = await ask(['buddi']);
    expect([code, err]).toEqual([exitCodes.usage, expect.stringContaining('Did you mean `budi`?')]);
    expect((await ask(['lid:x'])).code).toBe(exitCodes.usage);
  });

  test('a LID, where a file knows it', async () => {
    const { code, out } = await ask(['lid:330631678702157', '--offline']);
    expect(code).toBe(exitCodes.ok);
    expect(out).toContain('lid:330631678702157\n');
    expect(out).toContain('known by their LID, never touched');
    expect((await ask(['lid:330631678702158', '--offline'])).out).toContain('In no group.');
  });

  test('as JSON, numbers masked', async () => {
    const { out } = await ask(['ana', '--json']);
    expect(out).not.toMatch(/7700 ?900/);
    expect(JSON.parse(out)).toMatchObject({
      kind: 'who',
      person: { handle: 'ana', number: '+44 •••• ••• 002' },
      isProtected: true,
      isLive: true,
      groups: [
        {
          file: 'altos.yaml',
          desired: {
            role: 'admin',
            ways: [{ list: 'members', line: 4 }, { line: 5 }, { list: 'admins', line: 8 }],
          },
          live: { kind: 'there', role: 'member' },
        },
        { file: 'basses.yaml', live: { kind: 'there', role: 'admin' } },
      ],
    });
  });

  test.each([
    ['id', 'tidak tercantum'],
    ['pt-BR', 'não está na lista'],
  ])('in %s', async (language, text) => {
    await stage.write('other/_policy.yaml', `${files['_policy.yaml']}language: ${language}\n`);
    for (const name of ['_people.yaml', 'altos.yaml', 'basses.yaml'] as const)
      await stage.write(`other/${name}`, files[name]);
    const { io, written } = createTestIo({ env: { ROLLCALL_URL: stage.sandbox.url } });
    expect(await main(['who', 'ana', '--groups', stage.path('other')], io)).toBe(exitCodes.ok);
    expect(written.out).toContain(text);
  });

  test('a group that cannot be read is named, and the code says so', async () => {
    await stage.write('gone/_policy.yaml', files['_policy.yaml']);
    await stage.write('gone/_people.yaml', files['_people.yaml']);
    await stage.write(
      'gone/a.yaml',
      'id: 120363000000000099@g.us\nname: A\nmembers: [ana, budi, team:altos]\n',
    );
    const { io, written } = createTestIo({ env: { ROLLCALL_URL: stage.sandbox.url } });
    expect(await main(['who', 'ana', '--groups', stage.path('gone')], io)).toBe(exitCodes.failed);
    expect(written.out).toContain('Not known of: A');
    expect(written.out).toContain('the group could not be read');
  });
});
