import { beforeEach, expect, test } from 'vitest';
import { createSealer } from '../../../src/forge/state/seals.ts';
import { keepPlan } from '../../../src/forge/gitea/kept-plans.ts';
import { key } from '../../support/seal.ts';
import { toPlanText } from '../../support/plan-text.ts';
import { api, head, useFindStage } from '../find-stage.ts';

// What a merge at Gitea or Forgejo approves: nothing but seals tells who kept a plan, and when.

const on = useFindStage();
const place = { account: 'main', pullRequest: 7, commit: head };
const [noon, one] = [Date.UTC(2026, 5, 1, 12), toPlanText('a')];
const shelfRef = `refs/rollcall/plans/main/7/${head}`;

beforeEach(async () => {
  const merged = await on.stage.repository.git('rev-parse', 'HEAD');
  on.stage.answers.set(`${api}/commits/${merged}/pull`, {
    number: 7,
    merged_at: new Date(noon).toISOString(),
    base: { ref: 'main', repo: { full_name: 'clara/choir' } },
    head: { sha: 'b'.repeat(40) },
  });
  on.stage.answers.set(`${api}/git/refs/pull/7/head`, [{ ref: 'refs/pull/7/head', object: { sha: head } }]);
  for (const ref of (await atServer('for-each-ref', '--format=%(refname)', 'refs/rollcall')).split('\n'))
    if (ref) await atServer('update-ref', '-d', ref);
});

const atServer = (...args: string[]) => on.stage.repository.git('--git-dir', on.stage.origin, ...args);

/** Kept at a time, with a seal for this place and time unless it is told otherwise. */
async function keep(
  at: number,
  more: { readonly text?: string; readonly sealed?: object; readonly key?: string } = {},
) {
  const { text = one, sealed = {}, key: by = key } = more;
  const seal = createSealer(by).seal(text, { kind: 'plan', ...place, keptAt: at, ...sealed });
  const env = { PATH: process.env['PATH'], HOME: on.stage.workspace };
  const shelf = {
    remote: { url: on.stage.origin, options: { env } },
    folder: `${on.stage.workspace}/../plans.git`,
  };
  await keepPlan(shelf, { ...place, at }, { plan: Buffer.from(text), seal });
}

const find = async () => (await on.find({ GITEA_ACTIONS: 'true' })).plans;

test('the plan that was kept before the merge approves it', async () => {
  await keep(noon - 1000);
  expect(await find()).toEqual([one]);
});

test.each([
  ['kept after the merge', noon, {}],
  ['sealed for another time', noon - 2000, { sealed: { keptAt: noon - 1000 } }],
  ['sealed as one is where the forge tells the time', noon - 2000, { sealed: { keptAt: undefined } }],
  ['sealed for another pull request', noon - 2000, { sealed: { pullRequest: 8 } }],
  ['sealed for another head', noon - 2000, { sealed: { commit: 'c'.repeat(40) } }],
  ['sealed for another account', noon - 2000, { sealed: { account: 'second' } }],
  ['sealed with another key', noon - 2000, { key: 'cd'.repeat(32) }],
])('none that was %s', async (_, at, more) => {
  await keep(at, more);
  expect(await find()).toEqual([]);
});

test('a plan that somebody puts there once more under another time is not newer for it', async () => {
  const newer = toPlanText('b');
  await keep(noon - 3000);
  await keep(noon - 2000, { text: newer });
  const old = await atServer('rev-parse', `${shelfRef}/${noon - 3000}`);
  await atServer('update-ref', `${shelfRef}/${noon - 1000}`, old);
  expect(await find()).toEqual([newer]);
});
