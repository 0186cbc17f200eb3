import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../../src/exit-codes.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { startSandbox } from '../../../src/sandbox/start.ts';
import { choirFiles, choirWorld } from '../../support/choir-stage.ts';
import type { GithubStage } from '../../support/github-stage.ts';
import { openGithubStage } from '../../support/github-stage.ts';

const key = 'ab'.repeat(32);
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

/** Commits what is there to a branch of its own, pushes it, and goes back to `main`. */
async function openPullRequest(): Promise<string> {
  await stage.repository.git('checkout', '--quiet', '-b', 'change');
  const head = await stage.repository.commit();
  await stage.push();
  await stage.repository.git('checkout', '--quiet', 'main');
  return head;
}

function runPlan(env: Readonly<Record<string, string>> = {}) {
  return stage.step('run', {
    INPUT_COMMAND: 'plan',
    INPUT_BASE: 'HEAD',
    ROLLCALL_URL: sandbox.url,
    ROLLCALL_KEY: key,
    ...env,
  });
}

describe('the files of a pull request', () => {
  test('are checked without a server; every mistake stands at its place', async () => {
    await stage.write('groups/altos.yaml', 'id: 120363000000000001@g.us\nmembers: [ana, nobody]\n');
    const { code, out, outputs } = await stage.step('run', { INPUT_COMMAND: 'validate' });
    expect(code).toBe(exitCodes.mistakes);
    expect(out).toContain('::error file=groups/altos.yaml,line=2,title=Unknown handle::');
    expect(outputs).toMatchObject({ 'failure-reason': 'mistakes', changes: '0' });
    expect(stage.api.requests).toEqual([]);
    expect(sandbox.requests()).toEqual([]);
  });

  test('more mistakes than GitHub shows are counted', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `  - nobody-${index}`).join('\n');
    await stage.write('groups/altos.yaml', `id: 120363000000000001@g.us\nmembers:\n${names}\n`);
    const { out } = await stage.step('run', { INPUT_COMMAND: 'validate' });
    const errors = out.split('\n').filter((line) => line.startsWith('::error'));
    // The last one is the action's own.
    expect(errors).toHaveLength(10);
    expect(errors[8]).toMatch(/^::error::22 more/);
    expect(errors[9]).toBe('::error title=Rollcall::The files have mistakes (exit 65)');
  });

  test('become a plan with whose change is whose, in outputs, summary and a file', async () => {
    await stage.write('groups/basses.yaml', choirFiles['basses.yaml'].replace('dewi]', 'dewi, citra]'));
    const head = await openPullRequest();
    expect((await stage.step('take-head', { HEAD_SHA: head })).code).toBe(0);
    const { code, outputs, summary } = await runPlan();
    expect(code).toBe(exitCodes.ok);
    expect(outputs).toMatchObject({ changes: '8', 'to-add': '2', 'to-remove': '1', 'failure-reason': '' });
    const plan = JSON.parse(await readFile(stage.shared('plan.json'), 'utf8')) as Record<string, unknown>;
    expect(outputs['fingerprint']).toBe(plan['fingerprint']);
    expect(JSON.stringify(plan)).toContain('"origin":"pull-request"');
    expect(summary).not.toMatch(/4477009/);
    expect(summary.length).toBeGreaterThan(100);
  });

  test.each([
    ['no pull request', { INPUT_HEAD: 'a'.repeat(40) }],
    ['no whole commit', { INPUT_HEAD: 'main', INPUT_PULL_REQUEST: '7' }],
  ])('are not planned for %s', async (_, env) => {
    const { code, out } = await runPlan(env);
    expect(code).toBe(exitCodes.failed);
    expect(out).toContain('needs a commit id, and the number of the pull request');
    expect(sandbox.requests()).toEqual([]);
  });

  test('are what a merge would give: what has landed since on main is not taken back', async () => {
    await stage.write('groups/basses.yaml', choirFiles['basses.yaml'].replace('Basses', 'The basses'));
    const head = await openPullRequest();
    await stage.write('groups/altos.yaml', choirFiles['altos.yaml'].replace('Altos', 'The altos'));
    await stage.repository.commit('meanwhile');
    await stage.step('take-head', { HEAD_SHA: head });
    expect(await readFile(join(stage.workspace, 'groups/altos.yaml'), 'utf8')).toContain('The altos');
    expect(await readFile(join(stage.workspace, 'groups/basses.yaml'), 'utf8')).toContain('The basses');
  });

  test('in conflict with main are not planned', async () => {
    await stage.write('groups/altos.yaml', choirFiles['altos.yaml'].replace('Altos', 'Low voices'));
    const head = await openPullRequest();
    await stage.write('groups/altos.yaml', choirFiles['altos.yaml'].replace('Altos', 'The altos'));
    await stage.repository.commit('meanwhile');
    const { code, out, outputs } = await stage.step('take-head', { HEAD_SHA: head });
    expect(code).toBe(1);
    expect(out).toContain('::error title=Rollcall::The pull request cannot be merged as it is');
    expect(outputs['trouble']).toMatch(/^The pull request cannot be merged as it is/);
  });
});

describe('a hostile pull request', () => {
  test('brings no code: only its groups are taken', async () => {
    const before = await readFile(join(stage.workspace, '.github/actions/rollcall/action.yml'), 'utf8');
    await stage.write('.github/actions/rollcall/action.yml', 'runs: { using: evil }\n');
    await stage.write('.gitattributes', '* filter=evil\n');
    await stage.write('groups/.gitattributes', '* filter=evil export-ignore\n');
    const head = await openPullRequest();
    expect((await stage.step('take-head', { HEAD_SHA: head })).code).toBe(0);
    expect(await readFile(join(stage.workspace, '.github/actions/rollcall/action.yml'), 'utf8')).toBe(before);
    await expect(readFile(join(stage.workspace, '.gitattributes'))).rejects.toThrow('ENOENT');
    expect((await runPlan()).code).toBe(exitCodes.ok);
  });

  test('with a link for a photo is refused before anything is read', async () => {
    await symlink('/etc/hostname', join(stage.workspace, 'groups/altos.jpg'));
    await stage.write('groups/altos.yaml', `${choirFiles['altos.yaml']}photo: altos.jpg\n`);
    const head = await openPullRequest();
    const { code, out, outputs } = await stage.step('take-head', { HEAD_SHA: head });
    expect(code).toBe(1);
    expect(out).toContain('altos.jpg is a symbolic link');
    expect(outputs['trouble']).toMatch(/^altos\.jpg is a symbolic link/);
    await expect(readFile(join(stage.workspace, 'groups/altos.jpg'))).rejects.toThrow('ENOENT');
  });

  test('without the folder, or with a link in its place, changes nothing', async () => {
    const { git } = stage.repository;
    await git('rm', '-r', '--quiet', 'groups');
    await symlink('/etc', join(stage.workspace, 'groups'));
    const head = await openPullRequest();
    const { code, outputs } = await stage.step('take-head', { HEAD_SHA: head });
    expect(code).toBe(1);
    expect(outputs['trouble']).toBe('There is no folder groups in the pull request.');
    expect(await readFile(join(stage.workspace, 'groups/altos.yaml'), 'utf8')).toBe(choirFiles['altos.yaml']);
  });

  test.each(['--upload-pack=id', 'main', '', 'HEAD; id'])(
    'whose head is named %j gets nowhere',
    async (head) => {
      const { code, out } = await stage.step('take-head', { HEAD_SHA: head });
      expect(code).toBe(1);
      expect(out).toContain('is no commit id');
    },
  );

  test('cannot command the runner with a topic', async () => {
    const topic = 'topic: |\n  ::stop-commands::x\n  ::set-output name=changes::0\n  ##[error]boo\n';
    await stage.write('groups/basses.yaml', `${choirFiles['basses.yaml']}${topic}`);
    const { out, outputs } = await runPlan();
    expect(outputs['changes']).toBe('8');
    const lines = out.split('\n');
    const start = lines.findLastIndex((line) => /^::stop-commands::[\da-f-]{36}$/.test(line));
    const token = lines[start]?.slice('::stop-commands::'.length);
    const end = lines.indexOf(`::${token}::`);
    const said = lines.findIndex((line) => line.includes('set-output name=changes'));
    expect(start).toBeGreaterThanOrEqual(0);
    expect(said).toBeGreaterThan(start);
    expect(said).toBeLessThan(end);
  });

  test('gets no secret into what it can read', async () => {
    const password = 'a-password-of-gowa';
    const { out, err, summary } = await runPlan({ ROLLCALL_USER: 'clara', ROLLCALL_PASSWORD: password });
    const plan = await readFile(stage.shared('plan.json'), 'utf8');
    for (const text of [out, err, summary, plan]) {
      for (const secret of [password, key, 'token-of-the-test']) expect(text).not.toContain(secret);
    }
  });
});

test('a report too large for a summary is cut to what GitHub takes', async () => {
  const names = Array.from({ length: 6000 }, (_, index) => `  - nobody-${'x'.repeat(60)}-${index}`).join(
    '\n',
  );
  for (const [index, file] of ['altos', 'basses', 'tenors'].entries()) {
    const text = `id: 12036300000000000${index + 1}@g.us\nmembers:\n${names}\n`;
    await stage.write(`groups/${file}.yaml`, text);
  }
  const { summary } = await stage.step('run', { INPUT_COMMAND: 'validate' });
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024);
  expect(summary).toMatch(/more lines were cut[^\n]*\n```/);
});
