import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { Sandbox } from '../../src/sandbox/start.ts';
import { startSandbox } from '../../src/sandbox/start.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { GithubStage, Step } from '../support/github-stage.ts';
import { openGithubStage } from '../support/github-stage.ts';

const key = 'ab'.repeat(32);
const repository = 'clara/choir';
let stage: GithubStage;
let sandbox: Sandbox;

beforeEach(async () => {
  stage = await openGithubStage(choirFiles);
  sandbox = await startSandbox({ world: choirWorld() });
});

afterEach(async () => {
  await sandbox.close();
  await stage.close();
});

function run(command: 'plan' | 'apply', env: Readonly<Record<string, string>> = {}): Promise<Step> {
  return stage.step('step.mjs', 'run', {
    INPUT_COMMAND: command,
    INPUT_STATE_BRANCH: 'rollcall-state',
    GITHUB_SHA: 'c'.repeat(40),
    ROLLCALL_URL: sandbox.url,
    ROLLCALL_KEY: key,
    ...env,
  });
}

function atServer(...args: string[]): Promise<string> {
  return stage.repository.git('--git-dir', stage.origin, ...args);
}

async function readState(commit = 'rollcall-state'): Promise<{ type: string; adds?: number | 'all' }[]> {
  const text = await atServer('show', `${commit}:main/journal.jsonl`);
  return text.split('\n').map((line) => JSON.parse(line) as { type: string });
}

describe('apply', () => {
  test('without a plan approves nothing and says so', async () => {
    await run('apply', { INPUT_NEW_JOURNAL: 'true' });
    const { code, outputs } = await run('apply');
    expect(code).toBe(exitCodes.incomplete);
    expect(outputs['failure-reason']).toBe('incomplete');
    expect(sandbox.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('every day: what is left for later is no failure', async () => {
    await run('apply', { INPUT_NEW_JOURNAL: 'true' });
    const { code, outputs } = await run('apply', { GITHUB_EVENT_NAME: 'schedule' });
    expect(code).toBe(0);
    expect(outputs['failure-reason']).toBe('incomplete');
  });

  test('carries out a plan file, and keeps its memory on the branch: reserved first, then what was spent', async () => {
    await run('apply', { INPUT_NEW_JOURNAL: 'true' });
    await run('plan');
    const plan = stage.shared('plan.json');
    const { code, outputs } = await run('apply', { INPUT_PLANS: plan });
    expect(outputs['failure-reason']).toBe('');
    expect(code).toBe(exitCodes.ok);
    expect(sandbox.world().groups.map(({ subject }) => subject)).toEqual(['Altos', 'Basses']);
    const commits = (await atServer('rev-list', 'rollcall-state')).split('\n');
    const [last, reserved] = await Promise.all(commits.slice(0, 2).map(readState));
    expect(reserved?.at(-1)).toMatchObject({ type: 'spent', adds: 1 });
    expect(last?.filter(({ type, adds }) => type === 'spent' && adds === 1)).toEqual([]);
    expect(last?.filter(({ type }) => type === 'intent').length).toBeGreaterThan(0);
    expect(await atServer('show', 'rollcall-state:main/applied')).toBe('c'.repeat(40));
    expect(await atServer('ls-tree', '-r', '--name-only', 'rollcall-state')).toBe(
      'main/applied\nmain/journal.jsonl',
    );
    expect(await atServer('show', 'rollcall-state:main/journal.jsonl')).not.toMatch(/4477009/);
  });

  test('of which only the reservation is left has spent it all', async () => {
    await run('apply', { INPUT_NEW_JOURNAL: 'true' });
    await run('plan');
    await run('apply', { INPUT_PLANS: stage.shared('plan.json') });
    const reserved = await atServer('rev-parse', 'rollcall-state~1');
    await atServer('update-ref', 'refs/heads/rollcall-state', reserved);
    const { code } = await run('plan');
    expect(code).toBe(exitCodes.ok);
    const state = (await readFile(join(stage.shared('state'), 'journal.jsonl'), 'utf8'))
      .trimEnd()
      .split('\n');
    expect(JSON.parse(state.at(-1) ?? '')).toMatchObject({ type: 'spent', adds: 1 });
  });

  test('pushes its folder on top of what others pushed', async () => {
    await run('apply', { INPUT_NEW_JOURNAL: 'true' });
    await stage.repository.git('checkout', '--quiet', '--orphan', 'other');
    await stage.repository.git('fetch', '--quiet', stage.origin, 'rollcall-state');
    await stage.repository.git('reset', '--quiet', '--hard', 'FETCH_HEAD');
    await stage.write('second/applied', `${'d'.repeat(40)}\n`);
    await stage.repository.git('add', 'second/applied');
    await stage.repository.git('commit', '--quiet', '-m', 'another account');
    await stage.repository.git('push', '--quiet', stage.origin, 'HEAD:rollcall-state');
    await stage.repository.git('checkout', '--quiet', '--force', 'main');
    await run('apply');
    expect(await atServer('ls-tree', '-r', '--name-only', 'rollcall-state')).toBe(
      'main/applied\nmain/journal.jsonl\nsecond/applied',
    );
  });
});

test('each of several accounts has a folder of its own, and is named in what it runs', async () => {
  const policy =
    'accounts: { north: "+44 7700 900001", south: "+44 7700 900099" }\ntimezone: Europe/London\n';
  await stage.write('groups/_policy.yaml', policy);
  await stage.write('groups/altos.yaml', `${choirFiles['altos.yaml']}account: north\n`);
  await stage.write('groups/basses.yaml', `${choirFiles['basses.yaml']}account: south\n`);
  const { code } = await run('apply', { INPUT_NEW_JOURNAL: 'true', INPUT_ACCOUNT: 'north' });
  expect(code).toBe(exitCodes.incomplete);
  expect(await atServer('ls-tree', '-r', '--name-only', 'rollcall-state')).toBe(
    'north/applied\nnorth/journal.jsonl',
  );
});

/** A zip archive of one file, as GitHub sends artifacts. */
function toZip(name: string, text: string): Buffer {
  const [data, path] = [deflateRawSync(text), Buffer.from(name)];
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(path.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt32LE(Buffer.byteLength(text), 24);
  entry.writeUInt16LE(path.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + path.length + data.length, 16);
  return Buffer.concat([local, path, data, entry, path, end]);
}

function find(tip: string): Promise<Step> {
  return stage.step('step.mjs', 'find-plans', { GITHUB_SHA: tip, STATE_BRANCH: 'rollcall-state' });
}

describe('what approves', () => {
  const head = 'a'.repeat(40);
  const api = `GET /repos/${repository}`;
  const trusted = {
    event: 'pull_request_target',
    path: '.github/workflows/plan.yml',
    repository: { full_name: repository },
    head_repository: { full_name: repository },
  };

  /** What GitHub says of the commit at the tip: it came with pull request 7. */
  async function setMerged(more: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const tip = await stage.repository.git('rev-parse', 'HEAD');
    const base = { ref: 'main', repo: { full_name: repository } };
    const pull = { number: 7, merged_at: '2026-06-01T12:00:00Z', base, head: { sha: head }, ...more };
    stage.answers.set(`${api}/commits/${tip}/pulls`, [pull]);
    return tip;
  }

  function setArtifact(id: number, run: object, text: string, createdAt = '2026-06-01T11:00:00Z'): void {
    const name = `rollcall-plan-main-${head}`;
    const list = (stage.answers.get(`${api}/actions/artifacts`) as { artifacts: object[] })?.artifacts ?? [];
    const artifact = { id, name, expired: false, created_at: createdAt, workflow_run: { id } };
    stage.answers.set(`${api}/actions/artifacts`, { artifacts: [...list, artifact] });
    stage.answers.set(`${api}/actions/runs/${id}`, run);
    stage.answers.set(`${api}/actions/artifacts/${id}/zip`, toZip('plan.json', text));
  }

  test('is the plan of the merged pull request, found by its head', async () => {
    const tip = await setMerged();
    setArtifact(1, trusted, '{"plan":1}');
    const { outputs, code } = await find(tip);
    expect(code).toBe(0);
    expect(outputs).toEqual({ tip: 'true', plans: stage.shared(`plans/${head}.json`), 'pull-requests': '7' });
    expect(await readFile(stage.shared(`plans/${head}.json`), 'utf8')).toBe('{"plan":1}');
  });

  test.each([
    ['of another workflow', { path: '.github/workflows/evil.yml' }],
    ['of another event', { event: 'pull_request' }],
    ['of a fork', { head_repository: { full_name: 'mallory/choir' } }],
  ])('is no artifact %s, however new', async (_, forged) => {
    const tip = await setMerged();
    setArtifact(1, trusted, '{"plan":1,"pull_request":99}');
    setArtifact(2, { ...trusted, ...forged }, '{"plan":"forged"}', '2026-06-01T11:30:00Z');
    const { outputs } = await find(tip);
    expect(outputs['pull-requests']).toBe('7');
    expect(await readFile(stage.shared(`plans/${head}.json`), 'utf8')).toContain('"plan":1');
  });

  test('is nothing where a pull request was merged without a plan', async () => {
    const { outputs, out } = await find(await setMerged());
    expect(outputs).toEqual({ tip: 'true', plans: '', 'pull-requests': '7' });
    expect(out).toContain('1 pull requests were merged without a plan');
  });

  test.each([
    ['not merged', { merged_at: null }],
    ['merged into another branch', { base: { ref: 'side', repo: { full_name: repository } } }],
  ])('is no pull request that is %s', async (_, more) => {
    const tip = await setMerged(more);
    setArtifact(1, trusted, '{}');
    expect((await find(tip)).outputs).toEqual({ tip: 'true', plans: '', 'pull-requests': '' });
  });

  test('is nothing where main has moved on: its own run applies', async () => {
    const tip = await setMerged();
    await stage.repository.commit('later');
    await stage.push();
    expect((await find(tip)).outputs['tip']).toBe('false');
    expect(stage.api.requests).toEqual([]);
  });
});

function keepIssue(changes: number): Promise<Step> {
  return stage.step('step.mjs', 'drift', { CHANGES: String(changes) });
}

/** "PATCH /path" with the names of what was sent. */
function findWrites(): string[] {
  return stage.api.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, body }) => `${method} ${path} ${Object.keys(JSON.parse(body) as object).join()}`);
}

describe('drift', () => {
  const issues = `GET /repos/${repository}/issues`;
  const mine = { login: 'github-actions[bot]', type: 'Bot' };
  const body = '<!-- rollcall drift main -->\nold';
  beforeEach(async () => {
    await stage.write('../temp/rollcall/report.md', 'Five groups differ.');
  });

  test('opens one issue, rewrites it, and closes it when there is none', async () => {
    await keepIssue(3);
    stage.answers.set(issues, [{ number: 12, user: mine, body }]);
    await keepIssue(2);
    await keepIssue(0);
    expect(findWrites()).toEqual([
      `POST /repos/${repository}/issues title,body`,
      `PATCH /repos/${repository}/issues/12 title,body`,
      `PATCH /repos/${repository}/issues/12 state,state_reason`,
    ]);
  });

  test('touches nobody else’s issue, and no pull request', async () => {
    stage.answers.set(issues, [
      { number: 12, user: { login: 'mallory', type: 'User' }, body },
      { number: 13, user: mine, body, pull_request: {} },
    ]);
    await keepIssue(0);
    expect(findWrites()).toEqual([]);
  });
});
