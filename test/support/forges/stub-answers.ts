import { readForm } from './forms.ts';
import type { Doer, Item, StubForge } from './stub-forge.ts';

/** A request below the repository: "/issues/7/comments". */
export interface Dialect {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: {
    readonly title?: string;
    readonly body?: string;
    readonly head?: string;
    readonly state?: Item['state'];
  };
}

export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** In which forms one forge answers, and what it does in its own way. */
interface Forms {
  pull(item: Item, stub: StubForge): object;
  issue(item: Item): object;
  comment(comment: Item['comments'][number]): object;
  review(review: Item['reviews'][number]): object;
  page(items: readonly object[], query: URLSearchParams): Answer;
  comments(items: readonly object[], query: URLSearchParams): Answer;
  /** What the others do not know. */
  own(stub: StubForge, request: Dialect): Answer | undefined;
}

export const answerGithub = (stub: StubForge, request: Dialect) => answer(stub, request, github);
export const answerGitea = (stub: StubForge, request: Dialect) => answer(stub, request, gitea);

function answer(stub: StubForge, request: Dialect, forms: Forms): Answer {
  return forms.own(stub, request) ?? answerAll(stub, request, forms) ?? { status: 404, body: {} };
}

/** What all of them do alike. Whoever asks has a workflow's token. */
function answerAll(stub: StubForge, request: Dialect, forms: Forms): Answer | undefined {
  const { method, path, query, body } = request;
  const { title = '', body: text = '', head = '' } = body;
  const [, kind, first, second] = path.split('/');
  const number = Number(first);
  const item = stub.items.find((each) => each.number === number);
  const on = (wanted: string) => `${method} ${path.replace(/\d+/, 'N')}` === wanted;
  if (on('GET ')) return { body: { private: true } };
  if (on('GET /pulls')) {
    const pulls = findOpen(stub, true).filter(({ branch }) => branch !== undefined);
    return forms.page(
      pulls.map((each) => forms.pull(each, stub)),
      query,
    );
  }
  if (on('POST /pulls'))
    return {
      status: stub.openPull('workflow', { title, body: text, head }) === undefined ? 409 : 201,
      body: {},
    };
  if (on('GET /issues'))
    return forms.page(findOpen(stub, query.get('type') !== 'issues').map(forms.issue), query);
  if (on('POST /issues'))
    return { status: 201, body: { number: stub.openIssue('workflow', { title, body: text }) } };
  if (on('PATCH /issues/comments/N')) {
    stub.editComment(Number(second), text);
    return { body: {} };
  }
  if (kind !== 'issues' && kind !== 'pulls') return undefined;
  if (!item) return undefined;
  if (on(`PATCH /${kind}/N`)) {
    stub.edit(number, body);
    return { body: {} };
  }
  if (on('GET /issues/N/comments')) return forms.comments(item.comments.map(forms.comment), query);
  if (on('POST /issues/N/comments')) {
    stub.comment('workflow', number, text);
    return { status: 201, body: {} };
  }
  if (on('GET /pulls/N/reviews')) return forms.page(item.reviews.map(forms.review), query);
  return undefined;
}

/** GitHub lists pull requests among issues too. */
function findOpen({ items }: StubForge, withPulls: boolean): Item[] {
  return items.filter(({ state, branch }) => state === 'open' && (withPulls || branch === undefined));
}

function cut(items: readonly object[], page: string | null, size: number): readonly object[] {
  const first = (Number(page ?? 1) - 1) * size;
  return items.slice(first, first + size);
}

function cutGithub(items: readonly object[], query: URLSearchParams): Answer {
  return { body: cut(items, query.get('page'), Number(query.get('per_page'))) };
}

function toTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

const githubUser = (by: Doer) =>
  by === 'workflow'
    ? { id: 41898282, login: 'github-actions[bot]', type: 'Bot' }
    : { id: 7, login: 'dewi', type: 'User' };

const choir = { full_name: 'clara/choir' };

const github: Forms = {
  pull: ({ number, branch = '', merged }, { branches }) => ({
    number,
    merged_at: merged ? toTime(merged.at) : null,
    base: { ref: 'main', repo: choir },
    head: { sha: merged?.head ?? branches.get(branch), ref: branch, repo: choir },
  }),
  issue: ({ number, by, body, branch }) => ({
    number,
    user: githubUser(by),
    body,
    ...(branch !== undefined && { pull_request: {} }),
  }),
  comment: ({ id, by, body }) => ({ id, user: githubUser(by), body }),
  review: ({ id, head, at, isDismissed }) => ({
    id,
    state: isDismissed ? 'DISMISSED' : 'APPROVED',
    commit_id: head,
    submitted_at: toTime(at),
  }),
  page: cutGithub,
  comments: cutGithub,
  own(stub, { path, query }) {
    const [, commit] = /^\/commits\/(\w+)\/pulls$/.exec(path) ?? [];
    if (commit) {
      const found = stub.items.filter(({ merged, branch = '' }) =>
        merged ? merged.commit === commit : stub.branches.get(branch) === commit,
      );
      return { body: found.map((item) => github.pull(item, stub)) };
    }
    if (path === '/actions/artifacts') return { body: { artifacts: toArtifacts(stub, query.get('name')) } };
    const [, index] = /^\/actions\/artifacts\/(\d+)\/zip$/.exec(path) ?? [];
    if (index) return { body: stub.artifacts[Number(index)]?.zip };
    return path.startsWith('/actions/runs/') ? { body: trusted } : undefined;
  },
};

const trusted = {
  event: 'pull_request_target',
  path: '.github/workflows/plan.yml',
  repository: choir,
  head_repository: choir,
};

function toArtifacts({ artifacts }: StubForge, wanted: string | null): object[] {
  return artifacts.flatMap(({ name, at }, id) =>
    name === wanted ? [{ id, name, expired: false, created_at: toTime(at), workflow_run: { id: 1 } }] : [],
  );
}

const forms = {
  pull: readForm('pull') as { readonly base: object; readonly head: object },
  issue: readForm('issue'),
  comment: readForm('comment'),
  review: readForm('review'),
  ref: readForm('ref'),
};

const giteaUser = (by: Doer) =>
  by === 'workflow' ? forms.comment['user'] : { ...(forms.comment['user'] as object), id: 2, login: 'dewi' };

/** A page holds at most 50, whatever is asked for; comments come all at once. */
const gitea: Forms = {
  // Its head is where the branch stands now, merged or not.
  pull: ({ number, branch = '', merged }, { branches }) => ({
    ...forms.pull,
    number,
    merged_at: merged ? toTime(merged.at) : null,
    head: { ...forms.pull.head, sha: branches.get(branch), ref: branch },
  }),
  issue: ({ number, by, body }) => ({ ...forms.issue, number, user: giteaUser(by), body }),
  comment: ({ id, by, body }) => ({ ...forms.comment, id, user: giteaUser(by), body }),
  review: ({ id, head, at, isDismissed }) => ({
    ...forms.review,
    id,
    commit_id: head,
    submitted_at: toTime(at),
    dismissed: isDismissed,
  }),
  page: (items, query) => ({
    body: cut(items, query.get('page'), Math.min(Number(query.get('limit')), 50)),
    headers: { 'x-total-count': String(items.length) },
  }),
  comments: (items) => ({ body: items, headers: { 'x-total-count': String(items.length) } }),
  own(stub, { path }) {
    if (path === '/version') return { body: { version: '1.26.0' } };
    const [, commit] = /^\/commits\/(\w+)\/pull$/.exec(path) ?? [];
    const found = stub.items.find(({ merged }) => merged !== undefined && merged.commit === commit);
    if (found) return { body: gitea.pull(found, stub) };
    const [, number] = /^\/git\/refs\/pull\/(\d+)\/head$/.exec(path) ?? [];
    if (!number) return undefined;
    const sha = stub.get(Number(number)).merged?.head;
    return { body: [{ ...forms.ref, ref: `refs/pull/${number}/head`, object: { type: 'commit', sha } }] };
  },
};
