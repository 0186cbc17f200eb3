import { readTip } from '../../git/remote.ts';
import { git, gitText, ownAddress } from '../../git/run-git.ts';
import type { Job } from '../job.ts';

/** One commit that is to be all that a branch has beside the branch that is applied. */
export interface Branch {
  /** "rollcall-adopt". */
  readonly branch: string;
  /** The files, as an object of git's in the workspace, and the commit that they go on top of. */
  readonly tree: string;
  readonly parent: string;
  readonly title: string;
}

/** That the branch stands there, or the newest commit of somebody else, which was left as it is. */
export type Pushed = { readonly kind: 'pushed' } | { readonly kind: 'foreign'; readonly tip: string };

/**
 * Puts the branch there, whatever of our own it held; nothing is pushed where it stands there already, or where somebody else has put
 * a commit there.
 */
export async function pushBranch(job: Job, { branch, tree, parent, title }: Branch): Promise<Pushed> {
  const { workspace, remote } = job;
  const { tip, heading } = await readBranch(job, branch);
  if (!isOwn(heading)) return { kind: 'foreign', tip };
  if (heading.startsWith(`tree ${tree}\nparent ${parent}\nauthor `)) return { kind: 'pushed' };
  const args = ['commit-tree', tree, '-p', parent, '-m', title];
  const made = await gitText(workspace, args, { env: remote.options.env });
  const ref = `refs/heads/${branch}`;
  const lease = `--force-with-lease=${ref}:${tip}`;
  await git(workspace, ['push', '--quiet', lease, remote.url, `${made}:${ref}`], remote.options);
  return { kind: 'pushed' };
}

/** False where somebody else has put a commit there; true where there is no such branch. */
export async function isOwnBranch(job: Job, branch: string): Promise<boolean> {
  return isOwn((await readBranch(job, branch)).heading);
}

/** The branch's newest commit, and the lines above its message, in which anybody could write what looks like one of them. */
async function readBranch({ workspace, remote }: Job, branch: string) {
  const ref = `refs/heads/${branch}`;
  const tip = await readTip(remote, workspace, ref);
  if (tip === '') return { tip, heading: '' };
  await git(workspace, ['fetch', '--quiet', '--no-tags', '--depth=1', remote.url, ref], remote.options);
  const commit = await gitText(workspace, ['cat-file', 'commit', tip], { env: remote.options.env });
  return { tip, heading: commit.split('\n\n')[0] ?? '' };
}

function isOwn(heading: string): boolean {
  return heading === '' || heading.includes(`\ncommitter rollcall <${ownAddress}> `);
}
