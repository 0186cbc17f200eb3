import { describe, expect, test } from 'vitest';
import { ALTOS, choirWorld, groupOf, ME, membersOf, startChoir } from './choir.ts';
import type { Choir, ChoirAnswer } from './choir.ts';

function add(choir: Choir, people: string[]): Promise<ChoirAnswer> {
  return choir.post('/group/participants', { group_id: ALTOS, participants: people });
}

describe('what the sandbox does as GOWA does it (docs/gowa.md#7-what-the-sandbox-does-as-gowa-does-it): faults', () => {
  test('S41 a limit: group queries say 429, look-ups say not registered (recorded: faults)', async () => {
    const choir = await startChoir({ faults: [{ code: 429 }] });
    const read = await choir.get(`/group/info?group_id=${ALTOS}`);
    expect([read.status, read.json?.message]).toEqual([
      500,
      'info query returned status 429: rate-overlimit',
    ]);
    expect((await add(choir, ['447700900010'])).json?.code).toBe('INVALID_JID');
    const own = await choir.get(`/user/check?phone=${ME}`);
    expect(own.json?.results).toEqual({ is_on_whatsapp: false });
  });

  test('S41 so many queries a minute, then 429 until the minute is over', async () => {
    const choir = await startChoir({ faults: [{ xmlns: 'w:g2', code: 429, per_minute: 2 }] });
    const statuses = async (): Promise<number[]> => {
      const answers = [];
      for (let at = 0; at < 3; at += 1) answers.push((await choir.get('/user/my/groups')).status);
      return answers;
    };
    expect(await statuses()).toEqual([200, 200, 500]);
    await choir.clock.sleep(60_000);
    expect(await statuses()).toEqual([200, 200, 500]);
  });

  test('S42 silence: 504 after 45 s, but a topic wraps it into a 500 (recorded: hangs)', async () => {
    const choir = await startChoir({ faults: [{ xmlns: 'w:g2', do: 'hang' }] });
    const before = choir.clock.now();
    const read = await choir.get(`/group/info?group_id=${ALTOS}`);
    expect([read.status, read.json?.code, choir.clock.now() - before]).toEqual([
      504,
      'GATEWAY_TIMEOUT',
      45_000,
    ]);
    const topic = await choir.post('/group/topic', { group_id: ALTOS, topic: 'x' });
    expect([topic.status, topic.json?.message]).toEqual([
      500,
      'failed to get old group info to update topic: context deadline exceeded',
    ]);
  });

  test('S42 slow look-ups use up the 45 s, and an add then fails on its privacy token', async () => {
    const choir = await startChoir({ faults: [{ xmlns: 'usync', delay: 9000 }] });
    const people = ['447700900010', '447700900011', '447700900012', '447700900013', '447700900014'];
    const answer = await add(choir, people);
    expect([answer.status, answer.json?.message]).toEqual([
      500,
      'failed to get privacy token for participant 447700900010@s.whatsapp.net: context deadline exceeded',
    ]);
    expect(membersOf(choir.sandbox)).not.toContain('447700900010');
  });

  test('S43 the line drops, before or after the effect (recorded: faults)', async () => {
    const choir = await startChoir({ faults: [{ xmlns: 'w:g2', do: 'disconnect', effect: true, times: 1 }] });
    const answer = await add(choir, ['447700900010']);
    expect([answer.status, answer.json?.message]).toEqual([
      500,
      'websocket disconnected before info query returned response',
    ]);
    expect(membersOf(choir.sandbox)).toContain('447700900010');
    choir.sandbox.setFaults([{ xmlns: 'w:g2', do: 'disconnect', times: 1 }]);
    await add(choir, ['447700900011']);
    expect(membersOf(choir.sandbox)).not.toContain('447700900011');
  });

  test('S43 how long it stays down is a switch; until then 401', async () => {
    const choir = await startChoir({
      world: choirWorld(undefined, { behaviour: { reconnect_after: 3000 } }),
      faults: [{ do: 'disconnect', times: 1 }],
    });
    expect((await choir.get('/user/my/groups')).status).toBe(500);
    const down = await choir.get('/user/my/groups');
    expect([down.status, down.json?.message]).toEqual([
      401,
      'you are not connect to services server, please reconnect',
    ]);
    await choir.clock.sleep(3000);
    expect((await choir.get('/user/my/groups')).status).toBe(200);
  });

  test('S44 logged out from the phone: 500 for ever; opened elsewhere: nobody answers (recorded: sessions)', async () => {
    const choir = await startChoir();
    choir.sandbox.setSession(ME, 'logged_out');
    expect((await choir.get('/user/my/groups')).json?.code).toBe('INVALID_WA_CLI');
    expect((await choir.get('/devices')).json?.results).toMatchObject([{ state: 'disconnected' }]);
    choir.sandbox.setSession(ME, 'replaced');
    await expect(fetch(`${choir.sandbox.url}/app/status`)).rejects.toThrow('fetch failed');
  });
});

describe('the language of faults', () => {
  test('the first rule that matches and is not used up wins', async () => {
    const choir = await startChoir({
      faults: [
        { xmlns: 'w:g2', tag: 'subject', after: 1, times: 1, code: 423 },
        { xmlns: 'w:g2', tag: 'subject', times: 1, code: 500, text: 'odd' },
      ],
    });
    const rename = async (): Promise<string | undefined> =>
      (await choir.post('/group/name', { group_id: ALTOS, name: 'x' })).json?.message;
    expect([await rename(), await rename(), await rename()]).toEqual([
      'info query returned status 500: odd',
      'info query returned status 423: locked',
      "Success update group name to 'x'",
    ]);
  });

  test('`to` picks one group, with or without its server', async () => {
    for (const to of [ALTOS, '120363000000000001']) {
      const choir = await startChoir({ faults: [{ to, code: 403 }] });
      expect((await choir.get(`/group/info?group_id=${ALTOS}`)).json?.message).toBe(
        "you're not participating in that group",
      );
      expect((await choir.get('/group/info?group_id=120363999999999999@g.us')).json?.message).toBe(
        'that group does not exist',
      );
    }
  });

  test('HTTP: another status, before or after the effect', async () => {
    const choir = await startChoir();
    const rename = (name: string): Promise<ChoirAnswer> =>
      choir.post('/group/name', { group_id: ALTOS, name });
    choir.sandbox.setFaults([{ method: 'POST', path: '/group/*', status: 502, times: 1 }]);
    expect((await rename('before')).status).toBe(502);
    expect(groupOf(choir.sandbox).subject).toBe('Altos');
    choir.sandbox.setFaults([{ path: '/group/name', status: 502, body: 'proxy', effect: true, times: 1 }]);
    expect((await rename('after')).text).toBe('proxy');
    expect(groupOf(choir.sandbox).subject).toBe('after');
    expect((await rename('again')).status).toBe(200);
  });

  test('HTTP: garbage, half an answer, none at all, late', async () => {
    const choir = await startChoir();
    const path = '/user/my/groups';
    choir.sandbox.setFaults([{ path, do: 'garbage' }]);
    const garbage = await choir.get(path);
    expect([garbage.status, garbage.json]).toEqual([200, undefined]);
    choir.sandbox.setFaults([{ path, do: 'truncate' }]);
    await expect(choir.get(path)).rejects.toThrow('terminated');
    choir.sandbox.setFaults([{ path, do: 'close' }]);
    await expect(choir.get(path)).rejects.toThrow('fetch failed');
    expect(choir.sandbox.requests().at(-1)).toMatchObject({ path, status: 0, queries: [] });
    choir.sandbox.setFaults([{ path, delay: 7000 }]);
    const before = choir.clock.now();
    expect((await choir.get(path)).status).toBe(200);
    expect(choir.clock.now() - before).toBe(7000);
  });
});
