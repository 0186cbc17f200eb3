import { describe, expect, test } from 'vitest';
import { toZip } from '../../support/zip.ts';
import { openJobStage } from '../job-stage.ts';

const head = 'a'.repeat(40);

/** The forge of a job with these answers. */
async function open(answers: Readonly<Record<string, unknown>>) {
  const { job, sent } = await openJobStage({ answers });
  return { forge: job.forge, sent };
}

const bot = { login: 'github-actions[bot]', type: 'Bot' };

describe('merged pull requests', () => {
  const merged = {
    number: 7,
    merged_at: '2026-06-01T10:00:00Z',
    base: { ref: 'main', repo: { full_name: 'clara/choir' } },
    head: { sha: head },
  };

  test.each([
    ['one into this branch', {}, [{ number: 7, head, mergedAt: Date.UTC(2026, 5, 1, 10) }]],
    ['one that is open', { merged_at: null }, []],
    ['one into another branch', { base: { ...merged.base, ref: 'next' } }, []],
    ['one of a fork', { base: { ref: 'main', repo: { full_name: 'eve/choir' } } }, []],
    ['one whose repository is gone', { base: { ref: 'main', repo: null } }, []],
    ['one whose head is no commit', { head: { sha: 'HEAD' } }, []],
  ])('%s', async (_, more, expected) => {
    const { forge } = await open({ [`GET /commits/${head}/pulls`]: [{ ...merged, ...more }] });
    expect(await forge.findMerged(head)).toEqual(expected);
  });

  test('a list that cannot be read is no empty one', async () => {
    const { forge } = await open({ [`GET /commits/${head}/pulls`]: 500 });
    await expect(forge.findMerged(head)).rejects.toThrow('with 500');
  });
});

test('reviews that stand are approvals, and no others', async () => {
  const at = '2026-06-01T10:00:00Z';
  const review = { id: 1, state: 'APPROVED', commit_id: head, submitted_at: at };
  const others = [
    { state: 'DISMISSED' },
    { state: 'CHANGES_REQUESTED' },
    { commit_id: null },
    { submitted_at: null },
  ];
  const { forge, sent } = await open({
    'GET /pulls/7/reviews': [review, ...others.map((more) => ({ ...review, id: 2, ...more }))],
  });
  expect(await forge.findApprovals(7)).toEqual([{ id: 1, head, at: Date.parse(at) }]);
  await forge.dismissApproval(7, { id: 1, head, at: 0 }, 'another plan');
  expect(sent()).toEqual(['PUT /pulls/7/reviews/1/dismissals {"message":"another plan","event":"DISMISS"}']);
});

test('own comments and issues are those of the workflows, and no pull request', async () => {
  const { forge, sent } = await open({
    'GET /issues/7/comments': [
      { id: 1, user: bot, body: 'ours' },
      { id: 2, user: { login: 'eve', type: 'User' }, body: 'ours' },
      { id: 3, user: bot, body: null },
    ],
    'GET /issues': [
      { number: 4, user: bot, body: 'drift' },
      { number: 5, user: bot, body: 'drift', pull_request: {} },
      { number: 6, user: null, body: 'drift' },
    ],
  });
  expect(await forge.findComments(7)).toEqual([
    { id: 1, body: 'ours' },
    { id: 3, body: '' },
  ]);
  expect(await forge.findIssues()).toEqual([{ id: 4, body: 'drift' }]);
  await forge.addComment(7, 'a');
  await forge.editComment(1, 'b');
  await forge.openIssue('t', 'c');
  await forge.editIssue(4, 't', 'd');
  await forge.closeIssue(4);
  expect(sent()).toEqual([
    'POST /issues/7/comments {"body":"a"}',
    'PATCH /issues/comments/1 {"body":"b"}',
    'POST /issues {"title":"t","body":"c"}',
    'PATCH /issues/4 {"title":"t","body":"d"}',
    'PATCH /issues/4 {"state":"closed","state_reason":"completed"}',
  ]);
});

describe('kept plans', () => {
  const name = `rollcall-plan-main-7-${head}`;
  const artifact = (id: number, day: number, more: object = {}) => ({
    id,
    name,
    expired: false,
    created_at: `2026-06-0${day}T10:00:00Z`,
    workflow_run: { id: 50 },
    ...more,
  });
  const run = {
    event: 'pull_request_target',
    path: '.github/workflows/plan.yml@refs/heads/main',
    repository: { full_name: 'clara/choir' },
    head_repository: { full_name: 'clara/choir' },
  };

  /** What is found before 8 June, by the day on which it was kept, and what it holds. */
  async function find(artifacts: readonly object[], more: object = {}): Promise<string[]> {
    const { forge } = await open({
      'GET /actions/artifacts': { artifacts },
      'GET /actions/runs/50': { ...run, ...more },
      'GET /actions/artifacts/1/zip': toZip({ 'plan.json': 'one', 'plan.seal': 'x' }),
      'GET /actions/artifacts/2/zip': 410,
      'GET /actions/artifacts/3/zip': toZip({ 'plan.json': 'three', 'plan.seal': 'x' }),
    });
    const found: string[] = [];
    const place = { account: 'main', pullRequest: 7, commit: head };
    for await (const { keptAt, isTimeTold, read } of forge.findPlans(place, Date.UTC(2026, 5, 8))) {
      expect(isTimeTold).toBe(true);
      found.push(`${new Date(keptAt).getUTCDate()} ${(await read())?.plan.toString() ?? 'gone'}`);
    }
    return found;
  }

  test('the newest first, whatever GitHub’s order', async () => {
    expect(await find([artifact(1, 2), artifact(3, 4), artifact(2, 3)])).toEqual([
      '4 three',
      '3 gone',
      '2 one',
    ]);
  });

  test.each([
    ['after the merge', { created_at: '2026-06-08T00:00:00Z' }],
    ['gone by now', { expired: true }],
    ['of another name', { name: `${name}-x` }],
    ['of no run', { workflow_run: null }],
  ])('none that is %s', async (_, more) => expect(await find([artifact(1, 2, more)])).toEqual([]));

  test.each([
    ['a pull request’s own', { event: 'pull_request' }],
    ['another workflow of that event', { path: '.github/workflows/evil.yml@refs/heads/main' }],
    ['another repository', { repository: { full_name: 'eve/choir' } }],
    ['a fork', { head_repository: { full_name: 'eve/choir' } }],
  ])('none of a run that may be anybody’s: %s', async (_, more) =>
    expect(await find([artifact(1, 2)], more)).toEqual([]),
  );
});

test('a pull request from a branch of this repository is found, written and closed', async () => {
  const heads = [
    ['adopt', 'eve/choir'],
    ['other', 'clara/choir'],
    ['adopt', 'clara/choir'],
  ];
  const { forge, sent } = await open({
    'GET /pulls': heads.map(([ref, name], index) => ({
      number: 5 + index,
      base: { ref: 'main' },
      head: { sha: head, ref, repo: { full_name: name } },
    })),
  });
  expect([await forge.findPull('adopt'), await forge.findPull('none')]).toEqual([7, undefined]);
  await forge.openPull('adopt', 'title', 'body');
  await forge.editPull(7, 'title', 'new');
  await forge.closePull(7);
  expect(sent()).toEqual([
    'POST /pulls {"title":"title","body":"body","head":"adopt","base":"main"}',
    'PATCH /pulls/7 {"title":"title","body":"new"}',
    'PATCH /pulls/7 {"state":"closed"}',
  ]);
});

test.each([
  [{ private: true }, true],
  [{ private: false }, false],
])('a repository that is %j is private: %s', async (answer, is) => {
  const { forge } = await open({ 'GET ': answer });
  expect(await forge.isPrivate()).toBe(is);
});
