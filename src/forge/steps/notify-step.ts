import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { notify } from '../../commands/notifying/notify.ts';
import type { NoticeTopic } from '../../domain/past.ts';
import { exitCodes } from '../../exit-codes.ts';
import { toAddress } from '../../safe/address.ts';
import { escapeTerminal } from '../../safe/escape.ts';
import { toCode } from '../end.ts';
import type { Job } from '../job.ts';
import { loadOwnWords } from '../offer/load-own-words.ts';
import { runReading } from '../state/run-reading.ts';

/** What the commands of a job leave, in the order in which they are written. */
const reports = ['report-new.json', 'report.json', 'rest-new.json', 'rest.json'];

/**
 * Tells the admins what became of this job's run, if that needs anybody. Whatever comes of it, the run itself is told as it was:
 * a message that could not be sent is a warning. Returns the exit code.
 */
export async function notifyStep(job: Job): Promise<number> {
  const { work, groups, account, runner, runName } = job;
  const topic: NoticeTopic = job.input('COMMAND') === 'drift' ? 'drift' : 'apply';
  const names = topic === 'drift' ? ['plan.json'] : reports;
  const files = names.map((name) => join(work, name)).filter((file) => existsSync(file));
  const link = toAddress(findPlace(job));
  const options = {
    groups,
    reports: files,
    topic,
    ended: toCode(job.input('FAILURE')),
    ...(link && { link }),
    ...(account && { account }),
  };
  // What an earlier step of this job has left on the branch is left there.
  const own = { ...job, runName: `${runName}-notify` };
  const ran = await runReading(own, (memory, io) => notify({ ...options, ...memory }, io));
  runner.print(ran.err + ran.out);
  if (ran.code !== exitCodes.ok && ran.code !== exitCodes.incomplete)
    await runner.annotate([
      { level: 'warning', title: 'Rollcall', text: escapeTerminal(await tellFailure(ran.err, job)) },
    ]);
  return ran.code === exitCodes.incomplete ? exitCodes.ok : ran.code;
}

/** The pull request that was merged, where its outcome stands, if it is one; else the page of the run. */
function findPlace({ addresses, input }: Job): string {
  const merged = input('PULL_REQUESTS');
  return /^[1-9]\d{0,9}$/.test(merged) ? addresses.pullRequest(Number(merged)) : addresses.run;
}

async function tellFailure(err: string, job: Job): Promise<string> {
  const [line = ''] = err.split('\n').filter(Boolean);
  return `${(await loadOwnWords(job)).forge.notes.untold} ${line}`.trim();
}
