import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create } from '../../commands/create.ts';
import { findMap } from '../../config/edit/read-map.ts';
import { isGroupId } from '../../domain/group.ts';
import { git } from '../../git/run-git.ts';
import type { Hooks } from '../../session/hooks.ts';
import type { Ran } from '../command.ts';
import { runCommand } from '../command.ts';
import type { Job } from '../job.ts';
import type { CreatedGroup } from '../offer/created.ts';
import { findChanged } from '../offer/find-changed.ts';

/** What `create` is told, and what it awaits. */
type Options = Parameters<typeof create>[0];

/**
 * Makes the groups that are approved and do not exist yet. Their ids come into the files of this run's checkout, which is thrown
 * away: they are read from there, and the files put back, so that nothing that follows takes them for what is merged.
 */
export async function createGroups(
  job: Job,
  options: Options,
  hooks: Hooks,
): Promise<Ran & { readonly created: readonly CreatedGroup[] }> {
  const ran = await runCommand((io) => create({ ...options, isOffered: true }, io, hooks), job.io);
  const created = await findCreated(job);
  await putBack(
    job,
    created.map(({ path }) => path),
  );
  return { ...ran, created };
}

/** The groups whose ids stand in files of the workspace and not in the commit that is checked out. */
async function findCreated(job: Job): Promise<CreatedGroup[]> {
  const { edited } = await findChanged(job);
  const found = await Promise.all(
    edited.map(async (path) => {
      const text = await readFile(join(job.workspace, path), 'utf8').catch(() => '');
      const id = readWord(text, 'id');
      return isGroupId(id) ? [{ path, id, name: readWord(text, 'name') }] : [];
    }),
  );
  return found.flat();
}

function readWord(text: string, key: string): string {
  const value = findMap(text.replace(/^\ufeff/, ''))?.pairs.find((pair) => pair.key === key)?.value;
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : '';
}

async function putBack({ workspace, remote }: Job, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  const { env } = remote.options;
  await git(workspace, ['--literal-pathspecs', 'checkout', '--quiet', 'HEAD', '--', ...paths], { env });
}
