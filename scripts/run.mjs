import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { forNode } from './for-node.mjs';
import { pageBundle } from './page-bundle.mjs';

/*
 * `node scripts/run.mjs FILE[,FILE…] [ARG…]`: bundles TypeScript files, as `dist/bench-floor.mjs` and the like, and runs
 * the first one. Node 20 cannot run them as they are.
 */

const [list = '', ...args] = process.argv.slice(2);
const places = list.split(',').map((file) => {
  const name = `${basename(dirname(file))}-${basename(file, '.ts')}`;
  return { in: file, out: name };
});
await build({
  entryPoints: places,
  outdir: 'dist',
  outExtension: { '.js': '.mjs' }, // what is built for users lies there too, and says that `.js` is CommonJS
  bundle: true,
  ...forNode,
  format: 'esm',
  external: ['sharp', 'playwright-core', 'esbuild'],
  plugins: [pageBundle],
  logLevel: 'warning',
  banner: {
    js: "import { createRequire as toRequire } from 'node:module'; const require = toRequire(import.meta.url);",
  },
});
const program = resolve(join('dist', `${places[0].out}.mjs`));
process.argv = [process.argv[0], program, ...args];
await import(pathToFileURL(program));
