import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { FaultRule } from '../../src/sandbox/faults.ts';
import { toWorldFile } from '../../src/sandbox/world-file.ts';
import type { InviteStage, InviteStageOptions } from '../support/invite-stage.ts';
import { altos, group, openInviteStage, otherGroup, phone } from '../support/invite-stage.ts';
import { openStage } from '../support/stage.ts';

const stages: InviteStage[] = [];

async function open(options: InviteStageOptions = { isBegun: false }): Promise<InviteStage> {
  const stage = await openInviteStage(options);
  stages.push(stage);
  return stage;
}

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

const link = 'https://chat.whatsapp.com/AbCdEfGhIjK12345678900';

describe('shows on a terminal', () => {
  test.each([
    ['its file', 'altos.yaml'],
    ['its id', `${group}@g.us`],
    ['its name', 'Altos'],
  ])('a group by %s: the link as it is, and whoever is to be invited by the plan', async (_, named) => {
    const byInvite = altos.replace(
      'citra, dewi',
      '{ person: citra, by: invite }, { person: dewi, by: invite }',
    );
    const stage = await open({ files: { 'altos.yaml': byInvite }, isBegun: false });
    const { code, out } = await stage.invite([named]);
    expect(code).toBe(exitCodes.ok);
    expect(out.split(link)).toHaveLength(3);
    expect(out).toContain('To invite: 2 people\n  + citra\n  + dewi\n');
    expect(stage.writes()).toEqual([]);
  });

  test('whoever is named, each once; who is there already is said', async () => {
    const stage = await open();
    const { code, out, err } = await stage.invite(['altos.yaml', 'dewi', 'ana', 'dewi', 'citra']);
    expect(code).toBe(exitCodes.ok);
    expect(out).toContain('To invite: 2 people\n  + dewi\n  + citra\n');
    expect(err).toContain('ana is in the group already');
  });

  test('somebody by a number, which is asked for and never printed', async () => {
    const stage = await open();
    const { code, out, err } = await stage.invite(['altos.yaml', '-'], [`+${phone(4)}`]);
    expect({ code, out, err }).toMatchObject({ code: exitCodes.ok });
    expect(out).toContain('+ citra');
    expect(out + err).not.toContain(phone(4));
  });

  test('in the policy’s language', async () => {
    const stage = await open();
    for (const [language, text] of [
      ['id', 'Teks untuk disalin'],
      ['pt-BR', 'Texto para copiar'],
    ]) {
      await stage.write('groups/_policy.yaml', `account: "+${phone(1)}"\nlanguage: ${language}\n`);
      expect((await stage.invite(['altos.yaml'])).out).toContain(text);
    }
  });

  test('a group that is called anything', async () => {
    const subject = 'Al\u001b]0;x\u0007tos\n::error::x\u202e</h1>';
    const stage = await open({ subject, isBegun: false });
    const { out } = await stage.invite(['altos.yaml']);
    for (const bad of ['\u0007', '\u202e', '\n::error']) expect(out).not.toContain(bad);
    expect(out).toContain('“Al ]0;x tos');
    await stage.invite(['altos.yaml', '--file', stage.path('sheet.html')]);
    const page = readFileSync(stage.path('sheet.html'), 'utf8');
    for (const bad of ['\u0007', '\u202e', '\u001b']) expect(page).not.toContain(bad);
    expect(page.match(/<\/h1>/g)).toHaveLength(1);
  });
});

test('a group without a name that can be read is called as its file', async () => {
  const nameless = altos.replace('name: Altos\n', '');
  const stage = await open({ files: { 'altos.yaml': nameless }, subject: '\u200b \u2028', isBegun: false });
  expect((await stage.invite(['altos.yaml'])).out).toContain('“altos”');
});

describe('is for whom it is for', () => {
  test.each<[string, string[], RegExp]>([
    [
      'somebody whom the file does not list',
      ['altos.yaml', 'gita'],
      /gita is not wanted in this group today by altos\.yaml/,
    ],
    ['nobody’s handle', ['altos.yaml', 'gitta'], /neither a handle.*gita/s],
    ['a number in an argument', ['altos.yaml', `+${phone(4)}`], /shell's history/],
    ['a hidden number', ['altos.yaml', 'lid:330631678702157'], /hides their number/],
    ['no group', ['tenors.yaml'], /neither the file, the id nor the name/],
    ['--file and --send', ['altos.yaml', '--file', 'x', '--send'], /cannot be used with/],
  ])('%s is refused, and nothing is shown', async (_, argv, text) => {
    const stage = await open();
    const { code, out, err } = await stage.invite(argv);
    expect(code).toBe(exitCodes.usage);
    expect(err).toMatch(text);
    expect(out).not.toContain('chat.whatsapp.com');
  });

  test('a handle that nobody has is told before anything is asked of the server', async () => {
    const stage = await open();
    expect((await stage.invite(['altos.yaml', 'citra', 'gitta'])).code).toBe(exitCodes.usage);
    expect(stage.sandbox.requests()).toEqual([]);
  });

  test('a name that two files have, and a group that does not exist yet', async () => {
    const twin = altos.replace(group, otherGroup);
    const stage = await open({ files: { 'basses.yaml': twin, 'new.yaml': 'name: New\n' }, isBegun: false });
    const both = await stage.invite(['Altos']);
    expect(both.err).toContain('the name of several groups: altos.yaml, basses.yaml');
    const fresh = await stage.invite(['new.yaml']);
    expect([both.code, fresh.code]).toEqual([exitCodes.usage, exitCodes.usage]);
    expect(fresh.err).toContain('has no id');
  });

  test('a pipe or a CI never sees the link, and nobody is asked for it', async () => {
    const stage = await open();
    const { code, out, err } = await stage.invite(['altos.yaml'], [], { terminal: { isInteractive: false } });
    expect({ code, out }).toEqual({ code: exitCodes.usage, out: '' });
    expect(err).toContain('--file PATH');
    expect(stage.sandbox.requests()).toEqual([]);
  });
});

/** What is told of the link. */
const fault = (results: object): FaultRule => ({
  path: '/group/invite-link',
  status: 200,
  body: JSON.stringify({ code: 'SUCCESS', message: '', results }),
});

describe('a server that lies or fails', () => {
  test.each<[string, FaultRule]>([
    ['a script for a link', fault({ invite_link: 'javascript:alert(1)' })],
    ['another host', fault({ invite_link: 'https://chat.whatsapp.com.evil.example/AbC' })],
    ['10 kB', fault({ invite_link: `https://chat.whatsapp.com/${'a'.repeat(10_000)}` })],
    ['two lines', fault({ invite_link: 'https://chat.whatsapp.com/AbC\nhttps://evil.example' })],
    ['nothing', fault({})],
    ['a refusal', { path: '/group/invite-link', status: 500, body: '{"code":"X","message":"no"}' }],
  ])('%s: no link, no page, exit 1', async (_, rule) => {
    const stage = await open();
    stage.sandbox.setFaults([rule]);
    for (const more of [[], ['--file', stage.path('sheet.html')], ['--send']]) {
      const { code, out, err } = await stage.invite(['altos.yaml', ...more]);
      expect({ code, out }).toEqual({ code: exitCodes.failed, out: '' });
      expect(err).toMatch(/cannot be had/);
      expect(err).not.toMatch(/evil|javascript|aaaa/);
    }
    expect(existsSync(stage.path('sheet.html'))).toBe(false);
  });

  test('a group that cannot be read', async () => {
    const stage = await open();
    stage.sandbox.setFaults([{ path: '/group/info', status: 500, body: '{}' } as FaultRule]);
    const { code, err } = await stage.invite(['altos.yaml']);
    expect(code).toBe(exitCodes.failed);
    expect(err).toContain('The group of altos.yaml could not be read');
  });
});

describe('--file', () => {
  test('writes a page for its owner alone, in a CI as well, and never over what is there', async () => {
    const stage = await open();
    const file = stage.path('sheet.html');
    const { code, out } = await stage.invite(['altos.yaml', '--file', file], [], {
      terminal: { isInteractive: false },
    });
    expect(code).toBe(exitCodes.ok);
    expect(out).not.toContain('chat.whatsapp.com');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toContain(link);
    const again = await stage.invite(['altos.yaml', '--file', file]);
    expect(again.code).toBe(exitCodes.usage);
    expect(again.err).toContain('is there already');
  });

  test('never into the repository, by a link neither', async () => {
    const stage = await open();
    mkdirSync(stage.path('away'));
    symlinkSync(stage.path('groups'), stage.path('away/in'));
    for (const name of ['groups/sheet.html', 'away/in/sheet.html', 'away/../groups/sheet.html']) {
      const { code, err } = await stage.invite(['altos.yaml', '--file', stage.path(name)]);
      expect(code).toBe(exitCodes.usage);
      expect(err).toContain("lies in the groups' folder");
      expect(stage.sandbox.requests()).toEqual([]);
    }
    expect(existsSync(stage.path('groups/sheet.html'))).toBe(false);
  });
});

test('the account that acts on the group is taken, and no other', async () => {
  const stage = await openStage({
    files: {
      '_policy.yaml': `accounts: { main: "+${phone(1)}", second: "+${phone(9)}" }\n`,
      '_people.yaml': `people:\n  ana: "+${phone(2)}"\n  budi: "+${phone(3)}"\n`,
      'altos.yaml': `id: ${group}@g.us\naccount: second\nmembers: [ana, budi]\n`,
    },
    world: toWorldFile(
      {
        server: { devices: [{ pn: phone(1) }, { pn: phone(9) }] },
        people: [{ pn: phone(3) }],
        groups: [
          {
            id: group,
            subject: 'Altos',
            owner: phone(9),
            members: [{ pn: phone(9), role: 'superadmin' }, { pn: phone(2) }],
          },
        ],
      },
      'two accounts',
    ),
    terminal: { isInteractive: true },
  });
  try {
    const own = await stage.run('invite', 'altos.yaml', 'budi');
    expect({ code: own.code, err: own.err }).toMatchObject({ code: exitCodes.ok });
    expect(own.out).toContain('+ budi');
    const other = await stage.run('invite', 'altos.yaml', '--account', 'main');
    expect(other.code).toBe(exitCodes.usage);
    expect(other.err).toContain('is a group of the account "second"');
  } finally {
    await stage.close();
  }
});
