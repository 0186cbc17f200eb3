import * as z from 'zod';
import { expect, onTestFinished, test } from 'vitest';
import { createApi } from '../../../src/forge/rest/api.ts';
import { startHttpServer } from '../../support/http-server.ts';

const items = z.array(z.object({ id: z.int() }));

/** An API that answers a page, numbered from 1, with this status and this. */
async function open(
  answer: (page: number) => readonly [number, unknown],
  headers: Readonly<Record<string, string>> = {},
) {
  const server = await startHttpServer((request, response) => {
    const [status, body] = answer(Number(new URL(request.url ?? '', 'http://x').searchParams.get('page')));
    response.writeHead(status, headers).end(JSON.stringify(body));
  });
  onTestFinished(() => server.close());
  const api = createApi({
    forge: 'Gitea',
    address: server.url,
    headers: { authorization: 'Bearer secret' },
    perPage: ['per_page', 100],
  });
  return { api, server };
}

async function readAll(api: ReturnType<typeof createApi>, path: string): Promise<number[]> {
  const found: number[] = [];
  for await (const page of api.pages(path, items, ({ length }) => length))
    found.push(...page.map(({ id }) => id));
  return found;
}

function toItems(length: number): { id: number }[] {
  return Array.from({ length }, (_, id) => ({ id }));
}

test('requests go by what the place brings', async () => {
  const { server } = await open(() => [200, { id: 1 }]);
  const asked: string[] = [];
  const fetchBy = (address: string, init: RequestInit) => {
    asked.push(address);
    return fetch(address.replace('forge.example', '127.0.0.1'), init);
  };
  const address = server.url.replace('127.0.0.1', 'forge.example');
  const api = createApi({ forge: 'Gitea', address, headers: {}, fetch: fetchBy, perPage: ['limit', 1] });
  expect(await api.get('/a', z.object({ id: z.int() }))).toEqual({ id: 1 });
  expect(asked).toEqual([`${address}/a`]);
});

test('a request has the token, and a body where there is one', async () => {
  const { api, server } = await open(() => [200, {}]);
  await api.send('PATCH', '/a', { body: 'text' });
  await api.send('PUT', '/b');
  expect(server.requests.map(({ method, path, body }) => `${method} ${path} ${body}`)).toEqual([
    'PATCH /a {"body":"text"}',
    'PUT /b ',
  ]);
  expect(server.requests[0]?.headers).toMatchObject({ authorization: 'Bearer secret' });
});

test.each([404, 410])('what is not there (%i) is nothing, when it is asked for', async (status) => {
  const { api } = await open(() => [status, {}]);
  expect(await api.get('/a', items)).toBeUndefined();
  await expect(api.send('PATCH', '/a', {})).rejects.toThrow(`Gitea answered PATCH /a with ${status}`);
});

test.each([401, 403, 500, 502])(
  'a refusal (%i) is an error, which does not tell the token',
  async (status) => {
    const { api } = await open(() => [status, {}]);
    await expect(api.get('/a', items)).rejects.toThrow(/^Gitea answered GET \/a with \d+$/);
  },
);

test.each([
  [429, {}],
  [403, { 'retry-after': '60' }],
  [403, { 'x-ratelimit-remaining': '0' }],
])('a limit of the forge’s (%i, %j) is told as one', async (status, headers) => {
  const { api } = await open(() => [status, {}], headers as Readonly<Record<string, string>>);
  await expect(api.send('POST', '/a')).rejects.toThrow(`with ${status}: too much was asked of it lately`);
});

test('an answer of another form is an error that says where', async () => {
  const { api } = await open(() => [200, [{ id: 'x' }]]);
  await expect(api.get('/a', items)).rejects.toThrow('Gitea answered GET /a with something else: 0.id');
});

test.each([
  ['/a', 0, ['/a?per_page=100&page=1']],
  ['/a?state=open', 99, ['/a?state=open&per_page=100&page=1']],
  ['/a', 100, ['/a?per_page=100&page=1', '/a?per_page=100&page=2']],
  ['/a', 130, ['/a?per_page=100&page=1', '/a?per_page=100&page=2']],
])('the pages of %s with %i items', async (path, count, asked) => {
  const { api, server } = await open((page) => [200, toItems(count).slice((page - 1) * 100, page * 100)]);
  expect(await readAll(api, path)).toHaveLength(count);
  expect(server.requests.map((request) => request.path)).toEqual(asked);
});

test.each([0, 1, 49, 50, 51, 130])('pages of a server that gives fewer, of %i items', async (count) => {
  const { api, server } = await open((page) => [200, toItems(count).slice((page - 1) * 50, page * 50)], {
    'x-total-count': String(count),
  });
  expect(await readAll(api, '/a')).toHaveLength(count);
  expect(server.requests).toHaveLength(Math.max(1, Math.ceil(count / 50)));
});

test('a list that a server gives whole, whatever page it is asked for, is read once', async () => {
  const { api, server } = await open(() => [200, toItems(130)], { 'x-total-count': '130' });
  expect(await readAll(api, '/a')).toHaveLength(130);
  expect(server.requests).toHaveLength(1);
});

test('a list that says that there is more than it gives ends', async () => {
  const { api } = await open((page) => [200, page === 1 ? toItems(3) : []], { 'x-total-count': '9' });
  expect(await readAll(api, '/a')).toHaveLength(3);
});

test('a list that goes on for ever is an error, and not a part of itself', async () => {
  const { api, server } = await open(() => [200, toItems(100)]);
  await expect(readAll(api, '/a')).rejects.toThrow('Gitea has more than 3000 items for GET /a');
  expect(server.requests).toHaveLength(30);
});

test('whoever has seen enough of such a list may go', async () => {
  const { api, server } = await open(() => [200, toItems(100)]);
  for await (const page of api.pages('/a', items, ({ length }) => length)) {
    expect(page).toHaveLength(100);
    break;
  }
  expect(server.requests).toHaveLength(1);
});

test('a list that is not there is no empty one', async () => {
  const { api } = await open((page) => (page === 1 ? [200, toItems(100)] : [404, {}]));
  await expect(readAll(api, '/a')).rejects.toThrow('Gitea answered GET /a with 404');
});
