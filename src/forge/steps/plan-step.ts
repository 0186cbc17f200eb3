import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plan } from '../../commands/plan.ts';
import type { Occasion } from '../../domain/occasion.ts';
import type { Ran } from '../command.ts';
import { endStep, readDocument } from '../end.ts';
import type { Job } from '../job.ts';
import { readOccasion } from '../occasion.ts';
import type { Shown } from '../review/find-shown.ts';
import { findShown } from '../review/find-shown.ts';
import { runReading } from '../state/run-reading.ts';
import { createSealer } from '../state/seals.ts';

/** The plan, its file with the seal that makes it count after a merge, and its report. Returns the exit code. */
export async function planStep(job: Job): Promise<number> {
  const shown = findShown(job);
  const file = join(job.work, 'plan.json');
  const occasion = await readOccasion(job, shown?.commit ?? '', shown?.pullRequest);
  const ran = await runPlan(job, shown, { out: file, occasion });
  job.runner.print(ran.err + ran.out);
  if (shown && existsSync(file)) await sealPlan(job, file, shown);
  return endStep({ ...ran, document: await readDocument(file) }, job);
}

interface Told {
  /** The plan file. */
  readonly out: string;
  readonly occasion: Occasion;
}

/** For drift, which no pull request shows, all photos are asked for: once a day. */
function runPlan(job: Job, shown: Shown | undefined, { out, occasion }: Told): Promise<Ran> {
  const { groups, account, work } = job;
  const base = job.input('BASE');
  const options = {
    groups,
    target: [],
    out,
    markdown: join(work, 'report.md'),
    html: join(work, 'report.html'),
    occasion,
    ...(account && { account }),
    ...(base && { base }),
    ...(shown === undefined && { askPhotos: true }),
  };
  return runReading(job, (memory, own, hooks) => plan({ ...options, ...memory }, own, hooks));
}

async function sealPlan(job: Job, file: string, shown: Shown): Promise<void> {
  const place = { kind: 'plan', account: job.accountName, ...shown } as const;
  const seal = createSealer(job.io.env['ROLLCALL_KEY']).seal(await readFile(file), place);
  await writeFile(join(job.work, 'plan.seal'), seal);
}
