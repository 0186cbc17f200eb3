import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/*
 * The files of the program: rollcall.js, which Node starts, and the parts that it loads, all in one file beside it.
 *
 * A start costs what Node looks at, so rollcall.js knows no more than where each part lies, and a part is read when another
 * one asks for it. Before its code lies what V8 has made of it (compile-ahead.mjs). V8 would take that for any code of the same
 * length: both are in one file, whose name holds the hash of its content, so that they are never of two builds.
 */

/**
 * Writes the program. `parts`: of each its name, `./cli.js` being the first to run, and its code, a function of `exports`,
 * `module` and `require`; `compiled`: what V8 has made of a part, by its name. Whoever runs the program that was there before goes
 * on with its own parts.
 */
export async function writeProgram(outfile, parts, compiled = new Map()) {
  const folder = dirname(outfile);
  await mkdir(folder, { recursive: true });
  const before = await readFile(outfile, 'utf8').catch(() => '');
  const { bytes, places } = layOut(parts, compiled);
  const name = `rollcall-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.parts`;
  await replace(join(folder, name), bytes, 0o644);
  // The package.json above it says that files are ES modules, for which Node loads more before it starts.
  await replace(join(folder, 'package.json'), '{ "type": "commonjs" }\n', 0o644);
  await replace(outfile, toLoader(name, places), 0o755);
  await removeOld(folder, [name, before]);
}

/**
 * One after the other: what was made of each part, and its code. Where they lie, in bytes. V8 copies what does not begin as its
 * memory does, so that in the loader's buffer its own comes first.
 */
function layOut(parts, compiled) {
  const pieces = [];
  const places = [];
  let at = 0;
  for (const { name, code } of parts) {
    const [ahead, text] = [compiled.get(name) ?? Buffer.alloc(0), Buffer.from(code)];
    pieces.push(ahead, text);
    places.push([name, [at, ahead.length, text.length]]);
    at += ahead.length + text.length;
  }
  return { bytes: Buffer.concat(pieces), places };
}

/**
 * What runs first: it compiles and runs each part once, when another one asks for it. What was compiled ahead counts for the same
 * Node on the same kind of processor; V8 itself refuses what another V8 has made, and compiles anew. One buffer is enough for all
 * parts, since V8 has taken what it needs of it before the next one is asked for.
 */
function toLoader(file, places) {
  const largest = Math.max(...places.map(([, [, ahead, length]]) => ahead + length));
  return `#!/usr/bin/env node
// Without the package.json that lies beside it, one above it may say that this is an ES module, which has no require.
if (typeof require === 'undefined') {
  process.stderr.write('Error: ' + process.argv[1] + ' is without the package.json that was beside it, and the one above it says that files are ES modules. Link to this file where it was built, or copy the whole folder.\\n');
  process.exit(1);
}
const { openSync, readSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const file = open();
const isSameNode = process.version + process.arch === '${process.version + process.arch}';
const places = new Map(${JSON.stringify(places)});
const bytes = Buffer.allocUnsafeSlow(${largest});
const modules = new Map();

function open() {
  try {
    return openSync(join(__dirname, '${file}'));
  } catch ({ code }) {
    process.stderr.write('Error: ' + join(__dirname, '${file}') + ' cannot be read (' + code + '). This file is nothing without it: link to this file where it was built, or copy the whole folder.\\n');
    process.exit(1);
  }
}

function load(name) {
  const place = places.get(name);
  if (!place) return require(name);
  const known = modules.get(name);
  return known ? known.exports : run(name, place);
}

function run(name, place) {
  const module = { exports: {} };
  modules.set(name, module);
  compile(name, place).runInThisContext()(module.exports, module, load);
  return module.exports;
}

function compile(name, [at, ahead, length]) {
  if (readSync(file, bytes, 0, ahead + length, at) < ahead + length)
    throw new Error('${file} is not whole. Install Rollcall anew, or build it.');
  const cachedData = isSameNode && ahead > 0 ? bytes.subarray(0, ahead) : undefined;
  return new Script(bytes.toString('utf8', ahead, ahead + length), { filename: name, cachedData });
}

load('./cli.js');
`;
}

/** A run that is under way has its parts open. One that has just read the file before still looks for those that it names. */
async function removeOld(folder, [name, before]) {
  const all = (await readdir(folder)).filter((each) => /^rollcall-.*\.parts$/.test(each));
  const old = all.filter((each) => each !== name && !before.includes(each));
  await Promise.all(old.map((each) => rm(join(folder, each), { force: true })));
}

/** Beside its place, then into it: nobody ever sees half a file, and whoever has the one before open keeps it. */
export async function replace(file, content, mode) {
  const temporary = `${file}.${process.pid}.new`;
  await writeFile(temporary, content);
  await chmod(temporary, mode);
  await rename(temporary, file);
}
