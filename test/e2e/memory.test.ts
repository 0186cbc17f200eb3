import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { planDocument } from '../support/schemas/plan-schema.ts';
import type { Run, Stage, StageOptions } from '../support/stage.ts';
import { createTestClock, openStage } from '../support/stage.ts';

const day = 86_400_000;
const altos = '120363000000000001@g.us';
const stages: Stage[] = [];

interface MemoryStage extends Stage {
  readonly clock: ReturnType<typeof createTestClock>;
  apply(...argv: string[]): Promise<Run>;
  plan(...argv: string[]): Promise<Run>;
  post(path: string, json: unknown): Promise<void>;
  /** Participants of all add requests so far. */
  added(): string[];
}

/** A stage whose runs share a clock and a memory, a day after that memory was started. */
async function open(
  files: Readonly<Record<string, string>> = {},
  options: Partial<StageOptions> = {},
): Promise<MemoryStage> {
  const clock = createTestClock();
  const stage = await openStage({
    files: { ...choirFiles, ...files },
    world: choirWorld(),
    clock,
    ...options,
  });
  stages.push(stage);
  const state = ['--state', stage.path('.rollcall')];
  const post = async (path: string, json: unknown) => {
    const headers = { 'content-type': 'application/json' };
    await fetch(`${stage.sandbox.url}${path}`, { method: 'POST', headers, body: JSON.stringify(json) });
  };
  // Nothing is approved by it, so nothing happens but that the memory begins.
  await stage.run('apply', ...state, '--new-journal');
  await clock.sleep(day);
  return {
    ...stage,
    clock,
    apply: (...argv) => stage.run('apply', ...state, ...argv),
    plan: (...argv) => stage.run('plan', ...state, ...argv),
    post,
    added: () =>
      stage.sandbox
        .requests()
        .filter(({ method, path }) => method === 'POST' && path === '/group/participants')
        .flatMap(({ body }) => (body as { participants: string[] }).participants),
  };
}

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

const remove = (...participants: string[]) => ({ group_id: altos, participants });

describe('a memory that should be there and is not', () => {
  test('people are left alone, the rest is done, exit 3, and what to do is said', async () => {
    const stage = await openStage({ files: choirFiles, world: choirWorld() });
    stages.push(stage);
    const { code, out } = await stage.run('apply', '--yes', '--state', stage.path('.rollcall'));
    expect(code).toBe(exitCodes.incomplete);
    expect(out).toContain('There is no memory yet');
    expect(out).toContain('apply --new-journal');
    expect(out).toContain('3 of 3 verified');
    expect(stage.writes().filter((write) => write.includes('participants'))).toEqual([]);
  });

  test('a new one: still nobody, for the adds and look-ups of the day count as spent', async () => {
    const clock = createTestClock();
    const stage = await openStage({ files: choirFiles, world: choirWorld(), clock, isUnmarked: true });
    stages.push(stage);
    const state = ['--state', stage.path('.rollcall')];
    const first = await stage.run('apply', '--yes', '--pace', '--new-journal', ...state);
    expect(first.code).toBe(exitCodes.incomplete);
    expect(first.out).toContain('Run again after 2026-06-02 13:00 (Europe/London)');
    expect(stage.writes().filter((write) => write.includes('participants'))).toEqual([]);
  });

  test('another run at work with the same memory: run again later', async () => {
    const stage = await open();
    const lock = { pid: process.ppid, host: hostname(), token: 'x' };
    await stage.write(
      '.rollcall/lock',
      JSON.stringify({ ...lock, at: new Date(stage.clock.now()).toISOString() }),
    );
    const { code, err } = await stage.apply('--yes');
    expect(code).toBe(exitCodes.incomplete);
    expect(err).toContain('Another run is at work');
    expect(stage.writes()).toEqual([]);
    expect((await stage.plan()).code).toBe(exitCodes.ok);
  });
});

test('a group that fails does not stop the others; what needs something that failed is skipped', async () => {
  const stage = await open();
  stage.sandbox.setFaults([{ xmlns: 'w:g2', tag: 'promote', code: 403, text: 'forbidden' }]);
  const path = stage.path('report.json');
  const { code, out } = await stage.apply('--yes', '--report', path);
  expect(code).toBe(exitCodes.failed);
  expect(out).toMatch(/failed .*ana .*becomes an admin/);
  expect(out).toMatch(/skipped .*Budi Santoso" .*is no longer an admin .*what it needs first did not happen/);
  expect(stage.sandbox.world().groups.map(({ subject }) => subject)).toEqual(['Altos', 'Basses']);
  const report: unknown = JSON.parse(await readFile(path, 'utf8'));
  expect(report).toMatchObject({
    run: { results: { verified: 5, failed: 1, skipped: 1 } },
    next: `rollcall apply --yes --groups ${stage.path('groups')} --state ${stage.path('.rollcall')}`,
  });
  const { groups } = planDocument.parse(report);
  const outcomes = groups.flatMap(({ changes }) => changes.map(({ outcome }) => outcome));
  expect(outcomes.filter((outcome) => outcome?.result !== 'verified')).toEqual([
    { result: 'failed', cause: 'rejected', text: expect.stringContaining("WhatsApp's 403") },
    { result: 'skipped', cause: 'needs', text: 'what it needs first did not happen' },
  ]);
});

describe('who left stays out', () => {
  test('left alone with the date; `readd` puts them back once', async () => {
    const stage = await open();
    expect((await stage.apply('--yes')).code).toBe(exitCodes.ok);
    await stage.post('/group/participants/remove', remove('447700900004'));
    await stage.clock.sleep(40 * day);
    const left = await stage.apply('--yes');
    expect(left.out).toMatch(/was here on 2026-06-02 and has left since/);
    expect(stage.added()).toEqual(['447700900004']);

    const back = choirFiles['altos.yaml'].replace('citra]', '{ person: citra, readd: 2026-12-31 }]');
    await stage.write('groups/altos.yaml', back);
    expect((await stage.plan()).out).toContain('put back once');
    expect((await stage.apply('--yes')).code).toBe(exitCodes.ok);
    expect(stage.added()).toEqual(['447700900004', '447700900004']);

    await stage.post('/group/participants/remove', remove('447700900004'));
    expect((await stage.apply('--yes')).out).toContain('has left since');
    expect(stage.added()).toHaveLength(2);
  });

  test('whom Rollcall took out may come back', async () => {
    const stage = await open();
    await stage.apply('--yes');
    await stage.write('groups/altos.yaml', choirFiles['altos.yaml'].replace(', citra', ''));
    expect((await stage.apply('--yes')).out).toContain('1 of 1 verified');
    await stage.write('groups/altos.yaml', choirFiles['altos.yaml']);
    expect((await stage.apply('--yes')).out).toContain('1 of 1 verified');
  });
});

test('who declined is asked again after 30 days', async () => {
  const world = choirWorld();
  const people = [{ pn: '447700900004', privacy: 'invite' as const }];
  const stage = await open({}, { world: { ...world, people } });
  const first = await stage.apply('--yes');
  expect(first.code).toBe(exitCodes.incomplete);
  expect(first.out).toContain('declined');
  expect(first.out).not.toContain('Next:');
  await stage.clock.sleep(29 * day);
  expect((await stage.apply('--yes')).out).toContain('declined or was invited on 2026-06-02');
  expect(stage.added()).toHaveLength(1);
  await stage.clock.sleep(2 * day);
  await stage.apply('--yes');
  expect(stage.added()).toHaveLength(2);
});

test('who declined is not asked again by the run after one that was killed before its verdict', async () => {
  const people = [{ pn: '447700900004', privacy: 'invite' as const }];
  const stage = await open({}, { world: { ...choirWorld(), people } });
  await stage.apply('--yes');
  const journal = stage.path('.rollcall/journal.jsonl');
  const lines = (await readFile(journal, 'utf8')).split('\n');
  const asked = lines.findIndex((line) => line.includes('"adds":1,'));
  const answered = lines.findIndex((line, at) => at > asked && line.includes('"type":"answer"'));
  expect(asked).toBeGreaterThan(0);
  await writeFile(journal, `${lines.slice(0, answered + 1).join('\n')}\n`);
  // A run that ends well puts the journal's length beside it.
  await rm(stage.path('.rollcall/journal.head'));
  await stage.clock.sleep(day);
  expect((await stage.apply('--yes')).out).toContain('declined or was invited on 2026-06-02');
  expect(stage.added()).toHaveLength(1);
});

test('on a terminal whoever declined can be sent the invite link; nowhere else is it shown', async () => {
  const world = { ...choirWorld(), people: [{ pn: '447700900004', privacy: 'invite' as const }] };
  const terminal = await open({}, { world, terminal: { isInteractive: true } });
  expect((await terminal.apply('--yes')).out).toMatch(
    /Invite link of altos\.yaml: https:\/\/chat\.whatsapp\.com\/\w+/,
  );
  const log = await open({}, { world });
  expect((await log.apply('--yes')).out).not.toContain('chat.whatsapp.com');
});

const withAdds = (adds: number) => `${choirFiles['_policy.yaml']}pace: { adds: ${adds}/day }\n`;

test('on a first run there is no memory yet, and nothing says that one was lost', async () => {
  const stage = await open();
  const state = ['--state', stage.path('fresh')];
  const { out } = await stage.run('plan', ...state, '--markdown', stage.path('report.md'));
  expect(out).toContain(
    'There is no memory yet, so nobody is touched: rollcall apply --new-journal starts one.',
  );
  const again = await stage.run('plan', ...state);
  const applied = await stage.run('apply', '--yes', ...state);
  const report = await readFile(stage.path('report.md'), 'utf8');
  expect(report).toContain('There is no record of earlier runs yet');
  for (const text of [out, again.out, applied.out, report])
    expect(text).not.toMatch(/damaged|missing or|ut .* back/);
  expect((await stage.run('status', ...state)).out).toContain('none yet: rollcall apply --new-journal');
  expect(stage.added()).toEqual([]);
});

describe('pace', () => {
  const slow = {
    '_policy.yaml': `${choirFiles['_policy.yaml']}pace: { adds: 1/day, lookups: 400/day, pause: 3s-8s, after-add: 20s-60s, reads: 300ms-900ms }\n`,
    'basses.yaml': choirFiles['basses.yaml'].replace('dewi]', 'dewi, ana]'),
  };

  test('is remembered across runs: spent today, said when, gone on tomorrow', async () => {
    const stage = await open(slow);
    const first = await stage.apply('--yes', '--pace');
    expect(first.code).toBe(exitCodes.incomplete);
    expect(first.out).toContain('The adds or look-ups of 24 hours are spent.');
    expect(first.out).toMatch(/Run again after 2026-06-03 13:0\d \(Europe\/London\)/);
    expect(stage.added()).toEqual(['447700900004']);
    const second = await stage.apply('--yes', '--pace');
    expect(second.code).toBe(exitCodes.incomplete);
    expect(stage.added()).toHaveLength(1);
    const status = await stage.run('status', '--state', stage.path('.rollcall'));
    expect(status.out).toContain('0 adds and');
    await stage.clock.sleep(day);
    expect((await stage.apply('--yes', '--pace')).code).toBe(exitCodes.ok);
    expect(stage.added()).toEqual(['447700900004', '447700900002']);
  });

  const allows = 'The policy allows a faster pace than before.';
  /** Three people to add. */
  const manyToAdd = {
    '_policy.yaml': withAdds(1),
    'basses.yaml': choirFiles['basses.yaml'].replace('dewi]', 'dewi, ana, citra]'),
  };

  test('made faster counts a day after an apply first saw it: not for the pull request that brings it', async () => {
    const stage = await open(manyToAdd);
    await stage.write('groups/_policy.yaml', withAdds(999));
    const plan = stage.path('plan.json');
    expect((await stage.plan('--out', plan)).out).toContain(allows);
    expect((await stage.apply(plan, '--pace')).out).toContain(allows);
    expect(stage.added()).toHaveLength(1);
    const report = stage.path('report.md');
    for (let hours = 0; hours < 24; hours += 8) {
      const { out, code } = await stage.apply('--pace', '--markdown', report);
      expect(out).toContain(allows);
      expect(code).toBe(exitCodes.incomplete);
      await stage.clock.sleep(day / 3);
    }
    expect(await readFile(report, 'utf8')).toContain('allows a faster pace by now');
    expect(stage.added()).toHaveLength(1);
    const { out, code } = await stage.apply('--pace');
    expect(out).not.toContain(allows);
    expect(code).toBe(exitCodes.ok);
    expect(stage.added()).toHaveLength(3);
  });

  test('made slower counts at once, and made faster again waits again', async () => {
    const stage = await open({ ...manyToAdd, '_policy.yaml': withAdds(2) });
    await stage.write('groups/_policy.yaml', withAdds(1));
    const slow = await stage.apply('--yes', '--pace');
    expect(slow.out).not.toContain(allows);
    expect(stage.added()).toHaveLength(1);
    await stage.write('groups/_policy.yaml', withAdds(999));
    expect((await stage.apply('--yes', '--pace')).out).toContain(allows);
    expect(stage.added()).toHaveLength(1);
  });

  test('a plan alone starts no day: whoever only asks does not make the pace faster', async () => {
    const stage = await open(manyToAdd);
    await stage.write('groups/_policy.yaml', withAdds(999));
    await stage.plan();
    await stage.clock.sleep(2 * day);
    expect((await stage.plan()).out).toContain(allows);
    await stage.apply('--yes', '--pace');
    expect(stage.added()).toHaveLength(1);
  });

  test('a new memory takes the slower one from the plan file', async () => {
    const stage = await openStage({ files: manyToAdd, world: choirWorld(), clock: createTestClock() });
    stages.push(stage as MemoryStage);
    await stage.write('groups/_people.yaml', choirFiles['_people.yaml']);
    await stage.write('groups/altos.yaml', choirFiles['altos.yaml']);
    const [plan, state] = [stage.path('plan.json'), ['--state', stage.path('.rollcall')]];
    await stage.run('plan', ...state, '--out', plan);
    await stage.write('groups/_policy.yaml', withAdds(999));
    await stage.run('apply', plan, ...state, '--pace', '--new-journal');
    expect((await stage.run('apply', ...state, '--pace')).out).toContain(allows);
  });

  test('pauses after every write, longer after adds', async () => {
    const stage = await open(slow);
    const before = stage.clock.now();
    await stage.apply('--yes', '--pace', '--target', 'altos.yaml');
    // One person added: 40 s; promote, name, topic, demote, remove: 5.5 s each; a reading now and then.
    const paused = stage.clock.now() - before;
    expect(paused).toBeGreaterThanOrEqual(40_000 + 5 * 5_500);
    expect(paused).toBeLessThan(40_000 + 5 * 5_500 + 10_000);
  });
});

test('after a rate limit the next run sends nothing for an hour, and then goes on', async () => {
  const stage = await open();
  stage.sandbox.setFaults([{ xmlns: 'w:g2', tag: 'add', code: 429, text: 'rate-overlimit' }]);
  const first = await stage.apply('--yes');
  expect(first.code).toBe(exitCodes.incomplete);
  expect(first.out).toContain('Run again after 2026-06-02 14:00 (Europe/London)');
  expect(first.out).toContain('\nNext, after 2026-06-02 14:00 (Europe/London): rollcall apply --yes');
  stage.sandbox.setFaults([]);
  const sent = stage.writes().length;
  const second = await stage.apply('--yes');
  expect(second.code).toBe(exitCodes.incomplete);
  expect(second.out).toContain('Run again after 2026-06-02 14:00 (Europe/London)');
  expect(stage.writes()).toHaveLength(sent);
  await stage.clock.sleep(3_600_000);
  expect((await stage.apply('--yes')).code).toBe(exitCodes.ok);
});

describe('approvals', () => {
  test('of a plan file stay until they are carried out: a run without one goes on', async () => {
    const stage = await open();
    await stage.plan('--out', stage.path('plan.json'));
    stage.sandbox.setFaults([{ xmlns: 'w:g2', tag: 'subject', code: 500, times: 2 }]);
    expect((await stage.apply(stage.path('plan.json'))).code).toBe(exitCodes.failed);
    expect((await stage.run('status', '--state', stage.path('.rollcall'))).out).toContain(
      '2 approved changes not done yet',
    );
    const second = await stage.apply();
    expect(second.out).toContain('2 of 2 verified');
    expect(second.code).toBe(exitCodes.ok);
    expect((await stage.apply()).out).toContain('nothing was due and approved');
  });

  test('end when a complete reading shows that they are not due', async () => {
    const stage = await open();
    await stage.plan('--out', stage.path('plan.json'));
    await stage.post('/group/name', { group_id: altos, name: 'Altos' });
    await stage.apply(stage.path('plan.json'));
    await stage.post('/group/name', { group_id: altos, name: 'Altoz' });
    const again = await stage.apply();
    expect(again.code).toBe(exitCodes.incomplete);
    expect(again.out).toContain('not approved');
  });

  test('are forgotten after 60 days', async () => {
    const stage = await open();
    await stage.plan('--out', stage.path('plan.json'));
    stage.sandbox.setFaults([{ xmlns: 'w:g2', tag: 'subject', code: 500, times: 2 }]);
    await stage.apply(stage.path('plan.json'));
    await stage.clock.sleep(60 * day);
    expect((await stage.apply()).out).toContain('nothing was due and approved');
  });

  test('are none of what came later', async () => {
    const stage = await open();
    await stage.plan('--out', stage.path('plan.json'));
    await stage.apply(stage.path('plan.json'));
    await stage.write('groups/basses.yaml', choirFiles['basses.yaml'].replace('[budi, dewi]', '[dewi]'));
    const { code, out } = await stage.apply();
    expect(out).toContain('not approved');
    expect(code).toBe(exitCodes.incomplete);
  });
});

test('an allowance is used up by what was verified', async () => {
  const limits = 'limits:\n  removals: { group: 0%, floor: 0, run: 0 }\n';
  const allow = 'allow: { removals: 1, until: 2026-08-01, reason: class split }\n';
  const stage = await open({
    '_policy.yaml': choirFiles['_policy.yaml'] + limits,
    'altos.yaml': choirFiles['altos.yaml'] + allow,
  });
  expect((await stage.apply('--yes')).code).toBe(exitCodes.ok);
  await stage.post('/group/participants', remove('447700900005'));
  const { code } = await stage.apply('--yes');
  expect(code).toBe(exitCodes.refused);
});

test("a run's limit counts 24 hours", async () => {
  const limits = 'limits:\n  removals: { group: 10%, floor: 3, run: 1 }\n';
  const stage = await open({ '_policy.yaml': choirFiles['_policy.yaml'] + limits });
  expect((await stage.apply('--yes')).code).toBe(exitCodes.ok);
  await stage.write('groups/basses.yaml', choirFiles['basses.yaml'].replace('[budi, dewi]', '[dewi]'));
  expect((await stage.apply('--yes')).code).toBe(exitCodes.refused);
  await stage.clock.sleep(day);
  expect((await stage.apply('--yes')).code).toBe(exitCodes.ok);
});

test('the report says at the end what the text says, without a number', async () => {
  const stage = await open();
  const path = stage.path('report.json');
  await stage.apply('--yes', '--report', path);
  const text = await readFile(path, 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    kind: 'apply',
    run: { results: { verified: 7 }, interrupted: false },
  });
  expect(text).not.toMatch(/4477009/);
});

test('no memory: said where it matters', async () => {
  const stage = await open();
  expect((await stage.run('status')).out).toContain('none is kept');
  expect((await stage.run('plan')).out).toContain('no memory across runs');
});
