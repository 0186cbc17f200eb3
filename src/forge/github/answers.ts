import * as z from 'zod';

/*
 * Of GitHub's answers just what is used (https://docs.github.com/rest); what else there is, is passed over.
 */

const repository = z.object({ full_name: z.string() }).nullish();

export const pulls = z.array(
  z.object({
    number: z.int(),
    merged_at: z.string().nullish(),
    base: z.object({ ref: z.string(), repo: repository }),
    head: z.object({ sha: z.string(), ref: z.string().nullish(), repo: repository }),
  }),
);

export const repositoryItself = z.object({ private: z.boolean() });

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

export const reviews = z.array(
  z.object({
    id: z.int(),
    state: z.string(),
    commit_id: z.string().nullish(),
    submitted_at: z.string().nullish(),
  }),
);

const author = z.object({ login: z.string(), type: z.string() }).nullish();

export const comments = z.array(z.object({ id: z.int(), user: author, body: z.string().nullish() }));

export const issues = z.array(
  z.object({
    number: z.int(),
    user: author,
    body: z.string().nullish(),
    pull_request: z.unknown().optional(),
  }),
);

/** The account that a workflow's token writes as. */
export const ownLogin = 'github-actions[bot]';

/** True for what a workflow of this repository wrote. */
export function isOwnComment(user: z.infer<typeof author>): boolean {
  return user?.login === ownLogin && user.type === 'Bot';
}
