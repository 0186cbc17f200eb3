import type { FaultRule } from '../../../src/sandbox/faults.ts';

/** An endpoint that apply uses, as the sandbox's rules name it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

/** Something that goes wrong at an endpoint. */
export interface Fault {
  readonly name: string;
  /** The account must not go on after it. */
  readonly isStop?: boolean;
  /** No answer comes at all. */
  readonly isHang?: boolean;
  rules(endpoint: Endpoint): FaultRule[];
}

export const readEndpoints: readonly Endpoint[] = [
  '/devices',
  '/app/status',
  '/user/my/groups',
  '/group/info',
  '/group/participants',
  '/user/check',
  '/user/info',
  '/user/avatar',
  '/pictures/*',
].map((path) => ({ method: 'GET', path }));

export const writeEndpoints: readonly Endpoint[] = [
  '/group/participants',
  '/group/participants/promote',
  '/group/participants/demote',
  '/group/participants/remove',
  '/group/name',
  '/group/topic',
  '/group/announce',
  '/group/locked',
  '/chat/*/disappearing',
  '/group/photo',
].map((path) => ({ method: 'POST', path }));

/** Where preparing and comparing pictures makes every try slow. */
const slowPaths = new Set(['/user/avatar', '/pictures/*', '/group/photo']);
const fewFaults = new Set(
  '429 of WhatsApp,logged out,504 after the effect,dropped before,dropped after,garbage,truncated,success without effect'.split(
    ',',
  ),
);

/**
 * The faults for an endpoint: every kind, but of WhatsApp's refusals, which are all the same to Rollcall, two for each
 * endpoint in turn, and few where photos are; the soak takes them all. A read has no effect that could come before the
 * fault.
 */
export function pickFaults({ method, path }: Endpoint, isAll: boolean): Fault[] {
  const own = faults.filter(({ name }) => method === 'POST' || !name.includes('after'));
  if (isAll) return own;
  if (slowPaths.has(path)) return own.filter(({ name }) => fewFaults.has(name));
  const turn = [...readEndpoints, ...writeEndpoints].findIndex(
    (one) => one.path === path && one.method === method,
  );
  const refused = faults.filter(({ name }) => name.startsWith('refused'));
  const picked = new Set([refused[(2 * turn) % refused.length], refused[(2 * turn + 1) % refused.length]]);
  return own.filter((fault) => picked.has(fault) || !refused.includes(fault));
}

/** Refusals by WhatsApp that the recordings have, as GOWA says them (docs/gowa.md#t11). */
const refusals = {
  304: 'not-modified',
  400: 'bad-request',
  401: 'not-authorized',
  403: 'forbidden',
  404: 'item-not-found',
  405: 'not-allowed',
  406: 'not-acceptable',
  409: 'conflict',
  410: 'gone',
  419: 'resource-limit',
  423: 'locked',
  500: 'internal-server-error',
  503: 'service-unavailable',
} as const;

/** GOWA's own answer in a frame. */
function answer(status: number, code: string, message: string, extra: object = {}) {
  return { status, body: JSON.stringify({ code, message, ...extra }) };
}

function query(code: number, text: string) {
  return answer(500, 'INTERNAL_SERVER_ERROR', `info query returned status ${code}: ${text}`);
}

function simple(name: string, what: Omit<Extract<FaultRule, { path: string }>, 'path' | 'method'>): Fault {
  return { name, rules: ({ method, path }) => [{ method, path, ...what }] };
}

/** The same with the session or the account at an end. */
function stop(name: string, what: Parameters<typeof simple>[1]): Fault {
  return { ...simple(name, what), isStop: true };
}

const timeout = answer(504, 'GATEWAY_TIMEOUT', 'Request timed out waiting for WhatsApp server response');
const disconnected = 'websocket disconnected before info query returned response';

/** Everything that can be ordered to go wrong. */
const faults: readonly Fault[] = [
  stop('429 of WhatsApp', query(429, 'rate-overlimit')),
  stop('429 of a proxy', { status: 429 }),
  stop('logged out', answer(500, 'INVALID_WA_CLI', 'your WhatsApp CLI is invalid or empty')),
  stop('not logged in', answer(401, 'AUTHENTICATION_ERROR', 'you are not logged in')),
  stop('wrong password', { status: 401, body: 'Unauthorized' }),
  ...Object.entries(refusals).map(([code, text]) => simple(`refused ${code}`, query(Number(code), text))),
  simple('500 of a proxy', { status: 500 }),
  simple('503 of a proxy', { status: 503 }),
  simple('504', timeout),
  simple('504 after the effect', { ...timeout, effect: true }),
  simple('line to WhatsApp drops', answer(500, 'INTERNAL_SERVER_ERROR', disconnected)),
  simple('dropped before', { do: 'close' }),
  simple('dropped after', { do: 'close', effect: true }),
  { ...simple('hang', { delay: 1, do: 'close' }), isHang: true },
  { ...simple('hang after', { delay: 1, do: 'close', effect: true }), isHang: true },
  simple('garbage', { do: 'garbage' }),
  simple('garbage after', { do: 'garbage', effect: true }),
  simple('truncated', { do: 'truncate' }),
  simple('slow', { delay: 5_000 }),
  simple('success without effect', answer(200, 'SUCCESS', 'Success', { results: [] })),
  { name: 'look-ups limited', rules: () => [{ xmlns: 'usync', code: 429 }] },
];
