import { readFile, rm } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { main } from '../../src/main.ts';
import type { DatedStage, PlanDocument } from '../support/dated-stage.ts';
import { number, openDatedStage, until } from '../support/dated-stage.ts';
import { approvalsDocument, planDocument } from '../support/schemas/plan-schema.ts';
import { createTestIo } from '../support/stage.ts';

const stages: DatedStage[] = [];

async function open(files: Readonly<Record<string, string>> = {}): Promise<DatedStage> {
  const stage = await openDatedStage(files);
  stages.push(stage);
  return stage;
}

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

const unread = (message: string) => [
  // A group that the list does not tell of is read by itself.
  { path: '/user/my/groups', status: 200, body: '{"code":"SUCCESS","message":"","results":{"data":[]}}' },
  { path: '/group/info', status: 500, body: JSON.stringify({ code: 'INTERNAL_SERVER_ERROR', message }) },
];
const notThere = unread("you're not participating in that group");

/** A stage in which a plan file approves that 3 leaves and that the group is renamed. */
async function approveSomething(): Promise<DatedStage> {
  const stage = await open();
  await stage.choir({ 3: '' });
  await stage.write('groups/choir.yaml', (await readChoir(stage)).replace('name: Choir', 'name: The choir'));
  await stage.plan('plan.json');
  return stage;
}

function readChoir(stage: DatedStage): Promise<string> {
  return readFile(stage.path('groups/choir.yaml'), 'utf8');
}

describe('every approved change ends as done, declined or not due; else it waits, and that is said', () => {
  test.each([
    ['the account is not in the group', notThere, exitCodes.incomplete, /the account is not in this group/],
    ['there is no such group', unread('that group does not exist'), exitCodes.incomplete, /no such group/],
    ['the reading failed', unread('something else'), exitCodes.failed, /could not be read/],
  ])('%s', async (_, faults, code, reason) => {
    const stage = await approveSomething();
    stage.sandbox.setFaults(faults);
    for (const argv of [[stage.path('plan.json')], []]) {
      const { code: found, out, report } = await stage.apply(...argv, '--markdown', stage.path('report.md'));
      expect(found).toBe(code);
      expect(out).toContain('2 approved and waiting');
      expect(out).not.toContain('nothing was due');
      expect(out).toMatch(reason);
      expect(report.run?.waiting.map(({ action }) => action).toSorted()).toEqual(['remove', 'set']);
      expect(await readFile(stage.path('report.md'), 'utf8')).toContain('Approved, and not done yet');
    }
    stage.sandbox.setFaults([]);
    expect((await stage.apply()).code).toBe(exitCodes.ok);
    expect(stage.members()).not.toContain('3');
  });

  test('what a day to come brings waits for its day, and nothing else', async () => {
    const stage = await open();
    await stage.choir({ 3: until(3, '2026-06-10') });
    await stage.plan('plan.json');
    await stage.apply(stage.path('plan.json'));
    stage.sandbox.setFaults(notThere);
    expect((await stage.apply()).code).toBe(exitCodes.ok);
    await stage.goTo('2026-06-11');
    const { code, report } = await stage.apply();
    expect(code).toBe(exitCodes.incomplete);
    expect(report.run?.waiting).toMatchObject([{ action: 'remove', reason: 'not-in-group' }]);
  });

  test('its file has moved meanwhile: it waits all the same', async () => {
    const stage = await approveSomething();
    const text = await readChoir(stage);
    await rm(stage.path('groups/choir.yaml'));
    await stage.write('groups/town/choir.yaml', text);
    stage.sandbox.setFaults(notThere);
    const { code, report } = await stage.apply(stage.path('plan.json'));
    expect(code).toBe(exitCodes.incomplete);
    expect(report.run?.waiting).toHaveLength(2);
    stage.sandbox.setFaults([]);
    expect((await stage.apply()).code).toBe(exitCodes.ok);
    expect(stage.members()).not.toContain('3');
  });

  test('a plan file that approves nothing has nothing that waits, whatever the memory holds', async () => {
    const stage = await approveSomething();
    stage.sandbox.setFaults(notThere);
    await stage.apply(stage.path('plan.json'));
    const { document } = await stage.plan('empty.json');
    expect(document.groups.flatMap(({ changes }) => changes)).toEqual([]);
    const { code, report } = await stage.apply(stage.path('empty.json'));
    expect(report.run?.waiting).toEqual([]);
    expect(code).toBe(exitCodes.ok);
  });

  test('a group that no file is about any more waits for nothing', async () => {
    const stage = await approveSomething();
    stage.sandbox.setFaults(notThere);
    await stage.apply(stage.path('plan.json'));
    stage.sandbox.setFaults([]);
    await stage.write('groups/choir.yaml', 'id: 120363000000000009@g.us\n');
    const { report } = await stage.apply();
    expect(report.run?.waiting).toEqual([]);
  });
});

describe('plan files approve themselves alone', () => {
  test('what an older one approved waits for a plain apply, and is not called unapproved', async () => {
    const stage = await open();
    await stage.choir({ 3: '' });
    await stage.plan('a.json');
    stage.sandbox.setFaults([{ xmlns: 'w:g2', tag: 'remove', times: 1, code: 429 }]);
    await stage.apply(stage.path('a.json'));
    stage.sandbox.setFaults([]);
    await stage.goTo('2026-06-10');
    await stage.write(
      'groups/choir.yaml',
      (await readChoir(stage)).replace('name: Choir', 'name: The choir'),
    );
    const { document } = await stage.plan('b.json');
    const only = document.groups.map((group) => ({
      ...group,
      changes: group.changes.filter(({ action }) => action === 'set'),
    }));
    await stage.write('b.json', JSON.stringify({ ...document, groups: only }));
    const { code, out } = await stage.apply(stage.path('b.json'));
    expect(code).toBe(exitCodes.incomplete);
    expect(out).toContain('1 of 1 verified');
    expect(out).toContain('an earlier plan file approved it');
    expect(stage.members()).toContain('3');
    expect((await stage.apply()).code).toBe(exitCodes.ok);
    expect(stage.members()).not.toContain('3');
  });

  test('several are approved together', async () => {
    const stage = await open();
    await stage.choir({ 3: '' });
    await stage.plan('a.json');
    await stage.choir({ 4: '' });
    await stage.plan('b.json');
    await stage.choir({ 3: '', 4: '' });
    const { code } = await stage.apply(stage.path('a.json'), stage.path('b.json'));
    expect(code).toBe(exitCodes.ok);
    expect(stage.members()).not.toContain('3');
    expect(stage.members()).not.toContain('4');
  });
});

describe('what a later change of the files undid is approved no more, whatever the group is like', () => {
  test('somebody is listed again while the group cannot be read, and taken out later', async () => {
    const stage = await approveSomething();
    stage.sandbox.setFaults(notThere);
    await stage.apply(stage.path('plan.json'));
    await stage.choir();
    await stage.apply();
    stage.sandbox.setFaults([]);
    await stage.choir({ 3: '' });
    expect((await stage.apply()).code).toBe(exitCodes.incomplete);
    expect(stage.members()).toContain('3');
  });

  test('somebody is not listed any more while the group cannot be read, and listed later', async () => {
    const stage = await open();
    const newcomer = `  - "+${number(40)}"\n`;
    await stage.choir({}, newcomer);
    await stage.plan('plan.json');
    stage.sandbox.setFaults(notThere);
    await stage.apply(stage.path('plan.json'));
    await stage.choir();
    await stage.apply();
    stage.sandbox.setFaults([]);
    await stage.choir({}, newcomer);
    expect((await stage.apply()).code).toBe(exitCodes.incomplete);
    expect(stage.members()).not.toContain('40');
  });
});

type Forge = (document: PlanDocument) => unknown;

const inGroup = (change: (group: PlanDocument['groups'][number]) => object): Forge => {
  return (document) => ({ ...document, groups: document.groups.map((one) => ({ ...one, ...change(one) })) });
};
const allowAll = (each: object) => ({ ...each, refused: false });

test("what the group's mode gives up while nobody can read it is approved no more", async () => {
  const stage = await approveSomething();
  stage.sandbox.setFaults(notThere);
  await stage.apply(stage.path('plan.json'));
  const text = await readChoir(stage);
  await stage.write('groups/choir.yaml', `${text}manage: observe\n`);
  await stage.apply();
  expect((await stage.run('approvals', ...stage.state)).out).toContain('Nothing is approved');
  stage.sandbox.setFaults([]);
  await stage.write('groups/choir.yaml', text);
  expect((await stage.apply()).code).toBe(exitCodes.incomplete);
  expect(stage.members()).toContain('3');
});

test('a group that takes nobody out any more keeps the other approvals', async () => {
  const stage = await approveSomething();
  stage.sandbox.setFaults(notThere);
  await stage.apply(stage.path('plan.json'));
  await stage.write('groups/choir.yaml', `${await readChoir(stage)}manage: additive\n`);
  const { report } = await stage.apply();
  expect(report.run?.waiting).toMatchObject([{ setting: 'name' }]);
});

describe('a plan file approves nothing that plan did not write into it', () => {
  test.each<[string, Forge]>([
    ['refused is false', inGroup(({ changes }) => ({ changes: changes.map(allowAll) }))],
    ['coming ones are not refused', inGroup(({ scheduled }) => ({ scheduled: scheduled.map(allowAll) }))],
    [
      'coming ones stand among those of today',
      inGroup(({ scheduled }) => ({ changes: scheduled.map(allowAll), scheduled: [] })),
    ],
    [
      'of its own making',
      inGroup(({ changes }) => ({
        changes: changes.map((each) => ({ ...each, id: 'a'.repeat(32), refused: false })),
      })),
    ],
    [
      'its list holds more',
      (document) => ({ ...document, approves: { ...document.approves, ids: ['a'.repeat(32)] } }),
    ],
    ['it has no list', (document) => ({ ...document, approves: undefined })],
    ['it is judged by no pace', (document) => ({ ...document, pace: undefined })],
    [
      'it is younger than it was',
      (document) => ({ ...document, approves: { ...document.approves, madeOn: '2026-09-01' } }),
    ],
    [
      'it is of no day',
      (document) => ({ ...document, approves: { ...document.approves, madeOn: undefined } }),
    ],
  ])('%s', async (_, forge) => {
    const stage = await open();
    await stage.choir({ 3: '', 4: '', 5: '', 6: '', 7: until(7, '2026-06-10') });
    const { document, code } = await stage.plan('plan.json');
    expect(code).toBe(exitCodes.refused);
    await stage.write('plan.json', JSON.stringify(forge(document)));
    const before = stage.members();
    const run = await stage.run('apply', stage.path('plan.json'), ...stage.state);
    expect(run.code).toBe(exitCodes.usage);
    expect(run.err).toContain('is not as plan --out wrote it');
    expect(stage.members()).toEqual(before);
  });
});

describe('what a later plan said is not carried out', () => {
  test('a limit objects to all of it: what was approved before is not carried out either', async () => {
    const stage = await open();
    await stage.choir({ 3: '', 4: until(4, '2026-06-10') });
    await stage.plan('a.json');
    stage.sandbox.setFaults(notThere);
    await stage.apply(stage.path('a.json'));
    stage.sandbox.setFaults([]);
    await stage.choir({ 3: '', 4: until(4, '2026-06-10'), 5: '', 6: '', 7: '' });
    const { code, document } = await stage.plan('b.json');
    expect(code).toBe(exitCodes.refused);
    const [group] = document.groups;
    expect([...(group?.changes ?? []), ...(group?.scheduled ?? [])].map(({ refused }) => refused)).toEqual(
      Array(5).fill(true),
    );
    expect(group?.scheduled).toMatchObject([{ approved: false }]);
    await stage.apply(stage.path('b.json'));
    await stage.goTo('2026-06-11');
    expect((await stage.apply()).code).toBe(exitCodes.incomplete);
    expect(stage.members()).toHaveLength(13);
  });

  test('a group that nobody can read objects to nothing', async () => {
    const stage = await open();
    await stage.choir({ 4: until(4, '2026-06-10') });
    await stage.plan('a.json');
    await stage.apply(stage.path('a.json'));
    stage.sandbox.setFaults(notThere);
    const { document } = await stage.plan('b.json');
    expect(document.groups[0]?.scheduled).toMatchObject([{ approved: true, refused: false }]);
    await stage.apply(stage.path('b.json'));
    stage.sandbox.setFaults([]);
    await stage.goTo('2026-06-11');
    expect((await stage.apply()).code).toBe(exitCodes.ok);
    expect(stage.members()).not.toContain('4');
  });
});

describe('rollcall approvals', () => {
  test('lists what waits: group, what, whom, since when, by which plan; and takes back', async () => {
    const stage = await open();
    await stage.choir({ 3: '', 4: until(4, '2026-06-10') }, `  - "+${number(40)}"\n`);
    const { document } = await stage.plan('plan.json');
    stage.sandbox.setFaults(notThere);
    await stage.apply(stage.path('plan.json'));
    stage.sandbox.setFaults([]);

    const { code, out } = await stage.run('approvals', ...stage.state);
    expect(code).toBe(exitCodes.ok);
    expect(out).toContain('3 approved changes are not done yet.');
    expect(out).toContain('Choir  choir.yaml');
    expect(out).toMatch(/\+44 •••• ••• 040\s+joins\s+approved on 2026-06-02 by plan [a-p]{12}/);
    expect(out).toMatch(/\+44 •••• ••• 004\s+leaves\s+on 2026-06-11, approved on 2026-06-02/);
    expect(out).toMatch(/somebody whom the files do not name\s+leaves/);
    expect(out).not.toMatch(/4477/);

    const listed = await stage.run('approvals', '--json', ...stage.state);
    const { approvals } = approvalsDocument.parse(JSON.parse(listed.out));
    expect(approvals.map(({ plan }) => plan)).toEqual(Array(3).fill(document.plan));
    const dated = approvals.find(({ on }) => on !== undefined);
    const dropped = await stage.run('approvals', '--drop', dated?.id.slice(0, 8) ?? '', ...stage.state);
    expect(dropped.out).toContain('1 approval taken back');
    await stage.goTo('2026-06-11');
    const { code: left } = await stage.apply();
    expect(left).toBe(exitCodes.incomplete);
    expect(stage.members()).toContain('4');
    expect(stage.members()).not.toContain('3');
    expect((await stage.run('approvals', ...stage.state)).out).toContain('Nothing is approved');
  });

  test.each([
    ['too short', 'abc', /too short/],
    ['unknown', 'abcdefgh', /none that waits/],
  ])('--drop that is %s is a wrong argument', async (_, id, text) => {
    const stage = await open();
    const { code, err } = await stage.run('approvals', '--drop', id, ...stage.state);
    expect(code).toBe(exitCodes.usage);
    expect(err).toMatch(text);
  });

  test('without a memory there is nothing to list', async () => {
    const stage = await open();
    expect((await stage.run('approvals')).code).toBe(exitCodes.usage);
    const other = await stage.run('approvals', '--state', stage.path('elsewhere'));
    expect(other.code).toBe(exitCodes.ok);
    expect(other.out).toContain('Nothing is approved');
    // Of a memory that is gone nobody knows what waits in it.
    await stage.write('lost/journal.head', '');
    const lost = await stage.run('approvals', '--state', stage.path('lost'));
    expect(lost.code).toBe(exitCodes.failed);
    expect(lost.err).toContain('There is no journal');
  });
});

const admins = (n: number) => `admins: ["+${number(n)}"]\n`;

describe('the words around an approval', () => {
  test('--json --expect that differs prints the plan and both fingerprints; nothing takes it for a plan file', async () => {
    const stage = await open();
    await stage.choir({ 3: '' });
    const expected = 'a'.repeat(32);
    const { code, out, err } = await stage.run('apply', '--json', '--expect', expected, ...stage.state);
    expect(code).toBe(exitCodes.refused);
    const document = planDocument.parse(JSON.parse(out));
    expect(document).toMatchObject({ kind: 'apply', expected });
    expect(document.fingerprint).not.toBe(expected);
    expect(document.groups[0]?.changes).toHaveLength(1);
    expect(err).not.toContain('above');
    await stage.write('out.json', out);
    expect((await stage.run('apply', stage.path('out.json'), ...stage.state)).code).toBe(exitCodes.usage);
  });

  test('--expect is checked first, and the plan file still narrows', async () => {
    const stage = await open();
    await stage.choir({ 3: '', 4: '' });
    const { document } = await stage.plan('plan.json');
    const groups = document.groups.map((group) => ({ ...group, changes: group.changes.slice(0, 1) }));
    await stage.write('plan.json', JSON.stringify({ ...document, groups }));
    const wrong = await stage.run(
      'apply',
      stage.path('plan.json'),
      '--expect',
      'b'.repeat(32),
      ...stage.state,
    );
    expect(wrong.code).toBe(exitCodes.refused);
    const { code } = await stage.apply(stage.path('plan.json'), '--expect', document.fingerprint);
    expect(code).toBe(exitCodes.incomplete);
    expect(stage.members()).toHaveLength(12);
  });

  test('every change of a report has its id, those that wait for others too', async () => {
    const stage = await open();
    await stage.choir({}, admins(3));
    await stage.apply('--yes');
    await stage.choir({}, admins(4));
    const { document } = await stage.plan('plan.json');
    const { report, code } = await stage.apply(stage.path('plan.json'));
    expect(code).toBe(exitCodes.ok);
    const ids = ({ groups }: typeof report) =>
      groups.flatMap(({ changes }) => changes.map(({ id }) => id)).toSorted();
    expect(report.groups.flatMap(({ changes }) => changes).some(({ needs }) => needs.length > 0)).toBe(true);
    expect(ids(report)).toEqual(ids(document));
  });

  test('an interrupted plan exits 130', async () => {
    const stage = await open();
    const interruption = new AbortController();
    interruption.abort();
    const { io } = createTestIo({ env: { ROLLCALL_URL: stage.sandbox.url }, signal: interruption.signal });
    expect(await main(['plan', '--groups', stage.path('groups'), ...stage.state], io)).toBe(
      exitCodes.interrupted,
    );
  });
});
