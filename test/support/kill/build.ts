import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findRoot } from '../repository-root.ts';

/** Builds the command line as it is shipped, to a place of its own or to a file; returns where. */
export async function buildCli(outfile?: string): Promise<string> {
  const root = findRoot();
  const place = outfile ?? join(root, 'node_modules', '.cache', 'rollcall', `cli-${process.pid}.mjs`);
  await promisify(execFile)(process.execPath, [join(root, 'scripts', 'build.mjs'), place]);
  return place;
}
