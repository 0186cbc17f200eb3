import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { adopt } from '../../src/commands/adopt.ts';
import { exitCodes } from '../../src/exit-codes.ts';
import { drawPicture, encodeAgain } from '../photo/pictures.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { Stage } from '../support/stage.ts';
import { createTestIo, openStage } from '../support/stage.ts';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

const altos = '120363000000000001';

/** The altos and the basses, the picture that the altos have, and what stands behind `photo:` in both files. */
async function open(live: Buffer | undefined, photo: string, other = 'none'): Promise<Stage> {
  const world = choirWorld();
  const groups = world.groups.map((group) =>
    group.id === altos && live ? { ...group, picture: { id: '17', jpeg: live.toString('base64') } } : group,
  );
  stage = await openStage({
    files: {
      '_policy.yaml': 'account: "+44 7700 900001"\nmanage: exact\n',
      'choir/altos.yaml': `id: ${altos}@g.us\nphoto: ${photo} # ours\n`,
      'basses.yaml': `id: 120363000000000002@g.us\nphoto: ${other}\n`,
      'photos/README': '',
    },
    world: { ...world, groups },
  });
  return stage;
}

const read = (name: string) => readFileSync(stage?.path(`groups/${name}`) ?? '');
const isThere = (name: string) => existsSync(stage?.path(`groups/${name}`) ?? '');

test("a group's picture becomes a file beside its own, and the plan is empty then", async () => {
  const live = await encodeAgain(await drawPicture());
  const { run, writes } = await open(live, 'none');
  expect(await run('adopt', '--yes', '--photo')).toMatchObject({ code: exitCodes.ok, err: '' });
  expect(read('choir/altos.yaml').toString()).toBe(`id: ${altos}@g.us\nphoto: photos/altos.jpg # ours\n`);
  expect(read('choir/photos/altos.jpg').equals(live)).toBe(true);
  expect((await run('plan', '--detailed-exitcode')).code).toBe(exitCodes.ok);
  expect(await run('adopt')).toMatchObject({ code: exitCodes.ok, out: 'Nothing to take over.\n' });
  expect(writes()).toEqual([]);
});

test('a picture that another group has as well is not overwritten', async () => {
  const live = await encodeAgain(await drawPicture());
  const { path, run } = await open(live, '../photos/both.jpg', 'photos/both.jpg');
  const other = await encodeAgain(await drawPicture(640, 640, '#00ff00'));
  await writeFile(path('groups/photos/both.jpg'), other);
  await run('adopt', '--yes', '--photo', '--target', 'choir/altos.yaml');
  expect(read('photos/both.jpg').equals(other)).toBe(true);
  expect(read('choir/altos.yaml').toString()).toContain('photo: photos/altos.jpg # ours');
});

test('none is `none`, and the file of before stays', async () => {
  const { path, run } = await open(undefined, '../photos/a.png');
  await writeFile(path('groups/photos/a.png'), await drawPicture());
  await run('adopt', '--yes');
  expect(read('choir/altos.yaml').toString()).toContain('photo: none # ours');
  expect(isThere('photos/a.png')).toBe(true);
});

test('without --photo nobody asks for one', async () => {
  const { run, sandbox } = await open(await encodeAgain(await drawPicture()), 'none');
  await run('adopt', '--yes', '--settings');
  expect(sandbox.requests().filter(({ path }) => path.startsWith('/user/avatar'))).toEqual([]);
  expect(isThere('choir/photos')).toBe(false);
});

test('what was approved and waits is taken over only by whoever asks for it', async () => {
  const { 'altos.yaml': file } = choirFiles;
  const policy = `${choirFiles['_policy.yaml']}pace: { adds: 0/day, lookups: 9/day, pause: 0s-0s, after-add: 0s-0s, reads: 0ms-0ms }\n`;
  stage = await openStage({
    files: { ...choirFiles, '_policy.yaml': policy },
    world: choirWorld(),
    isUnmarked: true,
    env: { ROLLCALL_KEY: '07'.repeat(32) },
  });
  const { path, run, sandbox } = stage;
  const memory = ['--state', path('memory')];
  const env = { ROLLCALL_URL: sandbox.url, ROLLCALL_KEY: '07'.repeat(32) };
  const open = { groups: path('groups'), target: ['altos.yaml'], state: path('memory'), members: true };
  const { io, written } = createTestIo({ env });
  await run('apply', '--new-journal', ...memory);
  await run('plan', '--out', path('plan.json'), ...memory);
  expect((await run('apply', path('plan.json'), ...memory)).code).not.toBe(exitCodes.ok);
  expect(await adopt({ ...open, keepsApproved: true }, io)).toBe(exitCodes.incomplete);
  expect(written.out).toContain('approved and not done yet');
  expect(read('altos.yaml').toString()).toBe(file);
});
