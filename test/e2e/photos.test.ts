import { writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { isSamePicture } from '../../src/domain/picture.ts';
import { toPicture, toSquare } from '../../src/photo/picture.ts';
import { drawPicture, encodeAgain } from '../photo/pictures.ts';
import { choirWorld } from '../support/choir-stage.ts';
import type { Stage, StageOptions } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

const stages: Stage[] = [];

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

const altos = '120363000000000001';

interface PhotoStage {
  /** `photo:` of the altos. */
  readonly photo?: string;
  /** What lies in groups/photos/altos.png. */
  readonly file?: Buffer;
  /** What the group has. */
  readonly live?: Buffer;
  readonly more?: Partial<StageOptions>;
}

/** The altos as the file wants them, but for the photo. */
async function open({ photo = 'photos/altos.png', file, live, more }: PhotoStage): Promise<Stage> {
  const files = {
    '_policy.yaml': 'account: "+44 7700 900001"\nmanage: exact\n',
    'altos.yaml': `id: ${altos}@g.us\nname: Altoz\nphoto: ${photo}\n`,
    'basses.yaml': 'id: 120363000000000002@g.us\nname: Bases\n',
    'photos/README': '',
  };
  const world = choirWorld();
  const groups = world.groups.map((group) =>
    group.id === altos && live ? { ...group, picture: { id: '17', jpeg: live.toString('base64') } } : group,
  );
  const stage = await openStage({ files, world: { ...world, groups }, ...more });
  stages.push(stage);
  if (file) await writeFile(stage.path('groups/photos/altos.png'), file);
  return stage;
}

function paths(stage: Stage): string[] {
  return stage.sandbox.requests().map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`);
}

function count(stage: Stage, part: string): number {
  return paths(stage).filter((path) => path.includes(part)).length;
}

function livePicture(stage: Stage) {
  return stage.sandbox.world().groups.find(({ id }) => id === altos)?.picture;
}

async function look(bytes: Buffer) {
  return toPicture(await toSquare(bytes));
}

describe('plan', () => {
  test('shows another photo, how far it is from the file, and where the file lies', async () => {
    const stage = await open({
      file: await drawPicture(),
      live: await encodeAgain(await drawPicture(640, 640, '#145a32')),
    });
    const { code, out, err } = await stage.run('plan');
    expect(err).toBe('');
    expect(out).toMatch(/~ photo {2}differs \(0\.\d\d\) {2}photos\/altos\.png, line 3/);
    expect(out).toContain('1 to change in 1 of 2 groups');
    expect(code).toBe(exitCodes.ok);
    expect(stage.writes()).toEqual([]);
  });

  test('asks once, about the group with a photo alone', async () => {
    const stage = await open({ file: await drawPicture(), live: await encodeAgain(await drawPicture()) });
    await stage.run('plan');
    const asked = stage.sandbox.requests().filter(({ path }) => path.includes('/user/avatar'));
    expect(asked.map(({ path }) => decodeURIComponent(path))).toEqual([`/user/avatar?phone=${altos}@g.us`]);
  });

  test.each([
    [640, 40],
    [640, 90],
    [320, 40],
  ])('sees nothing in the same photo at %i px and quality %i', async (side, quality) => {
    const file = await drawPicture();
    const stage = await open({ file, live: await encodeAgain(file, side, quality) });
    expect((await stage.run('plan', '--detailed-exitcode')).code).toBe(exitCodes.ok);
  });

  test('says that a first photo is set, and one that is to go is removed', async () => {
    const first = await open({ file: await drawPicture() });
    expect((await first.run('plan')).out).toMatch(/~ photo {2}is set {2}photos\/altos\.png/);
    const last = await open({ photo: 'none', live: await encodeAgain(await drawPicture()) });
    expect((await last.run('plan')).out).toMatch(/~ photo {2}is removed {2}the file says photo: none/);
    const none = await open({ photo: 'none' });
    expect((await none.run('plan')).out).toContain('nothing to change');
  });

  test('says in JSON how far apart the two are, the same for every run', async () => {
    const stage = await open({
      file: await drawPicture(),
      live: await encodeAgain(await drawPicture(640, 640, '#145a32')),
    });
    const { out } = await stage.run('plan', '--json');
    expect(JSON.parse(out).groups[0].changes).toMatchObject([
      {
        action: 'set',
        setting: 'photo',
        before: 'picture',
        after: 'photos/altos.png',
        distance: expect.any(Number),
      },
    ]);
    const { out: again } = await stage.run('plan', '--json');
    expect(JSON.parse(again).fingerprint).toBe(JSON.parse(out).fingerprint);
  });

  test('without photos asks about none and needs no file', async () => {
    const stage = await open({});
    const { code, out } = await stage.run('plan', '--skip-photos');
    expect(out).toContain('nothing to change');
    expect(code).toBe(exitCodes.ok);
    expect(count(stage, '/user/avatar')).toBe(0);
    expect((await stage.run('validate', '--skip-photos')).code).toBe(exitCodes.ok);
  });
});

describe('what cannot be told is left alone', () => {
  test('a hidden photo, with a word', async () => {
    const stage = await open({ file: await drawPicture() });
    stage.sandbox.setFaults([{ xmlns: 'w:profile:picture', tag: 'picture', code: 401 }]);
    const { code, out } = await stage.run('plan');
    expect(out).toContain('WhatsApp does not show the account the photo of this group');
    expect(out).toContain('1 needs a human');
    expect(code).toBe(exitCodes.ok);
    expect((await stage.run('apply', '--yes')).code).toBe(exitCodes.ok);
    expect(stage.writes()).toEqual([]);
  });

  test('a photo that could not be asked about: exit 1, nothing is set', async () => {
    const stage = await open({ file: await drawPicture() });
    stage.sandbox.setFaults([{ xmlns: 'w:profile:picture', tag: 'picture', code: 500 }]);
    const { code, out } = await stage.run('plan');
    expect(out).toContain('the photo could not be read, so it is not touched');
    expect(code).toBe(exitCodes.failed);
    expect((await stage.run('apply', '--yes')).code).toBe(exitCodes.failed);
    expect(stage.writes()).toEqual([]);
  });

  test('a picture that is none, or gone', async () => {
    const stage = await open({ file: await drawPicture(), live: Buffer.from('no picture') });
    expect((await stage.run('plan')).out).toContain('the photo could not be read');
    expect((await stage.run('plan')).code).toBe(exitCodes.failed);
  });
});

describe('apply', () => {
  test('sets the photo, reads it again and believes only its eyes', async () => {
    const file = await drawPicture(900, 600);
    const stage = await open({ file, live: await encodeAgain(await drawPicture(640, 640, '#145a32')) });
    const { code, out } = await stage.run('apply', '--yes');
    expect(out).toContain('Applied (sandbox): 1 of 1 verified.');
    expect(code).toBe(exitCodes.ok);
    expect(stage.writes()).toEqual(['POST /group/photo']);
    const sent = stage.sandbox.requests().find(({ path }) => path === '/group/photo');
    expect(sent?.body).toMatchObject([
      { name: 'group_id', value: `${altos}@g.us` },
      { name: 'photo', filename: 'photo.png', type: 'image/png' },
    ]);
    const live = livePicture(stage);
    expect(live?.id).not.toBe('17');
    expect(isSamePicture(await look(file), await look(Buffer.from(live?.jpeg ?? '', 'base64')))).toBe(true);
    const last = paths(stage).lastIndexOf('POST /group/photo');
    expect(
      paths(stage)
        .slice(last + 1)
        .filter((path) => path.includes('avatar')),
    ).toHaveLength(1);
    expect((await stage.run('plan')).out).toContain('nothing to change');
  });

  test('sets a first one, and removes one where the file says none', async () => {
    const first = await open({ file: await drawPicture() });
    expect((await first.run('apply', '--yes')).out).toContain('1 of 1 verified');
    expect(livePicture(first)).toBeDefined();
    const last = await open({ photo: 'none', live: await encodeAgain(await drawPicture()) });
    expect((await last.run('apply', '--yes')).out).toContain('1 of 1 verified');
    expect(livePicture(last)).toBeUndefined();
  });

  test('comes after the settings', async () => {
    const stage = await open({ file: await drawPicture() });
    await stage.write(
      'groups/altos.yaml',
      `photo: photos/altos.png\nname: Altos\nlocked: true\nid: ${altos}@g.us\n`,
    );
    await stage.run('apply', '--yes');
    expect(stage.writes()).toEqual(['POST /group/name', 'POST /group/locked', 'POST /group/photo']);
  });

  test('does not set what was not approved: another file since the plan', async () => {
    const stage = await open({ file: await drawPicture() });
    await stage.run('plan', '--out', stage.path('plan.json'));
    await writeFile(stage.path('groups/photos/altos.png'), await drawPicture(640, 640, '#145a32'));
    const { code, out } = await stage.run('apply', stage.path('plan.json'));
    expect(out).toContain('nobody approved it');
    expect(code).toBe(exitCodes.incomplete);
    expect(stage.writes()).toEqual([]);
  });

  test('does not set what was not approved: another photo in the group since the plan', async () => {
    const stage = await open({
      file: await drawPicture(),
      live: await encodeAgain(await drawPicture(640, 640, '#145a32')),
    });
    await stage.run('plan', '--out', stage.path('plan.json'));
    await stage.write('groups/other.txt', '');
    await writeFile(stage.path('groups/photos/altos.png'), await drawPicture(640, 640, '#b9770e'));
    await stage.run('apply', '--yes');
    await writeFile(stage.path('groups/photos/altos.png'), await drawPicture());
    const { code } = await stage.run('apply', stage.path('plan.json'));
    expect(code).toBe(exitCodes.incomplete);
    expect(stage.writes()).toEqual(['POST /group/photo']);
  });

  test('refused by WhatsApp is failed, with its words', async () => {
    const stage = await open({ file: await drawPicture() });
    // The first two ask about the photo, the third sets it.
    stage.sandbox.setFaults([{ xmlns: 'w:profile:picture', tag: 'picture', after: 2, times: 1, code: 406 }]);
    const { code, out } = await stage.run('apply', '--yes');
    expect(code).toBe(exitCodes.failed);
    expect(out).toContain('0 of 1 verified, 1 failed');
  });

  test('success without effect is not verified', async () => {
    const stage = await open({ file: await drawPicture() });
    const body = JSON.stringify({ code: 'SUCCESS', message: '', results: { picture_id: '1', message: '' } });
    stage.sandbox.setFaults([{ path: '/group/photo', status: 200, body }]);
    const { code, out } = await stage.run('apply', '--yes');
    expect(out).toContain('GOWA reported success, but the group does not show it');
    expect(code).toBe(exitCodes.failed);
  });
});

describe('the memory', () => {
  test('a photo that was verified is not downloaded again, a changed one is', async () => {
    const stage = await open({ file: await drawPicture() });
    const state = ['--state', stage.path('state')];
    await stage.run('apply', '--yes', '--new-journal', ...state);
    const before = count(stage, '/pictures/');
    expect((await stage.run('plan', ...state)).out).toContain('nothing to change');
    expect(count(stage, '/pictures/')).toBe(before);
    expect((await stage.run('plan')).out).toContain('nothing to change');
    expect(count(stage, '/pictures/')).toBe(before + 1);
    await writeFile(stage.path('groups/photos/altos.png'), await drawPicture(640, 640, '#145a32'));
    expect((await stage.run('plan', ...state)).out).toContain('~ photo');
    expect(count(stage, '/pictures/')).toBe(before + 2);
  });
});

describe('validate', () => {
  test('says what is wrong with a photo where it is named', async () => {
    const stage = await open({ file: await drawPicture(191, 300) });
    const { code, err } = await stage.run('validate');
    expect(code).toBe(exitCodes.mistakes);
    expect(err).toContain('altos.yaml:3:8');
    expect(err).toContain('191 × 300 px');
  });

  test('says every mistake at once', async () => {
    const stage = await open({});
    await stage.write(
      'groups/basses.yaml',
      'id: 120363000000000002@g.us\nname: Bases\nphoto: ../outside.png\nmebers: []\n',
    );
    const { err } = await stage.run('validate');
    expect(err).toMatch(/altos\.yaml:3:8[\s\S]*no such file/);
    expect(err).toMatch(/basses\.yaml:3:8/);
    expect(err).toMatch(/basses\.yaml:4:1/);
  });
});
