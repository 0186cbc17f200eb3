import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { ALTOS, choirGroup, choirWorld, groupOf, ME, resultsOf, startChoir } from './choir.ts';
import type { Choir, ChoirAnswer } from './choir.ts';

const FOREIGN_OWNER = [{ pn: '447700900002', role: 'superadmin' as const }, { pn: ME }];

async function readInfo(choir: Choir): Promise<Record<string, unknown>> {
  return (await choir.get(`/group/info?group_id=${ALTOS}`)).json?.results as Record<string, unknown>;
}

function refusalOf(answer: ChoirAnswer): string | undefined {
  return answer.json?.message.replace('info query returned status ', '');
}

async function readNameTimeAfter(sameName: 'changes' | 'keeps'): Promise<unknown> {
  const choir = await startChoir({ world: choirWorld(undefined, { behaviour: { same_name: sameName } }) });
  expect((await choir.post('/group/name', { group_id: ALTOS, name: 'Altos' })).status).toBe(200);
  return (await readInfo(choir))['NameSetAt'];
}

function race(choir: Choir): Promise<ChoirAnswer> {
  return choir.post('/group/topic', { group_id: ALTOS, topic: 'Race' });
}

describe('what the sandbox does as GOWA does it (docs/gowa.md#7-what-the-sandbox-does-as-gowa-does-it): settings', () => {
  test('S27 25 bytes are the limit of GOWA, before anything is asked (recorded: settings)', async () => {
    const choir = await startChoir();
    const long = await choir.post('/group/name', { group_id: ALTOS, name: 'é'.repeat(13) });
    expect(long.json).toEqual({
      code: 'VALIDATION_ERROR',
      message: 'name: the length must be between 1 and 25.',
    });
    expect(long.queries).toEqual([]);
    expect((await choir.post('/group/name', { group_id: ALTOS, name: 'é'.repeat(12) })).status).toBe(200);
  });

  test('S27 the same name again is a success; whether its time changes is a switch', async () => {
    expect(await readNameTimeAfter('keeps')).toBe('2025-01-01T00:00:00Z');
    expect(await readNameTimeAfter('changes')).not.toBe('2025-01-01T00:00:00Z');
  });

  test('S28 every topic has a new id, an empty one removes it (recorded: settings)', async () => {
    const choir = await startChoir();
    const idAfter = async (topic: string): Promise<unknown> => {
      await choir.post('/group/topic', { group_id: ALTOS, topic });
      return (await readInfo(choir))['TopicID'];
    };
    const first = await idAfter('one');
    expect(first).toMatch(/^3EB0[0-9A-F]{18}$/);
    expect(await idAfter('one')).not.toBe(first);
    expect(await idAfter('')).toBe('');
    expect(await readInfo(choir)).toMatchObject({ Topic: '', TopicDeleted: false });
  });

  test('S28 somebody else was faster: 409, once; a frozen topic: always (recorded: faults, settings)', async () => {
    const frozen = choirGroup({ desc: 'for ever', desc_id: 'undefined' });
    const choir = await startChoir({ faults: [{ tag: 'description', code: 409, times: 1 }] });
    expect(refusalOf(await race(choir))).toBe('409: conflict');
    expect((await race(choir)).status).toBe(200);
    const stuck = await startChoir({ world: choirWorld([frozen]) });
    expect([refusalOf(await race(stuck)), refusalOf(await race(stuck))]).toEqual([
      '409: conflict',
      '409: conflict',
    ]);
  });

  test('S29 what is missing turns off; a community refuses announce (recorded: settings)', async () => {
    const choir = await startChoir({ world: choirWorld([choirGroup({ locked: true, announce: true })]) });
    await choir.post('/group/locked', { group_id: ALTOS });
    await choir.post('/group/announce', { group_id: ALTOS });
    expect(await readInfo(choir)).toMatchObject({ IsLocked: false, IsAnnounce: false });
    for (const kind of [{ parent: true }, { default_sub: true }]) {
      const community = await startChoir({ world: choirWorld([choirGroup(kind)]) });
      const answer = await community.post('/group/announce', { group_id: ALTOS, announce: true });
      expect(refusalOf(answer)).toBe('400: bad-request');
    }
  });

  test('S30 locked: a plain member may not edit; unlocked: may; admin_add forbids adding (recorded: settings, limits)', async () => {
    const plain = { owner: '447700900002', members: FOREIGN_OWNER };
    const rename = async (locked: boolean): Promise<string | undefined> => {
      const choir = await startChoir({ world: choirWorld([choirGroup({ ...plain, locked })]) });
      return refusalOf(await choir.post('/group/name', { group_id: ALTOS, name: 'Mine' }));
    };
    expect(await rename(true)).toBe('403: forbidden');
    expect(await rename(false)).toBe("Success update group name to 'Mine'");
    const choir = await startChoir({
      world: choirWorld([choirGroup({ ...plain, member_add_mode: 'admin_add' })]),
    });
    const add = await choir.post('/group/participants', { group_id: ALTOS, participants: ['447700900010'] });
    expect(refusalOf(add)).toBe('403: forbidden');
  });

  test('S31 four timers and no other; 0 clears both fields (recorded: settings)', async () => {
    const choir = await startChoir();
    const set = (timer: unknown): Promise<ChoirAnswer> =>
      choir.post(`/chat/${encodeURIComponent(ALTOS)}/disappearing`, { timer_seconds: timer });
    for (const seconds of [86_400, 604_800, 7_776_000]) {
      expect((await set(seconds)).status).toBe(200);
      expect(await readInfo(choir)).toMatchObject({ IsEphemeral: true, DisappearingTimer: seconds });
    }
    expect((await set(3600)).json?.code).toBe('VALIDATION_ERROR');
    expect((await set('86400')).json).toEqual({ code: 'BAD_REQUEST', message: 'Invalid request body' });
    await set(0);
    expect(await readInfo(choir)).toMatchObject({ IsEphemeral: false, DisappearingTimer: 0 });
  });
});

async function drawJpeg(width: number, height = width): Promise<Buffer> {
  return await sharp({ create: { width, height, channels: 3, background: '#336699' } })
    .jpeg()
    .toBuffer();
}

function upload(choir: Choir, file: Buffer, type = 'image/jpeg', field = 'photo'): Promise<ChoirAnswer> {
  const body = new FormData();
  body.set('group_id', ALTOS);
  body.set(field, new File([new Uint8Array(file)], 'p.jpg', { type }));
  return choir.fetch('/group/photo', { method: 'POST', body });
}

describe('what the sandbox does as GOWA does it (docs/gowa.md#7-what-the-sandbox-does-as-gowa-does-it): photos', () => {
  test('S32 a wrong field or a JSON body removes the photo (recorded: photos)', async () => {
    const choir = await startChoir();
    const picture = await drawJpeg(200);
    const removals = [
      () => upload(choir, picture, 'image/jpeg', 'image'),
      () => choir.post('/group/photo', { group_id: ALTOS }),
    ];
    for (const remove of removals) {
      await upload(choir, picture);
      expect(groupOf(choir.sandbox).picture).toBeDefined();
      expect((await remove()).json?.results).toMatchObject({ picture_id: 'remove' });
      expect(groupOf(choir.sandbox).picture).toBeUndefined();
    }
  });

  test('S32 removing what is not there is a switch', async () => {
    const choir = await startChoir({
      world: choirWorld(undefined, { behaviour: { remove_absent_photo: 'not-found' } }),
    });
    expect(refusalOf(await choir.post('/group/photo', { group_id: ALTOS }))).toBe('404: item-not-found');
  });

  test.each([
    ['image/gif', 'unsupported image format: image/gif (supported: JPEG, PNG, WebP)'],
    [
      'application/octet-stream',
      'unsupported image format: application/octet-stream (supported: JPEG, PNG, WebP)',
    ],
    ['image/png', 'invalid image file: image: unknown format'],
  ])(
    'S33 a file of type %s is refused before anything is asked (recorded: photos)',
    async (type, complaint) => {
      const choir = await startChoir();
      const answer = await upload(choir, Buffer.from('not an image'), type);
      expect([answer.status, answer.json]).toEqual([
        400,
        { code: 'INVALID_IMAGE_FORMAT', message: `Image validation failed: ${complaint}` },
      ]);
      expect(answer.queries).toEqual([]);
    },
  );

  test('S33 WhatsApp refuses what is too small (recorded: photos)', async () => {
    const choir = await startChoir();
    const answer = await upload(choir, await drawJpeg(60));
    expect([answer.status, answer.json?.message]).toEqual([500, 'the given data is not a valid image']);
  });

  test('S34 a new id for the same bytes, which is what avatar says; the bytes are others (recorded: photos)', async () => {
    const choir = await startChoir();
    const picture = await drawJpeg(900, 700);
    const idOf = async (): Promise<string> =>
      resultsOf<{ picture_id: string }>(await upload(choir, picture)).picture_id;
    const first = await idOf();
    const second = await idOf();
    expect([first, second]).toEqual([expect.stringMatching(/^\d+$/), expect.not.stringMatching(first)]);
    const avatar = (await choir.get(`/user/avatar?phone=${ALTOS}`)).json?.results as Record<string, string>;
    expect(avatar).toMatchObject({ id: second, type: 'image' });
    const served = await fetch(avatar['url'] ?? '');
    const bytes = Buffer.from(await served.arrayBuffer());
    const size = await sharp(bytes).metadata();
    expect([served.headers.get('content-type'), size.format, size.width, size.height]).toEqual([
      'image/jpeg',
      'jpeg',
      640,
      640,
    ]);
    const preview = (await choir.get(`/user/avatar?phone=${ALTOS}&is_preview=true`)).json?.results;
    expect(preview).toMatchObject({ id: second, type: 'preview' });
  });

  test('S34 the same id for the same bytes is a switch', async () => {
    const choir = await startChoir({
      world: choirWorld(undefined, { behaviour: { same_photo: 'same-id' } }),
    });
    const picture = await drawJpeg(200);
    expect((await upload(choir, picture)).text).toBe((await upload(choir, picture)).text);
  });

  test('S34 noise of 2,000 pixels is made to fit 100 KiB', async () => {
    const choir = await startChoir();
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
    const picture = await sharp({
      create: { width: 2000, height: 1500, channels: 3, background: '#000', noise },
    })
      .jpeg()
      .toBuffer();
    expect((await upload(choir, picture)).status).toBe(200);
    const stored = Buffer.from(groupOf(choir.sandbox).picture?.jpeg ?? '', 'base64');
    expect((await sharp(stored).metadata()).width).toBe(640);
  });

  test('S35 no photo, a community, and five seconds of silence (recorded: photos, hangs)', async () => {
    const community = choirGroup({ id: '120363000000000006', parent: true });
    const choir = await startChoir({ world: choirWorld([choirGroup(), community]) });
    const messageOf = async (query: string): Promise<string | undefined> =>
      (await choir.get(`/user/avatar?phone=${query}`)).json?.message;
    expect(await messageOf(ALTOS)).toBe('that user or group does not have a profile picture');
    expect(await messageOf('120363000000000006@g.us')).toBe(
      'the user has hidden their profile picture from you',
    );
    const tried = await choir.get(`/user/avatar?phone=${ALTOS}&is_community=true`);
    expect(tried.queries).toEqual(['w:g2 get pictures', 'w:profile:picture get picture']);
    choir.sandbox.setFaults([{ xmlns: 'w:profile:picture', do: 'hang' }]);
    const before = choir.clock.now();
    const silent = await choir.get(`/user/avatar?phone=${ALTOS}`);
    expect([silent.status, silent.json?.code, choir.clock.now() - before]).toEqual([
      408,
      'CONTEXT_ERROR',
      5000,
    ]);
  });
});
