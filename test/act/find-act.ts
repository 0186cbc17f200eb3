import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findRoot } from '../support/repository-root.ts';

/** The one that the scenarios were written for: what it can do differs from version to version. */
const version = 'v0.2.89';

/**
 * Where act lies (https://github.com/nektos/act, which runs GitHub's workflows): ROLLCALL_ACT names it, else it is built by Go's
 * toolchain, once, which takes half a minute.
 */
export function findAct(): string {
  const { ROLLCALL_ACT: named } = process.env;
  if (named) return named;
  const folder = join(findRoot(), 'node_modules', '.cache', `act-${version}`);
  const file = join(folder, 'act');
  if (!existsSync(file))
    execFileSync('go', ['install', `github.com/nektos/act@${version}`], {
      env: { ...process.env, GOBIN: folder },
      stdio: 'inherit',
    });
  return file;
}
