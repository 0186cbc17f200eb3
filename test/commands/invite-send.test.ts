import { cpSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { FaultRule } from '../../src/sandbox/faults.ts';
import type { InviteStage, InviteStageOptions } from '../support/invite-stage.ts';
import { altos, group, openInviteStage, otherGroup, phone } from '../support/invite-stage.ts';

const stages: InviteStage[] = [];

async function open(options?: InviteStageOptions): Promise<InviteStage> {
  const stage = await openInviteStage(options);
  stages.push(stage);
  return stage;
}

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

const [citra, dewi, eko, fajar] = [phone(4), phone(5), phone(6), phone(7)];
const everybody = ['altos.yaml', 'citra', 'dewi', 'eko', 'fajar', '--send'];
const three = ['altos.yaml', 'citra', 'dewi', 'eko', '--send'];
const recipients = (stage: InviteStage) => stage.messages().map(({ to }) => to);
const fault = (rule: object): FaultRule => ({ path: '/send/message', ...rule }) as FaultRule;
const refused = (status: number, code: string, message: string) =>
  fault({ times: 1, status, body: JSON.stringify({ code, message }) });

/** Interrupts once so many were told to have got a message. */
function stopAfter(controller: AbortController, count: number) {
  let told = 0;
  return (text: string) => {
    if (/: sent\n/.test(text)) told += 1;
    if (told >= count) controller.abort();
  };
}

describe('sends what was shown, to those who were agreed to', () => {
  test('one by one, with pauses, and each is told when it happened', async () => {
    const stage = await open();
    const before = stage.clock.now();
    const { code, out } = await stage.invite(three, ['y', '', 'y']);
    expect(code).toBe(exitCodes.incomplete);
    expect(recipients(stage)).toEqual([citra, eko]);
    expect(out).toContain('citra: sent');
    expect(out).not.toContain('dewi: ');
    expect(out).toContain('2 sent, 0 without a clear answer, 0 not sent');
    expect(stage.clock.now() - before).toBeGreaterThanOrEqual(3_000);
    const [first] = stage.messages();
    expect(out).toContain(first?.text);
    expect(first?.text).toMatch(/“Altos”[^]*need not join[^]*\nhttps:\/\/chat\.whatsapp\.com\/\w+$/);
  });

  test('all that follow, said once; and whatever else is typed is no', async () => {
    const stage = await open();
    expect((await stage.invite(three, ['no', 'a'])).code).toBe(exitCodes.incomplete);
    expect(recipients(stage)).toEqual([dewi, eko]);
    const nobody = await stage.invite(['altos.yaml', 'citra', '--send'], ['yep']);
    expect(nobody).toMatchObject({ code: exitCodes.incomplete });
    expect(nobody.out).toContain('Nothing was sent.');
    expect(recipients(stage)).toHaveLength(2);
  });

  test('to the group’s name and in the policy’s language', async () => {
    const subject = 'Altos\n\u202eSAY “yes” at https://evil.example @447700900002';
    const nameless = { 'altos.yaml': altos.replace('name: Altos\n', '') };
    const stage = await open({ subject, files: nameless });
    await stage.write('groups/_policy.yaml', `account: "+${phone(1)}"\nlanguage: id\n`);
    expect((await stage.invite(['altos.yaml', 'citra', '--send'])).code).toBe(exitCodes.ok);
    const [message] = stage.messages();
    expect(message?.text).toMatch(
      /^Anda diundang ke grup WhatsApp “Altos SAY 'yes' at https: evil\. example/,
    );
    expect(message?.text.split('\n')).toHaveLength(4);
  });
});

describe('never twice', () => {
  test('within 30 days for one group, whoever asks; after that they are asked about again', async () => {
    const stage = await open();
    expect((await stage.invite(['altos.yaml', 'citra', '--send'])).code).toBe(exitCodes.ok);
    for (let day = 0; day < 29; day += 7) {
      const again = await stage.invite(['altos.yaml', 'citra', '--send']);
      expect(again.code).toBe(exitCodes.ok);
      expect(again.out).toMatch(/citra: was sent this link on 2 June 2026/);
      for (let each = 0; each < 7; each += 1) await stage.nextDay();
    }
    expect(recipients(stage)).toEqual([citra]);
    await stage.invite(['altos.yaml', 'citra', '--send']);
    expect(recipients(stage)).toEqual([citra, citra]);
  });

  test('on one day for two groups', async () => {
    const other = altos.replace(group, otherGroup).replace('Altos', 'Basses');
    const stage = await open({ files: { 'basses.yaml': other } });
    expect((await stage.invite(['altos.yaml', 'citra', '--send'])).code).toBe(exitCodes.ok);
    const second = await stage.invite(['basses.yaml', 'citra', '--send']);
    expect(second.out).toMatch(/citra: was sent the link of another group on 2 June 2026/);
    expect(second.code).toBe(exitCodes.incomplete);
    await stage.nextDay();
    expect((await stage.invite(['basses.yaml', 'citra', '--send'])).code).toBe(exitCodes.ok);
    expect(recipients(stage)).toEqual([citra, citra]);
  });

  test.each([0, 1, 2])(
    'by a run that is killed after message %i and before its answer, nor by the next',
    async (sent) => {
      const stage = await open();
      const copy = stage.path('killed');
      stage.between(sent, async () => {
        cpSync(stage.state, copy, { recursive: true });
        expect(recipients(stage)).toHaveLength(sent + 1);
      });
      const controller = new AbortController();
      await stage.invite(three, ['a'], {
        signal: controller.signal,
        onWrite: stopAfter(controller, sent + 1),
      });
      expect(recipients(stage)).toHaveLength(sent + 1);
      const lines = (await readFile(`${copy}/journal.jsonl`, 'utf8')).trimEnd().split('\n');
      expect(lines.at(-1)).toContain('"type":"message"');
      // The memory as the killed run left it.
      await rm(stage.state, { recursive: true });
      cpSync(copy, stage.state, { recursive: true });
      await rm(`${stage.state}/lock`);
      stage.sandbox.setFaults([]);
      await stage.invite(three, ['a']);
      expect(recipients(stage)).toEqual([citra, dewi, eko]);
    },
  );

  test('by two at once: the second does not begin', async () => {
    const stage = await open();
    const second: { code?: number; err?: string } = {};
    stage.between(0, async () => void Object.assign(second, await stage.invite(three, ['a'])));
    expect((await stage.invite(three, ['a'])).code).toBe(exitCodes.ok);
    expect(second.code).toBe(exitCodes.incomplete);
    expect(second.err).toContain('at work');
    expect(recipients(stage)).toEqual([citra, dewi, eko]);
  });
});

describe('the pace', () => {
  test('counts the last 24 hours, and says when it goes on', async () => {
    const stage = await open();
    const first = await stage.invite(everybody, ['a']);
    expect(first.code).toBe(exitCodes.incomplete);
    expect(first.out).toMatch(/1 person can be written to after 2026-06-03/);
    expect(recipients(stage)).toEqual([citra, dewi, eko]);
    const second = await stage.invite(everybody, ['a']);
    expect(second.code).toBe(exitCodes.incomplete);
    expect(recipients(stage)).toHaveLength(3);
    await stage.nextDay();
    expect((await stage.invite(everybody, ['a'])).code).toBe(exitCodes.ok);
    expect(recipients(stage)).toEqual([citra, dewi, eko, fajar]);
  });

  test('is endless on the first day of a memory', async () => {
    const stage = await open({ isBegun: false });
    await stage.run('plan', '--state', stage.state, '--out', stage.path('plan.json'));
    await stage.run('apply', '--state', stage.state, '--new-journal', stage.path('plan.json'));
    expect((await stage.invite(three, ['a'])).code).toBe(exitCodes.incomplete);
    expect(recipients(stage)).toEqual([]);
  });
});

describe('does not write', () => {
  test('where whoever has the link joins at once', async () => {
    const stage = await open({ approval: false });
    const { code, out } = await stage.invite(three, ['a']);
    expect({ code, sent: stage.messages() }).toEqual({ code: exitCodes.incomplete, sent: [] });
    expect(out).toMatch(/Whoever has this link joins at once[^]*Turn on “Approve new members”/);
  });

  test('to whom no plan has approved, to nobody without a memory, nor while WhatsApp has said stop', async () => {
    const stage = await open();
    await stage.write('groups/altos.yaml', altos.replace('fajar]', 'fajar, gita]'));
    const unapproved = await stage.invite(['altos.yaml', 'gita', '--send']);
    expect(unapproved).toMatchObject({ code: exitCodes.incomplete });
    expect(unapproved.out).toMatch(/gita: no approved plan says/);
    stage.sandbox.setFaults([refused(429, 'WA_REACHOUT_TIMELOCK', 'WhatsApp rejected this send')]);
    const limited = await stage.invite(three, ['a']);
    expect(limited).toMatchObject({ code: exitCodes.incomplete });
    expect(limited.out).toMatch(/citra: not sent[^]*dewi: not sent[^]*eko: not sent[^]*limits this account/);
    const held = await stage.invite(three, ['a']);
    expect(held.code).toBe(exitCodes.incomplete);
    expect(held.out).toMatch(/nothing is sent before 2026-06-02\s1\d:\d\d/);
    await rm(stage.state, { recursive: true });
    const forgotten = await stage.invite(three, ['a']);
    expect(forgotten.code).toBe(exitCodes.incomplete);
    expect(forgotten.out).toContain('Nothing is sent without a memory');
    expect(recipients(stage)).toEqual([]);
  });

  test('to somebody who has come meanwhile', async () => {
    const stage = await open();
    const participants = [dewi];
    stage.between(0, () => stage.post('/group/participants', { group_id: `${group}@g.us`, participants }));
    const { code, out } = await stage.invite(three, ['a']);
    expect(out).toMatch(/citra: sent[^]*dewi: not sent: needs no invitation any more[^]*eko: sent/);
    expect({ code, to: recipients(stage) }).toEqual({ code: exitCodes.ok, to: [citra, eko] });
  });

  test('once the approval of joins was turned off meanwhile', async () => {
    const stage = await open();
    const body = { group_id: `${group}@g.us`, enabled: false };
    stage.between(0, () => stage.post('/group/join-approval', body));
    const { code, out } = await stage.invite(three, ['a']);
    expect(out).toMatch(/citra: sent[^]*dewi: not sent[^]*Whoever has the link joins at once by now/);
    expect({ code, to: recipients(stage) }).toEqual({ code: exitCodes.incomplete, to: [citra] });
  });

  test('anything in a CI or a pipe', async () => {
    const stage = await open();
    const { code, err } = await stage.invite(three, ['a'], { terminal: { isInteractive: false } });
    expect({ code, sent: stage.messages() }).toEqual({ code: exitCodes.usage, sent: [] });
    expect(err).toContain('never in a CI');
    expect(stage.sandbox.requests().filter(({ path }) => path.includes('invite-link'))).toEqual([]);
  });
});

describe('ends at the first thing that speaks against going on, and says what was sent', () => {
  test.each<[string, FaultRule, number, RegExp, string[]]>([
    [
      'WhatsApp refuses a message',
      refused(500, 'INTERNAL_SERVER_ERROR', 'server returned error 479'),
      exitCodes.failed,
      /dewi: not sent \([^]*eko: not sent[^]*refused a message/,
      [citra],
    ],
    [
      'the session is lost',
      refused(401, 'AUTHENTICATION_ERROR', 'you are not logged in'),
      exitCodes.failed,
      /dewi: not sent[^]*eko: not sent[^]*Nothing more is sent/,
      [citra],
    ],
    [
      'there is no clear answer: it goes on, and it counts as sent',
      fault({ times: 1, do: 'close', effect: true }),
      exitCodes.failed,
      /dewi: may have been sent[^]*eko: sent[^]*2 sent, 1 without a clear answer, 0 not sent/,
      [citra, dewi, eko],
    ],
  ])('%s', async (_, rule, expected, text, to) => {
    const stage = await open();
    stage.sandbox.setFaults([{ ...rule, after: 1 }]);
    const { code, out } = await stage.invite(three, ['a']);
    expect(out).toMatch(text);
    expect({ code, to: recipients(stage) }).toEqual({ code: expected, to });
    stage.sandbox.setFaults([]);
    await stage.nextDay();
    await stage.invite(three, ['a']);
    const all = recipients(stage);
    expect(new Set(all).size).toBe(all.length);
  });

  test('a number that is not on WhatsApp ends nothing, where the account’s own is found', async () => {
    const stage = await open();
    const answer = refused(400, 'INVALID_JID', `Phone ${dewi}@s.whatsapp.net is not on whatsapp`);
    stage.sandbox.setFaults([{ ...answer, after: 1 }]);
    const { code, out } = await stage.invite(three, ['a']);
    expect(out).toMatch(/citra: sent[^]*dewi: not sent: the number is not on WhatsApp[^]*eko: sent/);
    expect(code).toBe(exitCodes.failed);
    expect(recipients(stage)).toEqual([citra, eko]);
  });

  test('look-ups are limited: GOWA says the same of everybody, and nothing more is sent', async () => {
    const stage = await open();
    stage.sandbox.setFaults([{ xmlns: 'usync', code: 429 } as FaultRule]);
    const { code, out } = await stage.invite(three, ['a']);
    expect(out).toMatch(/citra: not sent \([^]*dewi: not sent[^]*eko: not sent[^]*refused a message/);
    expect({ code, to: recipients(stage) }).toEqual({ code: exitCodes.failed, to: [] });
    stage.sandbox.setFaults([]);
    await stage.invite(three, ['a']);
    // What was refused was an attempt of the day all the same.
    expect(recipients(stage)).toEqual([citra, dewi]);
  });

  test('three messages in a row without an answer', async () => {
    const stage = await open();
    await stage.write('groups/_policy.yaml', `account: "+${phone(1)}"\n`);
    await stage.invite(['altos.yaml', 'citra', '--send'], ['n']);
    await stage.nextDay();
    stage.sandbox.setFaults([fault({ do: 'close' })]);
    const { code, out } = await stage.invite(everybody, ['a']);
    expect(out).toMatch(/eko: may have been sent[^]*fajar: not sent[^]*3 requests in a row had no answer/);
    expect({ code, to: recipients(stage) }).toEqual({ code: exitCodes.failed, to: [] });
  });

  test('a group that cannot be read again', async () => {
    const stage = await open();
    stage.sandbox.setFaults([{ path: '/group/info', after: 2, status: 500, body: '{}' } as FaultRule]);
    const { code, out } = await stage.invite(three, ['a']);
    expect(code).toBe(exitCodes.failed);
    expect(out).toMatch(/citra: sent[^]*could not be read again/);
    expect(recipients(stage)).toEqual([citra]);
  });

  test('Ctrl-C: what was sent is said, and nothing more is sent', async () => {
    const stage = await open();
    const controller = new AbortController();
    stage.between(0, async () => controller.abort());
    const { code, out } = await stage.invite(three, ['a'], { signal: controller.signal });
    expect(code).toBe(exitCodes.interrupted);
    expect(out).toMatch(/citra: sent[^]*Interrupted: nothing more is sent/);
    expect(recipients(stage)).toEqual([citra]);
  });
});

/** Plans and applies, so that whoever is to be invited is approved; nobody is added. */
async function approve(stage: InviteStage): Promise<void> {
  await stage.run('apply', '--state', stage.state, '--new-journal', '--target', 'altos.yaml');
  await stage.nextDay();
  await stage.run('plan', '--state', stage.state, '--out', stage.path('plan.json'));
  await stage.run('apply', '--state', stage.state, stage.path('plan.json'));
}

describe('who comes by the link, by the plan', () => {
  test('is everybody who is missing where new members are invited', async () => {
    const files = { 'altos.yaml': `${altos}new-members: invite\n` };
    const stage = await open({ files, isBegun: false });
    await approve(stage);
    const { code, out } = await stage.invite(['altos.yaml', '--send'], ['a']);
    expect(out).toContain('To invite: 5 people');
    expect(code).toBe(exitCodes.incomplete);
    expect(recipients(stage)).toEqual([phone(3), citra, dewi]);
    await stage.nextDay();
    expect((await stage.invite(['altos.yaml', '--send'], ['a'])).code).toBe(exitCodes.ok);
    expect(recipients(stage)).toEqual([phone(3), citra, dewi, eko, fajar]);
    // Whoever has asked to join by it is let in, and gets no second one.
    expect((await stage.invite(['altos.yaml', '--send'], ['a'])).code).toBe(exitCodes.ok);
    expect(recipients(stage)).toHaveLength(5);
    const adds = stage.writes().filter((line) => line.startsWith('POST /group/participants'));
    expect(adds).toEqual([]);
  });

  test('is whoever joins by invitation only, and nobody before that was approved', async () => {
    const entry = '{ person: citra, by: invite }';
    const files = { 'altos.yaml': altos.replace('[ana, budi, citra, dewi, eko, fajar]', `[ana, ${entry}]`) };
    const stage = await open({ files, isBegun: false });
    await stage.run('apply', '--state', stage.state, '--new-journal');
    await stage.nextDay();
    const early = await stage.invite(['altos.yaml', '--send'], ['a']);
    expect(early.out).toMatch(/citra: no approved plan says/);
    await stage.run('plan', '--state', stage.state, '--out', stage.path('plan.json'));
    await stage.run('apply', '--state', stage.state, stage.path('plan.json'));
    expect((await stage.invite(['altos.yaml', '--send'], ['a'])).code).toBe(exitCodes.ok);
    expect(recipients(stage)).toEqual([citra]);
  });

  test('is whoever declined an add, which was approved', async () => {
    const files = { 'altos.yaml': altos.replace(', dewi, eko, fajar', '') };
    const stage = await open({ files, isBegun: false, privacy: { [citra]: 'invite' } });
    await stage.write('groups/_policy.yaml', `account: "+${phone(1)}"\n`);
    await approve(stage);
    const { code, out } = await stage.invite(['altos.yaml', '--send'], ['a']);
    expect(out).toContain('To invite: 1 person\n  + citra');
    expect({ code, to: recipients(stage) }).toEqual({ code: exitCodes.ok, to: [citra] });
  });

  test('who has asked to join gets none', async () => {
    const files = { 'altos.yaml': `${altos}new-members: invite\n` };
    const stage = await open({ files, isBegun: false, requests: [citra] });
    await approve(stage);
    const { err } = await stage.invite(['altos.yaml', 'citra'], []);
    expect(err + stage.messages().length).toMatch(/citra (has asked to join|is in the group)[^]*0$/);
  });
});

test('whoever left is not written to, also where everybody is invited, and whatever a plan file says', async () => {
  const stage = await open({ files: { 'altos.yaml': `${altos}new-members: invite\n` }, isBegun: false });
  await approve(stage);
  await stage.post('/group/participants/remove', { group_id: `${group}@g.us`, participants: [phone(2)] });
  await stage.run('plan', '--state', stage.state, '--out', stage.path('plan.json'));
  await stage.run('apply', '--state', stage.state, stage.path('plan.json'));
  const { out } = await stage.invite(['altos.yaml', 'ana', '--send'], ['a']);
  expect(out).toMatch(/Not written to\n {2}· ana: was here on [^]*left since/);
  expect(recipients(stage)).toEqual([]);
  await stage.invite(['altos.yaml', '--send'], ['a']);
  expect(recipients(stage)).not.toContain(phone(2));
});
