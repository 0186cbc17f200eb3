import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { writeProgram } from './write-program.mjs';

/*
 * V8 compiles a function when it is called for the first time, and what it has compiled by the end of a run can be kept. So
 * the build runs what is run most, over the example, and whoever runs it later need not wait for the same work.
 */

const ordinary = [['validate'], ['plan', '--sandbox']];

/** What V8 makes of the parts that these commands load, by their names; of several runs, that of the one that needed most. */
export async function compileAhead(root, parts, commands = ordinary) {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-build-'));
  try {
    await writeProgram(join(folder, 'rollcall.js'), parts);
    const runs = await Promise.all(commands.map((args) => record(root, folder, args)));
    return toLargest(runs.flat());
  } finally {
    await rm(folder, { recursive: true });
  }
}

function toLargest(all) {
  const compiled = new Map();
  for (const [name, bytes] of all) {
    if (bytes.length > (compiled.get(name)?.length ?? 0)) compiled.set(name, bytes);
  }
  return compiled;
}

/** One seed and one thread, so that V8 makes the same bytes of the same code each time; it takes them in a run without these, too. */
const alike = ['--random-seed=1', '--predictable'];

/** Milliseconds; over the example it takes two seconds. */
const longest = 60_000;

/**
 * Runs a command of the program in a folder as anybody would who has set nothing. Where the example was, a copy of the repository has
 * somebody's own groups, with mistakes and refusals in them, with keys that are not here, or far more of them: however the
 * run ends, it is no reason not to build, and what it has not compiled is compiled when it is run.
 */
async function record(root, folder, args) {
  const recorded = join(folder, args.join());
  // Packages that are not in the program do not lie beside it there.
  const env = { PATH: process.env.PATH, NODE_PATH: join(root, 'node_modules'), RECORDED: recorded };
  const argv = [
    ...alike,
    '--import',
    import.meta.resolve('./record-scripts.mjs'),
    join(folder, 'rollcall.js'),
    ...args,
  ];
  const options = { cwd: root, env, stdio: 'ignore', timeout: longest, killSignal: 'SIGKILL' };
  await once(spawn(process.execPath, argv, options), 'close');
  return readFile(recorded)
    .then(deserialize)
    .catch(() => []);
}
