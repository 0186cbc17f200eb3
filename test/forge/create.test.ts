import { describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { roundFiles, roundWorld, tenors, tenorsFile, useRound } from './round-stage.ts';
import { useRunStage } from './run-stage.ts';

const on = useRunStage(roundFiles, roundWorld);
const round = useRound(on);

/** Requests of this test that made a group. */
const findMade = () =>
  on.sandbox.requests().filter(({ method, path }) => method === 'POST' && path === '/group');
const findGroup = (name: string) => on.sandbox.world().groups.find(({ subject }) => subject === name);
const findId = (name: string) => `${findGroup(name)?.id ?? ''}`.replace(/@g\.us$/, '');
const findMembers = (name: string) =>
  (findGroup(name)?.members ?? []).map(({ pn }) => `${pn}`.replace(/\D.*$/, '')).toSorted();
const readIds = (file = 'tenors.yaml') => on.atServer('show', `rollcall-ids:groups/${file}`);

async function planAndMerge(): Promise<string> {
  await on.begin();
  const head = await round.branch('tenors', tenorsFile);
  const { comment } = await round.plan(7, head);
  await round.merge(7, head);
  return comment;
}

/** A memory, and a pull request with the tenors, planned and merged. Resolves to its comment. */
const mergeTenors = () => on.stage.once(planAndMerge);

async function planMergeAndApply() {
  await planAndMerge();
  await round.apply();
  return on.sandbox.world();
}

/** The same, and applied: there is the group, and the pull request with its id. */
const applyTenors = async () => on.moveTo(await on.stage.once(planMergeAndApply));

describe('a file without an id', () => {
  test('becomes a group by its merge, its id a pull request, and nobody is asked twice', async () => {
    const comment = await mergeTenors();
    expect(comment).toContain('Tenors');
    expect(findMade()).toEqual([]);
    const first = await round.apply();
    expect(first.apply.code).toBe(exitCodes.ok);
    expect(first.outcome).toContain('1 of 1 group was made.');
    expect(first.outcome).toMatch(/Tenors.*its id comes as a pull request/);
    expect(findMembers('Tenors')).toEqual(['447700900001', '447700900002', '447700900005']);
    expect(await readIds()).toBe(`id: ${findId('Tenors')}@g.us\n${tenors.trim()}`);
    expect(first.offer?.code).toBe(exitCodes.ok);
    const ids = await round.plan(8, await round.tip('rollcall-ids'));
    expect(ids.code).toBe(exitCodes.ok);
    expect(ids.outputs['changes']).toBe('0');
    expect(ids.comment).not.toMatch(/new here|tenors\.yaml/i);
    await round.merge(8, await round.tip('rollcall-ids'));
    const sent = on.sandbox.requests().filter(({ method }) => method !== 'GET').length;
    const second = await round.apply();
    expect([second.apply.code, second.offer]).toEqual([exitCodes.ok, undefined]);
    expect(on.sandbox.requests().filter(({ method }) => method !== 'GET')).toHaveLength(sent);
    expect(findMade()).toHaveLength(1);
  });

  test('whose id is not merged yet has its group, for plans and for what is merged in between', async () => {
    await applyTenors();
    const head = await round.branch('more', {
      'groups/tenors.yaml': tenors.replace('dewi]', 'dewi, budi]'),
      'groups/sopranos.yaml': 'name: Sopranos\nmembers: [citra]\n',
    });
    const { comment } = await round.plan(9, head);
    expect(comment).toContain('Sopranos');
    expect(comment).toContain('Budi');
    await round.merge(9, head);
    const { apply, offer } = await round.apply();
    expect([apply.code, offer?.code]).toEqual([exitCodes.ok, exitCodes.ok]);
    expect(findMade()).toHaveLength(1);
    expect(findMembers('Tenors')).toContain('447700900003');
    expect(await readIds('sopranos.yaml')).toContain(findId('Sopranos'));
    expect(await readIds()).toContain(findId('Tenors'));
  });

  test('that is merged without a plan becomes nothing, and that it waits is said', async () => {
    await on.begin();
    await round.merge(7, await round.branch('tenors', tenorsFile));
    const { apply, offer, outcome } = await round.apply();
    expect([apply.code, offer]).toEqual([exitCodes.incomplete, undefined]);
    expect(findMade()).toEqual([]);
    expect(outcome).toContain('Tenors');
  });
});

/** The state as it was pushed last before anybody knew whether the group was made. */
async function findAsked(): Promise<string> {
  const commits = (await on.atServer('rev-list', 'rollcall-state')).split('\n');
  for (const commit of commits) {
    const journal = await on.atServer('show', `${commit}:main/journal.jsonl`);
    if (journal.includes('"asked-for"') && !journal.includes('"created"')) return commit;
  }
  return '';
}

describe('a run that ends in the middle', () => {
  test('between the group and the pull request: the next one opens it, and makes no second group', async () => {
    await mergeTenors();
    on.stage.answers.set('POST /repos/clara/choir/pulls', 403);
    expect((await round.apply()).offer?.code).toBe(exitCodes.failed);
    on.stage.answers.delete('POST /repos/clara/choir/pulls');
    const { apply, offer } = await round.apply({ GITHUB_EVENT_NAME: 'schedule' });
    expect([apply.code, offer?.code]).toEqual([exitCodes.ok, exitCodes.ok]);
    expect(findMade()).toHaveLength(1);
    expect(await readIds()).toContain(findId('Tenors'));
  });

  test('between the request and its answer, and the machine with it: the next one finds the group', async () => {
    await applyTenors();
    await on.atServer('update-ref', 'refs/heads/rollcall-state', await findAsked());
    await on.atServer('update-ref', '-d', 'refs/heads/rollcall-ids');
    const { offer } = await round.apply();
    expect(findMade()).toEqual([]);
    expect(offer?.code).toBe(exitCodes.ok);
    expect(await readIds()).toContain(findId('Tenors'));
  });

  test('since somebody cancels it while the group is made: what came of it is known', async () => {
    await mergeTenors();
    const { apply } = await round.apply({ ROLLCALL_URL: on.gate.url }, async (running) => {
      await on.gate.held;
      running.signal('SIGINT');
      on.gate.open();
    });
    expect(apply.code).toBe(exitCodes.interrupted);
    const { offer } = await round.apply();
    expect([findMade().length, offer?.code]).toEqual([1, exitCodes.ok]);
    expect(findMembers('Tenors')).toHaveLength(3);
  });

  test('since the server dies with the answer: the group is looked for, and is not made again', async () => {
    await mergeTenors();
    on.sandbox.setFaults([{ path: '/group', do: 'close', effect: true }]);
    const { outcome } = await round.apply();
    expect(outcome).toContain('Tenors');
    on.sandbox.setFaults([]);
    const { offer } = await round.apply();
    expect([findMade().length, offer?.code]).toEqual([1, exitCodes.ok]);
    expect(findMembers('Tenors')).toHaveLength(3);
  });

  test('that cannot write down what it is about to do does not do it', async () => {
    await mergeTenors();
    await on.stage.refusePushes();
    const { apply } = await round.apply();
    expect(apply.code).toBe(exitCodes.failed);
    expect(findMade()).toEqual([]);
  });

  test('since WhatsApp says stop: what was approved goes on when it may', async () => {
    await mergeTenors();
    on.sandbox.setFaults([{ tag: 'create', code: 429 }]);
    const { apply, offer, outcome } = await round.apply();
    expect(apply.code).not.toBe(exitCodes.ok);
    expect(offer).toBeUndefined();
    expect(outcome).toContain('Tenors');
    on.sandbox.setFaults([]);
    on.stage.passTime(25 * 3_600_000);
    expect((await round.apply({ GITHUB_EVENT_NAME: 'schedule' })).offer?.code).toBe(exitCodes.ok);
    expect(findMembers('Tenors')).toHaveLength(3);
  });
});

describe('where the files have their ids by another way', () => {
  test('what was offered is withdrawn', async () => {
    await applyTenors();
    const id = `id: ${findId('Tenors')}@g.us\n`;
    await round.merge(9, await round.branch('by-hand', { 'groups/tenors.yaml': `${id}${tenors}` }));
    const head = { ref: 'rollcall-ids', sha: 'x', repo: { full_name: 'clara/choir' } };
    on.stage.answers.set('GET /repos/clara/choir/pulls', [{ number: 8, base: { ref: 'main' }, head }]);
    expect((await round.apply()).offer).toBeUndefined();
    expect(on.stage.api.requests.at(-1)).toMatchObject({ method: 'POST' });
    expect(on.stage.api.requests.filter(({ method }) => method === 'PATCH').map(({ path }) => path)).toEqual([
      '/repos/clara/choir/pulls/8',
    ]);
  });
});

const plan = async (name: string, files: Readonly<Record<string, string>>) =>
  round.plan(9, await round.branch(name, files));
const withId = (other: string) => ({ 'groups/tenors.yaml': `id: ${other}\n${tenors}` });

describe('under cover of the pull request with ids', () => {
  test('nothing else comes in', async () => {
    await applyTenors();
    const id = `${findId('Tenors')}@g.us`;
    // The group of another file, and one that nobody knows.
    for (const other of ['120363000000000001@g.us', '120363000000000099@g.us']) {
      const { code, comment } = await plan(other, withId(other));
      expect(code).not.toBe(exitCodes.ok);
      expect(comment).toContain('tenors.yaml');
    }
    const more = await plan('more', {
      'groups/tenors.yaml': `id: ${id}\n${tenors.replace('dewi]', 'dewi, citra]')}`,
    });
    expect(more.outputs['to-add']).toBe('1');
    expect(more.comment).toContain('citra');
    const evil = await plan('evil', {
      'groups/evil.yaml': `id: ${id}\nname: Tenors\nmembers: [budi, citra]\n`,
    });
    expect(evil.comment).toMatch(/evil\.yaml[\s\S]*tenors\.yaml|tenors\.yaml[\s\S]*evil\.yaml/);
    // What the file itself is to get brings nothing.
    expect((await plan('right', withId(id))).outputs['changes']).toBe('0');
  });

  test('a plan makes no group, whatever its files say', async () => {
    await on.begin();
    await round.plan(7, await round.branch('tenors', tenorsFile));
    expect(on.sandbox.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});
