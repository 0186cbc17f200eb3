import { expect, test } from 'vitest';
import { keepPlan } from '../../../src/forge/steps/keep-plan.ts';
import type { Job } from '../../../src/forge/job.ts';
import type { PlanPlace, SealedFile } from '../../../src/forge/forge.ts';
import { createSealer } from '../../../src/forge/state/seals.ts';
import { key } from '../../support/seal.ts';
import { openJobStage } from '../job-stage.ts';

const commit = 'a'.repeat(40);
const shown = { INPUT_HEAD: commit, INPUT_PULL_REQUEST: '7' };
const place = { account: 'main', commit, pullRequest: 7 };
const keptAt = Date.UTC(2026, 5, 1);
const sealer = createSealer(key);
const files = { 'plan.json': '{}', 'plan.seal': sealer.seal('{}', { kind: 'plan', ...place }) };

interface Kept {
  readonly plan: PlanPlace;
  readonly at: number;
  readonly file: SealedFile;
}

async function keep(
  env: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>> = files,
): Promise<Kept[]> {
  const { job } = await openJobStage({
    env: { GITEA_ACTIONS: 'true', ROLLCALL_KEY: key, ...env },
    files: own,
  });
  const kept: Kept[] = [];
  const shelf = {
    now: async () => keptAt,
    keep: async (plan: PlanPlace, at: number, file: SealedFile) => void kept.push({ plan, at, file }),
  };
  await keepPlan({ ...job, forge: { ...job.forge, shelf } } as Job);
  return kept;
}

test('the plan is kept with a seal for the time that the forge’s clock says', async () => {
  const [{ plan, at, file } = { plan: place, at: 0, file: { plan: Buffer.from(''), seal: '' } }] =
    await keep(shown);
  expect([plan, at]).toEqual([place, keptAt]);
  expect(sealer.isSealed(file.plan, file.seal, { kind: 'plan', ...place, keptAt })).toBe(true);
  expect(sealer.isSealed(file.plan, file.seal, { kind: 'plan', ...place, keptAt: keptAt - 1 })).toBe(false);
  expect(sealer.isSealed(file.plan, file.seal, { kind: 'plan', ...place })).toBe(false);
});

test('where no plan was made, or none for a pull request, nothing is kept', async () => {
  expect(await keep(shown, {})).toEqual([]);
  expect(await keep({})).toEqual([]);
});

test.each([
  ['another plan', shown, { ...files, 'plan.json': '{ }' }],
  ['another pull request', { ...shown, INPUT_PULL_REQUEST: '8' }, files],
  ['another account', { ...shown, INPUT_ACCOUNT: 'second' }, files],
])('a seal for %s seals nothing anew', async (_, env, own) => {
  await expect(keep(env, own)).rejects.toThrow('is not the one that it made');
});

test('at GitHub the workflow keeps it', async () => {
  await expect(openJobStage({ env: shown, files }).then(({ job }) => keepPlan(job))).rejects.toThrow(
    'its workflow keeps the plan itself',
  );
});
