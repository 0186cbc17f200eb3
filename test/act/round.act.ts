import type { TestContext } from 'vitest';
import { expect, test } from 'vitest';
import { roundWorld, tenors, tenorsFile } from '../forge/round-stage.ts';
import { startHttpServer } from '../support/http-server.ts';
import { choirFiles } from '../support/choir-stage.ts';
import type { ActStage } from './act-stage.ts';
import { openActStage } from './act-stage.ts';
import { expectJobs } from './expect-jobs.ts';

/*
 * The workflows that `init --forge github` writes, run by act as they are: each job with its conditions, its steps, what one
 * hands to another, and the program as it is built. What is looked at is what they leave behind: comments, issues and pull
 * requests at the forge, groups at the server, the memory on its branch.
 *
 * What act has no notion of is tested elsewhere, by what the files say: permissions, environments, concurrency, timeouts,
 * on which branches and types of events a workflow begins (forge/workflows). That GitHub takes a workflow from the base or
 * from the head, and gives a fork no secrets, is done here by hand. GitHub's runner tells a process twice to end, and goes on
 * with what runs always inside an action; act kills it at once and with it the whole action. So here the step is told as the
 * runner tells it, and act's own way stands for a machine that dies.
 */

/** A stage for one test among several at once. */
async function open({ onTestFinished }: TestContext, world?: ReturnType<typeof roundWorld>) {
  const on = await openActStage(world && { world });
  onTestFinished(() => on.close());
  return on;
}

/** Somebody has renamed the altos on a phone. */
function renamedWorld() {
  const world = roundWorld();
  return { ...world, groups: world.groups.map((group) => ({ ...group, subject: 'Altoz' })) };
}

const topicFile = { 'groups/altos.yaml': choirFiles['altos.yaml'] };
const findGroup = ({ sandbox }: ActStage, name: string) =>
  sandbox.world().groups.find(({ subject }) => subject === name);
const findWrites = ({ sandbox }: ActStage) => sandbox.requests().filter(({ method }) => method !== 'GET');
const findComments = ({ github }: ActStage, marker: string) =>
  github.comments.filter(({ body }) => body.startsWith(`<!-- rollcall ${marker} main -->`));
const readJournal = async ({ atServer }: ActStage) =>
  (await atServer('show', 'rollcall-state:main/journal.jsonl'))
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; [name: string]: unknown });

test.concurrent('a pull request is checked, planned, said, merged, applied, and told what became of it', async (context) => {
  const on = await open(context);
  const pull = await on.propose('topic', topicFile);
  const checked = await on.validate(pull);
  expectJobs(checked, { validate: 'success' });
  expect(on.sandbox.requests()).toEqual([]);
  const planned = await on.plan(pull);
  expectJobs(planned, { plan: 'success' });
  expect(findWrites(on)).toEqual([]);
  const [plan] = findComments(on, 'plan');
  expect(plan?.body).toContain('+ Thursdays 19:00');
  // The page is a file as it is, the plan an archive.
  expect(on.github.artifacts.map(({ name }) => name)).toEqual([
    'rollcall-main.html',
    `rollcall-plan-main-1-${pull.head.sha}`,
  ]);
  await on.merge(pull);
  const applied = await on.run('apply.yml', 'push');
  expectJobs(applied, { apply: 'success' });
  expect(findGroup(on, 'Altos')?.desc).toBe('Thursdays 19:00');
  const [outcome] = findComments(on, 'outcome');
  expect([outcome?.issue, outcome?.body]).toEqual([1, expect.stringContaining('done and checked')]);
  expect(await on.atServer('show', 'rollcall-state:main/applied')).toBe(
    await on.atServer('rev-parse', 'main'),
  );
  for (const { log } of [checked, planned, applied])
    for (const value of [...Object.values(on.secrets), '447700900003']) expect(log).not.toContain(value);
});

test.concurrent('what was not planned before the merge is not done', async (context) => {
  const on = await open(context);
  const pull = await on.propose('topic', topicFile);
  await on.merge(pull);
  const applied = await on.run('apply.yml', 'push');
  expectJobs(applied, { apply: 'failure' });
  expect(applied.log).toContain('Merged without a plan');
  expect(findWrites(on)).toEqual([]);
  expect(findComments(on, 'outcome')[0]?.body).toContain('nobody approved it');
});

test.concurrent('a plan that is refused approves nothing', async (context) => {
  const on = await open(context);
  const nobody = { 'groups/altos.yaml': 'id: 120363000000000001@g.us\nname: Altos\nmembers: []\n' };
  const pull = await on.propose('nobody', nobody);
  const planned = await on.plan(pull);
  expectJobs(planned, { plan: 'failure' });
  expect(findComments(on, 'plan')[0]?.body).toContain('A limit stops 2 changes');
  await on.merge(pull);
  const applied = await on.run('apply.yml', 'push');
  expectJobs(applied, { apply: 'failure' });
  expect(findWrites(on)).toEqual([]);
  expect(findComments(on, 'outcome')[0]?.body).toContain('are not removed: nobody approved it');
});

test.concurrent('a server that fails: the run fails, and the pull request is told', async (context) => {
  const on = await open(context);
  const pull = await on.propose('topic', topicFile);
  await on.plan(pull);
  await on.merge(pull);
  on.sandbox.setFaults([{ method: 'POST', path: '/group/topic', status: 500 }]);
  const applied = await on.run('apply.yml', 'push');
  expectJobs(applied, { apply: 'failure' });
  expect(findGroup(on, 'Altos')?.desc).toBeUndefined();
  expect(findComments(on, 'outcome')[0]?.body).toContain('did not happen or could not be confirmed');
});

test.concurrent('a group that is made: its id becomes a pull request', async (context) => {
  const on = await open(context);
  const pull = await on.propose('tenors', tenorsFile);
  expectJobs(await on.plan(pull), { plan: 'success' });
  await on.merge(pull);
  const applied = await on.run('apply.yml', 'push');
  expectJobs(applied, { apply: 'success', ids: 'success' });
  const made = findGroup(on, 'Tenors');
  expect(made?.members).toHaveLength(3);
  const [, ids] = on.github.pulls;
  expect([ids?.state, ids?.head.ref]).toEqual(['open', 'rollcall-ids']);
  expect(await on.atServer('show', 'rollcall-ids:groups/tenors.yaml')).toBe(
    `id: ${made?.id}@g.us\n${tenors.trim()}`,
  );
});

test.concurrent('drift becomes an issue, a message and a pull request; when that is merged, the issue is closed', async (context) => {
  const on = await open(context, renamedWorld());
  const chat = await startHttpServer((_, response) => response.writeHead(204).end());
  context.onTestFinished(() => chat.close());
  const secrets = { ...on.secrets, ROLLCALL_NOTIFY_WEBHOOK: `${chat.url}/hooks/address-of-the-chat` };
  const vars = { ROLLCALL_ADOPT: 'on', ROLLCALL_NOTIFY_FORMAT: 'slack' };
  const first = await on.run('drift.yml', 'schedule', { vars, secrets });
  expectJobs(first, { drift: 'success', adopt: 'success' });
  expect(chat.requests.map(({ body }) => JSON.parse(body) as object)).toMatchObject([
    { text: expect.stringMatching(/“Altoz”: 1 difference/), mrkdwn: false },
  ]);
  expect(first.log).not.toContain('address-of-the-chat');
  const [issue] = on.github.issues;
  expect([issue?.state, issue?.body]).toEqual(['open', expect.stringContaining('Altoz')]);
  const [offer] = on.github.pulls;
  expect(offer?.head.ref).toBe('rollcall-adopt');
  expect(await on.atServer('show', 'rollcall-adopt:groups/altos.yaml')).toContain('name: "Altoz"');
  if (offer) await on.merge(offer);
  const second = await on.run('drift.yml', 'workflow_dispatch', { secrets });
  expectJobs(second, { drift: 'success' });
  expect(chat.requests).toHaveLength(1);
  expect(on.github.issues.map(({ state }) => state)).toEqual(['closed']);
  expect(findWrites(on)).toEqual([]);
});

/** A merged topic's apply, whose request for it the server holds back until its gate is opened. */
async function holdApply(context: TestContext) {
  const on = await open(context);
  const pull = await on.propose('topic', topicFile);
  await on.plan(pull);
  await on.merge(pull);
  const secrets = { ...on.secrets, ROLLCALL_URL: on.gate.url };
  const running = await on.start('apply.yml', 'push', { secrets });
  await on.gate.held;
  return { on, running };
}

test.concurrent('an apply that somebody cancels ends what it began, keeps what it knows, and says so', async (context) => {
  const { on, running } = await holdApply(context);
  running.interrupt();
  on.gate.open();
  const ended = await running.ended;
  expectJobs(ended, { apply: 'failure' });
  expect(ended.log).toContain('failure-reason=interrupted');
  const journal = await readJournal(on);
  expect(journal.map(({ type }) => type)).toContain('verdict');
  expect(journal.at(-1)?.type).toBe('ended');
  const outcome = findComments(on, 'outcome')[0]?.body;
  expect(outcome).toContain('The one approved change is done and checked');
  expect(outcome).toContain('The run was interrupted');
});

test.concurrent('an apply whose machine dies: what it may have spent counts, and the next one does the rest', async (context) => {
  const { on, running } = await holdApply(context);
  running.cancel();
  expectJobs(await running.ended, { apply: 'failure' });
  expect(findComments(on, 'outcome')).toEqual([]);
  expect((await readJournal(on)).at(-1)).toMatchObject({ type: 'spent', adds: 0 });
  on.gate.open();
  const again = await on.run('apply.yml', 'workflow_dispatch');
  expectJobs(again, { apply: 'success' });
  // What was sent had its effect, and nothing is sent twice.
  expect(findWrites(on)).toHaveLength(1);
  expect(findComments(on, 'outcome')[0]?.body).toContain('1 group is already as the files say');
});
