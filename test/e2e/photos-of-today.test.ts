import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { drawPicture, encodeAgain } from '../photo/pictures.ts';
import { choirWorld } from '../support/choir-stage.ts';
import type { Stage } from '../support/stage.ts';
import { createTestClock, openStage } from '../support/stage.ts';

const stages: Stage[] = [];

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

const altos = '120363000000000001';
const hour = 3_600_000;

/** The altos with a photo that an apply has verified; the basses are to have none. */
async function open() {
  const clock = createTestClock();
  const world = choirWorld();
  const picture = { id: '17', jpeg: (await encodeAgain(await drawPicture())).toString('base64') };
  const groups = world.groups.map((group) => (group.id === altos ? { ...group, picture } : group));
  const stage = await openStage({
    files: {
      '_policy.yaml': 'account: "+44 7700 900001"\nmanage: exact\n',
      'altos.yaml': `id: ${altos}@g.us\nname: Altoz\nphoto: photos/altos.png\n`,
      'basses.yaml': 'id: 120363000000000002@g.us\nname: Bases\nphoto: none\n',
      'photos/README': '',
    },
    world: { ...world, groups },
    isUnmarked: true,
    env: { ROLLCALL_KEY: 'ab'.repeat(32) },
    clock,
  });
  stages.push(stage);
  const state = ['--state', stage.path('state')];
  const draw = async (mark?: string) =>
    writeFile(stage.path('groups/photos/altos.png'), await drawPicture(640, 640, mark));
  await draw();
  await stage.run('apply', '--yes', '--new-journal', ...state);
  /** Runs a command, and returns what it said with how often a photo was asked for in it. */
  const run = async (command: string, ...args: string[]) => {
    const from = stage.sandbox.requests().length;
    const ran = await stage.run(command, ...state, ...args);
    const asked = stage.sandbox.requests().slice(from);
    return { ...ran, asked: asked.filter(({ path }) => path.includes('/user/avatar')).length };
  };
  return { ...stage, clock, draw, run };
}

async function read(path = ''): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

/** Somebody sets another photo on a phone. */
async function setOnPhone({ sandbox }: Pick<Stage, 'sandbox'>, mark: string) {
  const body = new FormData();
  body.set('group_id', `${altos}@g.us`);
  const picture = new Uint8Array(await drawPicture(640, 640, mark));
  body.set('photo', new Blob([picture], { type: 'image/png' }), 'photo.png');
  await fetch(`${sandbox.url}/group/photo`, { method: 'POST', body });
  return sandbox.world().groups.find(({ id }) => id === altos)?.picture;
}

describe('a photo that was what its file wants', () => {
  test('is not asked for by the plans and applies of a day, nor that there is none', async () => {
    const stage = await open();
    expect((await stage.run('plan')).asked).toBe(0);
    await stage.clock.sleep(12 * hour);
    expect((await stage.run('plan')).asked).toBe(0);
    expect((await stage.run('apply', '--yes')).asked).toBe(0);
    await stage.clock.sleep(12 * hour);
    expect((await stage.run('plan')).asked).toBe(2);
    // What that plan saw holds for a day as well.
    await stage.clock.sleep(23 * hour);
    expect((await stage.run('plan')).asked).toBe(0);
  });

  test('and plans and reports say in one line how many were not, and since when', async () => {
    const stage = await open();
    await stage.clock.sleep(hour);
    const [plan, report, page] = ['plan.json', 'report.json', 'report.md'].map((name) => stage.path(name));
    const first = await stage.run('plan', '--out', plan ?? '');
    const line =
      /2 photos were as their files want .*the first of them on 2026-06-01 12:00 UTC, so they were not asked for again/;
    expect(first.out.replaceAll(/\s+/g, ' ').match(/photo.*? not asked/g)).toHaveLength(1);
    expect(first.out.replaceAll(/\s+/g, ' ')).toMatch(line);
    const notAsked = { photosNotAsked: { count: 2, since: '2026-06-01 12:00 UTC' } };
    expect(await read(plan)).toMatchObject(notAsked);
    const second = await stage.run('apply', '--yes', '--report', report ?? '', '--markdown', page ?? '');
    expect(second.out.replaceAll(/\s+/g, ' ')).toMatch(line);
    expect(await read(report)).toMatchObject(notAsked);
    expect(await readFile(page ?? '', 'utf8')).toMatch(
      /2 photos were as their files want .*1 June 2026, 12:00.*so they were not looked at again/,
    );
    const asked = await stage.run('plan', '--ask-photos', '--out', plan ?? '');
    expect(asked.out).not.toContain('not asked for again');
    expect(await read(plan)).not.toHaveProperty('photosNotAsked');
  });

  test('is asked for by --ask-photos, and without a memory', async () => {
    const stage = await open();
    expect((await stage.run('plan', '--ask-photos')).asked).toBe(2);
    expect((await stage.run('plan', '--state', stage.path('nothing'))).asked).toBe(2);
    expect((await stage.run('plan', '--ask-photos', '--skip-photos')).code).toBe(exitCodes.usage);
  });

  test('is asked for where somebody has changed the memory', async () => {
    const stage = await open();
    const journal = stage.path('state/journal.jsonl');
    const text = await readFile(journal, 'utf8');
    await writeFile(journal, text.replace(/"type":"photo","group":"./, '$&a'));
    expect((await stage.run('plan')).asked).toBe(2);
  });

  test('another one that a phone has set is seen within a day, at once by --ask-photos', async () => {
    const stage = await open();
    await setOnPhone(stage, '#145a32');
    expect((await stage.run('plan')).out).toContain('nothing to change');
    expect((await stage.run('plan', '--ask-photos')).out).toContain('differs');
    await stage.clock.sleep(24 * hour);
    expect((await stage.run('plan')).out).toContain('differs');
  });

  test('is asked for where its file has changed: what is replaced is what the phone has set', async () => {
    const stage = await open();
    await setOnPhone(stage, '#145a32');
    await stage.draw('#4a235a');
    const { out, asked } = await stage.run('plan');
    expect([asked, out.includes('differs')]).toEqual([1, true]);
  });

  test('is asked for once another one was sent of which nobody saw what became', async () => {
    const stage = await open();
    await stage.draw('#4a235a');
    const file = stage.path('plan.json');
    await stage.run('plan', '--out', file);
    stage.sandbox.setFaults([{ path: '/user/avatar', after: 2, status: 500, body: 'a proxy' }]);
    const { code } = await stage.run('apply', file);
    expect([code, stage.writes().at(-1)]).toEqual([exitCodes.failed, 'POST /group/photo']);
    stage.sandbox.setFaults([]);
    await stage.draw();
    const { out, asked } = await stage.run('plan');
    expect([asked, out.includes('differs')]).toEqual([1, true]);
  });

  test('is not replaced where a phone has set another one since it was approved', async () => {
    const stage = await open();
    await stage.draw('#4a235a');
    const file = stage.path('plan.json');
    await stage.run('plan', '--out', file);
    const set = await setOnPhone(stage, '#145a32');
    const from = stage.writes().length;
    const { code } = await stage.run('apply', file);
    expect([code, stage.writes().length - from]).toEqual([exitCodes.incomplete, 0]);
    expect(stage.sandbox.world().groups.find(({ id }) => id === altos)?.picture).toEqual(set);
  });
});
