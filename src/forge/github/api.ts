import type { z } from 'zod';

/** GitHub's API, or one that is spoken alike. */
export interface Api {
  /** Sends a request; rejects with method, path and status. `undefined` for 404 and 410 on GET. */
  send(method: string, path: string, body?: object): Promise<Response | undefined>;
  /** A JSON answer of this form. */
  get<Answer>(path: string, form: z.ZodType<Answer>): Promise<Answer | undefined>;
  /** The pages of a list, up to the limit. Rejects where there is no such list: an empty one would mean that nothing was approved. */
  pages<Answer>(
    path: string,
    form: z.ZodType<Answer>,
    toItems: (answer: Answer) => number,
  ): AsyncGenerator<Answer>;
}

/** A request for a page; more than so many pages are not asked for. */
const perPage = 100;
const pageLimit = 30;

/** Milliseconds. */
const patience = 60_000;

/** The API at an address, opened with a token, which no error tells. */
export function createApi(address: string, token: string): Api {
  async function send(method: string, path: string, body?: object): Promise<Response | undefined> {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'x-github-api-version': '2022-11-28',
        'user-agent': 'rollcall',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience),
    });
    if (method === 'GET' && (response.status === 404 || response.status === 410)) return undefined;
    if (!response.ok) throw new Error(`GitHub answered ${method} ${path} with ${tellStatus(response)}`);
    return response;
  }

  async function get<Answer>(path: string, form: z.ZodType<Answer>): Promise<Answer | undefined> {
    const response = await send('GET', path);
    return response && parseAnswer(await response.json(), path, form);
  }

  async function* pages<Answer>(
    path: string,
    form: z.ZodType<Answer>,
    toItems: (answer: Answer) => number,
  ): AsyncGenerator<Answer> {
    for (let page = 1; page <= pageLimit; page += 1) {
      const answer = await get(
        `${path}${path.includes('?') ? '&' : '?'}per_page=${perPage}&page=${page}`,
        form,
      );
      if (answer === undefined) throw new Error(`GitHub answered GET ${path} with 404`);
      yield answer;
      if (toItems(answer) < perPage) return;
    }
  }

  return { send, get, pages };
}

/** GitHub limits requests an hour, and many at once, with 429 or with 403 (https://docs.github.com/rest, "Rate limits"). */
function tellStatus({ status, headers }: Response): string {
  const isHeld = headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after');
  const isLimit = status === 429 || (status === 403 && isHeld);
  return isLimit ? `${status}: too much was asked of it lately. Run it again in an hour` : `${status}`;
}

function parseAnswer<Answer>(answer: unknown, path: string, form: z.ZodType<Answer>): Answer {
  const parsed = form.safeParse(answer);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(
    `GitHub answered GET ${path} with something else: ${issue?.path.join('.')} ${issue?.message}`,
  );
}
