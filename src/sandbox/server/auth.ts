import { toText } from './answer.ts';
import type { Answer } from './answer.ts';

/**
 * Returns why a request may not pass, `undefined` if it may (E-auth, docs/gowa.md#04-errors-that-endpoints-share).
 * `wanted`: `user:password`.
 */
export function refuseUnauthorised(header: string | undefined, wanted: string): Answer | undefined {
  const value = (header ?? '').trim();
  if (!/^basic /i.test(value)) return unauthorised();
  const encoded = value.slice('basic '.length);
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(encoded)) return malformed();
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  if (!credentials.includes(':')) return malformed();
  return credentials === wanted ? undefined : unauthorised();
}

function unauthorised(): Answer {
  return toText(401, 'Unauthorized', { 'WWW-Authenticate': 'Basic realm="Restricted", charset="UTF-8"' });
}

function malformed(): Answer {
  return toText(400, 'Bad Request');
}
