import type { DesiredGroup, GroupId } from '../../domain/group.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { Past } from '../../domain/past.ts';
import { toUnmadeId } from '../../domain/plan/creation.ts';
import { isKnown } from '../plan-input.ts';

/**
 * The files as they will be once the ids of the groups that `create` made are in them: a group without an id has the one that
 * was made for its file. Once a run has seen that id in a file, the file says by itself what it is about: whoever takes the id
 * out then, or makes a new file of that name, means another group. So does whoever has put it into another file (among all
 * of them, `whole`): no group is in two.
 */
export function withCreated(
  organisation: Organisation,
  { created }: Pick<Past, 'created'>,
  whole: readonly DesiredGroup[] = organisation.groups,
): Organisation {
  const named = new Set(whole.map(({ id }) => id));
  const groups = organisation.groups.map((group) => {
    const made = isKnown(group) ? undefined : created.get(group.file);
    return made && !made.isFiled && !named.has(made.group) ? { ...group, id: made.group } : group;
  });
  return { ...organisation, groups };
}

/** What stood for a group before it was made for the very file that it is in: ids are made from that. */
export function findFormer(
  groups: readonly DesiredGroup[],
  { created }: Pick<Past, 'created'>,
): (group: GroupId) => GroupId | undefined {
  const files = new Map(groups.filter(isKnown).map(({ id, file }) => [id, file]));
  return (id) => {
    const file = files.get(id);
    return file !== undefined && created.get(file)?.group === id ? toUnmadeId(file) : undefined;
  };
}

/** The files that have the ids by now which were made for them, for the first time that a run sees it. */
export function findFiled(
  groups: readonly DesiredGroup[],
  { created }: Pick<Past, 'created'>,
): readonly string[] {
  return groups.filter(isKnown).flatMap(({ file, id }) => {
    const made = created.get(file);
    return made?.group === id && !made.isFiled ? [file] : [];
  });
}
