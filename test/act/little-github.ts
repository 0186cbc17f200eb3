import type { HttpServer } from '../support/http-server.ts';
import { startHttpServer } from '../support/http-server.ts';
import { toZip } from '../support/zip.ts';

/** Who asks: what a token may. Whatever else comes is nobody. */
type Token = 'write' | 'read';

export interface Pull {
  readonly number: number;
  readonly title: string;
  /** The branch's name and commit, and the repository that it lies in. */
  readonly head: {
    readonly ref: string;
    readonly sha: string;
    readonly repo: { readonly full_name: string };
  };
  readonly base: { readonly ref: string; readonly repo: { readonly full_name: string } };
  readonly body: string;
  state: 'open' | 'closed';
  merged_at: string | null;
  /** By which commit it came into the base. */
  mergedBy?: string;
}

interface Comment {
  readonly id: number;
  readonly issue: number;
  body: string;
}

interface Issue {
  readonly number: number;
  title: string;
  body: string;
  state: string;
}

interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly run: number;
  readonly at: string;
  readonly bytes: Buffer;
}

/**
 * As much of a GitHub as Rollcall's workflows talk to, which remembers what it is told: comments, issues, pull requests, runs
 * and their artifacts, of one repository.
 */
export interface LittleGithub {
  readonly server: HttpServer;
  readonly pulls: readonly Pull[];
  readonly comments: readonly Comment[];
  readonly issues: readonly Issue[];
  readonly artifacts: readonly Artifact[];
  /** Opens a pull request of a person's. */
  openPull(pull: Pick<Pull, 'title' | 'head'>): Pull;
  /** Says that it was merged, just now, by a commit. */
  setMerged(number: number, commit: string): void;
  /** Begins a run of a workflow; its number. */
  startRun(run: { readonly event: string; readonly path: string; readonly from: string }): number;
  /** A token for a run's jobs. */
  makeToken(kind: Token): string;
}

interface State {
  readonly pulls: Pull[];
  readonly comments: Comment[];
  readonly issues: Issue[];
  readonly artifacts: Artifact[];
  readonly runs: { event: string; path: string; from: string }[];
}

/** Of a repository with this name, "clara/choir". */
export async function startLittleGithub(
  repository: string,
  findHead: (branch: string) => Promise<string>,
): Promise<LittleGithub> {
  const state: State = { pulls: [], comments: [], issues: [], artifacts: [], runs: [] };
  const tokens = new Map<string, Token>([['stub', 'write']]);
  const routes = [...toReading(state, repository), ...toWriting(state, repository, findHead)];
  const server = await startHttpServer(async (_, response) => {
    const {
      method = '',
      path,
      headers,
      body,
    } = server.requests.at(-1) ?? { path: '', headers: {}, body: '' };
    const url = new URL(path, 'http://github');
    const may = tokens.get(headers.authorization?.replace('Bearer ', '') ?? '');
    response.statusCode = may === undefined ? 401 : may === 'read' && method !== 'GET' ? 403 : 200;
    if (response.statusCode !== 200) return response.end('{}');
    for (const [wanted, pattern, answer] of routes) {
      const [, ...parts] = (wanted === method && pattern.exec(url.pathname)) || [];
      if (!(wanted === method && pattern.test(url.pathname))) continue;
      const found = await answer({
        parts,
        query: url.searchParams,
        body: body === '' ? {} : JSON.parse(body),
      });
      response.statusCode = found === undefined ? 404 : 200;
      return response.end(Buffer.isBuffer(found) ? found : JSON.stringify(found ?? {}));
    }
    response.statusCode = 404;
    return response.end('{}');
  });
  return {
    server,
    ...state,
    openPull: (pull) => addPull(state, repository, { ...pull, body: '' }),
    setMerged(number, commit) {
      const pull = state.pulls.find((each) => each.number === number);
      if (pull)
        Object.assign(pull, { state: 'closed', merged_at: new Date().toISOString(), mergedBy: commit });
    },
    startRun: (run) => state.runs.push(run),
    makeToken(kind) {
      const token = `token-to-${kind}-${tokens.size}`;
      tokens.set(token, kind);
      return token;
    },
  };
}

interface Asked {
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

type Route = readonly [method: string, path: RegExp, answer: (asked: Asked) => unknown];

/** Whose token writes. */
const bot = { login: 'github-actions[bot]', type: 'Bot' };

function toReading(state: State, repository: string): Route[] {
  const { pulls, comments, issues, artifacts, runs } = state;
  const at = (path: string) => new RegExp(`^/repos/${repository}${path}$`);
  return [
    ['GET', at(''), () => ({ private: true })],
    [
      'GET',
      at('/commits/(\\w+)/pulls'),
      (asked) =>
        list(
          asked,
          pulls.filter((each) => each.mergedBy === asked.parts[0]),
        ),
    ],
    [
      'GET',
      at('/actions/artifacts'),
      (asked) => ({
        artifacts: list(
          asked,
          artifacts.filter(({ name }) => name === asked.query.get('name')).toReversed(),
        ).map(({ id, name, run, at: made }) => ({
          id,
          name,
          expired: false,
          created_at: made,
          workflow_run: { id: run },
        })),
      }),
    ],
    ['GET', at('/actions/artifacts/(\\d+)/zip'), ({ parts }) => artifacts[Number(parts[0]) - 1]?.bytes],
    [
      'GET',
      at('/actions/runs/(\\d+)'),
      ({ parts }) => {
        const run = runs[Number(parts[0]) - 1];
        return (
          run && { ...run, repository: { full_name: repository }, head_repository: { full_name: run.from } }
        );
      },
    ],
    ['GET', at('/pulls/\\d+/reviews'), () => []],
    [
      'GET',
      at('/pulls'),
      (asked) =>
        list(
          asked,
          pulls.filter(
            ({ state: now, head }) => now === 'open' && `clara:${head.ref}` === asked.query.get('head'),
          ),
        ),
    ],
    [
      'GET',
      at('/issues/(\\d+)/comments'),
      (asked) =>
        list(
          asked,
          comments.filter(({ issue }) => String(issue) === asked.parts[0]),
        ).map(({ id, body }) => ({ id, body, user: bot })),
    ],
    [
      'GET',
      at('/issues'),
      (asked) =>
        list(
          asked,
          issues.filter(({ state: now }) => now === 'open'),
        ).map((issue) => ({ ...issue, user: bot })),
    ],
  ];
}

/** Everything is on the first page. */
function list<Item>({ query }: Asked, items: readonly Item[]): readonly Item[] {
  return query.get('page') === '1' ? items : [];
}

function toWriting(state: State, repository: string, findHead: (branch: string) => Promise<string>): Route[] {
  const { pulls, comments, issues, artifacts } = state;
  const at = (path: string) => new RegExp(`^/repos/${repository}${path}$`);
  return [
    [
      'POST',
      at('/issues/(\\d+)/comments'),
      ({ parts, body }) =>
        add(comments, { id: comments.length + 1, issue: Number(parts[0]), body: body.body }),
    ],
    [
      'PATCH',
      at('/issues/comments/(\\d+)'),
      ({ parts, body }) => change(comments[Number(parts[0]) - 1], body),
    ],
    [
      'POST',
      at('/issues'),
      ({ body }) => add(issues, { number: 100 + issues.length, state: 'open', ...body }),
    ],
    ['PATCH', at('/issues/(\\d+)'), ({ parts, body }) => change(issues[Number(parts[0]) - 100], body)],
    [
      'POST',
      at('/pulls'),
      async ({ body }) => {
        const head = { ref: body.head, sha: await findHead(body.head), repo: { full_name: repository } };
        return addPull(state, repository, { title: body.title, body: body.body, head });
      },
    ],
    ['PATCH', at('/pulls/(\\d+)'), ({ parts, body }) => change(pulls[Number(parts[0]) - 1], body)],
    [
      'POST',
      /^\/stub\/artifacts$/,
      ({ body: { run, name, files, overwrite } }) => {
        if (overwrite)
          for (const [index, each] of artifacts.entries())
            if (each.run === run && each.name === name) artifacts[index] = { ...each, name: '' };
        const at = new Date().toISOString();
        return { id: add(artifacts, { id: artifacts.length + 1, name, run, at, bytes: toZip(files) }).id };
      },
    ],
  ];
}

function add<Item>(list: Item[], item: Item): Item {
  list.push(item);
  return item;
}

function change<Item extends object>(item: Item | undefined, changed: object): Item | undefined {
  return item && Object.assign(item, changed);
}

function addPull({ pulls }: State, repository: string, pull: Pick<Pull, 'title' | 'head' | 'body'>): Pull {
  const base = { ref: 'main', repo: { full_name: repository } };
  return add(pulls, { number: pulls.length + 1, ...pull, base, state: 'open', merged_at: null });
}
