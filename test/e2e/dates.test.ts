import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { DatedStage } from '../support/dated-stage.ts';
import { choirFile, datedPolicy, number, openDatedStage, until } from '../support/dated-stage.ts';
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
const without = (...gone: number[]) => everybody.filter((one) => !gone.includes(Number(one)));

/** The places from 3 on, so many of them, each with this entry. */
function many(count: number, toEntry: (n: number) => string): Record<number, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [index + 3, toEntry(index + 3)]));
}

/** A list of admins with one of them, whose role may end. */
const admins = (end: string) => `admins:\n  - { person: "+${number(5)}"${end} }\n`;

describe('a date that no plan has shown takes nobody out', () => {
  test.each([
    ['of the day before', '2026-06-01', '2026-06-02'],
    ['of long ago, before anybody was seen', '2026-01-01', '2026-06-02'],
    ['of the day itself', '2026-06-02', '2026-06-03'],
    ['to come', '2026-06-20', '2026-06-21'],
  ])('%s', async (_, last, dueOn) => {
    const stage = await open();
    await stage.choir(many(2, (n) => until(n, last)));
    await stage.apply();
    await stage.goTo(dueOn);
    const { code, out } = await stage.apply();
    expect(code).toBe(exitCodes.incomplete);
    expect(out).toMatch(/nobody approved it/);
    expect(stage.members()).toEqual(everybody);
  });

  test('of a team that ends, and of an admin', async () => {
    const people =
      'people:\n  ana: "+447700900003"\nteams:\n  tour: ["+447700900004", { person: ana, until: 2026-06-02 }]\n';
    const stage = await open({ '_people.yaml': people.replace(', until: 2026-06-02', '') });
    await stage.choir({ 3: 'team:tour', 4: '' }, admins(''));
    await stage.apply('--yes');
    expect(stage.members()).toContain('5*');
    await stage.write('groups/_people.yaml', people);
    await stage.choir({ 3: 'team:tour', 4: '' }, admins(', until: 2026-06-02'));
    await stage.apply();
    await stage.goTo('2026-06-03');
    const { code, report } = await stage.apply();
    expect(code).toBe(exitCodes.incomplete);
    expect(report.run?.notApproved).toBe(2);
    expect(stage.members()).toContain('5*');
    expect(stage.members()).toContain('3');
  });
});

describe('a plan shows what dates will bring, and approves it', () => {
  test('carried out on its day by the daily apply, the day after the last', async () => {
    const stage = await open();
    await stage.choir({ 3: until(3, '2026-06-10') });
    const { document, out, code } = await stage.plan('plan.json');
    expect(code).toBe(exitCodes.ok);
    expect(document.groups[0]?.scheduled).toMatchObject([
      { on: '2026-06-11', action: 'remove', refused: false, approved: false },
    ]);
    expect(out).toMatch(/Coming dates\n.*leaves\s+on 2026-06-11/);
    expect((await stage.apply(stage.path('plan.json'))).code).toBe(exitCodes.ok);
    await stage.goTo('2026-06-10');
    expect((await stage.apply()).code).toBe(exitCodes.ok);
    expect(stage.members()).toEqual(everybody);
    await stage.goTo('2026-06-11');
    const done = await stage.apply();
    expect(done.code).toBe(exitCodes.ok);
    expect(done.out).toContain('1 of 1 verified');
    expect(stage.members()).toEqual(without(3));
  });

  test('a year later too, and once only: whoever comes back is not taken out again', async () => {
    const stage = await open();
    await stage.choir({ 3: until(3, '2027-06-10') });
    await stage.plan('plan.json');
    await stage.apply(stage.path('plan.json'));
    await stage.goTo('2027-06-11');
    await stage.apply();
    expect(stage.members()).toEqual(without(3));
    await fetch(`${stage.sandbox.url}/group/participants`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ group_id: '120363000000000001@g.us', participants: [number(3)] }),
    });
    const again = await stage.apply();
    expect(again.code).toBe(exitCodes.incomplete);
    expect(again.out).toMatch(/nobody approved it/);
    expect(stage.members()).toContain('3');
  });

  test('without a memory a date waits for a plan of its day', async () => {
    const stage = await open();
    await stage.choir({ 3: until(3, '2026-06-10') });
    await stage.plan('early.json');
    await stage.goTo('2026-06-11');
    const due = await stage.run('plan', '--out', stage.path('due.json'));
    expect(due.out).toContain('1 to leave');
    expect((await stage.run('apply', stage.path('due.json'))).code).toBe(exitCodes.ok);
    expect(stage.members()).toEqual(without(3));
  });

  test('the id of the day is the one that the plan showed', async () => {
    const stage = await open();
    await stage.choir({ 3: until(3, '2026-06-10') });
    const { document } = await stage.plan('plan.json');
    await stage.goTo('2026-06-11');
    const due = await stage.plan('due.json');
    expect(due.document.groups[0]?.changes[0]?.id).toBe(document.groups[0]?.scheduled[0]?.id);
  });

  test('later plans say what is approved already, and no more', async () => {
    const stage = await open();
    await stage.choir({ 3: until(3, '2026-06-10') });
    const first = await stage.plan('plan.json', '--markdown', stage.path('plan.md'));
    expect(first.out).toContain('1 on coming days');
    await stage.apply(stage.path('plan.json'));
    const second = await stage.plan('again.json');
    expect(second.document.groups[0]?.scheduled[0]?.approved).toBe(true);
    expect(second.out).toContain('Coming dates, approved already');
    expect(second.out).not.toContain('on coming days');
  });
});

describe('what is not approved although it stands in the plan', () => {
  test.each([
    ['with the day itself', many(5, (n) => until(n, '2026-06-02')), '2026-06-03'],
    ['with a day to come', many(5, (n) => until(n, '2026-06-20')), '2026-06-21'],
    [
      'together with whom the file does not list',
      { ...many(2, (n) => until(n, '2026-06-20')), 5: '', 6: '' },
      '2026-06-21',
    ],
  ])('past a limit: %s', async (_, entries, dueOn) => {
    const stage = await open();
    await stage.choir(entries);
    const { code, document } = await stage.plan('plan.json');
    expect(code).toBe(exitCodes.refused);
    const coming = document.groups[0]?.scheduled ?? [];
    expect(coming.every(({ refused }) => refused)).toBe(true);
    await stage.apply(stage.path('plan.json'));
    await stage.goTo(dueOn);
    await stage.apply();
    const dated = Object.entries(entries).filter(([, entry]) => entry !== '');
    expect(stage.members()).toEqual(expect.arrayContaining(dated.map(([n]) => n)));
  });

  test('one day in one group and the next are judged apart; what the limit lets through is approved', async () => {
    const stage = await open();
    await stage.choir({
      ...many(3, (n) => until(n, '2026-06-10')),
      ...Object.fromEntries([6, 7, 8].map((n) => [n, until(n, '2026-06-11')])),
    });
    const { code } = await stage.plan('plan.json');
    expect(code).toBe(exitCodes.ok);
  });

  test('protected people, limits and modes that the same pull request loosens', async () => {
    const files = {
      '_policy.yaml': `${datedPolicy}protected: ["+${number(3)}"]\n`,
      '_people.yaml': 'people: {}\n',
    };
    const stage = await open(files);
    const repository = await createRepository(stage.folder);
    await stage.write('.gitignore', '.rollcall\n*.json\n');
    await repository.commit();
    await stage.write(
      'groups/_policy.yaml',
      `${datedPolicy}limits: { removals: { group: 100%, floor: 100, run: 100 } }\n`,
    );
    await stage.choir(many(6, (n) => until(n, '2026-06-02')));
    const { code, document, out } = await stage.plan('plan.json', '--base', 'main');
    expect(code).toBe(exitCodes.refused);
    expect(document.groups[0]?.scheduled.map(({ refused }) => refused)).toEqual(Array(6).fill(true));
    expect(document.groups[0]?.scheduled[0]?.obstacle).toBe('protected');
    expect(out).toContain('the policy protects them');
    await stage.apply(stage.path('plan.json'));
    await stage.goTo('2026-06-03');
    expect((await stage.apply()).code).toBe(exitCodes.incomplete);
    expect(stage.members()).toEqual(everybody);
  });

  test('a group that could not be read: the date is said, and the next plan lists it again', async () => {
    const stage = await open();
    await stage.choir({ 3: until(3, '2026-06-10') });
    const unread = { path: '/group/info', status: 500, body: '{"code":"X","message":"no"}' };
    stage.sandbox.setFaults([emptyList, unread]);
    const { code, document, out } = await stage.plan('plan.json');
    expect(code).toBe(exitCodes.failed);
    expect(document.groups[0]?.scheduled).toMatchObject([{ refused: true, obstacle: 'unreadable' }]);
    expect(out).toContain('on 2026-06-11');
    stage.sandbox.setFaults([]);
    await stage.apply(stage.path('plan.json'));
    await stage.goTo('2026-06-11');
    expect((await stage.apply()).code).toBe(exitCodes.incomplete);
    expect(stage.members()).toEqual(everybody);
  });
});

/** A group that the list does not tell of is read by itself. */
const emptyList = {
  path: '/user/my/groups',
  status: 200,
  body: '{"code":"SUCCESS","message":"","results":{"data":[]}}',
};

describe('an obstacle of the moment hides no date', () => {
  test('the account is no admin while it is planned: it is said, approved, and done once it is', async () => {
    const stage = await open();
    await stage.choir({ 3: until(3, '2026-06-10') });
    const infos = { path: '/group/info' };
    const { body } = await readInfo(stage);
    const demoted = JSON.stringify(body).replace(
      /"IsAdmin":true,"IsSuperAdmin":true/,
      '"IsAdmin":false,"IsSuperAdmin":false',
    );
    stage.sandbox.setFaults([emptyList, { ...infos, status: 200, body: demoted }]);
    const { document } = await stage.plan('plan.json');
    expect(document.groups[0]?.scheduled).toMatchObject([{ refused: false, obstacle: 'not-admin' }]);
    stage.sandbox.setFaults([]);
    await stage.apply(stage.path('plan.json'));
    await stage.goTo('2026-06-11');
    expect((await stage.apply()).code).toBe(exitCodes.ok);
    expect(stage.members()).toEqual(without(3));
  });
});

async function readInfo(stage: DatedStage): Promise<{ readonly body: unknown }> {
  const response = await fetch(`${stage.sandbox.url}/group/info?group_id=120363000000000001@g.us`);
  return { body: await response.json() };
}

describe('another date is another thing', () => {
  test.each([
    ['shortened', { 3: until(3, '2026-06-05') }],
    ['made longer', { 3: until(3, '2026-06-12') }],
    ['taken out again', {}],
  ])('%s after it was approved', async (_, entries) => {
    const stage = await open();
    await stage.choir({ 3: until(3, '2026-06-10') });
    await stage.plan('plan.json');
    await stage.apply(stage.path('plan.json'));
    await stage.choir(entries);
    await stage.apply();
    // Nor does the old one come back with the old date.
    await stage.goTo('2026-06-08');
    await stage.apply();
    await stage.choir({ 3: until(3, '2026-06-10') });
    await stage.goTo('2026-06-20');
    expect((await stage.apply()).code).toBe(exitCodes.incomplete);
    expect(stage.members()).toEqual(everybody);
  });

  test('its file gone and back again', async () => {
    const stage = await open();
    await stage.choir({ 3: until(3, '2026-06-10') });
    await stage.plan('plan.json');
    await stage.apply(stage.path('plan.json'));
    await stage.write('groups/choir.yaml', choirFile().replace('000001@g.us', '000009@g.us'));
    await stage.apply();
    await stage.choir({ 3: until(3, '2026-06-10') });
    await stage.goTo('2026-06-11');
    expect((await stage.apply()).code).toBe(exitCodes.incomplete);
    expect(stage.members()).toEqual(everybody);
  });

  test('approved to leave for not being listed is not approved by a date, nor the other way', async () => {
    const stage = await open();
    await stage.choir({ 3: '' });
    await stage.plan('plan.json');
    await stage.choir({ 3: until(3, '2026-06-01') });
    const { code, out } = await stage.apply(stage.path('plan.json'));
    expect(code).toBe(exitCodes.incomplete);
    expect(out).toMatch(/nobody approved it/);
    expect(stage.members()).toEqual(everybody);
  });
});
