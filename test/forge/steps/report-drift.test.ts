import { expect, test } from 'vitest';
import { reportDrift } from '../../../src/forge/steps/report-drift.ts';
import { openJobStage } from '../job-stage.ts';

const own = { login: 'github-actions[bot]', type: 'Bot' };
const issue = { number: 12, user: own, body: '<!-- rollcall drift main -->\nold' };

/** What is sent where a plan has so many changes, and these issues are open. */
async function keep(
  changes: string,
  issues: readonly object[] = [],
  env: Readonly<Record<string, string>> = {},
) {
  const { job, sent } = await openJobStage({
    files: { 'report.md': 'Five groups differ.' },
    env: { CHANGES: changes, ...env },
    answers: { 'GET /issues': issues },
  });
  const ended = await reportDrift(job).then(
    () => 'done',
    ({ message }: Error) => message,
  );
  return { ended, sent: sent() };
}

test('one issue is opened where there is drift, and has the report', async () => {
  const { sent } = await keep('3');
  expect(sent).toEqual([
    'POST /issues {"title":"The groups differ from their files","body":"<!-- rollcall drift main -->\\nFive groups differ."}',
  ]);
});

test('it is rewritten while there is, and closed when there is none', async () => {
  expect((await keep('2', [issue])).sent).toEqual([
    expect.stringMatching(/^PATCH \/issues\/12 .*Five groups/),
  ]);
  expect((await keep('0', [issue])).sent).toEqual([expect.stringMatching(/^PATCH \/issues\/12 .*"closed"/)]);
  expect((await keep('0')).sent).toEqual([]);
});

test('each account has its own', async () => {
  const { sent } = await keep('2', [issue], { ACCOUNT: 'second' });
  expect(sent).toEqual([expect.stringMatching(/^POST .*\(second\).*<!-- rollcall drift second -->/)]);
});

test.each([
  ['somebody else’s', { ...issue, user: { login: 'mallory', type: 'User' } }],
  ['a pull request', { ...issue, pull_request: {} }],
  ['one that only speaks of it', { ...issue, body: `> ${issue.body}` }],
])('%s is left alone', async (_, other) => expect((await keep('0', [other])).sent).toEqual([]));

test.each(['', 'none', '-1', '1e3'])(
  'a plan that was not made (%j changes) says nothing of drift',
  async (changes) => {
    expect(await keep(changes, [issue])).toEqual({ ended: 'There is no plan to tell drift from.', sent: [] });
  },
);
