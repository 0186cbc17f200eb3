import { isCommitId } from '../../git/commit-id.ts';
import type { Forge, KeptPlan, MergedPull } from '../forge.ts';
import * as answers from './answers.ts';
import type { Api } from './api.ts';
import { createApi } from './api.ts';

/** Which repository, and which branch of it. */
export interface Place {
  /** "https://api.github.com". */
  readonly address: string;
  readonly token: string;
  /** "clara/choir". */
  readonly repository: string;
  /** "main". */
  readonly branch: string;
}

/** Only this workflow's plans count, as the base has it. */
const workflow = '.github/workflows/plan.yml';

/** So many archives are looked at that may be a plan; whoever makes more of that name has no plan to approve. */
const candidateLimit = 50;

/** A repository at GitHub. */
export function createGithub(place: Place): Forge {
  const api = createApi(place.address, place.token);
  const root = `/repos/${place.repository}`;
  return {
    findMerged: (commit) => findMerged(api, `${root}/commits/${commit}/pulls`, place),
    findPlans: (name, before) => findPlans(api, { root, name, before, repository: place.repository }),
    findApprovals: (number) => findApprovals(api, `${root}/pulls/${number}/reviews`),
    async dismissApproval(number, { id }, reason) {
      const path = `${root}/pulls/${number}/reviews/${id}/dismissals`;
      await api.send('PUT', path, { message: reason, event: 'DISMISS' });
    },
    async findComments(number) {
      const found = await all(api, `${root}/issues/${number}/comments`, answers.comments);
      return found
        .filter(({ user }) => answers.isOwnComment(user))
        .map(({ id, body }) => ({ id, body: body ?? '' }));
    },
    addComment: (number, body) => post(api, `${root}/issues/${number}/comments`, { body }),
    editComment: (id, body) => patch(api, `${root}/issues/comments/${id}`, { body }),
    async findIssues() {
      const query = `state=open&creator=${encodeURIComponent(answers.ownLogin)}`;
      const found = await all(api, `${root}/issues?${query}`, answers.issues);
      return found
        .filter(({ user, pull_request: pull }) => answers.isOwnComment(user) && !pull)
        .map(({ number, body }) => ({ id: number, body: body ?? '' }));
    },
    openIssue: (title, body) => post(api, `${root}/issues`, { title, body }),
    editIssue: (id, title, body) => patch(api, `${root}/issues/${id}`, { title, body }),
    isPrivate: async () => (await api.get(root, answers.repositoryItself))?.private === true,
    findPull: (branch) => findPull(api, `${root}/pulls`, branch, place),
    openPull: (head, title, body) => post(api, `${root}/pulls`, { title, body, head, base: place.branch }),
    editPull: (number, title, body) => patch(api, `${root}/pulls/${number}`, { title, body }),
    closePull: (number) => patch(api, `${root}/pulls/${number}`, { state: 'closed' }),
    closeIssue: (id) => patch(api, `${root}/issues/${id}`, { state: 'closed', state_reason: 'completed' }),
  };
}

async function post(api: Api, path: string, body: object): Promise<void> {
  await api.send('POST', path, body);
}

async function patch(api: Api, path: string, body: object): Promise<void> {
  await api.send('PATCH', path, body);
}

async function all<Item>(
  api: Api,
  path: string,
  form: Parameters<typeof api.pages<Item[]>>[1],
): Promise<Item[]> {
  const found: Item[] = [];
  for await (const page of api.pages(path, form, (items) => items.length)) found.push(...page);
  return found;
}

async function findMerged(api: Api, path: string, { repository, branch }: Place): Promise<MergedPull[]> {
  const found = await all(api, path, answers.pulls);
  return found.flatMap(({ number, merged_at: at, base, head }) => {
    const isHere = base.ref === branch && base.repo?.full_name === repository;
    return at && isHere && isCommitId(head.sha) ? [{ number, head: head.sha, mergedAt: Date.parse(at) }] : [];
  });
}

async function findPull(api: Api, path: string, branch: string, { repository, branch: base }: Place) {
  const [owner = ''] = repository.split('/');
  const query = `state=open&base=${encodeURIComponent(base)}&head=${encodeURIComponent(`${owner}:${branch}`)}`;
  const found = await all(api, `${path}?${query}`, answers.pulls);
  return found.find(({ head }) => head.ref === branch && head.repo?.full_name === repository)?.number;
}

async function findApprovals(api: Api, path: string) {
  const found = await all(api, path, answers.reviews);
  return found.flatMap(({ id, state, commit_id: head, submitted_at: at }) =>
    state === 'APPROVED' && head && at ? [{ id, head, at: Date.parse(at) }] : [],
  );
}

interface Wanted {
  readonly root: string;
  readonly name: string;
  readonly before: number;
  readonly repository: string;
}

async function* findPlans(api: Api, wanted: Wanted): AsyncGenerator<KeptPlan> {
  const { root, repository } = wanted;
  const trusted = new Map<number, boolean>();
  for (const { id, keptAt, run } of await findCandidates(api, wanted)) {
    if (!trusted.has(run)) {
      const found = await api.get(`${root}/actions/runs/${run}`, answers.run);
      trusted.set(run, found !== undefined && isTrusted(found, repository));
    }
    if (!trusted.get(run)) continue;
    yield {
      keptAt,
      async download() {
        const zip = await api.send('GET', `${root}/actions/artifacts/${id}/zip`);
        return zip && Buffer.from(await zip.arrayBuffer());
      },
    };
  }
}

interface Candidate {
  readonly id: number;
  readonly keptAt: number;
  readonly run: number;
}

/** Newest first. GitHub lists the newest first too, so a page on which all has expired is the last one to look at. */
async function findCandidates(api: Api, { root, name, before }: Wanted): Promise<Candidate[]> {
  const found: Candidate[] = [];
  const path = `${root}/actions/artifacts?name=${encodeURIComponent(name)}`;
  for await (const { artifacts } of api.pages(path, answers.artifacts, (page) => page.artifacts.length)) {
    found.push(...artifacts.flatMap((artifact) => toCandidate(artifact, name)));
    if (artifacts.length > 0 && artifacts.every(({ expired }) => expired)) break;
  }
  return found
    .filter(({ keptAt }) => keptAt < before)
    .toSorted((a, b) => b.keptAt - a.keptAt)
    .slice(0, candidateLimit);
}

function toCandidate(artifact: answers.Artifact, wanted: string): Candidate[] {
  const { id, name, expired, created_at: at, workflow_run: run } = artifact;
  return name === wanted && !expired && at && run ? [{ id, keptAt: Date.parse(at), run: run.id }] : [];
}

function isTrusted(
  run: NonNullable<Awaited<ReturnType<typeof answers.run.parse>>>,
  repository: string,
): boolean {
  return (
    run.event === 'pull_request_target' &&
    run.path?.split('@')[0] === workflow &&
    run.repository?.full_name === repository &&
    run.head_repository?.full_name === repository
  );
}
