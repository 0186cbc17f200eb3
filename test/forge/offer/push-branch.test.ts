import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openJob } from '../../../src/forge/job.ts';
import type { Job } from '../../../src/forge/job.ts';
import { isOwnBranch, pushBranch } from '../../../src/forge/offer/push-branch.ts';
import { choirFiles } from '../../support/choir-stage.ts';
import type { GithubStage } from '../../support/github-stage.ts';
import { openGithubStage } from '../../support/github-stage.ts';
import { createTestIo } from '../../support/stage.ts';

let stage: GithubStage;
let job: Job;

beforeEach(async () => {
  stage = await openGithubStage(choirFiles);
  const opened = openJob(createTestIo({ env: { PATH: process.env['PATH'] ?? '' } }).io);
  job = {
    ...opened,
    workspace: stage.workspace,
    remote: { url: stage.origin, options: { env: { PATH: process.env['PATH'] } } },
  };
});
afterEach(() => stage.close());

const branch = 'rollcall-ids';
const git = (...args: string[]) => stage.repository.git(...args);
const tip = () => git('--git-dir', stage.origin, 'rev-parse', '--verify', '--quiet', branch).catch(() => '');

/** The commit of somebody else that was left there; '' where it is ours. */
async function push(title = 'ours'): Promise<string> {
  const [tree, parent] = [await git('rev-parse', 'main^{tree}'), await git('rev-parse', 'main')];
  const pushed = await pushBranch(job, { branch, tree, parent, title });
  return pushed.kind === 'foreign' ? pushed.tip : '';
}

describe('the branch', () => {
  test('is made, and stays as it is while it is the same', async () => {
    expect([await push(), await isOwnBranch(job, branch)]).toEqual(['', true]);
    const first = await tip();
    expect(await push('another title')).toBe('');
    expect(await tip()).toBe(first);
  });

  test('of ours gives way to what is to be there now', async () => {
    await push();
    await stage.repository.commit('more');
    expect(await push()).toBe('');
    expect(await git('--git-dir', stage.origin, 'log', '--format=%P', '-1', branch)).toBe(
      await git('rev-parse', 'main'),
    );
  });

  test('of somebody else stays', async () => {
    await git('push', '--quiet', stage.origin, `main:refs/heads/${branch}`);
    const before = await tip();
    expect([await push(), await isOwnBranch(job, branch), await tip()]).toEqual([before, false, before]);
  });

  test('stays where somebody else has put a commit on top of ours', async () => {
    await push();
    await git('fetch', '--quiet', stage.origin, branch);
    const more = await git('commit-tree', 'FETCH_HEAD^{tree}', '-p', 'FETCH_HEAD', '-m', 'more');
    await git('push', '--quiet', stage.origin, `${more}:refs/heads/${branch}`);
    expect([await push(), await tip()]).toEqual([more, more]);
  });

  test('that is nowhere is nobody else’s', async () => {
    expect([await isOwnBranch(job, branch), await tip()]).toEqual([true, '']);
  });
});
