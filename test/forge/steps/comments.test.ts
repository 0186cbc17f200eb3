import { describe, expect, test } from 'vitest';
import { commentOutcome, commentPlan } from '../../../src/forge/steps/comments.ts';
import { makeFolder } from '../../support/folder.ts';
import { toPlanText } from '../../support/plan-text.ts';
import { openJobStage } from '../job-stage.ts';

const bot = { login: 'github-actions[bot]', type: 'Bot' };
const head = 'a'.repeat(40);

interface Setup {
  readonly report?: string;
  /** Of groups that were made. */
  readonly made?: string;
  /** By one letter each, what the plan approves. */
  readonly ids?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly comments?: readonly object[];
  readonly answers?: Readonly<Record<string, unknown>>;
}

/** What is sent to pull request 7, and the text of it. */
async function say({ report, made, ids, env, comments = [], answers }: Setup = {}, act = commentPlan) {
  const { job, sent, written } = await openJobStage({
    files: {
      ...(report !== undefined && { 'report.md': report }),
      ...(made !== undefined && { 'report-new.md': made }),
      ...(ids !== undefined && { 'plan.json': toPlanText(ids) }),
    },
    env: { PULL_REQUEST: '7', PULL_REQUESTS: '7\n8\n', ...(ids !== undefined && { HEAD_SHA: head }), ...env },
    answers: { 'GET /issues/7/comments': comments, ...answers },
  });
  const ended = await act(job).then(
    () => 'done',
    ({ message }: Error) => message,
  );
  const requests = sent().map((request) => request.split(/ (?=\{)/) as [string, string]);
  const [, body = '{}'] = requests.find(([request]) => request.includes('comments')) ?? [];
  const { body: text = '' } = JSON.parse(body) as { body?: string };
  return { ended, requests: requests.map(([request]) => request), text, out: written.out };
}

describe('the comment on a plan', () => {
  const marker = '<!-- rollcall plan main -->';
  const report = 'Merging adds nobody.';

  test('is written once and then over itself', async () => {
    const first = await say({ report });
    expect(first).toMatchObject({ requests: ['POST /issues/7/comments'], text: `${marker}\n${report}` });
    const again = await say({ report, comments: [{ id: 55, user: bot, body: `${marker}\nold` }] });
    expect(again.requests).toEqual(['PATCH /issues/comments/55']);
  });

  test('somebody else’s with our marker is left alone', async () => {
    const { requests } = await say({
      report,
      comments: [
        { id: 66, user: { login: 'mallory', type: 'User' }, body: `${marker}\nall is well` },
        { id: 67, user: { login: 'github-actions[bot]', type: 'User' }, body: marker },
        { id: 68, user: bot, body: `> ${marker}` },
        { id: 69, user: bot, body: '<!-- rollcall plan second -->' },
      ],
    });
    expect(requests).toEqual(['POST /issues/7/comments']);
  });

  test.each(['', '0', '7/../8', '7 8'])('goes nowhere for the number %j', async (number) => {
    const { ended, requests } = await say({ report, env: { PULL_REQUEST: number } });
    expect({ ended, requests }).toEqual({ ended: 'There is no pull request to write to.', requests: [] });
  });

  test('says in words why there is no plan, and where to look', async () => {
    const { text } = await say({ env: { TROUBLE: 'x.jpg is a symbolic link ```\n@everybody' } });
    expect(text).toContain(
      '## There is no plan\n\n````text\nx.jpg is a symbolic link ```\n@everybody\nMerging this approves nothing.',
    );
    expect(text).toContain('/clara/choir/actions/runs/4711)');
    expect((await say()).text).toContain('The plan could not be made.\nMerging this');
  });

  test('too long is cut where its blocks and folds end, so that it says so', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `+ line ${index} of a description`);
    const fold = [
      '<details><summary>1 change</summary>',
      '',
      '````diff',
      '```',
      ...lines,
      '````',
      '',
      '</details>',
    ];
    const { text } = await say({ report: fold.join('\n') });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
    expect(Buffer.byteLength(text)).toBeGreaterThan(63_000);
    expect(text).toMatch(/of a description\n````\n\n<\/details>\n\n… \d+ more lines were cut/);
  });

  test('of the longest report that Rollcall writes is not cut', async () => {
    expect((await say({ report: `${'word\n'.repeat(12_000)}end` })).text.endsWith('end')).toBe(true);
  });

  test('is a new one where a plan for the same commit approves something else: whoever approved is asked again', async () => {
    const { text: old } = await say({ report, ids: 'ab' });
    const review = { id: 3, state: 'APPROVED', commit_id: head, submitted_at: '2026-06-01T10:00:00Z' };
    const before = {
      comments: [{ id: 55, user: bot, body: old }],
      answers: { 'GET /pulls/7/reviews': [review, { ...review, id: 4, commit_id: 'b'.repeat(40) }] },
    };
    expect((await say({ report, ids: 'ba', ...before })).requests).toEqual(['PATCH /issues/comments/55']);
    const another = await say({ report, ids: 'ac', ...before });
    expect(another.requests).toEqual(['POST /issues/7/comments', 'PUT /pulls/7/reviews/3/dismissals']);
    expect(another.text).toContain('This plan is another one than the one above');
    const kept = { ...before.answers, 'PUT /pulls/7/reviews/3/dismissals': 403 };
    expect(await say({ report, ids: 'ac', ...before, answers: kept })).toMatchObject({
      ended: 'done',
      out: expect.stringContaining('with 403'),
    });
  });

  test('that there is no plan takes nothing back from what the one before it showed', async () => {
    const { text: old } = await say({ report, ids: 'ab' });
    const { text: none } = await say({ comments: [{ id: 55, user: bot, body: old }] });
    const { requests } = await say({ report, ids: 'ac', comments: [{ id: 55, user: bot, body: none }] });
    expect(requests).toEqual(['POST /issues/7/comments']);
  });
});

describe('the outcome', () => {
  test('is told on each pull request, also where another one cannot be written to', async () => {
    const setup = { report: 'One person has joined.', answers: { 'POST /issues/7/comments': 403 } };
    const { ended, requests, text } = await say(setup, commentOutcome);
    expect(ended).toContain('/issues/7/comments with 403');
    expect(requests).toEqual(['POST /issues/7/comments', 'POST /issues/8/comments']);
    expect(text).toBe('<!-- rollcall outcome main -->\nOne person has joined.');
  });

  test('begins with the groups that were made', async () => {
    const marker = '<!-- rollcall outcome main -->\n';
    const made = 'One group was made.';
    const both = await say({ made, report: 'One person has joined.' }, commentOutcome);
    expect(both.text).toBe(`${marker}One group was made.\n\nOne person has joined.`);
    expect((await say({ made }, commentOutcome)).text).toBe(`${marker}${made}`);
  });

  test('is told to be unknown where the run ended before it could say', async () => {
    expect((await say({}, commentOutcome)).text).toContain('Nothing is known of the outcome');
  });
});

describe('the language of the policy', () => {
  const languages = {
    en: [
      'There is no plan',
      'Merging this approves nothing.',
      'says more',
      'Nothing is known of the outcome',
    ],
    id: ['Belum ada rencana', 'tidak menyetujui apa pun', 'Selengkapnya', 'Hasilnya tidak diketahui'],
    'pt-BR': ['Não há plano', 'não aprova nada', 'Mais detalhes', 'Não se sabe o que aconteceu'],
  };

  test.each(Object.entries(languages))(
    'is that of comments without a report: %s',
    async (language, texts) => {
      const groups = makeFolder({ '_policy.yaml': `account: "+447700900001"\nlanguage: ${language}\n` });
      const env = { INPUT_GROUPS: groups, PULL_REQUEST: '7', PULL_REQUESTS: '7' };
      const { job, sent } = await openJobStage({ env, answers: { 'GET /issues/7/comments': [] } });
      await commentPlan(job);
      await commentOutcome(job);
      for (const text of texts) expect(sent().join('\n')).toContain(text);
      expect(sent().join('\n').includes('There is no plan')).toBe(language === 'en');
    },
  );
});
