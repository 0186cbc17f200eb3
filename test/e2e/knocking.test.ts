import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { PlanDocument } from '../support/dated-stage.ts';
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
const members = (...entries: readonly (number | string)[]) =>
  `id: ${id}@g.us\nname: Choir\nmembers:\n${entries.map((one) => `  - ${typeof one === 'number' ? `"+${pn(one)}"` : one}\n`).join('')}`;

interface Options {
  readonly file?: string;
  readonly policy?: string;
  readonly requests?: readonly number[];
  readonly addressing?: 'lid' | 'pn';
  readonly people?: readonly {
    readonly pn: string;
    readonly privacy?: string;
    readonly registered?: boolean;
  }[];
  readonly group?: object;
  /** What else is to be said of each request. */
  readonly request?: object;
  /** What people call themselves, as far as the account knows it. */
  readonly contacts?: { pn: string; push_name: string }[];
}

/** A choir with approval on, of the account, 2 and 3, whose memory is two days old. */
async function open(options: Options = {}) {
  const {
    file = members(2, 3, 4),
    policy = '',
    requests = [4],
    addressing = 'pn',
    people = [],
    group = {},
    request = {},
    contacts = [],
  } = options;
  const clock = createTestClock();
  const own = { id, subject: 'Choir', owner: pn(1), approval: true, addressing, invite: 'AbCd', ...group };
  const world = {
    server: { devices: [{ pn: pn(1), contacts }, { pn: pn(3) }, { pn: pn(4) }] },
    people: [...people, ...[5, 6, 9].map((n) => ({ pn: pn(n) }))].filter(isFirst) as { pn: string }[],
    groups: [
      {
        ...own,
        members: [{ pn: pn(1), role: 'superadmin' as const }, { pn: pn(2) }, { pn: pn(3) }],
        requests: requests.map((n) => ({ pn: pn(n), time: Date.UTC(2026, 4, 1) / 1000, ...request })),
      },
    ],
  };
  const files = {
    '_policy.yaml': `account: "+${pn(1)}"\ntimezone: UTC\nmanage: exact\nlimits: { removals: { floor: 9 } }\n${policy}`,
    'choir.yaml': file,
  };
  const stage = await openStage({ files, world, clock, sandboxClock: clock, isUnmarked: true });
  stages.push(stage);
  const state = ['--state', stage.path('.rollcall')];
  await stage.run('apply', '--new-journal', ...state);
  await clock.sleep(2 * day);
  const report = stage.path('report.json');
  const run = (...argv: string[]) => stage.run(...argv, ...state);
  /** Somebody does something on their own phone. */
  const as = async (n: number, path: string, body: object) => {
    const headers = { 'content-type': 'application/json', 'x-device-id': `${pn(n)}%40s.whatsapp.net` };
    const said = await fetch(`${stage.sandbox.url}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!said.ok) throw new Error(await said.text());
  };
  return {
    ...stage,
    clock,
    run,
    as,
    knock: (n: number) => as(n, '/group/join-with-link', { link: 'https://chat.whatsapp.com/AbCd' }),
    plan: async () => parse((await run('plan', '--json')).out),
    apply: async (...argv: string[]) => {
      const said = await run('apply', '--yes', '--report', report, ...argv);
      return { ...said, report: parse(await readFile(report, 'utf8')) };
    },
    inside: () =>
      stage.sandbox
        .world()
        .groups[0]?.members.map((one) => Number(one.pn.slice(-3)))
        .toSorted((a, b) => a - b),
    asking: () => (stage.sandbox.world().groups[0]?.requests ?? []).map((one) => Number(one.pn.slice(-3))),
    sent: () =>
      stage.sandbox
        .requests()
        .filter(({ method, path }) => method === 'POST' && !/leave|join-with/.test(path))
        .map(({ path }) => path),
  };
}

/** Of two with one number the first. */
function isFirst(
  person: { readonly pn?: string },
  index: number,
  all: readonly { readonly pn?: string }[],
): boolean {
  return all.findIndex(({ pn: other }) => other === person.pn) === index;
}

function parse(text: string): PlanDocument {
  return planDocument.parse(JSON.parse(text));
}

const toChanges = ({ groups }: PlanDocument) =>
  groups.flatMap(({ changes }) =>
    changes.map(({ action, lane, label }) => `${lane ?? action} ${label.slice(-3)}`),
  );
const toReasons = ({ groups }: PlanDocument) =>
  groups.flatMap(({ leftAlone, toInvite }) => [...leftAlone, ...toInvite].map(({ reason }) => reason));
const toResults = ({ groups }: PlanDocument) =>
  groups.flatMap(({ changes }) =>
    changes.map(({ outcome }) =>
      outcome?.result === 'verified'
        ? 'verified'
        : `${outcome?.result} ${outcome && 'cause' in outcome ? outcome.cause : ''}`,
    ),
  );

const reads = (stage: Stage) =>
  stage.sandbox.requests().filter(({ path }) => path.startsWith('/group/participant-requests?')).length;

const approve = '/group/participant-requests/approve';

describe('somebody who is listed and asks to join', () => {
  test.each(['pn', 'lid'] as const)('is let in and not added, in a group by %s', async (addressing) => {
    const stage = await open({ addressing });
    expect(toChanges(await stage.plan())).toEqual(['knock 004']);
    const { code, report, out } = await stage.apply();
    expect([code, toResults(report), stage.inside(), stage.asking()]).toEqual([
      0,
      ['verified'],
      [1, 2, 3, 4],
      [],
    ]);
    expect(stage.sent()).toEqual([approve]);
    expect(out).toMatch(/verified\s+\S.*asked to join, is let in/);
    expect((await stage.run('plan')).out).toContain('nothing to change');
  });

  test('is let in before anybody is added, and counts as an add of the day', async () => {
    const stage = await open({
      file: members(2, 3, 4, 5),
      policy: 'pace: { adds: 1/day }\n',
      people: [{ pn: pn(5) }],
    });
    expect(toChanges(await stage.plan())).toEqual(['knock 004', 'add 005']);
    const { code, report } = await stage.apply();
    expect([code, toResults(report), stage.sent()]).toEqual([
      exitCodes.incomplete,
      ['verified', 'skipped pace'],
      [approve],
    ]);
  });

  test('becomes an admin after that', async () => {
    const stage = await open({ file: `${members(2, 3)}admins: ["+${pn(4)}"]\n` });
    const { code } = await stage.apply();
    expect([code, stage.sent()]).toEqual([0, [approve, '/group/participants/promote']]);
  });

  test('is let in although they declined, which no add would have undone', async () => {
    const stage = await open({ requests: [], people: [{ pn: pn(4), privacy: 'invite' }] });
    expect((await stage.apply()).report.run?.results.declined).toBe(1);
    expect(toReasons(await stage.plan())).toEqual(['declined']);
    await stage.knock(4);
    expect(toChanges(await stage.plan())).toEqual(['knock 004']);
    expect([(await stage.apply()).code, stage.inside()]).toEqual([0, [1, 2, 3, 4]]);
  });

  test('is let in although they left, and although they come by invitation only', async () => {
    const stage = await open({ file: members(2, 3, `{ person: "+${pn(4)}", by: invite }`), requests: [] });
    expect([toChanges(await stage.plan()), toReasons(await stage.plan())]).toEqual([[], ['by-invite']]);
    await stage.knock(4);
    expect([(await stage.apply()).code, stage.inside()]).toEqual([0, [1, 2, 3, 4]]);
    await stage.as(4, '/group/leave', { group_id: `${id}@g.us` });
    await stage.write('groups/choir.yaml', members(2, 3, 4));
    expect(toReasons(await stage.plan())).toEqual(['left']);
    await stage.knock(4);
    expect([(await stage.apply()).code, stage.inside()]).toEqual([0, [1, 2, 3, 4]]);
  });

  test('is not let in unless somebody approved it; what was approved holds whether they knock or not', async () => {
    const stage = await open({ requests: [] });
    const file = stage.path('plan.json');
    await stage.run('plan', '--out', file);
    expect(await readFile(file, 'utf8')).not.toContain('knock');
    await stage.knock(4);
    expect((await stage.run('apply')).code).toBe(exitCodes.incomplete);
    expect(stage.sent()).not.toContain(approve);
    expect([(await stage.run('apply', file)).code, stage.inside()]).toEqual([0, [1, 2, 3, 4]]);
    expect(stage.sent()).toContain(approve);
  });

  test.each([
    ['from a later day on', members(2, 3, `{ person: "+${pn(4)}", from: 2026-12-01 }`), ['asks-early']],
    ['no more', members(2, 3, `{ person: "+${pn(4)}", until: 2026-05-01 }`), ['asks']],
    ['under observe', `${members(2, 3, 4)}manage: observe\n`, ['observe']],
    ['not at all', members(2, 3), ['asks']],
  ])('is not let in where the file lists them %s', async (_, file, reasons) => {
    const stage = await open({ file });
    expect([toChanges(await stage.plan()), toReasons(await stage.plan())]).toEqual([[], reasons]);
    await stage.apply();
    expect([stage.sent(), stage.asking()]).toEqual([[], [4]]);
  });

  test('whoever was taken out under exact and asks the next day is told, never let in', async () => {
    const stage = await open({ file: members(2), requests: [] });
    expect([(await stage.apply()).code, stage.inside()]).toEqual([0, [1, 2]]);
    await stage.knock(3);
    expect([toChanges(await stage.plan()), toReasons(await stage.plan())]).toEqual([[], ['asks']]);
    expect([(await stage.apply()).code, stage.inside()]).toEqual([0, [1, 2]]);
  });
});

describe('requests are read', () => {
  test.each([
    ['once a plan, where the account can let somebody in', {}, 1],
    ['not where the file has no list of members', { file: `id: ${id}@g.us\nname: Choir\n` }, 0],
    ['nor where it lists admins alone', { file: `id: ${id}@g.us\nadmins: []\n` }, 0],
    ['not without approval', { group: { approval: false } }, 0],
  ])('%s', async (_, options, count) => {
    const stage = await open(options);
    const before = reads(stage);
    await stage.plan();
    expect(reads(stage) - before).toBe(count);
  });

  test.each<[string, Parameters<Stage['sandbox']['setFaults']>[0][number]]>([
    ['HTML', { path: '/group/participant-requests', status: 200, body: '<html>' }],
    ['a proxy', { path: '/group/participant-requests', status: 502, body: 'bad gateway' }],
    ['WhatsApp refuses', { tag: 'membership_approval_requests', code: 403 }],
    ['an old server', { path: '/group/participant-requests', status: 404, body: 'Not Found' }],
  ])('and where they cannot be, the group can, nobody is let in, and it is said: %s', async (_, fault) => {
    const stage = await open();
    stage.sandbox.setFaults([fault]);
    const plan = await stage.plan();
    expect([toChanges(plan), toReasons(plan)]).toEqual([['add 004'], ['requests-unread']]);
    const { out } = await stage.run('plan');
    expect(out).toContain('! who asks to join could not be read, so nobody is let in');
  });

  test('a limit ends the run, whatever it was that met it', async () => {
    const stage = await open();
    stage.sandbox.setFaults([{ tag: 'membership_approval_requests', code: 429 }]);
    await stage.apply();
    expect(stage.sent()).toEqual([]);
  });

  test('LIDs alone are looked up among those who are missing, and among nobody else', async () => {
    const stage = await open({ addressing: 'lid', file: members(2, 3, 4, 5), requests: [4, 9] });
    const plan = await stage.plan();
    expect([toChanges(plan), toReasons(plan)]).toEqual([['knock 004', 'add 005'], ['asks-hidden']]);
    const asked = stage.sandbox.requests().filter(({ path }) => path.startsWith('/user/info'));
    expect(asked.map(({ path }) => path.slice(-3))).toEqual(['004', '005']);
    await stage.plan();
    expect(stage.sandbox.requests().filter(({ path }) => path.startsWith('/user/info'))).toHaveLength(2);
  });
});

describe('what GOWA says of an approval is no proof', () => {
  const batch = { file: members(2, 3, 4, 5, 6), requests: [4, 5, 6] };

  test('an error, and it was done all the same: nobody is added for it', async () => {
    const stage = await open(batch);
    const plan = stage.path('plan.json');
    await stage.run('plan', '--out', plan);
    stage.sandbox.setFaults([{ tag: 'membership_requests_action', code: 500, times: 1, effect: true }]);
    const { code, report } = await stage.apply(plan);
    expect(stage.sent().filter((path) => path === '/group/participants')).toEqual([]);
    expect([code, toResults(report), stage.inside()]).toEqual([
      0,
      ['verified', 'verified', 'verified'],
      [1, 2, 3, 4, 5, 6],
    ]);
  });

  test.each([
    [
      'the answer is lost and it was done',
      { tag: 'membership_requests_action', do: 'disconnect', effect: true, times: 1 },
      0,
    ],
    ['the answer is lost and it was not done', { path: approve, do: 'close', times: 1 }, 0],
    ['the answer is no JSON', { path: approve, do: 'garbage', times: 1 }, 0],
    ['WhatsApp refuses once', { tag: 'membership_requests_action', code: 500, times: 1 }, 0],
    ['WhatsApp refuses for good', { tag: 'membership_requests_action', code: 400 }, exitCodes.failed],
    ['WhatsApp says it is enough', { tag: 'membership_requests_action', code: 429 }, exitCodes.incomplete],
  ] as const)('%s', async (_, fault, expected) => {
    const stage = await open(batch);
    stage.sandbox.setFaults([fault]);
    const { code, report } = await stage.apply();
    expect(code).toBe(expected);
    expect(
      stage.sent().filter((path) => path === '/group/participants'),
      'nobody is added instead',
    ).toEqual([]);
    expect(stage.inside()).toEqual(expected === 0 ? [1, 2, 3, 4, 5, 6] : [1, 2, 3]);
    expect(new Set(toResults(report).map((result) => result === 'verified'))).toEqual(
      new Set([expected === 0]),
    );
  });

  test('they take it back in between: not added instead, neither now nor the next moment', async () => {
    // Listed when the memory began, by the plan, and before the request; not after it.
    const stage = await open({ request: { withdrawn_after: 3 } });
    const { code, report, out } = await stage.apply();
    expect([code, toResults(report), stage.sent()]).toEqual([
      exitCodes.incomplete,
      ['skipped asks-no-more'],
      [approve],
    ]);
    expect(out).toContain('they do not ask to join any more');
    expect(toReasons(await stage.plan())).toEqual(['not-let-in']);
    await stage.clock.sleep(60_000);
    await stage.knock(4);
    expect([(await stage.apply()).code, stage.inside()]).toEqual([0, [1, 2, 3, 4]]);
  });

  test('they take it back before it comes to that: not added instead either', async () => {
    const stage = await open({ request: { withdrawn_after: 2 } });
    const { code, report } = await stage.apply();
    expect([code, toResults(report), stage.sent()]).toEqual([
      exitCodes.incomplete,
      ['skipped asks-no-more'],
      [],
    ]);
    // Nothing was asked of anybody: whoever belongs here is added by the next plan.
    expect(toChanges(await stage.plan())).toEqual(['add 004']);
  });

  test('the group is full, whatever Rollcall counts: they ask still', async () => {
    const stage = await open({ group: { capacity: 3 } });
    const { code, report, out } = await stage.apply();
    expect([code, toResults(report), stage.asking()]).toEqual([
      exitCodes.failed,
      ['not-verified not-let-in'],
      [4],
    ]);
    expect(out).toContain("WhatsApp's 419");
    expect(toReasons(await stage.plan())).toEqual(['not-let-in']);
  });

  test('one of them is not on WhatsApp any more: the others are let in', async () => {
    const stage = await open({ ...batch, people: [{ pn: pn(5), registered: false }] });
    const { code, report } = await stage.apply();
    expect([code, toResults(report), stage.inside()]).toEqual([
      exitCodes.failed,
      ['verified', 'failed not-on-whatsapp', 'verified'],
      [1, 2, 3, 4, 6],
    ]);
    // It costs look-ups once, not with every run.
    expect(toReasons(await stage.plan())).toContain('not-let-in');
  });
});

describe('reports', () => {
  /** Strangers who call themselves what Rollcall would say. */
  const hostile = [
    '”) joins.\n+ ana joins',
    '::error::x',
    '<b>approved</b> | [x](https://example.org)',
    '\u202eRollcall',
  ];

  async function tell(language: string, count: number) {
    const strangers = Array.from({ length: count }, (_, index) => 100 + index);
    const stage = await open({
      policy: `language: ${language}\n`,
      file: members(2, 3, 4, 5),
      requests: [4, 5, ...strangers],
      people: strangers.map((n) => ({ pn: pn(n) })),
      contacts: strangers.map((n, index) => ({
        pn: pn(n),
        push_name: hostile[index % hostile.length] ?? '',
      })),
    });
    const page = stage.path('page.html');
    const { out } = await stage.run('plan', '--markdown', stage.path('plan.md'), '--html', page);
    const done = await stage.run('apply', '--yes', '--markdown', stage.path('done.md'));
    const read = (name: string) => readFile(stage.path(name), 'utf8');
    return {
      out,
      done: done.out,
      html: await read('page.html'),
      plan: await read('plan.md'),
      report: await read('done.md'),
    };
  }

  test.each([
    ['en', 'asked to join and are let in', 'asked to join and were let in', '300 people'],
    ['id', 'meminta bergabung dan diterima', 'meminta bergabung dan sudah diterima', '300 orang'],
    ['pt-BR', 'que pediram para entrar', 'que pediram para entrar', '300 pessoas'],
  ])(
    'of hundreds who ask are short, and nobody speaks in them but Rollcall: %s',
    async (language, due, done, crowd) => {
      const { out, html, plan, report, done: told } = await tell(language, 300);
      expect([plan.includes(due), report.includes(done), html.includes(due)]).toEqual([true, true, true]);
      expect([out.includes(crowd), told.includes(crowd), out.includes('(“~')]).toEqual([true, true, true]);
      expect(out.split('\n').length).toBeLessThan(60);
      const lines = [out, told, html, plan, report].flatMap((text) => text.split('\n'));
      expect(lines.filter((line) => /447700900|^\s*\+ ana|\u202e|^\s*::error/.test(line))).toEqual([]);
      for (const text of [html, plan, report]) expect(text).not.toMatch(/<b>approved|\]\(https:\/\/example/);
    },
  );
});
