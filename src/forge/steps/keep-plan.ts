import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '../job.ts';
import { findShown } from '../review/find-shown.ts';
import { createSealer } from '../state/seals.ts';

/**
 * Keeps the plan for when its pull request is merged, with a forge that keeps nothing of a run for another: sealed anew, for the
 * time that the forge's own clock says, by which it dates merges and reviews. Where no plan was made there is nothing to keep.
 */
export async function keepPlan({ forge, ...job }: Job): Promise<void> {
  if (!forge.shelf)
    throw new Error(`Of what a run at ${forge.name} makes, its workflow keeps the plan itself.`);
  const [file, sealFile] = ['plan.json', 'plan.seal'].map((name) => join(job.work, name)) as [string, string];
  const shown = findShown(job);
  if (!shown || !existsSync(file) || !existsSync(sealFile)) return;
  const [plan, seal] = [await readFile(file), await readFile(sealFile, 'utf8')];
  const sealer = createSealer(job.io.env['ROLLCALL_KEY']);
  const place = { account: job.accountName, ...shown };
  if (!sealer.isSealed(plan, seal, { kind: 'plan', ...place }))
    throw new Error('The plan in the folder of this job is not the one that it made.');
  const keptAt = await forge.shelf.now();
  await forge.shelf.keep(place, keptAt, {
    plan,
    seal: sealer.seal(plan, { kind: 'plan', ...place, keptAt }),
  });
}
