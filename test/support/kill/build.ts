import { execFile } from 'node:child_process';
import { mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findRoot } from '../repository-root.ts';

let built: Promise<string> | undefined;

/** The command line as it is shipped, in a folder `dist` of its own, with its packages; built once for all who ask in this process. Returns where. */
export function getCli(): Promise<string> {
  return (built ??= buildBesidePackages());
}

async function buildBesidePackages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-cli-'));
  await symlink(join(findRoot(), 'node_modules'), join(folder, 'node_modules'));
  const file = join(folder, 'dist', 'rollcall.js');
  await promisify(execFile)(process.execPath, [join(findRoot(), 'scripts', 'build.mjs'), file]);
  return file;
}
