/** Asks GitHub's API; throws with method, path and status, never with a token. `undefined` for 404 and 410 on GET. */
export async function api(method, path, body, env) {
  const response = await fetch(path.startsWith('http') ? path : `${env.GITHUB_API_URL}${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${env.GITHUB_TOKEN}`,
      'x-github-api-version': '2022-11-28',
      'user-agent': 'rollcall',
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  });
  if (method === 'GET' && [404, 410].includes(response.status)) return undefined;
  if (!response.ok) throw new Error(`GitHub answered ${method} ${path} with ${response.status}`);
  return response;
}

/** A JSON answer. */
export async function getJson(path, env) {
  return (await api('GET', path, undefined, env))?.json();
}

/** All pages of a list. Throws where GitHub knows no such list: an empty one would mean that nothing was approved. */
export async function getAll(path, env, pick = (page) => page) {
  const found = [];
  for (let page = 1; page <= 30; page += 1) {
    const answer = await getJson(`${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`, env);
    if (answer === undefined) throw new Error(`GitHub answered GET ${path} with 404`);
    const items = pick(answer);
    found.push(...items);
    if (items.length < 100) break;
  }
  return found;
}

/** The account that GITHUB_TOKEN writes as. */
const own = 'github-actions[bot]';

/** True for what a workflow of this repository wrote: somebody else's text with our marker in it is theirs, not ours. */
export function isOwn({ user, body }, marker) {
  return user?.login === own && user.type === 'Bot' && (body ?? '').startsWith(marker);
}
