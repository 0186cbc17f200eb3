import type { Environment } from '../git/run-git.ts';
import type { ForgeName } from './forge.ts';

/**
 * Whose runner this is: all of them set what GitHub's sets, and those of Gitea and Forgejo say besides who they are. Forgejo's
 * sets both (before its version 7 Gitea's alone, and then it is called so: they speak one API).
 */
export function findForgeName(env: Environment): ForgeName {
  if (env['FORGEJO_ACTIONS'] === 'true') return 'Forgejo';
  return env['GITEA_ACTIONS'] === 'true' ? 'Gitea' : 'GitHub';
}
