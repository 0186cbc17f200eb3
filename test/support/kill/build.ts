import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** The repository's folder, from a test as well as from a bundle in `dist`. */
function findRoot(folder = import.meta.dirname): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}

/** Builds the command line as it is shipped, to a place of its own or to a file; returns where. */
export async function buildCli(outfile?: string): Promise<string> {
  const root = findRoot();
  const place = outfile ?? join(root, 'node_modules', '.cache', 'rollcall', `cli-${process.pid}.mjs`);
  await promisify(execFile)(process.execPath, [join(root, 'scripts', 'build.mjs'), place]);
  return place;
}
