import type { Dispatcher } from 'undici';
import { request } from 'undici';
import type { Clock } from '../domain/gateway.ts';
import type { Proxies } from '../net/proxies.ts';
import { noProxies } from '../net/proxies.ts';
import type { Posting } from './formats.ts';

/** What a posting needs of the world. */
export interface PostContext {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** By default none. */
  readonly proxies?: Proxies;
  /** For each try, milliseconds. */
  readonly timeout?: number;
}

/** Milliseconds for one try; and before the second and the third one, where the answer names no time. */
const usualTimeout = 15_000;
const pauses = [1_000, 5_000] as const;

/** A host that wants to be left alone for longer is told the next time. Milliseconds. */
const longestPause = 30_000;

/** What came of one try. */
type Try =
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly why: string }
  /** `after`: milliseconds that the host asked for. */
  | { readonly kind: 'again'; readonly why: string; readonly after?: number };

/**
 * Posts once, and at most twice more: where nothing left for the host, or it says that it could not take it. Follows no redirect,
 * and nothing of an answer but its status is looked at. Why it was not sent, without the address, which is a secret; undefined
 * where it was.
 */
export async function post(posting: Posting, context: PostContext): Promise<string | undefined> {
  for (let tries = 0; ; tries += 1) {
    const result = await tryToPost(posting, context);
    if (result.kind === 'sent') return undefined;
    const pause = pauses[tries];
    if (result.kind === 'failed' || pause === undefined) return result.why;
    const wait = result.after ?? pause;
    if (wait > longestPause || context.signal.aborted) return result.why;
    await context.clock.sleep(wait, context.signal);
    if (context.signal.aborted) return result.why;
  }
}

async function tryToPost({ url, contentType, body }: Posting, context: PostContext): Promise<Try> {
  const { timeout = usualTimeout, clock, signal, proxies = noProxies } = context;
  const dispatcher = await proxies.find(url);
  const controller = new AbortController();
  const end = () => controller.abort();
  const timer = setTimeout(end, timeout);
  signal.addEventListener('abort', end, { once: true });
  try {
    const response = await request(url, {
      method: 'POST',
      headers: { 'content-type': contentType, 'user-agent': 'rollcall' },
      body,
      signal: controller.signal,
      ...(dispatcher && { dispatcher }),
    });
    // What it says is nobody's business; leaving it would keep the line.
    await response.body.dump({ limit: 65_536 }).catch(() => undefined);
    return judge(response, clock.now());
  } catch (error) {
    if (signal.aborted) return { kind: 'failed', why: 'interrupted' };
    // It may have arrived: once more could be twice.
    if (controller.signal.aborted) return { kind: 'failed', why: `no answer within ${timeout / 1000} s` };
    return { kind: 'again', why: `the line failed (${toCode(error)})` };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}

function judge({ statusCode: status, headers }: Dispatcher.ResponseData, now: number): Try {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status >= 300 && status < 400)
    return { kind: 'failed', why: `it answered with a redirect (${status}), and none is followed` };
  const why = `it answered ${status}`;
  if (status !== 429 && status < 500) return { kind: 'failed', why };
  const after = toPause(headers['retry-after'], now);
  return { kind: 'again', why, ...(after !== undefined && { after }) };
}

/** Seconds, or a time (RFC 9110, 10.2.3). Undefined for anything else. */
function toPause(value: string | readonly string[] | undefined, now: number): number | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  if (/^\d{1,9}(?:\.\d{1,6})?$/.test(text)) return Number(text) * 1000;
  const time = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}

/** "ECONNREFUSED": the messages of such errors name the host. */
function toCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : 'for no known reason';
}
