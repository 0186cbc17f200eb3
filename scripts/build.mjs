import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build, transform } from 'esbuild';
import { findPackages, toNotices } from './notices.mjs';
import { findBuild } from './find-build.mjs';
import { pageBundle } from './page-bundle.mjs';

/*
 * `npm run build [FILE]`: dist/rollcall.js, the one file that package.json's `bin` names.
 *
 * A start costs what Node looks at: it reads through all code and all texts of a file before it runs the first line, but
 * not through comments. So the bundle is cut into parts along the dynamic imports (a command, the sandbox, a report),
 * and each part stands in a comment until somebody asks for it. Measured with `npm run bench`.
 */

const options = { platform: 'node', target: 'node20.19', minifyWhitespace: true, minifySyntax: true };

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
    define: { BUILD_OF_ROLLCALL: JSON.stringify(await findBuild(root)) },
    plugins: [pageBundle],
    write: false,
    metafile: true,
    outdir: 'dist',
    logLevel: 'warning',
  });
  const modules = outputFiles.map(({ path, text }) => ({
    name: basename(path),
    code: text.replace(/^#!.*/, ''),
  }));
  return { modules, packages: findPackages(metafile) };
}

/** A module as a part: CommonJS, which can be compiled by itself, in JSON, so that it is one line. A byte a letter. */
async function toPart({ name, code }) {
  const supported = { 'dynamic-import': false };
  const part = await transform(code, { ...options, format: 'cjs', supported });
  return { name, text: JSON.stringify(part.code).replace(/[^\0-\x7f]/g, toEscape) };
}

function toEscape(letter) {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Where each part begins, counted from the first one's place, and how long it is. In bytes. */
function toPlaces(parts) {
  let at = 0;
  return parts.map(({ name, text }) => {
    const place = [`./${name}`, at + comment.length, text.length];
    at += comment.length + text.length + 1;
    return place;
  });
}

const comment = '//';

/** What runs first: it reads parts out of its own file, and compiles and runs each once, when another one asks for it. */
function toLoader(parts) {
  const size = parts.reduce((sum, { text }) => sum + comment.length + text.length + 1, 0);
  return `#!/usr/bin/env node
import { fstatSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';

const places = new Map(${JSON.stringify(toPlaces(parts).map(([name, ...place]) => [name, place]))});
const require = createRequire(import.meta.url);
const file = openSync(new URL(import.meta.url));
const start = fstatSync(file).size - ${size};
const modules = new Map();

function load(name) {
  const place = places.get(name);
  if (!place) return require(name);
  const known = modules.get(name);
  return known ? known.exports : run(name, read(place));
}

function read([at, length]) {
  const bytes = Buffer.allocUnsafe(length);
  readSync(file, bytes, 0, length, start + at);
  return JSON.parse(bytes.latin1Slice());
}

function run(name, code) {
  const module = { exports: {} };
  modules.set(name, module);
  compileFunction(code, ['exports', 'module', 'require'], { filename: name })(module.exports, module, load);
  return module.exports;
}

load('./cli.js');

`;
}

/** Beside its place, then into it: a run that is under way goes on reading its parts out of the file that it started from. */
async function replace(file, text, mode) {
  const temporary = `${file}.${process.pid}.new`;
  await writeFile(temporary, text);
  await chmod(temporary, mode);
  await rename(temporary, file);
}

const [outfile = 'dist/rollcall.js'] = process.argv.slice(2);
const { modules, packages } = await bundle();
const parts = await Promise.all(modules.map(toPart));
await mkdir(dirname(outfile), { recursive: true });
await replace(outfile, toLoader(parts) + parts.map(({ text }) => `${comment}${text}\n`).join(''), 0o755);
await replace(
  join(dirname(outfile), 'THIRD-PARTY-NOTICES.txt'),
  await toNotices(root, packages, 'rollcall.js'),
  0o644,
);
