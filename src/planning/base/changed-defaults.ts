import { holdsFor } from '../../domain/organisation.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { ChangedDefaults } from '../../domain/origin.ts';

/** The defaults files that say something else than in the other commit, or stand in one of the two alone. */
export function findChangedDefaults(head: Organisation, base: Organisation): ChangedDefaults[] {
  const [now, before] = [head, base].map(
    ({ defaults = [] }) => new Map(defaults.map(({ file, says }) => [file, says])),
  );
  const files = new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...files].toSorted().flatMap((file): ChangedDefaults[] => {
    const [old, fresh] = [before?.get(file), now?.get(file)];
    if (old === fresh) return [];
    const how = old === undefined ? 'new' : fresh === undefined ? 'removed' : 'changed';
    return [{ file, how, groups: head.groups.filter((group) => holdsFor(file, group.file)).length }];
  });
}
