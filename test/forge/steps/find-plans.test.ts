import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { startSandbox } from '../../../src/sandbox/start.ts';
import { key, toSeal, toState } from '../../support/seal.ts';
import { choirWorld } from '../../support/choir-stage.ts';
import type { KeptPlan } from '../find-stage.ts';
import { api, head, repository, trusted, useFindStage } from '../find-stage.ts';

const on = useFindStage();
const { find } = on;

/** GitHub says of a commit, by default the newest, that it came with pull request 7. */
async function setMerged(more: object = {}, commit?: string): Promise<void> {
  await on.setMerged([{ number: 7, ...more }], commit);
}

function keepPlan(text: string, kept: Omit<KeptPlan, 'text'> = {}): void {
  on.keepPlan({ text, ...kept });
}

describe('what approves', () => {
  test('is the plan of the merged pull request, found by its head', async () => {
    await setMerged();
    keepPlan('{"plan":1}');
    const { outputs, code } = await find();
    expect(code).toBe(0);
    expect(outputs).toEqual({
      tip: 'true',
      plans: on.stage.shared(`plans/${head}.json`),
      'pull-requests': '7',
    });
    expect(await readFile(on.stage.shared(`plans/${head}.json`), 'utf8')).toBe('{"plan":1}');
  });

  test.each([
    ['of another workflow', { path: '.github/workflows/evil.yml' }],
    ['of another event', { event: 'pull_request' }],
    ['of a fork', { head_repository: { full_name: 'mallory/choir' } }],
  ])('is no artifact %s, however new', async (_, forged) => {
    await setMerged();
    keepPlan('{"plan":1,"pull_request":99}');
    keepPlan('{"plan":"forged"}', {
      run: { ...trusted, ...forged },
      at: '2026-06-01T11:30:00Z',
    });
    const step = await find();
    expect(step.outputs['pull-requests']).toBe('7');
    expect(step.plans).toEqual(['{"plan":1,"pull_request":99}']);
  });

  test.each([
    ['without a seal', { seal: '' }],
    ['with a seal of another head', { seal: toSeal('{"plan":"forged"}', { commit: 'b'.repeat(40) }) }],
    [
      'with a seal of another account',
      { seal: toSeal('{"plan":"forged"}', { commit: head, account: 'second' }) },
    ],
    ['with a seal of another plan', { seal: toSeal('{"plan":"another"}', { commit: head }) }],
  ])('is no plan %s, though plan.yml of another base made it', async (_, forged) => {
    await setMerged();
    keepPlan('{"plan":1}');
    keepPlan('{"plan":"forged"}', { ...forged, at: '2026-06-01T11:30:00Z' });
    expect((await find()).plans).toEqual(['{"plan":1}']);
  });

  test.each([
    ['made after the merge', { at: '2026-06-01T12:00:00Z' }],
    ['that has expired', { more: { expired: true } }],
    ['whose run is deleted', { more: { workflow_run: null } }],
  ])('is no plan %s: nobody could read it before they merged', async (_, kept) => {
    await setMerged();
    keepPlan('{"plan":1}', kept);
    const { outputs, out, code } = await find();
    expect(code).toBe(0);
    expect(outputs).toEqual({ tip: 'true', plans: '', 'pull-requests': '7' });
    expect(out).toContain('::warning title=Rollcall::Merged without a plan');
    expect(out).toContain('#7. Nothing of it is approved.');
  });

  test('is the last plan before the merge, not a later one of the same head', async () => {
    await setMerged();
    keepPlan('{"plan":1}');
    keepPlan('{"plan":2}', { at: '2026-06-01T11:59:59Z' });
    keepPlan('{"plan":3}', { at: '2026-06-01T12:00:01Z' });
    expect((await find()).plans).toEqual(['{"plan":2}']);
  });

  test('is not the plan of an older head: what was pushed since has its own', async () => {
    await setMerged();
    keepPlan('{"plan":"old"}', { forHead: 'b'.repeat(40) });
    expect((await find()).plans).toEqual([]);
  });

  test('is nothing of an archive that is none', async () => {
    await setMerged();
    keepPlan('{"plan":1}');
    on.stage.answers.set(`${api}/actions/artifacts/1/zip`, Buffer.from('no zip at all'));
    const step = await find();
    expect(step.code).toBe(0);
    expect(step.plans).toEqual([]);
  });

  test('is nothing where a pull request was merged without a plan', async () => {
    await setMerged();
    const { outputs, out } = await find();
    expect(outputs).toEqual({ tip: 'true', plans: '', 'pull-requests': '7' });
    expect(out).toContain('Merged without a plan');
  });

  test.each([
    ['not merged', { merged_at: null }],
    ['merged into another branch', { base: { ref: 'side', repo: { full_name: repository } } }],
  ])('is no pull request that is %s', async (_, more) => {
    await setMerged(more);
    keepPlan('{}');
    expect((await find()).outputs).toEqual({ tip: 'true', plans: '', 'pull-requests': '' });
  });

  test('is nothing where main has moved on: its own run applies', async () => {
    await setMerged();
    const old = on.stage.repository.tip();
    await on.stage.repository.commit('later');
    await on.stage.push();
    const asked = on.stage.api.requests.length;
    expect((await find({ GITHUB_SHA: old })).outputs['tip']).toBe('false');
    expect(on.stage.api.requests).toHaveLength(asked);
  });
});

describe('since the last apply', () => {
  const heads = ['1', '2', '3'].map((digit) => digit.repeat(40));

  test('a merge commit, a squash and a rebase are found alike, whatever order they came in', async () => {
    const { git, commit, tip } = on.stage.repository;
    const since = tip();
    await git('checkout', '--quiet', '-b', 'one');
    await commit('of one');
    await git('checkout', '--quiet', 'main');
    await git('merge', '--quiet', '--no-ff', '-m', 'merge one', 'one');
    await setMerged({ number: 1, head: { sha: heads[0] } });
    await commit('two, squashed');
    await setMerged({ number: 2, head: { sha: heads[1] } });
    await commit('first of three');
    await commit('second of three');
    await setMerged({ number: 3, head: { sha: heads[2] } }, 'HEAD~1');
    await setMerged({ number: 3, head: { sha: heads[2] } });
    await on.stage.push();
    await on.stage.setState(toState({ applied: since }));
    for (const [index, forHead] of heads.entries()) keepPlan(`{"plan":${index}}`, { forHead, by: index + 1 });
    const step = await find();
    expect(step.outputs['pull-requests']?.split('\n').toSorted()).toEqual(['1', '2', '3']);
    expect(step.plans.toSorted()).toEqual(['{"plan":0}', '{"plan":1}', '{"plan":2}']);
  });

  test('a history that was rewritten is said: only the newest commit counts', async () => {
    await setMerged();
    keepPlan('{"plan":1}');
    await on.stage.setState(toState({ applied: 'e'.repeat(40) }));
    const step = await find();
    expect(step.plans).toEqual(['{"plan":1}']);
    expect(step.out).toContain('history was rewritten');
  });

  test('what GitHub learns some seconds after a merge is waited for', async () => {
    await setMerged();
    keepPlan('{"plan":1}');
    const asked = `${api}/commits/${on.stage.repository.tip()}/pulls`;
    const answers = [[], [], on.stage.answers.get(asked)];
    on.stage.answers.set(asked, () => answers.shift());
    expect((await find()).plans).toEqual(['{"plan":1}']);
    expect(answers).toEqual([]);
  });

  test('many commits without one are waited for together, and those of long ago not at all', async () => {
    const { git, commit, tip } = on.stage.repository;
    const since = tip();
    await git(
      'commit',
      '--quiet',
      '--allow-empty',
      '--date=2026-01-01T12:00:00Z',
      '--message',
      'of long ago',
    );
    await git('rebase', '--quiet', '--force-rebase', '--committer-date-is-author-date', 'HEAD~1');
    for (const message of ['second', 'third']) await commit(message);
    await on.stage.push();
    await on.stage.setState(toState({ applied: since }));
    const before = on.stage.api.requests.length;
    const { out } = await find();
    expect(out).toContain('as far as GitHub tells: 3');
    const asked = on.stage.api.requests.slice(before).map(({ path }) => path.split('?')[0]);
    const [third, second, first] = (await git('rev-list', '--max-count=3', 'main'))
      .split('\n')
      .map(countAsked);
    expect([first, second, third]).toEqual([1, 6, 6]);
    function countAsked(sha: string) {
      return asked.filter((path) => path === `/repos/${repository}/commits/${sha}/pulls`).length;
    }
  });

  test('a commit without a pull request is said to approve nothing', async () => {
    const since = on.stage.repository.tip();
    const tip = await on.stage.repository.commit('pushed by hand');
    await on.stage.push();
    await on.stage.setState(toState({ applied: since }));
    const { outputs, out } = await find();
    expect(outputs).toEqual({ tip: 'true', plans: '', 'pull-requests': '' });
    expect(out).toContain(`as far as GitHub tells: 1 (the newest is ${tip}). Nothing of them is approved.`);
  });

  test('a mark that somebody else set brings no old plan back', async () => {
    const { commit, tip } = on.stage.repository;
    const since = tip();
    await commit('one');
    await setMerged({ number: 1, head: { sha: heads[0] } });
    await commit('two');
    await setMerged({ number: 2, head: { sha: heads[1] } });
    await on.stage.push();
    for (const index of [0, 1]) keepPlan(`{"plan":${index}}`, { forHead: heads[index] ?? '', by: index + 1 });
    const { 'main/seal': seal = '' } = toState({ applied: tip() });
    await on.stage.setState({ ...toState({ applied: since }), 'main/seal': seal });
    const step = await find();
    expect(step.plans).toEqual(['{"plan":1}']);
    expect(step.out).toContain(
      '::warning title=Rollcall::The memory on the branch is not as Rollcall left it',
    );
  });

  test.each([
    ['what was merged', `/commits/TIP/pulls`, 500],
    ['what was merged', `/commits/TIP/pulls`, 404],
    ['the artifacts', '/actions/artifacts', 403],
    ['a run', '/actions/runs/1', 429],
    ['an archive', '/actions/artifacts/1/zip', 502],
  ])(
    'where GitHub does not tell %s (%s: %i), nothing is begun and all is found next time',
    async (_, path, status) => {
      await setMerged();
      keepPlan('{"plan":1}');
      const tip = on.stage.repository.tip();
      const asked = `${api}${path.replace('TIP', tip)}`;
      const right = on.stage.answers.get(asked);
      on.stage.answers.set(asked, status);
      const { code, outputs, out } = await find();
      expect(code).toBe(1);
      expect(outputs).toEqual({});
      expect(out).toContain(String(status));
      expect(out).not.toContain('token-of-the-test');
      on.stage.answers.set(asked, right);
      expect((await find()).plans).toEqual(['{"plan":1}']);
    },
  );

  test('a list of several pages is read to its end', async () => {
    await setMerged();
    const others = Array.from({ length: 100 }, (_, id) => ({
      id: id + 1000,
      name: 'another',
      expired: false,
    }));
    keepPlan('{"plan":1}');
    const { artifacts } = on.stage.answers.get(`${api}/actions/artifacts`) as { artifacts: object[] };
    on.stage.answers.set(`${api}/actions/artifacts?page=1`, { artifacts: others });
    on.stage.answers.set(`${api}/actions/artifacts?page=2`, { artifacts });
    expect((await find()).plans).toEqual(['{"plan":1}']);
  });
});

test('what plan.yml keeps is what apply.yml finds and carries out', async () => {
  const sandbox = await startSandbox({ world: choirWorld() });
  const server = { ROLLCALL_URL: sandbox.url, ROLLCALL_KEY: key, INPUT_STATE_BRANCH: 'rollcall-state' };
  const tip = on.stage.repository.tip();
  const apply = { ...server, INPUT_COMMAND: 'apply', GITHUB_SHA: tip };
  await on.stage.step('run', { ...apply, INPUT_NEW_JOURNAL: 'true' });
  await on.stage.step('run', { ...server, INPUT_COMMAND: 'plan', INPUT_HEAD: head, PULL_REQUEST: '7' });
  const [plan, seal] = await Promise.all(
    ['plan.json', 'plan.seal'].map((name) => readFile(on.stage.shared(name), 'utf8')),
  );
  expect(JSON.parse(plan ?? '')).toMatchObject({ kind: 'plan' });
  await setMerged();
  keepPlan(plan ?? '', { seal: seal ?? '' });
  // The first run said that it applied this very commit; what it had no plan for lies behind it.
  await on.stage.repository.commit('merge');
  await on.stage.push();
  await setMerged();
  const found = await find();
  expect(found.plans).toEqual([plan]);
  const merged = { GITHUB_SHA: on.stage.repository.tip() };
  await on.stage.step('run', { ...apply, ...merged, INPUT_PLANS: found.outputs['plans'] ?? '' });
  expect(sandbox.world().groups.map(({ subject }) => subject)).toEqual(['Altos', 'Basses']);
  await sandbox.close();
});
