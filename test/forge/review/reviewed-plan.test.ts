import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toPlanText } from '../../support/plan-text.ts';
import type { KeptPlan } from '../find-stage.ts';
import { api, head, repository, trusted, useFindStage } from '../find-stage.ts';

/*
 * Whose plan counts, where pull requests share a commit, or a plan is made again after somebody approved the one before.
 */

const on = useFindStage();
const { find } = on;
/** As GitHub names it where it says of which branch the workflow is. */
const ofMain = { ...trusted, path: `${trusted.path}@refs/heads/main` };

/** "11:30" on the day of the merge, which is at 12:00. */
function toTime(hour: string): string {
  return `2026-06-01T${hour}:00Z`;
}

async function setMerged(...numbers: number[]): Promise<void> {
  await on.setMerged(numbers.map((number) => ({ number })));
}

/** A plan that was kept at an hour. */
function keepPlan(text: string, at: string, kept: Omit<KeptPlan, 'text' | 'at'> = {}): void {
  on.keepPlan({ text, at: toTime(at), run: ofMain, ...kept });
}

function review(at: string, more: Readonly<Record<string, unknown>> = {}) {
  return { id: 91, state: 'APPROVED', commit_id: head, submitted_at: toTime(at), ...more };
}

function setReviews(number: number, ...reviews: object[]): void {
  on.stage.answers.set(`${api}/pulls/${number}/reviews`, reviews);
}

describe('a plan that another pull request showed for the same commit', () => {
  test('does not count, whatever its name or its seal says', async () => {
    await setMerged(7);
    keepPlan(toPlanText('ab'), '11:00', { by: 8 });
    keepPlan(toPlanText('abc'), '11:10', { by: 7, sealedFor: 8 });
    const { plans, out } = await find();
    expect(plans).toEqual([]);
    expect(out).toContain('Merged without a plan');
  });

  test('does not count where GitHub calls that one merged as well, and its plan is another', async () => {
    await setMerged(7, 8);
    keepPlan(toPlanText('ab'), '11:00', { by: 7 });
    keepPlan(toPlanText('abc'), '11:30', { by: 8 });
    const { plans, out } = await find();
    expect(plans).toEqual([]);
    expect(out).toContain('showed another plan: #7 and #8. Nothing of it is approved.');
  });

  test('does not stand in the way of the one that was reviewed', async () => {
    await setMerged(7, 8);
    keepPlan(toPlanText('ab'), '11:00', { by: 7 });
    keepPlan(toPlanText('abc'), '11:30', { by: 8 });
    setReviews(7, review('11:20'));
    expect((await find()).plans).toEqual([toPlanText('ab')]);
  });

  test('may be the same, and is carried out once', async () => {
    await setMerged(7, 8);
    keepPlan(toPlanText('ab'), '11:00', { by: 7 });
    keepPlan(toPlanText('ba'), '11:30', { by: 8 });
    expect((await find()).plans).toHaveLength(1);
  });
});

describe('a plan that was made again after the review', () => {
  test('approves where it approves the same, and its limits object to the same', async () => {
    await setMerged(7);
    keepPlan(toPlanText('abc', { refused: 'c' }), '11:00');
    setReviews(7, review('11:20'));
    keepPlan(toPlanText('ab', { note: 'later' }), '11:40');
    expect((await find()).plans).toEqual([toPlanText('ab', { note: 'later' })]);
  });

  test.each([
    ['more', toPlanText('abc')],
    ['less', toPlanText('a')],
    ['what a limit refused before', toPlanText('abd')],
  ])('wants the review again where it approves %s', async (_, text) => {
    await setMerged(7);
    keepPlan(toPlanText('abd', { refused: 'd' }), '11:00');
    setReviews(7, review('11:20'));
    keepPlan(text, '11:40');
    const { plans, out, code } = await find();
    expect(code).toBe(0);
    expect(plans).toEqual([]);
    expect(out).toContain('after the last review that approved it: #7. Nothing of it is approved.');
    setReviews(7, review('11:20'), review('11:50'));
    expect((await find()).plans).toEqual([text]);
  });

  test.each([
    ['later', '11:40'],
    ['in the very second of the review', '11:20'],
  ])('wants it too where nobody can tell what was reviewed, since the first was kept %s', async (_, at) => {
    await setMerged(7);
    setReviews(7, review('11:20'));
    keepPlan(toPlanText('ab'), at);
    expect((await find()).plans).toEqual([]);
  });

  test.each([
    ['of another commit', { commit_id: 'b'.repeat(40) }],
    ['that was taken back', { state: 'DISMISSED' }],
    ['that only comments', { state: 'COMMENTED' }],
    ['that came after the merge', { submitted_at: toTime('12:30') }],
  ])('is measured by no review %s', async (_, more) => {
    await setMerged(7);
    setReviews(7, review('11:20', more));
    keepPlan(toPlanText('ab'), '11:40');
    expect((await find()).plans).toEqual([toPlanText('ab')]);
  });

  test('is not the last one where it is forged', async () => {
    await setMerged(7);
    keepPlan(toPlanText('ab'), '11:00');
    setReviews(7, review('11:20'));
    keepPlan(toPlanText('abc'), '11:40', { run: { ...ofMain, event: 'push' } });
    keepPlan(toPlanText('abc'), '11:45', { sealedFor: 8 });
    expect((await find()).plans).toEqual([toPlanText('ab')]);
  });

  test('nothing is begun where GitHub does not tell who approved it', async () => {
    await setMerged(7);
    keepPlan(toPlanText('ab'), '11:00');
    on.stage.answers.set(`${api}/pulls/7/reviews`, 500);
    const { code, out, outputs } = await find();
    expect([code, outputs]).toEqual([1, {}]);
    expect(out).toContain('500');
  });
});

describe('artifacts in thousands', () => {
  test('that have expired are looked at no further than a page of them', async () => {
    await setMerged(7);
    const name = `rollcall-plan-main-7-${head}`;
    const expired = Array.from({ length: 100 }, (_, id) => ({ id, name, expired: true }));
    on.stage.answers.set(`${api}/actions/artifacts`, { artifacts: expired });
    const before = on.stage.api.requests.length;
    const { code, out } = await find();
    expect(code).toBe(0);
    expect(out).toContain('Merged without a plan');
    const asked = on.stage.api.requests.slice(before).map(({ path }) => path);
    expect(asked.filter((path) => path.includes('/actions/'))).toEqual([
      `/repos/${repository}/actions/artifacts?name=${name}&per_page=100&page=1`,
    ]);
  });

  test('that others made under the name are not asked about one by one without an end', async () => {
    await setMerged(7);
    const name = `rollcall-plan-main-7-${head}`;
    const forged = Array.from({ length: 100 }, (_, index) => {
      const id = index + 1000;
      return { id, name, expired: false, created_at: toTime('11:00'), workflow_run: { id } };
    });
    on.stage.answers.set(`${api}/actions/artifacts`, { artifacts: forged });
    const before = on.stage.api.requests.length;
    expect((await find()).code).toBe(0);
    expect(on.stage.api.requests.length - before).toBeLessThan(120);
  });
});

describe('the comment on a plan that was made again', () => {
  const comments = `${api}/issues/7/comments`;
  const user = { login: 'github-actions[bot]', type: 'Bot' };

  async function say(text: string, report = 'Merging adds nobody.', commit = head): Promise<string[]> {
    await mkdir(dirname(on.stage.shared('plan.json')), { recursive: true });
    await writeFile(on.stage.shared('report.md'), report);
    await writeFile(on.stage.shared('plan.json'), text);
    const before = on.stage.api.requests.length;
    const { code } = await on.stage.step('comment-plan', { PULL_REQUEST: '7', HEAD_SHA: commit });
    expect(code).toBe(0);
    const sent = on.stage.api.requests.slice(before).filter(({ method }) => method !== 'GET');
    const own = sent.find(({ body }) => body.includes('"body"'));
    if (own) said = (JSON.parse(own.body) as { body: string }).body;
    return sent.map(({ method, path }) => `${method} ${path.replace(`/repos/${repository}`, '')}`);
  }

  let said = '';

  /** A plan was shown, and somebody approved it. */
  async function show(text: string): Promise<void> {
    await say(text);
    on.stage.answers.set(comments, [{ id: 55, user, body: said }]);
    setReviews(7, review('11:20'), review('11:25', { id: 92, commit_id: 'b'.repeat(40) }));
  }

  test('is the same one where it approves the same', async () => {
    await show(toPlanText('ab'));
    expect(await say(toPlanText('ba'))).toEqual(['PATCH /issues/comments/55']);
  });

  test('is a new one where it approves something else, and asks for the review again', async () => {
    await show(toPlanText('ab'));
    expect(await say(toPlanText('abc'))).toEqual([
      'POST /issues/7/comments',
      'PUT /pulls/7/reviews/91/dismissals',
    ]);
    expect(said).toContain('This plan is another one than the one above');
    expect(said).toContain('Merging adds nobody.');
  });

  test('is the same one for another commit, whose review falls by itself', async () => {
    await show(toPlanText('ab'));
    expect(await say(toPlanText('abc'), 'More.', 'b'.repeat(40))).toEqual(['PATCH /issues/comments/55']);
  });

  test('is a new one also where no plan could be made in between', async () => {
    await show(toPlanText('ab'));
    await on.stage.step('comment-plan', { PULL_REQUEST: '7', TROUBLE: 'a conflict' });
    await writeFile(on.stage.shared('plan.json'), '');
    const broken = on.stage.api.requests.at(-1)?.body ?? '';
    on.stage.answers.set(comments, [{ id: 55, user, body: (JSON.parse(broken) as { body: string }).body }]);
    expect((await say(toPlanText('abc')))[0]).toBe('POST /issues/7/comments');
  });

  test('says so where the review cannot be taken back', async () => {
    await show(toPlanText('ab'));
    on.stage.answers.set(`PUT /repos/${repository}/pulls/7/reviews/91/dismissals`, 403);
    await say(toPlanText('abc'));
    expect(said).toContain('This plan is another one');
  });
});
