import { adopt } from '../../commands/adopt.ts';
import { parsePolicyAlone } from '../../config/parse.ts';
import { loadSources } from '../../config/sources.ts';
import { exitCodes } from '../../exit-codes.ts';
import { readTip } from '../../git/remote.ts';
import { git, gitText, ownAddress } from '../../git/run-git.ts';
import { escapeInline } from '../../safe/inline.ts';
import { loadWords } from '../../words/load-words.ts';
import type { Words } from '../../words/words.ts';
import { endStep } from '../end.ts';
import type { Job } from '../job.ts';
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
  const paths = await findChanged(job);
  if (paths.length > 0) await offer(job, paths);
  // Where a group could not be read, what was offered for it may still be due.
  else if (ran.code === exitCodes.ok || ran.code === exitCodes.incomplete) await withdraw(job);
  return endStep({ ...ran, isQuiet: true }, job);
}

/** The files and pictures that differ from the commit that is checked out, below the repository. */
async function findChanged({ workspace, groups, remote }: Job): Promise<string[]> {
  const { env } = remote.options;
  const list = async (...args: readonly string[]) =>
    (await git(workspace, [...args, '-z', '--', groups], { env })).toString().split('\0').filter(Boolean);
  // A link of the repository lies here as a link.
  const changed = await list('-c', 'core.symlinks=true', 'diff', '--name-only', '--relative', 'HEAD');
  return [...changed, ...(await list('ls-files', '--others', '--exclude-standard'))];
}

/** One branch an account. */
function toBranch({ accountName }: Job): string {
  return accountName === 'main'
    ? 'rollcall-adopt'
    : `rollcall-adopt-${accountName.replaceAll(/[^\w-]/g, '-')}`;
}

async function offer(job: Job, paths: readonly string[]): Promise<void> {
  const { forge, runner, accountName, runAddress } = job;
  const warn = (text: string) => runner.annotate([{ level: 'warning', title: 'Rollcall', text }]);
  if (!(await forge.isPrivate())) return warn(publicText);
  const branch = toBranch(job);
  const words = (await readWords(job)).adopt.offer;
  const title = words.title(accountName === 'main' ? escapeInline('') : escapeInline(accountName));
  if (!(await pushBranch(job, { branch, paths, title }))) return warn(`${branch} ${foreignText}`);
  const body = words.body(escapeInline(runAddress));
  const open = await forge.findPull(branch);
  if (open === undefined) await forge.openPull(branch, title, body);
  else await forge.editPull(open, title, body);
}

const publicText =
  'This repository is public, and what would be offered may hold numbers of people who are in no file yet. Nothing was pushed: run rollcall adopt yourself.';
const foreignText =
  'holds commits of somebody else, so it was left as it is: merge them, or delete the branch.';

async function withdraw(job: Job): Promise<void> {
  const open = await job.forge.findPull(toBranch(job));
  if (open !== undefined) await job.forge.closePull(open);
}

async function readWords({ groups }: Job): Promise<Words> {
  const policy = await parsePolicyAlone(await loadSources(groups));
  return loadWords(policy?.language ?? 'en');
}

interface Offer {
  readonly branch: string;
  readonly paths: readonly string[];
  readonly title: string;
}

/**
 * Puts these files on the branch, as one commit on top of what is checked out; nothing is pushed where it stands there
 * already. False, with nothing done, where somebody else has put a commit there.
 */
async function pushBranch(job: Job, { branch, paths, title }: Offer): Promise<boolean> {
  const { workspace, remote } = job;
  const { env } = remote.options;
  const ref = `refs/heads/${branch}`;
  await git(workspace, ['add', '--', ...paths], { env });
  const tree = await gitText(workspace, ['write-tree'], { env });
  const parent = await gitText(workspace, ['rev-parse', 'HEAD'], { env });
  const tip = await readTip(remote, workspace, ref);
  if (tip !== '') {
    await git(workspace, ['fetch', '--quiet', '--no-tags', '--depth=1', remote.url, ref], remote.options);
    const commit = await gitText(workspace, ['cat-file', 'commit', tip], { env });
    if (!commit.includes(`\ncommitter rollcall <${ownAddress}> `)) return false;
    if (commit.startsWith(`tree ${tree}\nparent ${parent}\n`)) return true;
  }
  const made = await gitText(workspace, ['commit-tree', tree, '-p', parent, '-m', title], { env });
  const lease = `--force-with-lease=${ref}:${tip}`;
  await git(workspace, ['push', '--quiet', lease, remote.url, `${made}:${ref}`], remote.options);
  return true;
}
