import { expect, test } from 'vitest';
import { openJobStage } from '../job-stage.ts';

// What every forge must do is in ../rest/rest-forge; here is what Gitea and Forgejo do in their own way.

const head = 'a'.repeat(40);
const pull = {
  number: 7,
  merged_at: '2026-06-01T10:00:00Z',
  base: { ref: 'main', repo: { full_name: 'clara/choir' } },
  // Where the branch stands by now.
  head: { sha: 'b'.repeat(40) },
};
const ref = { ref: 'refs/pull/7/head', object: { sha: head } };

async function open(answers: Readonly<Record<string, unknown>>, env: Readonly<Record<string, string>> = {}) {
  const { job, sent } = await openJobStage({ answers, env: { GITEA_ACTIONS: 'true', ...env } });
  return { forge: job.forge, sent };
}

test.each([
  ['one into this branch', {}, [ref], [{ number: 7, head, mergedAt: Date.UTC(2026, 5, 1, 10) }]],
  ['one that is open', { merged_at: null }, [ref], []],
  ['one into another branch', { base: { ...pull.base, ref: 'next' } }, [ref], []],
  ['one of a fork', { base: { ref: 'main', repo: { full_name: 'eve/choir' } } }, [ref], []],
  ['one whose head cannot be told', {}, [], []],
  ['one beside which another begins with the same digits', {}, [{ ...ref, ref: 'refs/pull/7/head2' }], []],
])('merged: %s', async (_, more, refs, expected) => {
  const { forge } = await open({
    [`GET /commits/${head}/pull`]: { ...pull, ...more },
    'GET /git/refs/pull/7/head': refs,
  });
  expect(await forge.findMerged(head)).toEqual(expected);
});

test('a commit with which no pull request came has none, and one that cannot be asked about is an error', async () => {
  const { forge } = await open({ [`GET /commits/${'c'.repeat(40)}/pull`]: 500 });
  expect(await forge.findMerged(head)).toEqual([]);
  await expect(forge.findMerged('c'.repeat(40))).rejects.toThrow('Gitea answered GET');
});

test('an approval is taken back in its own way', async () => {
  const { forge, sent } = await open({});
  await forge.dismissApproval(7, { id: 1, head, at: 0 }, 'another plan');
  expect(sent()).toEqual(['POST /pulls/7/reviews/1/dismissals {"message":"another plan","priors":false}']);
});

test('an approval that was taken back does not stand', async () => {
  const review = { id: 1, state: 'APPROVED', commit_id: head, submitted_at: '2026-06-01T10:00:00Z' };
  const { forge } = await open({
    'GET /pulls/7/reviews': [
      { ...review, dismissed: true },
      { ...review, id: 2, dismissed: false },
    ],
  });
  expect((await forge.findApprovals(7)).map(({ id }) => id)).toEqual([2]);
});

test.each([
  ['Gitea', {}],
  ['Forgejo', { FORGEJO_ACTIONS: 'true' }],
])('who answers is named: %s', async (name, env) => {
  const { forge } = await open({ 'POST /issues/7/comments': 403 }, env);
  expect(forge.name).toBe(name);
  await expect(forge.addComment(7, 'x')).rejects.toThrow(`${name} answered POST`);
});
