import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The repository's folder, from a test as well as from a bundle in `dist`. */
export function findRoot(folder = import.meta.dirname): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}
