import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/*
 * act gives every job new folders. A runner of one's own keeps them: where RUNNER_DISK names a folder, a job begins with the
 * workspace and the temporary folder that the one before it left there. (GitHub's runner empties the latter; not all do.)
 */

const { RUNNER_DISK: disk = '', GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temp } = process.env;
const places = [
  [join(disk, 'workspace'), workspace],
  [join(disk, 'temp'), temp],
];

function copy(from, to) {
  if (!existsSync(from)) return;
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

// Before the first step there is nothing yet in the workspace; after the last one there is.
const isOver = existsSync(join(workspace, '.git'));
if (disk !== '') for (const [kept, used] of places) copy(...(isOver ? [used, kept] : [kept, used]));
