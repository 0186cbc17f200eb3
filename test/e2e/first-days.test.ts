import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { DatedStage } from '../support/dated-stage.ts';
import { datedPolicy, number, openDatedStage } from '../support/dated-stage.ts';
import { createRepository } from '../support/repository.ts';

const stages: DatedStage[] = [];

async function open(files: Readonly<Record<string, string>> = {}): Promise<DatedStage> {
  const stage = await openDatedStage(files);
  stages.push(stage);
  return stage;
}

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

const everybody = Array.from({ length: 13 }, (_, index) => String(index + 1));
const from = (n: number, day: string, more = '') => `{ person: "+${number(n)}", from: ${day}${more} }`;
/** Somebody new behind the last place. */
const more = (...entries: string[]) => entries.map((entry) => `  - ${entry}\n`).join('');

describe('a first day', () => {
  test('is approved by a plan, and kept until it comes: not before, and by the daily apply', async () => {
    const stage = await open();
    await stage.choir({}, more(from(40, '2026-06-10', ', until: 2026-06-12')));
    const { document, out, code } = await stage.plan('plan.json');
    expect(code).toBe(exitCodes.ok);
    expect(document.groups[0]?.scheduled).toMatchObject([
      { on: '2026-06-10', action: 'add', refused: false, approved: false },
      { on: '2026-06-13', action: 'remove', refused: false, approved: false },
    ]);
    expect(out).toMatch(/joins +on 2026-06-10/);
    expect((await stage.apply(stage.path('plan.json'))).code).toBe(exitCodes.ok);
    expect(stage.members()).toEqual(everybody);
    await stage.goTo('2026-06-09');
    expect((await stage.apply()).code).toBe(exitCodes.ok);
    expect(stage.members()).toEqual(everybody);
    await stage.goTo('2026-06-10');
    const due = await stage.plan('due.json');
    expect(due.document.groups[0]?.changes[0]?.id).toBe(document.groups[0]?.scheduled[0]?.id);
    const done = await stage.apply();
    expect([done.code, done.out]).toEqual([exitCodes.ok, expect.stringContaining('1 of 1 verified')]);
    expect(stage.members()).toEqual([...everybody, '40']);
    await stage.goTo('2026-06-12');
    await stage.apply();
    expect(stage.members()).toContain('40');
    await stage.goTo('2026-06-13');
    expect((await stage.apply()).code).toBe(exitCodes.ok);
    expect(stage.members()).toEqual(everybody);
  });

  test('approves nothing by itself', async () => {
    const stage = await open();
    await stage.choir({}, more(from(40, '2026-06-10')));
    await stage.apply();
    await stage.goTo('2026-06-10');
    const { code, out } = await stage.apply();
    expect([code, out]).toEqual([exitCodes.incomplete, expect.stringMatching(/nobody approved it/)]);
    expect(stage.members()).toEqual(everybody);
  });

  test.each([
    ['moved', more(from(40, '2026-06-09'))],
    ['taken out', ''],
    ['for good', more(`"+${number(40)}"`)],
  ])('%s after it was approved is another thing', async (_, entries) => {
    const stage = await open();
    await stage.choir({}, more(from(40, '2026-06-10')));
    await stage.plan('plan.json');
    await stage.apply(stage.path('plan.json'));
    await stage.choir({}, entries);
    await stage.apply();
    await stage.choir({}, more(from(40, '2026-06-10')));
    await stage.goTo('2026-06-20');
    expect((await stage.apply()).code).toBe(exitCodes.incomplete);
    expect(stage.members()).toEqual(everybody);
  });

  test('of an admin is a promotion of that day', async () => {
    const stage = await open();
    await stage.choir({}, `admins:\n  - ${from(5, '2026-06-10')}\n`);
    await stage.plan('plan.json');
    await stage.apply(stage.path('plan.json'));
    expect(stage.members()).toContain('5');
    await stage.goTo('2026-06-10');
    expect((await stage.apply()).code).toBe(exitCodes.ok);
    expect(stage.members()).toContain('5*');
  });

  test('takes nothing from whoever is there before it', async () => {
    const stage = await open();
    await stage.choir({ 5: from(5, '2026-06-10') });
    const { out, document } = await stage.plan('plan.json');
    expect(document.groups[0]).toMatchObject({
      changes: [],
      leftAlone: [{ reason: 'early', needsHuman: false }],
    });
    expect(out).toContain('the file says from: a later day');
    expect((await stage.apply('--yes')).code).toBe(exitCodes.ok);
    await stage.goTo('2026-06-11');
    expect((await stage.apply('--yes')).code).toBe(exitCodes.ok);
    expect(stage.members()).toEqual(everybody);
  });
});

describe('limits judge the day as they judge today', () => {
  const limited = `${datedPolicy}limits: { adds: { group: 2, run: 2 } }\n`;

  test('what is too much for it is not approved', async () => {
    const stage = await open({ '_policy.yaml': limited });
    await stage.choir({}, more(...[40, 21, 22].map((n) => from(n, '2026-06-10'))));
    const { code, document } = await stage.plan('plan.json');
    expect(code).toBe(exitCodes.refused);
    expect(document.groups[0]?.scheduled.map(({ refused }) => refused)).toEqual([true, true, true]);
    await stage.apply(stage.path('plan.json'));
    await stage.goTo('2026-06-10');
    await stage.apply();
    expect(stage.members()).toEqual(everybody);
  });

  test('two days are judged apart, and with whom today adds', async () => {
    const stage = await open({ '_policy.yaml': limited });
    await stage.choir({}, more(from(40, '2026-06-10'), from(21, '2026-06-10'), from(22, '2026-06-11')));
    expect((await stage.plan('plan.json')).code).toBe(exitCodes.ok);
    await stage.choir({}, more(from(40, '2026-06-10'), from(21, '2026-06-10'), `"+${number(22)}"`));
    const { document } = await stage.plan('more.json');
    expect(document.groups[0]?.scheduled.map(({ refused }) => refused)).toEqual([true, true]);
  });

  test('what the pull request loosens counts for its dates no more than for today', async () => {
    const stage = await open({ '_policy.yaml': limited });
    const repository = await createRepository(stage.folder);
    await stage.write('.gitignore', '.rollcall\n*.json\n');
    await repository.commit();
    await stage.write('groups/_policy.yaml', datedPolicy);
    await stage.choir({}, more(...[40, 21, 22].map((n) => from(n, '2026-06-10'))));
    const { code, document } = await stage.plan('plan.json', '--base', 'main');
    expect(code).toBe(exitCodes.refused);
    expect(document.groups[0]?.scheduled.every(({ refused }) => refused)).toBe(true);
  });
});

test('without a memory a first day waits for a plan of it', async () => {
  const stage = await open();
  await stage.choir({}, more(from(40, '2026-06-10')));
  const early = await stage.run('plan');
  expect(early.out).toContain('on 2026-06-10');
  await stage.goTo('2026-06-10');
  await stage.run('plan', '--out', stage.path('due.json'));
  expect((await stage.run('apply', stage.path('due.json'))).code).toBe(exitCodes.ok);
  expect(stage.members()).toContain('40');
});
