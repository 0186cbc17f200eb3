import * as z from 'zod';
import type { Author } from '../rest/answers.ts';
import { repository } from '../rest/answers.ts';

/*
 * Of GitHub's answers just what is used (https://docs.github.com/rest) and other forges do not have.
 */

export const artifacts = z.object({
  artifacts: z
    .array(
      z.object({
        id: z.int(),
        name: z.string(),
        expired: z.boolean(),
        created_at: z.string().nullish(),
        workflow_run: z.object({ id: z.int() }).nullish(),
      }),
    )
    .default([]),
});

export type Artifact = z.infer<typeof artifacts>['artifacts'][number];

export const run = z.object({
  event: z.string(),
  path: z.string().nullish(),
  repository,
  head_repository: repository,
});

export type Run = z.infer<typeof run>;

/** The account that a workflow's token writes as. */
export const ownLogin = 'github-actions[bot]';

/** True for what a workflow of this repository wrote. */
export function isWorkflow(user: Author): boolean {
  return user?.login === ownLogin && user.type === 'Bot';
}
