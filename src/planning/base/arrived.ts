import type { Organisation } from '../../domain/organisation.ts';
import type { Arrived, Unread } from '../../domain/origin.ts';

/**
 * Groups that these files manage and the other commit does not: all that happens in them comes with this pull request.
 * Not among them are those of a file with an edited id, which are refused, and those of which it cannot be told. Where
 * the other commit has no group at all everything is new, and there is nothing to tell apart.
 */
export function findArrived(
  head: Organisation,
  base: Organisation,
  unread: readonly Unread[],
  edited: Pick<ReadonlySet<string>, 'has'>,
): Arrived[] {
  if (base.groups.length === 0) return [];
  const ids = new Set(base.groups.map(({ id }) => id));
  const files = new Set(base.groups.map(({ file }) => file));
  const unsure = new Set(unread.filter(({ what }) => what === 'id').map(({ file }) => file));
  return head.groups
    .filter(({ id, file }) => id !== undefined && !ids.has(id) && !edited.has(file) && !unsure.has(file))
    .map(({ file, settings: { name } }): Arrived => ({
      file,
      ...(name !== undefined && { name }),
      how: files.has(file) ? 'first-id' : 'new-file',
    }))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
}
