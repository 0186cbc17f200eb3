import { basename, dirname, join } from 'node:path';
import { build, transform } from 'esbuild';
import { compileAhead } from './compile-ahead.mjs';
import { findPackages, toNotices } from './notices.mjs';
import { findBuild } from './find-build.mjs';
import { forNode } from './for-node.mjs';
import { pageBundle } from './page-bundle.mjs';
import { replace, writeProgram } from './write-program.mjs';

/*
 * `npm run build [FILE]`: dist/rollcall.js, which package.json's `bin` names, and what belongs to it.
 *
 * The program is cut into parts along the dynamic imports (a command, the sandbox, a report), so that a start loads what it
 * needs (write-program.mjs); of the commonest commands it is compiled already (compile-ahead.mjs). Measured with
 * `npm run bench -- start`.
 */

const options = {
  ...forNode,
  // In Node 20 what `{ ...one, other }` makes has a hidden class of its own each time, and all code that it passes through is slow
  // for that: js-yaml, whose state is made so, took four times as long.
  supported: { 'object-rest-spread': false },
  minifyWhitespace: true,
  minifySyntax: true,
};

const root = join(import.meta.dirname, '..');

/** The whole program in modules that import each other. Names of functions stay, for the stack traces of bugs. */
async function bundle() {
  const { outputFiles, metafile } = await build({
    ...options,
    absWorkingDir: root,
    entryPoints: ['src/cli.ts'],
    bundle: true,
    splitting: true,
    format: 'esm',
    external: ['sharp'],
    define: {
      BUILD_OF_ROLLCALL: JSON.stringify(await findBuild(root)),
      // undici asks for Node's own headers, for cookies, which nobody here has: that loads Node's own copy of undici,
      // a quarter of Node's start.
      'globalThis.Headers': 'undefined',
    },
    plugins: [pageBundle],
    write: false,
    metafile: true,
    outdir: 'dist',
    logLevel: 'warning',
  });
  const modules = outputFiles.map(({ path, text }) => ({
    name: `./${basename(path)}`,
    code: text.replace(/^#!.*/, ''),
  }));
  return { modules, packages: findPackages(metafile) };
}

/** A module as a part: a function that can be compiled by itself. */
async function toPart({ name, code }) {
  const supported = { 'dynamic-import': false };
  const part = await transform(code, { ...options, format: 'cjs', supported });
  return { name, code: `(function(exports,module,require){${part.code}\n})` };
}

const [outfile = 'dist/rollcall.js'] = process.argv.slice(2);
const { modules, packages } = await bundle();
const parts = await Promise.all(modules.map(toPart));
await writeProgram(outfile, parts, await compileAhead(root, parts));
await replace(
  join(dirname(outfile), 'THIRD-PARTY-NOTICES.txt'),
  await toNotices(root, packages, 'Rollcall'),
  0o644,
);
