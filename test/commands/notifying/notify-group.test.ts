import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../../src/exit-codes.ts';
import { main } from '../../../src/main.ts';
import type { InviteStage, InviteStageOptions } from '../../support/invite-stage.ts';
import { altos, group, openInviteStage, otherGroup } from '../../support/invite-stage.ts';
import { createTestIo } from '../../support/stage.ts';
import { toPlan } from './notify-stage.ts';

const stages: InviteStage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

const basses = { 'basses.yaml': altos.replace(group, otherGroup).replace('Altos', 'Basses') };

async function open(options: InviteStageOptions = {}) {
  const stage = await openInviteStage({ files: basses, ...options });
  stages.push(stage);
  return stage;
}

/** Runs `notify` for a plan with these changes, to the group of the basses where nothing else is said. */
async function tell(
  stage: InviteStage,
  changes: readonly string[],
  to = `${otherGroup}@g.us`,
  ...argv: string[]
) {
  await stage.write('drift.json', toPlan(changes));
  const { io, written } = createTestIo({
    env: { ROLLCALL_URL: stage.sandbox.url, ROLLCALL_NOTIFY_GROUP: to },
    clock: stage.clock,
  });
  const code = await main(
    ['notify', '--groups', stage.path('groups'), '--state', stage.state, stage.path('drift.json'), ...argv],
    io,
  );
  return { code, ...written };
}

const messages = (stage: InviteStage) =>
  stage.writes().filter((write) => write.includes('/send/message')).length;

describe('one WhatsApp message', () => {
  test('goes to the group that the environment names, and is remembered', async () => {
    const stage = await open();
    expect(await tell(stage, ['a'])).toEqual({
      code: exitCodes.ok,
      out: 'Sent: the WhatsApp group of the admins.\n',
      err: '',
    });
    expect(stage.messages()).toEqual([
      {
        to: `${otherGroup}@g.us`,
        text: expect.stringMatching(/^Rollcall: groups are not[^]*“Altos”: 1 difference\n/),
      },
    ]);
    expect((await tell(stage, ['a'])).out).toContain('Nothing new');
    expect(stage.messages()).toHaveLength(1);
  });

  test('is one of the day’s messages, of which the policy has so many', async () => {
    const stage = await open();
    for (const change of ['a', 'b', 'c']) await tell(stage, [change]);
    expect(stage.messages()).toHaveLength(3);
    const { code, err } = await tell(stage, ['d']);
    expect(code).toBe(exitCodes.failed);
    expect(err).toContain('the messages of the day are spent');
    // Nobody is invited either.
    expect((await stage.invite(['altos.yaml', 'citra', '--send'])).out).toContain(
      "The day's messages are spent",
    );
    await stage.nextDay();
    expect((await tell(stage, ['d'])).code).toBe(exitCodes.ok);
  });

  test.each([
    [
      'a refusal',
      { status: 500, body: '{"code":"INTERNAL_SERVER_ERROR","message":"server returned error 403"}' },
    ],
    ['a stop', { status: 429, body: '{"code":"WA_REACHOUT_TIMELOCK","message":"no new chats"}' }],
  ])('that came to nothing by %s is told later, and never tried again at once', async (_, answer) => {
    const stage = await open();
    stage.sandbox.setFaults([{ path: '/send/message', times: 1, ...answer }]);
    expect((await tell(stage, ['a'])).code).toBe(exitCodes.failed);
    expect(messages(stage)).toBe(1);
    await stage.nextDay();
    expect((await tell(stage, ['a'])).code).toBe(exitCodes.ok);
    expect(stage.messages()).toHaveLength(1);
  });

  test('without a clear answer counts as sent', async () => {
    const stage = await open();
    stage.sandbox.setFaults([{ method: 'POST', path: '/send/message', do: 'close', times: 1 }]);
    const { code, err } = await tell(stage, ['a']);
    expect({ code, err }).toMatchObject({
      code: exitCodes.failed,
      err: expect.stringContaining('may have been sent'),
    });
    expect((await tell(stage, ['a'])).out).toContain('Nothing new');
  });

  test('after a stop waits as everything else does', async () => {
    const stage = await open();
    stage.sandbox.setFaults([
      { path: '/send/message', times: 1, status: 429, body: '{"code":"WA_RATE_LIMIT"}' },
    ]);
    await tell(stage, ['a']);
    expect((await tell(stage, ['b'])).err).toContain('it rests for now');
    expect(messages(stage)).toBe(1);
  });
});

describe('nothing is sent', () => {
  test('to a group that the account is not in, or that is not there', async () => {
    const stage = await open();
    const { code, err } = await tell(stage, ['a'], '120363999999999999@g.us');
    expect(code).toBe(exitCodes.failed);
    expect(err).toMatch(/not in the group|could not be read/);
    expect(messages(stage)).toBe(0);
  });

  test('to somebody', async () => {
    const stage = await open();
    expect((await tell(stage, ['a'], '447700900002@s.whatsapp.net')).code).toBe(exitCodes.usage);
    expect(messages(stage)).toBe(0);
  });

  test('without a memory', async () => {
    const stage = await open({ isBegun: false });
    expect((await tell(stage, ['a'])).err).toContain('sends nothing without a memory');
    expect(messages(stage)).toBe(0);
  });

  test('about real groups on a sandbox', async () => {
    const stage = await open({ isMarked: true });
    const { err } = await tell(stage, ['a']);
    expect(err).toMatch(/sandbox/);
    expect(messages(stage)).toBe(0);
  });

  test('with --dry-run', async () => {
    const stage = await open();
    expect((await tell(stage, ['a'], undefined, '--dry-run')).out).toContain(
      'Would be sent: the WhatsApp group',
    );
    expect(messages(stage)).toBe(0);
  });
});
