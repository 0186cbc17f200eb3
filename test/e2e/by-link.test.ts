import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { planDocument } from '../support/schemas/plan-schema.ts';
import type { Stage } from '../support/stage.ts';
import { createTestClock, openStage } from '../support/stage.ts';

const day = 86_400_000;
const stages: Stage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

const pn = (n: number) => String(447_700_900_000 + n);
const id = '120363000000000001';
const oldLink = 'https://chat.whatsapp.com/AbCdEfGh';

const file = (people: readonly number[], more = '') =>
  `id: ${id}@g.us\nname: Walkers\n${more}members:\n${people.map((n) => `  - "+${pn(n)}"\n`).join('')}`;
const byLink = 'new-members: invite\n';

interface Options {
  readonly file: string;
  readonly policy?: string;
  readonly limits?: string;
  readonly approval?: boolean;
  /** Who is in the group besides the account. */
  readonly inside?: readonly number[];
  readonly people?: readonly { readonly pn: string; readonly privacy?: string }[];
}

async function parse(path: string) {
  return planDocument.parse(JSON.parse(await readFile(path, 'utf8')));
}

/** A group of the account's, whose memory is two days old. */
async function open({
  file: text,
  policy = '',
  approval = true,
  inside = [2],
  people = [],
  ...more
}: Options) {
  const { limits = '{ removals: { floor: 9 } }' } = more;
  const clock = createTestClock();
  const known = [3, 4, 5, 6]
    .map((n) => ({ pn: pn(n) }))
    .filter((one) => people.every((other) => other.pn !== one.pn));
  const stage = await openStage({
    files: {
      '_policy.yaml': `account: "+${pn(1)}"\ntimezone: UTC\nmanage: exact\nlimits: ${limits}\n${policy}`,
      'walkers.yaml': text,
    },
    world: {
      server: { devices: [{ pn: pn(1) }, { pn: pn(3) }, { pn: pn(4) }] },
      people: [...people, ...known] as { pn: string }[],
      groups: [
        {
          id,
          subject: 'Walkers',
          owner: pn(1),
          approval,
          addressing: 'pn',
          invite: oldLink.split('/').at(-1) ?? '',
          members: [{ pn: pn(1), role: 'superadmin' as const }, ...inside.map((n) => ({ pn: pn(n) }))],
        },
      ],
    },
    clock,
    isUnmarked: true,
  });
  stages.push(stage);
  const state = ['--state', stage.path('.rollcall')];
  await stage.run('apply', '--new-journal', ...state);
  await clock.sleep(2 * day);
  const run = (...argv: string[]) => stage.run(...argv, ...state);
  const group = () => stage.sandbox.world().groups[0];
  return {
    ...stage,
    clock,
    run,
    write: (next: string) => stage.write('groups/walkers.yaml', next),
    /** A plan file. */
    plan: async (...argv: string[]) => {
      const said = await run('plan', '--out', stage.path('plan.json'), ...argv);
      return { ...said, document: await parse(stage.path('plan.json')) };
    },
    apply: async (...argv: string[]) => {
      const said = await run('apply', '--report', stage.path('report.json'), ...argv);
      return { ...said, report: await parse(stage.path('report.json')) };
    },
    /** Somebody opens the link and asks to join. */
    knock: (n: number) =>
      fetch(`${stage.sandbox.url}/group/join-with-link`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-device-id': `${pn(n)}%40s.whatsapp.net` },
        body: JSON.stringify({ link: `https://chat.whatsapp.com/${group()?.invite}` }),
      }),
    inside: () => group()?.members.map((one) => Number(one.pn.slice(-3))) ?? [],
    link: () => `https://chat.whatsapp.com/${group()?.invite}`,
    asked: () =>
      stage.sandbox
        .requests()
        .filter(({ path }) => path.startsWith('/group/'))
        .map(
          ({ method, path }) => `${method} ${path.replace(/\?.*reset=true.*/, ' reset').replace(/\?.*/, '')}`,
        ),
  };
}

/** Requests that add, or take out, people. */
const adds = (stage: Stage) => stage.writes().filter((line) => line.endsWith('participants')).length;

/** 3 has declined an add that `plan.json` approves. */
async function openDeclined() {
  const stage = await open({ file: file([2, 3]), people: [{ pn: pn(3), privacy: 'invite' }] });
  await stage.plan();
  const declined = await stage.apply(stage.path('plan.json'));
  expect(declined.report.run?.results.declined).toBe(1);
  expect(adds(stage)).toBe(1);
  return stage;
}

describe('people who come by the link', () => {
  test('are named, approved, waited for without alarm, and let in when they ask', async () => {
    const stage = await open({ file: file([2, 3, 4], byLink) });
    const { code, out, document } = await stage.plan();
    expect(code).toBe(exitCodes.ok);
    expect(out).toContain('2 to invite');
    expect(out).not.toContain('need a human');
    expect(document.groups[0]?.toInvite).toMatchObject([
      { reason: 'new-members', lane: 'link', refused: false, approved: false },
      { reason: 'new-members' },
    ]);
    expect(document.groups[0]?.changes).toEqual([]);
    const first = await stage.apply(stage.path('plan.json'));
    expect(first.code).toBe(exitCodes.ok);
    expect(first.out).toContain('2 to invite');
    expect((await stage.run('approvals')).out).toContain('2 approved changes');
    await stage.knock(3);
    const second = await stage.apply();
    expect(second.code).toBe(exitCodes.ok);
    expect(stage.inside()).toEqual([1, 2, 3]);
    expect(second.report.summary).toMatchObject({ toInvite: 1 });
    expect(stage.writes().filter((line) => line.endsWith('participants'))).toEqual([]);
  });

  test('are not added by that approval, whatever becomes of the file', async () => {
    const stage = await open({ file: file([2, 3, 4], byLink) });
    await stage.plan();
    await stage.apply(stage.path('plan.json'));
    await stage.write(file([2, 3, 4]));
    const { code, report, out } = await stage.apply();
    expect(code).toBe(exitCodes.incomplete);
    expect(report.run).toMatchObject({ notApproved: 2, waiting: [] });
    expect(out).not.toContain('earlier plan file');
    expect((await stage.run('approvals')).out).toContain('is let in when they ask, and not added');
    expect(stage.inside()).toEqual([1, 2]);
    // A plan that adds them was read, and says so.
    await stage.plan();
    expect((await stage.apply(stage.path('plan.json'))).code).toBe(exitCodes.ok);
    expect(stage.inside()).toEqual([1, 2, 3, 4]);
  });

  test('whom the file drops and lists again is approved anew', async () => {
    const stage = await open({ file: file([2, 3], byLink) });
    await stage.plan();
    await stage.apply(stage.path('plan.json'));
    await stage.write(file([2], byLink));
    await stage.apply();
    expect((await stage.run('approvals')).out).toContain('Nothing is approved');
    await stage.write(file([2, 3], byLink));
    await stage.knock(3);
    expect((await stage.apply()).code).toBe(exitCodes.incomplete);
    expect(stage.inside()).toEqual([1, 2]);
  });

  test('whoever declines an add falls into that lane: let in when they ask, not added a month later', async () => {
    const stage = await open({ file: file([2, 3]), people: [{ pn: pn(3), privacy: 'invite' }] });
    await stage.plan();
    const first = await stage.apply(stage.path('plan.json'));
    expect(first.report.run?.results.declined).toBe(1);
    expect(first.code).toBe(exitCodes.incomplete);
    const second = await stage.apply();
    expect(second.code).toBe(exitCodes.ok);
    expect(second.report.groups[0]?.toInvite).toMatchObject([{ reason: 'declined', approved: true }]);
    await stage.clock.sleep(31 * day);
    const third = await stage.apply();
    expect(third.code).toBe(exitCodes.incomplete);
    expect(third.report.run).toMatchObject({ notApproved: 1, waiting: [] });
    await stage.knock(3);
    expect((await stage.apply()).code).toBe(exitCodes.ok);
    expect(stage.inside()).toEqual([1, 2, 3]);
  });

  describe('whoever declined is added by no plan that was made before, and may come by the link', () => {
    test('where the same plan is applied again, and a month passes', async () => {
      const stage = await openDeclined();
      expect((await stage.apply(stage.path('plan.json'))).code).toBe(exitCodes.ok);
      await stage.clock.sleep(31 * day);
      const { code, report } = await stage.apply();
      expect(code).toBe(exitCodes.incomplete);
      expect(report.run).toMatchObject({ notApproved: 1, waiting: [] });
      expect(adds(stage)).toBe(1);
    });

    test('where it is applied again after a month, and what a new plan says holds', async () => {
      const stage = await openDeclined();
      await stage.clock.sleep(31 * day);
      expect((await stage.apply(stage.path('plan.json'))).code).toBe(exitCodes.incomplete);
      expect((await stage.run('approvals')).out).toContain('is let in when they ask, and not added');
      expect(adds(stage)).toBe(1);
      await stage.plan();
      await stage.apply(stage.path('plan.json'));
      expect(adds(stage)).toBe(2);
    });

    test('where nobody could read the group meanwhile', async () => {
      const stage = await openDeclined();
      stage.sandbox.setFaults(
        ['/user/my/groups', '/group/info'].map((path) => ({ path, status: 500, body: '{}' })),
      );
      await stage.apply(stage.path('plan.json'));
      stage.sandbox.setFaults([]);
      await stage.clock.sleep(31 * day);
      expect((await stage.apply()).code).toBe(exitCodes.incomplete);
      expect(adds(stage)).toBe(1);
    });

    test('where another plan of before the wish comes late', async () => {
      const stage = await open({ file: file([2, 3]), people: [{ pn: pn(3), privacy: 'invite' }] });
      await stage.run('plan', '--out', stage.path('other.json'));
      await stage.write(file([2, 3, 4]));
      await stage.plan();
      await stage.apply(stage.path('plan.json'));
      await stage.clock.sleep(31 * day);
      await stage.apply(stage.path('other.json'));
      expect(adds(stage)).toBe(1);
    });
  });

  test('somebody who asked when the plan was made, and does not any more, is not added instead', async () => {
    const stage = await open({ file: file([2, 3]) });
    await stage.knock(3);
    await stage.plan();
    await fetch(`${stage.sandbox.url}/group/participant-requests/reject`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-device-id': `${pn(1)}%40s.whatsapp.net` },
      body: JSON.stringify({ group_id: `${id}@g.us`, participants: [pn(3)] }),
    });
    expect((await stage.apply(stage.path('plan.json'))).code).toBe(exitCodes.incomplete);
    expect(stage.inside()).toEqual([1, 2]);
  });

  test('too many at once are not approved, and everything else goes on', async () => {
    const stage = await open({
      file: file([2, 3, 4], byLink).replace('Walkers', 'Hikers'),
      limits: '{ adds: { group: 1 } }',
    });
    const { code, out, document } = await stage.plan();
    expect(code).toBe(exitCodes.refused);
    expect(out).toContain('2 adds in this group, and the limit is 1');
    expect(document.groups[0]?.toInvite.map(({ refused }) => refused)).toEqual([true, true]);
    expect(document.groups[0]?.changes.map(({ refused }) => refused)).toEqual([false]);
    expect((await stage.apply(stage.path('plan.json'))).report.run?.results.verified).toBe(1);
    await stage.knock(3);
    expect((await stage.apply()).code).toBe(exitCodes.incomplete);
    expect(stage.inside()).toEqual([1, 2]);
  });

  test('a plan file to which somebody adds a lane, or takes one away, approves nothing', async () => {
    const stage = await open({ file: file([2, 3], byLink) });
    await stage.plan();
    const text = await readFile(stage.path('plan.json'), 'utf8');
    await writeFile(stage.path('plan.json'), text.replace('"lane": "link",', ''));
    const { code, err } = await stage.run('apply', stage.path('plan.json'));
    expect(code).toBe(exitCodes.usage);
    expect(err).toContain('is not as plan --out wrote it');
  });
});

const renewing = 'link: { renew: after-removals }\n';

const reset = (fault: object) => [{ tag: 'invite', to: `${id}@g.us`, type: 'set', ...fault }];

describe('a link that is renewed', () => {
  test('after the removals, once, and the memory never has it', async () => {
    const stage = await open({ file: file([2]), policy: renewing, inside: [2, 5, 6] });
    const { out } = await stage.plan();
    expect(out).toMatch(/~ link +is made anew/);
    const { code, report } = await stage.apply(stage.path('plan.json'));
    expect(code).toBe(exitCodes.ok);
    expect(report.run?.results.verified).toBe(3);
    expect(stage.link()).not.toBe(oldLink);
    const asked = stage.asked();
    expect(asked.filter((line) => line.includes('reset'))).toEqual(['GET /group/invite-link reset']);
    expect(asked.indexOf('POST /group/participants/remove')).toBeLessThan(
      asked.indexOf('GET /group/invite-link reset'),
    );
    const kept = await readFile(stage.path('.rollcall/journal.jsonl'), 'utf8');
    for (const text of [kept, JSON.stringify(report)]) {
      expect(text).not.toContain('chat.whatsapp.com');
      expect(text).not.toContain(stage.link().slice(-8));
    }
    expect((await stage.run('approvals')).out).toContain('Nothing is approved');
    expect((await stage.plan()).document.groups).toEqual([]);
  });

  test.each([
    ['a limit of WhatsApp', { code: 429 }],
    ['no rights', { code: 401 }],
    ['no answer, and nothing done', { do: 'disconnect' }],
  ])('%s: it stays due and approved, and the next run does it', async (_, fault) => {
    const stage = await open({ file: file([2]), policy: renewing, inside: [2, 5] });
    await stage.plan();
    stage.sandbox.setFaults(reset(fault) as never);
    const first = await stage.apply(stage.path('plan.json'));
    expect(first.code).not.toBe(exitCodes.ok);
    expect(stage.inside()).toEqual([1, 2]);
    expect(stage.link()).toBe(oldLink);
    stage.sandbox.setFaults([]);
    await stage.clock.sleep(2 * 3_600_000);
    const second = await stage.apply();
    expect(second.code).toBe(exitCodes.ok);
    expect(stage.link()).not.toBe(oldLink);
  });

  test('what is owed and approved by nobody is told, and not done', async () => {
    const stage = await open({ file: file([2]), policy: renewing, inside: [2, 5] });
    stage.sandbox.setFaults(reset({ code: 401 }) as never);
    await stage.apply('--yes');
    stage.sandbox.setFaults([]);
    const { code, report } = await stage.apply();
    expect(code).toBe(exitCodes.incomplete);
    expect(report.groups[0]?.leftAlone).toMatchObject([{ reason: 'not-approved', setting: 'link' }]);
    expect(stage.link()).toBe(oldLink);
  });

  test('a link that nobody can read is left as it is', async () => {
    const stage = await open({ file: file([2]), policy: renewing, inside: [2, 5] });
    await stage.plan();
    stage.sandbox.setFaults([
      {
        path: '/group/invite-link',
        status: 200,
        body: '{"code":"SUCCESS","results":{"invite_link":"javascript:alert(1)"}}',
      },
    ]);
    const { code, report, out } = await stage.apply(stage.path('plan.json'));
    expect(code).toBe(exitCodes.failed);
    expect(out + JSON.stringify(report)).not.toContain('javascript');
    expect(report.groups[0]?.changes.at(-1)?.outcome).toMatchObject({ cause: 'link-unread' });
    expect(stage.asked().filter((line) => line.includes('reset'))).toEqual([]);
  });

  test('with what a date takes away, approved with it, as the plan said', async () => {
    const until = `{ person: "+${pn(5)}", until: 2026-06-10 }`;
    const dated = `${file([2])}  - ${until}\n`;
    const stage = await open({ file: dated, policy: renewing, inside: [2, 5] });
    expect((await stage.plan()).out).toContain("the group's link is made anew with that");
    expect((await stage.apply(stage.path('plan.json'))).code).toBe(exitCodes.ok);
    expect(stage.link()).toBe(oldLink);
    await stage.clock.sleep(10 * day);
    const { code, report } = await stage.apply();
    expect(code).toBe(exitCodes.ok);
    expect(report.run?.results.verified).toBe(2);
    expect(stage.inside()).toEqual([1, 2]);
    expect(stage.link()).not.toBe(oldLink);
  });

  test('where nobody leaves in the end there is nothing to renew', async () => {
    const stage = await open({ file: file([2]), policy: renewing, inside: [2, 5] });
    await stage.plan();
    stage.sandbox.setFaults([
      {
        path: '/group/participants/remove',
        status: 500,
        body: '{"code":"INTERNAL_SERVER_ERROR","message":"x"}',
      },
    ]);
    await stage.apply(stage.path('plan.json'));
    expect(stage.asked().filter((line) => line.includes('invite-link'))).toEqual([]);
  });
});

describe('a link that is not renewed', () => {
  const told = /may still have its invite link/;

  test('may bring back who was removed, where nobody has to say yes', async () => {
    const stage = await open({ file: file([2]), inside: [2, 5], approval: false });
    const { out, report } = await stage.apply('--yes', '--markdown', stage.path('report.md'));
    expect(out).toMatch(told);
    expect(report.run?.oldLinks).toEqual(['walkers.yaml']);
    expect(await readFile(stage.path('report.md'), 'utf8')).toMatch(told);
  });

  test('is no matter where somebody has to say yes, or nobody left', async () => {
    const asking = await open({ file: file([2]), inside: [2, 5] });
    expect((await asking.apply('--yes')).out).not.toMatch(told);
    const quiet = await open({ file: file([2, 3]), approval: false });
    expect((await quiet.apply('--yes')).out).not.toMatch(told);
  });
});
