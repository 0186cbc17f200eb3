import type { Io } from '../io.ts';

/** What people call the place where the repository lies. */
export type ForgeName = 'GitHub' | 'Gitea' | 'Forgejo';

/**
 * Whose runner this is: all of them set what GitHub's sets, and those of Gitea and Forgejo say besides who they are. Forgejo's
 * sets both (before its version 7 Gitea's alone, and then it is called so: they speak one API).
 */
export function findForgeName(env: Io['env']): ForgeName {
  if (env['FORGEJO_ACTIONS'] === 'true') return 'Forgejo';
  return env['GITEA_ACTIONS'] === 'true' ? 'Gitea' : 'GitHub';
}
