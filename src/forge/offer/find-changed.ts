import { git } from '../../git/run-git.ts';
import type { Job } from '../job.ts';

/** Files of the groups folder, from the repository's root, that are not as in the commit that is checked out. */
export interface ChangedFiles {
  /** Those of that commit. */
  readonly edited: readonly string[];
  /** Those that it does not have. */
  readonly added: readonly string[];
}

/** Finds what a command has written in the workspace. */
export async function findChanged({ workspace, groups, remote }: Job): Promise<ChangedFiles> {
  const { env } = remote.options;
  const list = async (...args: readonly string[]) =>
    (await git(workspace, [...args, '-z', '--', groups], { env })).toString().split('\0').filter(Boolean);
  return {
    // A link of the repository lies here as a link.
    edited: await list('-c', 'core.symlinks=true', 'diff', '--name-only', '--relative', 'HEAD'),
    added: await list('ls-files', '--others', '--exclude-standard'),
  };
}
