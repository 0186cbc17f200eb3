import * as z from 'zod';

/*
 * Of the answers of a forge just what is used, in the form that GitHub gave it and others took over
 * (https://docs.github.com/rest, https://docs.gitea.com/api); what else there is, is passed over.
 */

export const repository = z.object({ full_name: z.string() }).nullish();

export const pull = z.object({
  number: z.int(),
  merged_at: z.string().nullish(),
  base: z.object({ ref: z.string(), repo: repository }),
  head: z.object({ sha: z.string(), ref: z.string().nullish(), repo: repository }),
});

export const pulls = z.array(pull);

export type Pull = z.infer<typeof pull>;

export const repositoryItself = z.object({ private: z.boolean() });

export const reviews = z.array(
  z.object({
    id: z.int(),
    state: z.string(),
    /** At GitHub, one that was dismissed has another state. */
    dismissed: z.boolean().nullish(),
    commit_id: z.string().nullish(),
    submitted_at: z.string().nullish(),
  }),
);

const author = z.object({ id: z.int().nullish(), login: z.string(), type: z.string().nullish() }).nullish();

/** Who wrote something; nothing where they are gone. */
export type Author = z.infer<typeof author>;

export const comments = z.array(z.object({ id: z.int(), user: author, body: z.string().nullish() }));

export const issues = z.array(
  z.object({
    number: z.int(),
    user: author,
    body: z.string().nullish(),
    pull_request: z.unknown().optional(),
  }),
);
