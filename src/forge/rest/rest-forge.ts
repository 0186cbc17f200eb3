import { isCommitId } from '../../git/commit-id.ts';
import type { Fetch } from '../../net/proxies.ts';
import type { Forge, MergedPull, Review } from '../forge.ts';
import * as answers from './answers.ts';
import type { Api } from './api.ts';

/** Which repository, and which branch of it. */
export interface Place {
  /** "clara/choir". */
  readonly repository: string;
  /** "main": the branch that is applied. */
  readonly branch: string;
  /** How it is spoken to, by default by Node's own. */
  readonly fetch?: Fetch;
}

/** Where one forge's API is not like the others'. */
export interface Dialect {
  /** True for what a workflow of this repository wrote. */
  readonly isWorkflow: (user: answers.Author) => boolean;
  /** What asks for no other issues than open ones that may be a workflow's. */
  readonly ownIssues: string;
  readonly dismissal: { readonly method: 'PUT' | 'POST'; readonly more: object };
}

/** What all forges with an API like GitHub's do in the same way: all but how a merge and its plan are found. */
type RestForge = Omit<Forge, 'name' | 'shelf' | 'findMerged' | 'findPlans'>;

export function createRestForge(api: Api, place: Place, dialect: Dialect): RestForge {
  const root = toRoot(place);
  const { isWorkflow, ownIssues, dismissal } = dialect;
  return {
    findApprovals: (number) => findApprovals(api, `${root}/pulls/${number}/reviews`),
    async dismissApproval(number, { id }, message) {
      const path = `${root}/pulls/${number}/reviews/${id}/dismissals`;
      await api.send(dismissal.method, path, { message, ...dismissal.more });
    },
    async findComments(number) {
      const found = await readAll(api, `${root}/issues/${number}/comments`, answers.comments);
      return found.filter(({ user }) => isWorkflow(user)).map(({ id, body }) => ({ id, body: body ?? '' }));
    },
    addComment: (number, body) => post(api, `${root}/issues/${number}/comments`, { body }),
    editComment: (id, body) => patch(api, `${root}/issues/comments/${id}`, { body }),
    async findIssues() {
      const found = await readAll(api, `${root}/issues?state=open&${ownIssues}`, answers.issues);
      return found
        .filter(({ user, pull_request: pull }) => isWorkflow(user) && !pull)
        .map(({ number, body }) => ({ id: number, body: body ?? '' }));
    },
    openIssue: (title, body) => post(api, `${root}/issues`, { title, body }),
    editIssue: (id, title, body) => patch(api, `${root}/issues/${id}`, { title, body }),
    closeIssue: (id) => patch(api, `${root}/issues/${id}`, { state: 'closed', state_reason: 'completed' }),
    isPrivate: async () => (await api.get(root, answers.repositoryItself))?.private === true,
    findPull: (branch) => findPull(api, branch, place),
    openPull: (head, title, body) => post(api, `${root}/pulls`, { title, body, head, base: place.branch }),
    editPull: (number, title, body) => patch(api, `${root}/pulls/${number}`, { title, body }),
    closePull: (number) => patch(api, `${root}/pulls/${number}`, { state: 'closed' }),
  };
}

/** The path of everything that is about a repository. */
export function toRoot({ repository }: Place): string {
  return `/repos/${repository}`;
}

/** All items of a list. */
export async function readAll<Item>(
  api: Api,
  path: string,
  form: Parameters<typeof api.pages<Item[]>>[1],
): Promise<Item[]> {
  const found: Item[] = [];
  for await (const page of api.pages(path, form, (items) => items.length)) found.push(...page);
  return found;
}

/** Pull requests that were merged into the branch that is applied; `head`: the commit that was, as far as that is known. */
export function toMerged(pull: answers.Pull, { repository, branch }: Place, head: string): MergedPull[] {
  const { number, merged_at: at, base } = pull;
  const isHere = base.ref === branch && base.repo?.full_name === repository;
  return at && isHere && isCommitId(head) ? [{ number, head, mergedAt: Date.parse(at) }] : [];
}

async function post(api: Api, path: string, body: object): Promise<void> {
  await api.send('POST', path, body);
}

async function patch(api: Api, path: string, body: object): Promise<void> {
  await api.send('PATCH', path, body);
}

async function findPull(api: Api, branch: string, place: Place): Promise<number | undefined> {
  const { repository, branch: base } = place;
  const [owner = ''] = repository.split('/');
  // Not every forge takes heed of what is asked for.
  const query = `state=open&base=${encodeURIComponent(base)}&head=${encodeURIComponent(`${owner}:${branch}`)}`;
  const found = await readAll(api, `${toRoot(place)}/pulls?${query}`, answers.pulls);
  return found.find(
    ({ head, base: { ref } }) => head.ref === branch && head.repo?.full_name === repository && ref === base,
  )?.number;
}

async function findApprovals(api: Api, path: string): Promise<Review[]> {
  const found = await readAll(api, path, answers.reviews);
  return found.flatMap(({ id, state, dismissed, commit_id: head, submitted_at: at }) =>
    state === 'APPROVED' && dismissed !== true && head && at ? [{ id, head, at: Date.parse(at) }] : [],
  );
}
