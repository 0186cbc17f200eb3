import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roundWorld, tenorsFile } from '../forge/round-stage.ts';
import { choirFiles } from '../support/choir-stage.ts';
import { key } from '../support/seal.ts';
import { waitFor } from './gitea-server.ts';
import type { Team } from './team.ts';
import { openTeam, root } from './team.ts';

/*
 * The workflows that `init --forge gitea` writes, started by a real Gitea and carried out by its own runner: one test goes on
 * where the one before it ended.
 */

/** Somebody has renamed the altos on a phone. */
const world = {
  ...roundWorld(),
  groups: roundWorld().groups.map((group) => ({ ...group, subject: 'Altoz' })),
};
const topicFile = { 'groups/altos.yaml': choirFiles['altos.yaml'] };

let team: Team;
beforeAll(async () => {
  team = await openTeam(world);
});
afterAll(() => team.close());

const dispatch = (workflow: string) =>
  team.clara.api('POST', `${root}/actions/workflows/${workflow}/dispatches`, { ref: 'main' });
const findWrites = () => team.sandbox.requests().filter(({ method }) => method !== 'GET');
const findIssues = async () =>
  (await team.clara.api('GET', `${root}/issues?type=issues&state=open`)) as {
    title: string;
    body: string;
    user: { id: number };
  }[];

test('what was pushed with the workflows alone approves nothing, and does nothing', async () => {
  expect(await team.settle()).toEqual(['apply.yml push failure']);
  expect(findWrites()).toEqual([]);
});

test('drift opens an issue of the workflows’ account', async () => {
  await dispatch('drift.yml');
  expect((await team.settle())[0]).toBe('drift.yml workflow_dispatch success');
  const issues = await findIssues();
  expect(issues.map(({ user }) => user.id)).toEqual([-2]);
  expect(issues[0]?.body).toContain('Altoz');
});

test('a pull request is checked and planned, the plan said and kept, and nothing done', async () => {
  await team.push(team.dewi, 'topic', topicFile);
  const number = await team.openPull(team.dewi, 'topic');
  const comment = await waitFor(() => team.findComment(number, '<!-- rollcall plan main -->'), 240_000);
  // Gitea tells the same event of both, so that a run proves nothing.
  expect((await team.settle()).slice(0, 2)).toEqual([
    'plan.yml pull_request success',
    'plan.yml pull_request success',
  ]);
  expect(comment).toContain('+ Thursdays 19:00');
  expect(comment).toContain(`${team.server.url}/clara/choir/`);
  const refs = await team.git('ls-remote', team.url(team.clara), 'refs/rollcall/*');
  expect(refs).toMatch(/refs\/rollcall\/plans\/main\/\d+\/[\da-f]{40}\/\d+$/m);
  expect(findWrites()).toEqual([]);
});

test('merged, it is applied as it was shown, told, and remembered', async () => {
  const [{ number } = { number: 0 }] = (await team.clara.api('GET', `${root}/pulls?state=open`)) as {
    number: number;
  }[];
  await team.merge(number);
  const outcome = await waitFor(() => team.findComment(number, '<!-- rollcall outcome main -->'), 240_000);
  expect((await team.settle())[0]).toBe('apply.yml push success');
  expect(outcome).toContain('done and checked');
  const altos = team.sandbox.world().groups.find(({ desc }) => desc === 'Thursdays 19:00');
  expect(altos?.subject).toBe('Altos');
  const applied = await team.git('ls-remote', team.url(team.clara), 'refs/rollcall/state');
  expect(applied).not.toBe('');
});

test('no drift any more: the issue is closed', async () => {
  await dispatch('drift.yml');
  expect((await team.settle())[0]).toBe('drift.yml workflow_dispatch success');
  expect(await findIssues()).toEqual([]);
});

test('a group that is made gets its id by a pull request, which is planned as any other', async () => {
  await team.push(team.dewi, 'tenors', tenorsFile);
  const number = await team.openPull(team.dewi, 'tenors');
  await waitFor(() => team.findComment(number, '<!-- rollcall plan main -->'), 240_000);
  await team.settle();
  await team.merge(number);
  await waitFor(() => team.findComment(number, '<!-- rollcall outcome main -->'), 240_000);
  // What the robot opens starts what anybody's pull request does.
  await waitFor(async () => (await team.list()).filter((run) => run.startsWith('plan.yml')).length >= 6);
  expect((await team.settle()).slice(0, 3)).toEqual([
    'plan.yml pull_request success',
    'plan.yml pull_request success',
    'apply.yml push success',
  ]);
  const made = team.sandbox.world().groups.find(({ subject }) => subject === 'Tenors');
  const pulls = (await team.clara.api('GET', `${root}/pulls?state=open`)) as {
    title: string;
    user: { login: string };
    head: { ref: string };
  }[];
  expect(pulls.map(({ user, head }) => [user.login, head.ref])).toEqual([['robot', 'rollcall-ids']]);
  await team.git('fetch', '--quiet', team.url(team.clara), 'rollcall-ids');
  expect(await team.git('show', 'FETCH_HEAD:groups/tenors.yaml')).toContain(`id: ${made?.id}`);
});

/** A workflow that tells the key to whoever reads its file. */
const evil = `on: push
jobs:
  evil:
    runs-on: ubuntu-latest
    steps:
      - run: printf %s "$KEY" | tr a-f g-l > "$LEAK_TO/leaked"
        env:
          KEY: \${{ secrets.ROLLCALL_KEY }}
`;
const evilFile = { '.gitea/workflows/evil.yml': evil };

test('whoever may push cannot bring a workflow, on a branch or by a tag, and so gets no secret', async () => {
  await expect(team.push(team.dewi, 'evil', evilFile)).rejects.toThrow(
    'protected from changing file .gitea/workflows/evil.yml',
  );
  await expect(team.git('push', team.url(team.dewi), 'HEAD:refs/tags/v1')).rejects.toThrow('v1');
  const content = {
    branch: 'main',
    new_branch: 'api',
    content: Buffer.from(evil).toString('base64'),
    message: 'x',
  };
  await expect(team.dewi.api('POST', `${root}/contents/.gitea/workflows/evil.yml`, content)).rejects.toThrow(
    'protected',
  );
  // Neither does a ref that is no branch start one.
  await team.git('push', '--quiet', team.url(team.dewi), 'HEAD:refs/rollcall/evil');
  const before = (await team.settle()).length;
  expect(before).toBe((await team.settle()).length);
  expect(existsSync(join(team.server.folder, 'leaked'))).toBe(false);
});

test('a stranger’s fork is not planned', async () => {
  await team.eve.api('POST', `${root}/forks`, {});
  await team.push(
    team.eve,
    'fork',
    { 'groups/altos.yaml': `${choirFiles['altos.yaml']}# hi\n` },
    'eve/choir',
  );
  const number = await team.openPull(team.eve, 'eve:fork');
  await waitFor(
    async () => (await team.list()).some((run) => run === 'plan.yml pull_request skipped'),
    120_000,
  );
  expect(await team.findComment(number, '<!-- rollcall')).toBe('');
});

const countSkipped = (runs: readonly string[]) =>
  runs.filter((run) => run === 'plan.yml pull_request skipped').length;

test('nor is what whoever may read pushes as a pull request without a branch', async () => {
  const before = countSkipped(await team.list());
  await team.git('push', '--quiet', '-o', 'topic=agit', team.url(team.eve), 'HEAD:refs/for/main');
  await waitFor(async () => countSkipped(await team.list()) > before, 120_000);
  const pulls = (await team.clara.api('GET', `${root}/pulls?state=open`)) as {
    number: number;
    head: { ref: string };
  }[];
  const agit = pulls.find(({ head }) => head.ref.startsWith('refs/pull/'));
  expect(await team.findComment(agit?.number ?? 0, '<!-- rollcall')).toBe('');
});

test('without the rule for branches, whoever may push gets every secret: why docs/forgejo.md asks for it', async () => {
  await team.clara.api('DELETE', `${root}/branch_protections/**`);
  await team.push(team.dewi, 'evil', evilFile);
  const leaked = join(team.server.folder, 'leaked');
  // The shell makes the file before something is in it.
  const told = await waitFor(async () => existsSync(leaked) && readFileSync(leaked, 'utf8'), 120_000);
  expect(told).toBe(key.replaceAll('a', 'g').replaceAll('b', 'h'));
});
