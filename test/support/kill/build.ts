import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, watch, writeFileSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findRoot } from '../repository-root.ts';

let built: Promise<string> | undefined;

/** What whoever builds it says of where it comes from, "OWNER/REPO@COMMIT": ROLLCALL_BUILD, where ROLLCALL_CLI was built with that. */
export const { ROLLCALL_BUILD: cliBuild = `clara/rollcall@${'a1'.repeat(20)}` } = process.env;

/**
 * The command line as it is shipped, in a folder `dist` of its own, with its packages; built once for all workers of a run of the
 * tests, unless ROLLCALL_CLI names one that has just been built. Returns where.
 */
export function getCli(): Promise<string> {
  const { ROLLCALL_CLI: named, VITEST: isTested } = process.env;
  return (built ??= named ? Promise.resolve(named) : isTested ? buildOnce() : buildIn(makeFolder()));
}

const makeFolder = () => mkdtempSync(join(tmpdir(), 'rollcall-cli-'));

/** The first of the workers builds; the others wait for it, and build for themselves where it failed. */
async function buildOnce(): Promise<string> {
  // Of this run alone: its temporary files are all in one folder.
  const place = join(tmpdir(), 'rollcall-cli');
  const isFirst = await mkdir(place).then(
    () => true,
    () => false,
  );
  if (!isFirst) return (await findBuilt(place)) ?? buildIn(makeFolder());
  let file = '';
  try {
    file = await buildIn(makeFolder());
    return file;
  } finally {
    writeFileSync(join(place, 'part'), file);
    renameSync(join(place, 'part'), join(place, 'built'));
  }
}

/** What the first worker has built; undefined where it could not. */
function findBuilt(place: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const look = () => {
      if (!existsSync(join(place, 'built'))) return;
      watcher.close();
      resolve(readFileSync(join(place, 'built'), 'utf8') || undefined);
    };
    const watcher = watch(place, look);
    look();
  });
}

async function buildIn(folder: string): Promise<string> {
  await symlink(join(findRoot(), 'node_modules'), join(folder, 'node_modules'));
  const options = { cwd: folder, env: { ...process.env, ROLLCALL_BUILD: cliBuild } };
  await promisify(execFile)(process.execPath, [join(findRoot(), 'scripts', 'build.mjs')], options);
  return join(folder, 'dist', 'rollcall.js');
}
