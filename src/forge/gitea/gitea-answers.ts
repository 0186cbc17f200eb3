import * as z from 'zod';
import type { Author } from '../rest/answers.ts';

/*
 * Of the answers of Gitea and Forgejo just what is used (https://docs.gitea.com/api, https://forgejo.org/docs/latest/user/api-usage)
 * and GitHub does not have.
 */

/** Refs that begin with what was asked for. */
export const refs = z.array(z.object({ ref: z.string(), object: z.object({ sha: z.string() }) }));

/** The account that a workflow's token writes as: it has no row among the users, and nobody's account can have its number. */
const workflowId = -2;

/** True for what a workflow of this repository wrote. */
export function isWorkflow(user: Author): boolean {
  return user?.id === workflowId;
}
