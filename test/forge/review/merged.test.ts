import { expect, test } from 'vitest';
import type { MergedPull } from '../../../src/forge/forge.ts';
import type { Job } from '../../../src/forge/job.ts';
import { findMerged } from '../../../src/forge/review/merged.ts';
import { makeFolder } from '../../support/folder.ts';
import { createRepository } from '../../support/repository.ts';

/** A branch of so many commits, the oldest first, and what GitHub tells of each when it is asked. */
async function open(count: number, tell: (index: number, asked: number) => readonly number[], age = 0) {
  const workspace = makeFolder();
  const repository = await createRepository(workspace);
  const commits: string[] = [];
  for (let index = 0; index < count; index += 1) commits.push(await repository.commit(String(index)));
  const log: string[] = [];
  let slept = 0;
  const job = {
    workspace,
    remote: { url: '', options: { env: { PATH: process.env['PATH'], HOME: workspace } } },
    io: {
      clock: {
        now: () => Date.now() + age + slept,
        sleep: async (milliseconds: number) => {
          slept += milliseconds;
          log.push('pause');
        },
      },
    },
    forge: {
      findMerged: async (commit: string): Promise<MergedPull[]> => {
        const index = commits.indexOf(commit);
        const numbers = tell(index, log.filter((each) => each === String(index)).length);
        log.push(String(index));
        return numbers.map((number) => ({ number, head: commit, mergedAt: 0 }));
      },
    },
  } as unknown as Job;
  const find = async (applied: string) => {
    const { pulls, alone, isCut } = await findMerged(job, applied);
    return {
      pulls: pulls.map(({ number }) => number),
      alone: alone.map((each) => commits.indexOf(each)),
      isCut,
    };
  };
  return { find, commits, log, repository };
}

test('all commits since the last apply are asked about, the newest first, and each pull request counts once', async () => {
  const { find, commits, log } = await open(4, (index) => [index === 3 ? 8 : 7]);
  expect(await find(commits[0] ?? '')).toEqual({ pulls: [8, 7], alone: [], isCut: false });
  expect(log).toEqual(['3', '2', '1']);
});

test('where nothing was applied yet, the newest alone counts; nothing new is nothing', async () => {
  const { find, commits } = await open(3, (index) => [index]);
  expect(await find('')).toEqual({ pulls: [2], alone: [], isCut: false });
  expect(await find(commits[2] ?? '')).toEqual({ pulls: [], alone: [], isCut: false });
});

test('a history that was rewritten is said', async () => {
  const { find } = await open(2, (index) => [index]);
  expect(await find('d'.repeat(40))).toEqual({ pulls: [1], alone: [], isCut: true });
});

test('what was merged inside a pull request is not asked about', async () => {
  const { find, commits, log, repository } = await open(1, () => [7]);
  await repository.git('checkout', '--quiet', '-b', 'change');
  commits.push(await repository.commit('inside'));
  await repository.git('checkout', '--quiet', 'main');
  await repository.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'change');
  commits.push(await repository.git('rev-parse', 'HEAD'));
  expect(await find(commits[0] ?? '')).toEqual({ pulls: [7], alone: [], isCut: false });
  expect(log).toEqual(['2']);
});

test('what GitHub learns some seconds after a merge is waited for', async () => {
  const { find, log } = await open(1, (_, asked) => (asked < 2 ? [] : [7]));
  expect(await find('')).toEqual({ pulls: [7], alone: [], isCut: false });
  expect(log).toEqual(['0', 'pause', '0', 'pause', '0']);
});

test('not for ever, and not for a commit of long ago', async () => {
  const fresh = await open(1, () => []);
  expect(await fresh.find('')).toEqual({ pulls: [], alone: [0], isCut: false });
  expect(fresh.log.filter((each) => each === '0')).toHaveLength(6);
  const old = await open(1, () => [], 11 * 60_000);
  expect(await old.find('')).toEqual({ pulls: [], alone: [0], isCut: false });
  expect(old.log).toEqual(['0']);
});
