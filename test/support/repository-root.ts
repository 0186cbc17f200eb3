import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The repository's folder, from a test as well as from a bundle in `dist`, which has a package.json of its own. */
export function findRoot(folder = import.meta.dirname): string {
  return existsSync(join(folder, 'package-lock.json')) ? folder : findRoot(dirname(folder));
}
