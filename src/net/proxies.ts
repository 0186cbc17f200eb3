import type { Dispatcher, Pool } from 'undici';
import { UsageError } from '../errors.ts';
import { isLoopbackHost } from './loopback.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The variables by which everybody names a proxy, as curl and git know them: small letters go first. */
type ProxyVariable = 'HTTPS_PROXY' | 'HTTP_PROXY' | 'NO_PROXY';

/** Finds what stands between this machine and others. */
export interface Proxies {
  /** By which a request goes to this address; undefined: directly. Throws `UsageError`. */
  find(address: URL): Promise<Dispatcher | undefined>;
}

/** How forges are spoken to. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/** No proxy, wherever something is. */
export const noProxies: Proxies = { find: async () => undefined };

/** Milliseconds for what a proxy says to CONNECT. */
const answerTimeout = 10_000;

/**
 * The proxies that an environment names. What is on this machine is never asked for through one, and what it takes to speak
 * to one is loaded only where one is named. `wait`: milliseconds for what a proxy says to CONNECT.
 */
export function createProxies(env: Environment, wait = answerTimeout): Proxies {
  if (!read(env, 'HTTPS_PROXY') && !read(env, 'HTTP_PROXY')) return noProxies;
  let agent: Promise<Dispatcher> | undefined;
  return {
    find: async ({ hostname, protocol }) => {
      // What is named for http alone is none for https to curl and git; the library would take it.
      const isNamed = read(env, protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') !== '';
      return isNamed && !isLoopbackHost(hostname) ? (agent ??= openAgent(env, wait)) : undefined;
    },
  };
}

/** `fetch`, by the proxies that an environment names; `wait` as of `createProxies`. */
export function createFetch(env: Environment, wait = answerTimeout): Fetch {
  const proxies = createProxies(env, wait);
  return async (address, init) => {
    const dispatcher = await proxies.find(new URL(address));
    if (!dispatcher) return fetch(address, init);
    // Node's own has another version of the library, which takes none of this one's dispatchers.
    const { fetch: fetchBy } = await import('./proxy-client.ts');
    return fetchBy(address, { ...init, dispatcher } as Parameters<typeof fetchBy>[1]) as unknown as Response;
  };
}

/** The same for git, which knows them by their small letters, and has to be told what is on this machine. */
export function toGitProxies(env: Environment): Readonly<Record<string, string>> {
  const [https, http] = [read(env, 'HTTPS_PROXY'), read(env, 'HTTP_PROXY')];
  if (!https && !http) return {};
  const own = read(env, 'NO_PROXY').trim();
  return {
    ...(https && { https_proxy: https }),
    ...(http && { http_proxy: http }),
    no_proxy: own === '*' ? own : ['localhost', '127.0.0.1', '::1', ...(own ? [own] : [])].join(','),
  };
}

async function openAgent(env: Environment, wait: number): Promise<Dispatcher> {
  const { EnvHttpProxyAgent, Pool } = await import('./proxy-client.ts');
  // '' for what is not set: else it would be looked for in this process's own environment.
  return new EnvHttpProxyAgent({
    httpsProxy: toAddress(env, 'HTTPS_PROXY'),
    httpProxy: toAddress(env, 'HTTP_PROXY'),
    noProxy: read(env, 'NO_PROXY'),
    clientFactory: (origin: URL, options: object) =>
      failOnce(new Pool(origin, { ...options, headersTimeout: wait })),
  });
}

/**
 * A pool in which a CONNECT that fails is the end of its request. Where a proxy hangs up in place of an answer, the library would
 * ask again without an end or a pause, as long as the error is its own UND_ERR_SOCKET.
 */
function failOnce(pool: Pool): Pool {
  const connect = pool.connect.bind(pool) as (options: object) => Promise<unknown>;
  const once = (options: object) =>
    connect(options).catch((cause: unknown) => {
      throw Object.assign(new Error('the proxy gave no answer', { cause }), { code: 'ECONNRESET' });
    });
  return Object.assign(pool, { connect: once });
}

function read(env: Environment, name: ProxyVariable): string {
  return env[name.toLowerCase()] ?? env[name] ?? '';
}

/** With or without its scheme, as curl takes it. What is wrong with it is told without it: it may hold a password. */
function toAddress(env: Environment, name: ProxyVariable): string {
  const text = read(env, name).trim();
  if (text === '') return '';
  const address = /^[a-z][\w+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return address;
  throw new UsageError(
    `${name} must be the address of an HTTP proxy, like http://proxy.example.org:3128. Others (SOCKS, say) are not spoken to.`,
  );
}
