import { isDefaultsFile } from '../domain/organisation.ts';
import type { SafeText } from '../safe/escape.ts';
import type { GroupView } from '../view/group-view.ts';

/** A file of defaults, by its path below the groups folder, and in how many groups there are some. */
export interface SharedDefaults {
  readonly file: SafeText;
  readonly groups: number;
}

/** Defaults from which changes of several groups come, the one with most groups first. */
export function findSharedDefaults(groups: readonly GroupView[]): SharedDefaults[] {
  const counts = new Map<SafeText, number>();
  for (const { changes } of groups) {
    const files = new Set(
      changes.flatMap(({ source }) => (source !== undefined && isDefaults(source) ? [source] : [])),
    );
    for (const file of files) counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  return [...counts]
    .map(([file, count]) => ({ file, groups: count }))
    .filter((shared) => shared.groups > 1)
    .toSorted((one, other) => other.groups - one.groups);
}

/** Where the folder of the groups begins plays no part. */
function isDefaults(file: SafeText): boolean {
  return isDefaultsFile(file.split(/[/\\]/).at(-1) ?? '');
}
