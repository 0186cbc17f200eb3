import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..', '..');

/** Builds the command line as `npm run build` does, to a place of its own; returns where. */
export async function buildCli(): Promise<string> {
  const folder = join(root, 'node_modules', '.cache', 'rollcall');
  await mkdir(folder, { recursive: true });
  const outfile = join(folder, `cli-${process.pid}.mjs`);
  await build({
    entryPoints: [join(root, 'src', 'cli.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    external: ['sharp'],
    logLevel: 'error',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return outfile;
}
