import type { z } from 'zod';
import type { Fetch } from '../../net/proxies.ts';
import type { ForgeName } from '../../output/forge-name.ts';

/** Where an API is, and how it is spoken to. */
export interface ApiPlace {
  /** Who is named where it answers otherwise than it should. */
  readonly forge: ForgeName;
  /** "https://api.github.com". */
  readonly address: string;
  /** With what opens it, which no error tells. */
  readonly headers: Readonly<Record<string, string>>;
  /** By default Node's own. */
  readonly fetch?: Fetch | undefined;
  /** How it calls the number of items of a page that it is asked for, and that number; it may give fewer. */
  readonly perPage: readonly [name: string, count: number];
}

/** The API of a forge. */
export interface Api {
  /** Sends a request; rejects with method, path and status. `undefined` for 404 and 410 on GET. */
  send(method: string, path: string, body?: object): Promise<Response | undefined>;
  /** A JSON answer of this form. */
  get<Answer>(path: string, form: z.ZodType<Answer>): Promise<Answer | undefined>;
  /**
   * The pages of a list. Rejects where there is no such list, since an empty one would mean that nothing was approved, and
   * where whoever asks for all of it would get but a part.
   */
  pages<Answer>(
    path: string,
    form: z.ZodType<Answer>,
    toItems: (answer: Answer) => number,
  ): AsyncGenerator<Answer>;
}

/** Items of a list: with more of them something is wrong, and nobody waits for it. */
const itemLimit = 3_000;

/** Milliseconds. */
const patience = 60_000;

export function createApi(place: ApiPlace): Api {
  return {
    send: (method, path, body) => send(place, method, path, body),
    get: async (path, form) => (await read(place, path, form))?.answer,
    pages: (path, form, toItems) => readPages(place, path, form, toItems),
  };
}

async function send(
  { forge, address, headers, fetch: fetchBy = fetch }: ApiPlace,
  method: string,
  path: string,
  body?: object,
): Promise<Response | undefined> {
  const response = await fetchBy(`${address}${path}`, {
    method,
    headers: {
      ...headers,
      'user-agent': 'rollcall',
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(patience),
  });
  if (method === 'GET' && (response.status === 404 || response.status === 410)) return undefined;
  if (!response.ok) throw new Error(`${forge} answered ${method} ${path} with ${tellStatus(response)}`);
  return response;
}

async function read<Answer>(place: ApiPlace, path: string, form: z.ZodType<Answer>) {
  const response = await send(place, 'GET', path);
  if (!response) return undefined;
  const parsed = form.safeParse(await response.json());
  if (parsed.success) return { answer: parsed.data, headers: response.headers };
  const issue = parsed.error.issues[0];
  const text = `${issue?.path.join('.')} ${issue?.message}`;
  throw new Error(`${place.forge} answered GET ${path} with something else: ${text}`);
}

async function* readPages<Answer>(
  place: ApiPlace,
  path: string,
  form: z.ZodType<Answer>,
  toItems: (answer: Answer) => number,
): AsyncGenerator<Answer> {
  const { forge } = place;
  const [name, perPage] = place.perPage;
  let seen = 0;
  for (let page = 1; seen < itemLimit; page += 1) {
    const query = `${path.includes('?') ? '&' : '?'}${name}=${perPage}&page=${page}`;
    const found = await read(place, `${path}${query}`, form);
    if (!found) throw new Error(`${forge} answered GET ${path} with 404`);
    yield found.answer;
    const items = toItems(found.answer);
    seen += items;
    // Where it says how many there are, its pages may be shorter than what they were asked to be.
    const total = found.headers.get('x-total-count');
    if (items === 0 || (total === null ? items < perPage : seen >= Number(total))) return;
  }
  throw new Error(
    `${forge} has more than ${itemLimit} items for GET ${path}: nothing is done with a part of them`,
  );
}

/** GitHub limits requests an hour, and many at once, with 429 or with 403 (https://docs.github.com/rest, "Rate limits"); others with 429. */
function tellStatus({ status, headers }: Response): string {
  const isHeld = headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after');
  const isLimit = status === 429 || (status === 403 && isHeld);
  return isLimit ? `${status}: too much was asked of it lately. Run it again in an hour` : `${status}`;
}
