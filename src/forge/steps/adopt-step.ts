import { adopt } from '../../commands/adopt.ts';
import { exitCodes } from '../../exit-codes.ts';
import { git, gitText } from '../../git/run-git.ts';
import { escapeInline } from '../../safe/inline.ts';
import { endStep } from '../end.ts';
import type { Job } from '../job.ts';
import { findChanged } from '../offer/find-changed.ts';
import { offerPull, tellForeign, withdrawPull } from '../offer/offer-pull.ts';
import { loadOwnWords } from '../offer/load-own-words.ts';
import { runReading } from '../state/run-reading.ts';

/**
 * Lets the files follow their groups, on a branch of its own, and offers that as one pull request: somebody's wish, not a
 * fact. It is made anew while there is something to take over, and closed when there is nothing. Returns the exit code.
 */
export async function adoptStep(job: Job): Promise<number> {
  const { groups, account } = job;
  const options = { groups, target: [], yes: true, keepsApproved: true, ...(account && { account }) };
  const ran = await runReading(job, (memory, io, hooks) => adopt({ ...options, ...memory }, io, hooks));
  job.runner.print(ran.err + ran.out);
  const { edited, added } = await findChanged(job);
  const paths = [...edited, ...added];
  if (paths.length > 0) await offer(job, paths);
  // Where a group could not be read, what was offered for it may still be due.
  else if (ran.code === exitCodes.ok || ran.code === exitCodes.incomplete) await withdrawPull(job, 'adopt');
  return endStep({ ...ran, isQuiet: true }, job);
}

async function offer(job: Job, paths: readonly string[]): Promise<void> {
  const { forge, runner, accountName, addresses, workspace, remote } = job;
  const { env } = remote.options;
  const warn = (text: string) => runner.annotate([{ level: 'warning', title: 'Rollcall', text }]);
  const all = await loadOwnWords(job);
  if (!(await forge.isPrivate())) return warn(all.forge.public);
  const { adopted: words, noChecks } = all.offers;
  await git(workspace, ['add', '--', ...paths], { env });
  const { kind } = await offerPull(job, 'adopt', {
    tree: await gitText(workspace, ['write-tree'], { env }),
    parent: await gitText(workspace, ['rev-parse', 'HEAD'], { env }),
    title: words.title(escapeInline(accountName === 'main' ? '' : accountName)),
    body: `${words.body(escapeInline(addresses.run))}\n\n${noChecks(escapeInline(forge.name))}\n`,
  });
  if (kind === 'foreign') await warn(await tellForeign(job, 'adopt'));
}
