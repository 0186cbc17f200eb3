import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../../../src/exit-codes.ts';
import { makeFolder } from '../../support/folder.ts';
import { openNotifyStage, policy, toPlan } from './notify-stage.ts';

const hour = 3_600_000;
const day = 24 * hour;

describe('never for what is fine', () => {
  test('a plan in which nothing differs: one line, and nobody gets anything', async () => {
    const stage = await openNotifyStage();
    expect(await stage.tell([])).toEqual({
      code: exitCodes.ok,
      out: 'Nothing to tell: nobody gets a message.\n',
      err: '',
    });
    expect(stage.texts()).toEqual([]);
  });

  test('an apply in which all is verified', async () => {
    const stage = await openNotifyStage();
    const changes = [{ id: 'a', action: 'add', label: 'ana', outcome: { result: 'verified' } }];
    const group = { file: 'altos.yaml', name: 'Altos', changes };
    stage.write(
      'report.json',
      JSON.stringify({ formatVersion: '1.4', kind: 'apply', groups: [group], run: { interrupted: false } }),
    );
    expect((await stage.notify([stage.path('report.json')])).out).toContain('Nothing to tell');
    expect(stage.texts()).toEqual([]);
  });

  test('a run that was fine and wrote no report', async () => {
    const stage = await openNotifyStage();
    for (const code of ['0', '3']) {
      const ran = await stage.notify([stage.path('none.json'), '--ended', code]);
      expect(ran).toMatchObject({ code: exitCodes.ok, out: expect.stringContaining('There is no report') });
    }
    expect(stage.texts()).toEqual([]);
  });
});

describe('one message', () => {
  test('where groups differ, with the page of the run', async () => {
    const stage = await openNotifyStage({
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'clara/choir',
      GITHUB_RUN_ID: '4711',
    });
    const { code, out, err } = await stage.tell(['a', 'b']);
    expect({ code, out, err }).toEqual({ code: exitCodes.ok, out: 'Sent: the webhook.\n', err: '' });
    const [text, ...more] = stage.texts();
    expect(more).toEqual([]);
    expect(text).toMatch(/^Rollcall: groups are not as their files say\n“Altos”: 2 differences\nWhat to do/);
    expect(text).toMatch(/\nhttps:\/\/github\.com\/clara\/choir\/actions\/runs\/4711$/);
  });

  test('where a run ended before its report', async () => {
    const stage = await openNotifyStage();
    expect((await stage.notify([stage.path('none.json'), '--ended', '1'])).code).toBe(exitCodes.ok);
    expect(stage.texts()[0]).toContain('The run ended before it could tell what it did.');
    await stage.notify([stage.path('none.json'), '--ended', '65']);
    expect(stage.texts()[1]).toContain('The files have mistakes');
  });

  test.each(['1', '70', '128', '137', 'KILL'])(
    'where one that ended with %s left a report in which all is fine',
    async (code) => {
      const stage = await openNotifyStage();
      expect((await stage.tell([], '--ended', code)).code).toBe(exitCodes.ok);
      expect(stage.texts()).toEqual([
        expect.stringContaining('The run ended before it could tell what it did.'),
      ]);
    },
  );

  test.each(['0', '2', '3', '130', 'INT'])('not where it ended with %s', async (code) => {
    const stage = await openNotifyStage();
    expect((await stage.tell([], '--ended', code)).out).toContain('Nothing to tell');
    expect(stage.texts()).toEqual([]);
  });

  test('in the policy’s language, whatever else is wrong in it', async () => {
    const stage = await openNotifyStage();
    stage.write('groups/_policy.yaml', `${policy}language: pt-BR\nprotected: [nobody]\noops: 1\n`);
    expect((await stage.tell(['a'])).out).toBe('Enviada: o webhook.\n');
    expect(stage.texts()[0]).toContain('há grupos diferentes dos seus arquivos');
    stage.write('groups/_policy.yaml', 'language: [id');
    expect((await stage.tell(['a'])).code).toBe(exitCodes.ok);
  });

  test('without a memory every run tells what it has to tell', async () => {
    const stage = await openNotifyStage();
    for (let runs = 0; runs < 2; runs += 1) expect((await stage.tell(['a'])).code).toBe(exitCodes.ok);
    expect(stage.texts()).toHaveLength(2);
  });
});

describe('with a memory', () => {
  test('the same is told once, what changed at once, and what is still so after a week', async () => {
    const stage = await openNotifyStage();
    await stage.begin();
    await stage.tell(['a']);
    await stage.clock.sleep(hour);
    const again = await stage.tell(['a']);
    expect(again).toMatchObject({ code: exitCodes.ok, out: expect.stringContaining('Nothing new') });
    expect(stage.texts()).toHaveLength(1);
    await stage.tell(['b']);
    expect(stage.texts()).toHaveLength(2);
    await stage.clock.sleep(7 * day);
    await stage.tell(['b']);
    expect(stage.texts()).toHaveLength(3);
  });

  test('that it is over is told to nobody, and coming back it is news', async () => {
    const stage = await openNotifyStage();
    await stage.begin();
    await stage.tell(['a']);
    expect((await stage.tell([])).out).toContain('Nothing to tell');
    await stage.tell(['a']);
    expect(stage.texts()).toHaveLength(2);
  });

  test('so many a day, as the policy says; the rest is told later', async () => {
    const stage = await openNotifyStage();
    await stage.begin();
    stage.write('groups/_policy.yaml', `${policy}notify: 2/day\n`);
    for (const change of ['a', 'b']) expect((await stage.tell([change])).code).toBe(exitCodes.ok);
    const third = await stage.tell(['c']);
    expect(third).toMatchObject({
      code: exitCodes.incomplete,
      out: 'Not sent: the webhook has had its 2 messages of 24 hours. The next run tells it.\n',
    });
    await stage.clock.sleep(day);
    expect((await stage.tell(['c'])).code).toBe(exitCodes.ok);
    expect(stage.texts()).toHaveLength(3);
  });

  test('what could not be sent is sent by the next run', async () => {
    const stage = await openNotifyStage();
    await stage.begin();
    stage.answer(404);
    const { code, out, err } = await stage.tell(['a']);
    expect({ code, out, err }).toEqual({
      code: exitCodes.failed,
      out: '',
      err: 'Not sent: the webhook: it answered 404\n',
    });
    stage.answer(200);
    expect((await stage.tell(['a'])).out).toBe('Sent: the webhook.\n');
  });

  test('it holds no name and no text of what was told', async () => {
    const stage = await openNotifyStage();
    await stage.begin();
    await stage.tell(['a']);
    const lines = readFileSync(stage.path('state/journal.jsonl'), 'utf8');
    expect(lines).toMatch(
      /"type":"told","channel":"webhook","topic":"drift","news":"[a-p]{24}","messages":0/,
    );
    expect(lines).not.toMatch(/Altos|hooks|ana"/);
  });
});

test('--dry-run sends and remembers nothing', async () => {
  const stage = await openNotifyStage();
  await stage.begin();
  const before = readFileSync(stage.path('state/journal.jsonl'), 'utf8');
  const { code, out } = await stage.tell(['a'], '--dry-run');
  expect(code).toBe(exitCodes.ok);
  expect(out).toMatch(
    /^Rollcall: groups are not[^]*“Altos”: 1 difference\n[^]*\n\nWould be sent: the webhook\.\n$/,
  );
  expect(stage.texts()).toEqual([]);
  expect(readFileSync(stage.path('state/journal.jsonl'), 'utf8')).toBe(before);
  const nowhere = await stage.notify([stage.path('plan.json'), '--dry-run'], { ROLLCALL_NOTIFY_WEBHOOK: '' });
  expect(nowhere.out).toContain('“Altos”: 1 difference');
});

/** A command that keeps the mail. */
const mail = () => {
  const folder = makeFolder({
    'mail.cjs': `require('node:fs').writeFileSync(__dirname + '/got', require('node:fs').readFileSync(0)); process.exit(process.env.FAIL ? 1 : 0)`,
  });
  const command = `"${process.execPath}" "${join(folder, 'mail.cjs')}"`;
  return { ROLLCALL_NOTIFY_MAIL: command, ROLLCALL_NOTIFY_TO: 'us@example.org', got: join(folder, 'got') };
};

describe('several ways', () => {
  test('each is tried, and what failed is named', async () => {
    const { got, ...env } = mail();
    const stage = await openNotifyStage(env);
    await stage.begin();
    stage.answer(500);
    const first = await stage.tell(['a']);
    expect(first).toEqual({
      code: exitCodes.failed,
      out: 'Sent: mail.\n',
      err: 'Not sent: the webhook: it answered 500\n',
    });
    const subject = readFileSync(got, 'utf8').match(/^Subject: =\?UTF-8\?B\?(.*)\?=$/m)?.[1] ?? '';
    expect(Buffer.from(subject, 'base64').toString()).toContain('Rollcall: groups');
    stage.answer(200);
    expect((await stage.tell(['a'])).out).toMatch(/^Sent: the webhook\.\nNothing new: told by mail/);
  });
});

test('whoever has interrupted the run by then hears so, and nobody else hears anything', async () => {
  const stage = await openNotifyStage();
  stage.write('plan.json', toPlan(['a']));
  const ran = await stage.notify([stage.path('plan.json')], {}, AbortSignal.abort());
  expect(ran.code).toBe(exitCodes.interrupted);
  expect(stage.texts()).toEqual([]);
});

describe('what is asked in vain', () => {
  test('nowhere to send it', async () => {
    const stage = await openNotifyStage();
    stage.write('plan.json', toPlan(['a']));
    const { code, err } = await stage.notify([stage.path('plan.json')], { ROLLCALL_NOTIFY_WEBHOOK: '' });
    expect(code).toBe(exitCodes.usage);
    expect(err).toContain('ROLLCALL_NOTIFY_WEBHOOK');
  });

  test('a report that is cut, of another version, or none', async () => {
    const stage = await openNotifyStage();
    const texts = [toPlan(['a']).slice(0, 50), toPlan([], { formatVersion: '9.0' }), '{}'];
    for (const text of texts) {
      stage.write('plan.json', text);
      expect((await stage.notify([stage.path('plan.json')])).code).toBe(exitCodes.usage);
    }
    expect(stage.texts()).toEqual([]);
  });

  test('the address is in no error, whatever is wrong', async () => {
    const stage = await openNotifyStage();
    stage.answer(302);
    const ran = await stage.tell(['a']);
    const other = await stage.notify([stage.path('plan.json')], {
      ROLLCALL_NOTIFY_WEBHOOK: 'ftp://x/hooks/abcdefghi',
    });
    for (const { out, err } of [ran, other])
      expect(out + err).not.toMatch(/abcdefghi|127\.0\.0\.1|secret words/);
  });
});
