import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it, test } from 'vitest';
import { creationSettles } from '../../src/domain/patience.ts';
import { exitCodes } from '../../src/exit-codes.ts';
import type { FaultRule } from '../../src/sandbox/faults.ts';
import type { ClubStage } from '../support/club-stage.ts';
import { clubFile, clubFiles, clubWorld, openClub } from '../support/club-stage.ts';
import type { StageOptions } from '../support/stage.ts';

let stage: ClubStage;

async function open(more: Partial<StageOptions> = {}): Promise<void> {
  stage = await openClub(more);
}

afterEach(() => stage.close());

/** What was printed, its lines put together again. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ');
const idOf = (text: string) => /^id: (\d+)@g\.us$/m.exec(text)?.[1];
const asked: Partial<FaultRule> = { method: 'POST', path: '/group' };
const timeout = JSON.stringify({
  code: 'GATEWAY_TIMEOUT',
  message: 'Request timed out waiting for WhatsApp server response',
});
const plan = () => stage.path('plan.json');

/** The plan file of the stage, made as a pull request would. */
async function review(): Promise<void> {
  await stage.command('plan', '--out', plan(), '--quiet');
}

describe('a group that does not exist yet', () => {
  it('is made with one person, gets its id into the file, and is set up', async () => {
    await open();
    await review();
    const { code, out } = await stage.command('create', plan());
    const [group] = stage.sandbox.world().groups;
    expect(code).toBe(exitCodes.ok);
    expect(group).toMatchObject({ subject: 'Book Club', desc: 'First Thursday, 19:00' });
    expect(group?.members.map(({ pn }) => pn)).toEqual(['447700900001', '447700900004']);
    expect(await stage.readClub()).toBe(`id: ${group?.id}@g.us\n${clubFile}`);
    expect(flat(out)).toContain(`is made: ${group?.id}@g.us; in it by now: citra; its id is in the file`);
    expect(stage.writes()).toEqual(['POST /group', 'POST /group/topic']);
  });

  it('is complete after an apply with the very same plan file', async () => {
    await open();
    await review();
    await stage.command('create', plan());
    expect((await stage.command('apply', plan())).code).toBe(exitCodes.ok);
    expect((await stage.command('plan', '--detailed-exitcode')).code).toBe(exitCodes.ok);
    expect(stage.sandbox.world().groups[0]?.members).toHaveLength(4);
  });

  it('is known from the memory while its id is in no file, and the id is written again', async () => {
    await open();
    await review();
    await stage.command('create', plan());
    await stage.write('groups/club.yaml', clubFile);
    const planned = await stage.command('plan');
    expect(planned.out).toContain('2 to join, 1 to promote in 1 of 1 group.');
    expect(planned.out).not.toContain('to create');
    // What was approved for the file is approved for its group.
    expect((await stage.command('apply')).code).toBe(exitCodes.ok);
    const { code, out } = await stage.command('create');
    expect([code, stage.asked()]).toEqual([exitCodes.ok, 1]);
    expect(flat(out)).toContain('was made by an earlier request');
    expect(idOf(await stage.readClub())).toBe(stage.sandbox.world().groups[0]?.id);
  });

  it('is not made by an apply, which says that it waits', async () => {
    await open();
    await review();
    const { code, out } = await stage.command('apply', plan());
    expect([code, stage.names()]).toEqual([exitCodes.incomplete, []]);
    expect(flat(out)).toContain('1 group waits to be made: rollcall create.');
    // And the memory knows by then that it is approved.
    expect((await stage.command('create')).code).toBe(exitCodes.ok);
    expect(stage.names()).toEqual(['Book Club']);
  });

  it('is not made where nobody approved it, nor under another name', async () => {
    await open();
    expect((await stage.command('create')).code).toBe(exitCodes.incomplete);
    await review();
    await stage.write('groups/club.yaml', clubFile.replace('Book Club', 'Film Club'));
    const { code, out } = await stage.command('create', plan());
    expect([code, stage.asked()]).toEqual([exitCodes.incomplete, 0]);
    expect(flat(out)).toContain('nobody has approved it');
  });

  it('is made for somebody who was approved, and for nobody else', async () => {
    await open();
    await review();
    await stage.write('groups/club.yaml', clubFile.replace('[citra]', '["+44 7700 900005"]'));
    expect((await stage.command('create', plan())).code).toBe(exitCodes.ok);
    const [group] = stage.sandbox.world().groups;
    expect(group?.members.map(({ pn }) => pn)).toEqual(['447700900001', '447700900002']);
  });

  it('needs a memory', async () => {
    await open();
    const { code, out } = await stage.run('create', '--yes');
    expect([code, stage.asked()]).toEqual([exitCodes.incomplete, 0]);
    expect(flat(out)).toContain('is not made without a memory');
  });

  it('is none where every file has an id', async () => {
    await open();
    await stage.command('create', '--yes');
    const { code, out } = await stage.command('create', '--yes');
    expect([code, out]).toEqual([exitCodes.ok, 'Every group has an id: there is nothing to make.\n']);
  });

  it('is approved by its fingerprint, and by no other', async () => {
    await open();
    await review();
    const { fingerprint } = JSON.parse(await readFile(plan(), 'utf8')) as { fingerprint: string };
    expect((await stage.command('create', '--expect', 'a'.repeat(32))).code).toBe(exitCodes.refused);
    expect((await stage.command('create', '--expect', fingerprint)).code).toBe(exitCodes.ok);
  });

  it.each([
    ['no', 0],
    ['yes', 1],
  ])('is asked about on a terminal: %s', async (answer, count) => {
    await open({ terminal: { isInteractive: true }, answer });
    await stage.command('create');
    expect(stage.asked()).toBe(count);
  });

  it('is told as JSON', async () => {
    await open();
    const { out } = await stage.command('create', '--yes', '--json');
    const id = `${stage.sandbox.world().groups[0]?.id}@g.us`;
    expect(JSON.parse(out)).toMatchObject({
      kind: 'apply',
      toCreate: [
        { file: 'club.yaml', fate: { result: 'made', group: id, filed: 'filed', joined: ['citra'] } },
      ],
    });
  });
});

test('where nobody is to be added, nobody comes with it but the one of whom the plan said so', async () => {
  const club = clubFile.replace('[citra]', '[ana, citra]\nnew-members: invite');
  await open({ files: { ...clubFiles, 'club.yaml': club }, world: clubWorld(['447700900002']) });
  const planned = await stage.command('plan', '--out', plan());
  expect(flat(planned.out)).toContain('is made with ana, who is added although');
  const { code, out } = await stage.command('create', plan());
  expect([code, stage.names()]).toEqual([exitCodes.failed, []]);
  expect(flat(out)).toContain('nobody who may come with it is on WhatsApp');
  // The plan names another one by then, and what was approved was not about her.
  expect((await stage.command('create', plan())).code).toBe(exitCodes.incomplete);
  expect(flat((await stage.command('plan', '--out', plan())).out)).toContain(
    'is made with citra, who is added',
  );
  expect((await stage.command('create', plan())).code).toBe(exitCodes.ok);
  expect(stage.sandbox.world().groups[0]?.members.map(({ pn }) => pn)).toEqual([
    '447700900001',
    '447700900004',
  ]);
});

describe('an answer that does not come', () => {
  it.each<[string, FaultRule]>([
    ['504', { ...asked, path: '/group', status: 504, body: timeout, effect: true }],
    ['a dropped line', { ...asked, path: '/group', do: 'close', effect: true }],
    ['garbage', { ...asked, path: '/group', do: 'garbage', effect: true }],
    ['half of it', { ...asked, path: '/group', do: 'truncate', effect: true }],
    ['a proxy’s page', { ...asked, path: '/group', status: 502, body: '<html>', effect: true }],
  ])('%s, and the group is there: it is found at once', async (_, fault) => {
    await open();
    stage.sandbox.setFaults([fault]);
    const { code } = await stage.command('create', '--yes');
    expect([code, stage.names(), stage.asked()]).toEqual([exitCodes.ok, ['Book Club'], 1]);
    expect(idOf(await stage.readClub())).toBe(stage.sandbox.world().groups[0]?.id);
  });

  it.each<[string, FaultRule]>([
    ['504', { ...asked, path: '/group', status: 504, body: timeout }],
    ['a dropped line', { ...asked, path: '/group', do: 'close' }],
    ['a drop between GOWA and WhatsApp', { xmlns: 'w:g2', tag: 'create', do: 'disconnect' }],
  ])('%s, and there is none: nothing is asked for again before it could have appeared', async (_, fault) => {
    await open();
    await review();
    stage.sandbox.setFaults([fault]);
    const { code, out } = await stage.command('create', plan());
    expect([code, stage.names()]).toEqual([exitCodes.failed, []]);
    expect(flat(out)).toContain('may have been made');
    stage.sandbox.setFaults([]);
    stage.sandbox.setSession('447700900001', 'ok');
    const before = stage.asked();
    expect((await stage.command('create', plan())).out).toContain('may still appear');
    expect(stage.asked()).toBe(before);
    await stage.clock.sleep(creationSettles);
    expect((await stage.command('create', plan())).code).toBe(exitCodes.ok);
    expect(stage.names()).toEqual(['Book Club']);
  });

  it('and nobody can look either: the next run looks first, and takes what is there', async () => {
    await open();
    await review();
    stage.sandbox.setFaults([
      { method: 'POST', path: '/group', status: 504, body: timeout, effect: true },
      { method: 'GET', path: '/user/my/groups', after: 1, status: 500, body: '' },
    ]);
    expect((await stage.command('create', plan())).code).toBe(exitCodes.failed);
    expect(await stage.readClub()).toBe(clubFile);
    stage.sandbox.setFaults([]);
    const { code, out } = await stage.command('create', plan());
    expect([code, stage.names(), stage.asked()]).toEqual([exitCodes.ok, ['Book Club'], 1]);
    expect(flat(out)).toContain('was made by an earlier request');
  });

  it('and the group has another name by the time that anybody can look: no second one is made', async () => {
    await open();
    await review();
    stage.sandbox.setFaults([
      { method: 'POST', path: '/group', status: 504, body: timeout, effect: true },
      { method: 'GET', path: '/user/my/groups', after: 1, status: 500, body: '' },
    ]);
    await stage.command('create', plan());
    stage.sandbox.setFaults([]);
    const id = `${stage.sandbox.world().groups[0]?.id}@g.us`;
    await fetch(`${stage.sandbox.url}/group/name`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ group_id: id, name: 'Book club' }),
    });
    await stage.clock.sleep(creationSettles);
    const { code, out } = await stage.command('create', plan());
    expect([code, stage.asked()]).toEqual([exitCodes.incomplete, 1]);
    expect(flat(out)).toContain(id);
  });

  it.each<[string, Partial<StageOptions>, number]>([
    ['told, and nothing is taken', {}, exitCodes.incomplete],
    ['asked about on a terminal', { terminal: { isInteractive: true } }, exitCodes.ok],
  ])('and two groups may be it: they are %s', async (_, more, expected) => {
    let answer = 'yes';
    await open({ ...more, answer: () => answer });
    stage.sandbox.setFaults([
      { method: 'POST', path: '/group', status: 504, body: timeout, effect: true },
      { method: 'GET', path: '/user/my/groups', after: 1, status: 500, body: '' },
    ]);
    await stage.command('create', '--yes');
    stage.sandbox.setFaults([]);
    await fetch(`${stage.sandbox.url}/group`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Book Club', participants: ['447700900002'] }),
    });
    const ids = stage.sandbox.world().groups.map(({ id }) => `${id}@g.us`);
    answer = ids[1] ?? '';
    const before = stage.asked();
    const { code, out } = await stage.command('create', ...(more.terminal ? [] : ['--yes']));
    expect(code).toBe(expected);
    for (const id of ids) expect(flat(out)).toContain(id);
    expect(stage.asked()).toBe(before);
    expect(idOf(await stage.readClub())).toBe(more.terminal ? ids[1]?.split('@')[0] : undefined);
  });
});

describe('an answer that names another group', () => {
  it.each([
    ['of a file', true],
    ['in no file', false],
  ])('%s: nothing is done there, and the right one is found', async (_, isFiled) => {
    await open();
    await fetch(`${stage.sandbox.url}/group`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Board', participants: ['447700900005'] }),
    });
    const [board] = stage.sandbox.world().groups;
    if (isFiled) await stage.write('groups/board.yaml', `id: ${board?.id}@g.us\nname: Board\n`);
    await review();
    const body = JSON.stringify({
      code: 'SUCCESS',
      message: 'Success created group',
      results: { group_id: `${board?.id}@g.us` },
    });
    stage.sandbox.setFaults([{ method: 'POST', path: '/group', status: 200, body, effect: true }]);
    expect((await stage.command('create', plan())).code).toBe(exitCodes.ok);
    const [same, club, ...others] = stage.sandbox.world().groups;
    expect([same, others]).toEqual([board, []]);
    expect(club).toMatchObject({ subject: 'Book Club', desc: 'First Thursday, 19:00' });
    expect(idOf(await stage.readClub())).toBe(club?.id);
  });
});

describe('a refusal', () => {
  it('of the name is told, and nothing stays open', async () => {
    await open();
    await review();
    stage.sandbox.setFaults([{ xmlns: 'w:g2', tag: 'create', code: 406, text: 'not-acceptable', times: 1 }]);
    const { code, out } = await stage.command('create', plan());
    expect([code, stage.names()]).toEqual([exitCodes.failed, []]);
    expect(flat(out)).toContain('is not made: The request is refused as invalid');
    expect((await stage.command('create', plan())).code).toBe(exitCodes.ok);
    expect(stage.names()).toEqual(['Book Club']);
  });

  it('of somebody who is not on WhatsApp: another one comes with it', async () => {
    await open({ world: clubWorld(['447700900004']) });
    const { code, out } = await stage.command('create', '--yes');
    expect([code, stage.names()]).toEqual([exitCodes.ok, ['Book Club']]);
    expect(flat(out)).toContain('in it by now: ana');
  });

  it('of everybody: nothing is made', async () => {
    await open({ world: clubWorld(['447700900002', '447700900003', '447700900004']) });
    const { code, out } = await stage.command('create', '--yes');
    expect([code, stage.names()]).toEqual([exitCodes.failed, []]);
    expect(flat(out)).toContain('nobody who may come with it is on WhatsApp');
  });

  it.each<[string, FaultRule]>([
    ['look-ups', { xmlns: 'usync', code: 429, text: 'rate-overlimit' }],
    ['groups', { xmlns: 'w:g2', tag: 'create', code: 429, text: 'rate-overlimit' }],
  ])('since WhatsApp limits %s ends the run', async (_, fault) => {
    await open();
    stage.sandbox.setFaults([fault]);
    const { code } = await stage.command('create', '--yes');
    expect([code, stage.names()]).toEqual([exitCodes.incomplete, []]);
    stage.sandbox.setFaults([]);
    const before = stage.asked();
    expect((await stage.command('create', '--yes')).code).toBe(exitCodes.incomplete);
    expect(stage.asked()).toBe(before);
    await stage.clock.sleep(2 * 3_600_000);
    expect((await stage.command('create', '--yes')).code).toBe(exitCodes.ok);
    expect(stage.names()).toEqual(['Book Club']);
  });

  it('of whoever lets nobody add them leaves the group without them, and says so', async () => {
    const world = clubWorld();
    const people = (world.people ?? []).map((person) =>
      person.pn === '447700900004' ? { ...person, privacy: 'invite' as const } : person,
    );
    await open({ world: { ...world, people } });
    const { code, out } = await stage.command('create', '--yes');
    expect([code, stage.names()]).toEqual([exitCodes.ok, ['Book Club']]);
    expect(flat(out)).toContain('nobody else is in it yet');
  });
});

test('a file that somebody changes meanwhile is left as it is, and its id is not lost', async () => {
  await open({
    terminal: { isInteractive: true },
    answer: () => {
      writeFileSync(stage.path('groups/club.yaml'), `${clubFile}# by hand\n`);
      return 'yes';
    },
  });
  const { code, out } = await stage.command('create');
  expect(code).toBe(exitCodes.failed);
  expect(flat(out)).toContain('ITS ID IS NOT IN THE FILE YET');
  expect(await stage.readClub()).toBe(`${clubFile}# by hand\n`);
  const [group] = stage.sandbox.world().groups;
  expect(flat(out)).toContain(`${group?.id}@g.us`);
  await stage.command('create', '--yes');
  expect([idOf(await stage.readClub()), stage.names()]).toEqual([group?.id, ['Book Club']]);
});

test('a group of that name in no file: none is made, and it is told which', async () => {
  await open();
  await stage.command('create', '--yes');
  await stage.write('groups/club.yaml', await stage.readClub().then((text) => text.replace('club', 'clubs')));
  await stage.command('apply', '--yes', '--quiet');
  // The id was in the file, and somebody makes a new one of that name: another group.
  await stage.write('groups/club.yaml', clubFile);
  const { code, out } = await stage.command('create', '--yes');
  expect([code, stage.asked()]).toEqual([exitCodes.incomplete, 1]);
  expect(flat(out)).toContain(`${stage.sandbox.world().groups[0]?.id}@g.us`);
});

test('what is approved for a group that is not there yet is listed under its file', async () => {
  await open();
  await review();
  await stage.command('apply', plan());
  const waiting = await stage.command('approvals');
  expect(waiting.out).toContain('club.yaml');
  expect(flat(waiting.out)).toMatch(/citra joins.*budi joins|budi joins.*citra joins/);
  await stage.command('create');
  await stage.write('groups/club.yaml', clubFile);
  expect(flat((await stage.command('approvals')).out)).toContain('budi joins');
});

test('two files of one name get a group each, and never each other’s', async () => {
  await open({ files: { ...clubFiles, 'other.yaml': clubFile } });
  expect((await stage.command('create', '--yes')).code).toBe(exitCodes.ok);
  const other = await readFile(stage.path('groups/other.yaml'), 'utf8');
  const ids = [idOf(await stage.readClub()), idOf(other)];
  expect(ids).toEqual(stage.sandbox.world().groups.map(({ id }) => id));
  expect(new Set(ids).size).toBe(2);
});

test('where nobody knows whether the first of one name is there, the second waits', async () => {
  await open({ files: { ...clubFiles, 'other.yaml': clubFile } });
  stage.sandbox.setFaults([
    { method: 'POST', path: '/group', status: 504, body: timeout },
    { method: 'GET', path: '/user/my/groups', after: 1, status: 500, body: '' },
  ]);
  const { out } = await stage.command('create', '--yes');
  expect(stage.asked()).toBe(1);
  expect(flat(out)).toContain("another file's group of this name was asked for");
});

test('so many a day, and the rest on the next', async () => {
  const files = Object.fromEntries(
    [1, 2, 3, 4, 5].map((n) => [`club-${n}.yaml`, clubFile.replace('Book Club', `Book Club ${n}`)]),
  );
  const { 'club.yaml': _, ...rest } = clubFiles;
  await open({ files: { ...rest, ...files } });
  await review();
  const { code, out } = await stage.command('create', plan());
  expect([code, stage.names().length]).toEqual([exitCodes.incomplete, 3]);
  expect(flat(out)).toContain('waits: the pace of today is spent');
  expect((await stage.command('create', plan())).code).toBe(exitCodes.incomplete);
  expect(stage.names()).toHaveLength(3);
  await stage.clock.sleep(24 * 3_600_000);
  expect((await stage.command('create')).code).toBe(exitCodes.ok);
  expect(stage.names().toSorted()).toEqual([1, 2, 3, 4, 5].map((n) => `Book Club ${n}`));
});

test('a file that only watches makes nothing, and asks nobody for anything', async () => {
  await open({ files: { ...clubFiles, 'club.yaml': `manage: observe\n${clubFile}` } });
  const { code, out } = await stage.command('create', '--yes');
  expect([code, stage.asked()]).toEqual([exitCodes.ok, 0]);
  expect(flat(out)).toContain('because the file only watches');
});
