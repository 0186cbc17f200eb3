import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const banner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** The repository's folder, from a test as well as from a bundle in `dist`. */
function findRoot(folder = import.meta.dirname): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}

/** Builds the command line as `npm run build` does, to a place of its own; returns where. */
export async function buildCli(): Promise<string> {
  const root = findRoot();
  const folder = join(root, 'node_modules', '.cache', 'rollcall');
  await mkdir(folder, { recursive: true });
  const outfile = join(folder, `cli-${process.pid}.mjs`);
  await promisify(execFile)(join(root, 'node_modules', '.bin', 'esbuild'), [
    join(root, 'src', 'cli.ts'),
    `--outfile=${outfile}`,
    '--bundle',
    '--platform=node',
    '--target=node20.19',
    '--format=esm',
    '--external:sharp',
    '--log-level=error',
    `--banner:js=${banner}`,
  ]);
  return outfile;
}
