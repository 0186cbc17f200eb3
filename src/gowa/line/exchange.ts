import { asksReset } from './asks-reset.ts';
import { toConnectAdvice } from './connect-advice.ts';
import type { Dispatcher, FormData } from 'undici';
import type { GroupId } from '../../domain/group.ts';
import type { Connection } from './connection.ts';
import { NotConnectedError } from './connection.ts';
import { receive, TooLargeError } from './receive.ts';
import type { ParseBody, Reply } from '../answers/reply.ts';
import { toAnswered, toReply } from '../answers/reply.ts';

/** Values of a query string. */
export type Query = Readonly<Record<string, string>>;

/**
 * One request. Imported by client.ts, which sends GET, and write.ts, which alone sends POST
 * (docs/architecture.md#the-map).
 */
export type Message =
  | {
      readonly method: 'GET';
      readonly path: string;
      readonly query: Query;
      /** How an answer of this kind is read at less cost than by `JSON.parse`, where that may be. */
      readonly parseBody?: ParseBody | undefined;
    }
  /** The one GET that changes something: it revokes the group's invite link (docs/gowa.md#t16). */
  | { readonly method: 'GET'; readonly path: '/group/invite-link'; readonly renewalOf: GroupId }
  | { readonly method: 'POST'; readonly path: string; readonly template: string; readonly json: unknown }
  | { readonly method: 'POST'; readonly path: string; readonly template: string; readonly parts: FormData };

/**
 * Sends one request and reads its whole answer. Follows no redirects and never tries again. Throws only for a
 * message that must never be sent; what the network does is in the reply.
 */
export async function exchange(connection: Connection, message: Message): Promise<Reply> {
  const { trace } = connection;
  const begun = trace?.now() ?? 0;
  const reply = await send(connection, message);
  const template = 'template' in message ? message.template : message.path;
  trace?.tell({ method: message.method, template, reply, milliseconds: trace.now() - begun });
  return reply;
}

async function send(connection: Connection, message: Message): Promise<Reply> {
  const { maxBytes, peer } = connection;
  const request = {
    path: toTarget(connection, message),
    method: message.method,
    ...toBody(connection, message),
  };
  try {
    const { status, headers, body } = await receive(connection.socket, request, {
      maxBytes,
      watch: (end) => watchTime(connection, message, end),
      onHeaders(came) {
        if (came['x-rollcall-sandbox'] === '1' && peer.isLoopback) connection.sandbox = true;
      },
    });
    const location = typeof headers['location'] === 'string' ? headers['location'] : undefined;
    const parseBody = 'parseBody' in message && connection.mayScan ? message.parseBody : undefined;
    const envelope = parseBody?.(body, connection.redact);
    if (envelope) return toAnswered({ status, location }, envelope);
    return toReply(status, connection.redact(body.toString('utf8')), location);
  } catch (error) {
    return toUnanswered(connection, error);
  }
}

/**
 * What ends a request early: its time, and for a read whoever ends the run before anything was written. Not
 * `AbortSignal.any`: a signal of time that nobody listens to may be collected as garbage, and then never fires.
 */
function watchTime(
  { timeout, interruption }: Connection,
  message: Message,
  end: (reason: Error) => void,
): () => void {
  const time = AbortSignal.timeout(timeout);
  const isRead = 'query' in message;
  const sources = isRead && interruption ? [time, interruption] : [time];
  const stops = sources.map((source) => {
    const stop = () => end(source.reason as Error);
    if (source.aborted) stop();
    source.addEventListener('abort', stop);
    return () => source.removeEventListener('abort', stop);
  });
  return () => stops.forEach((stop) => stop());
}

/** Base path, path and query. No request asks for a reset but the one that says whose link it renews. */
function toTarget(connection: Connection, message: Message): string {
  const query = new URLSearchParams('query' in message ? message.query : {});
  if (asksReset(query) || /[?#]/.test(message.path))
    throw new Error(`Refused to send ${message.path}: unsafe query`);
  if ('renewalOf' in message) {
    query.set('group_id', message.renewalOf);
    query.set('reset', 'true');
  }
  const search = query.toString();
  return connection.basePath + message.path + (search && `?${search}`);
}

function toBody(
  { headers }: Connection,
  message: Message,
): Pick<Dispatcher.RequestOptions, 'headers' | 'body'> {
  if (message.method === 'GET') return { headers };
  // Its boundary and its length are the library's own matter.
  if ('parts' in message) return { headers, body: message.parts };
  return {
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(message.json),
  };
}

function toUnanswered(connection: Connection, error: unknown): Reply {
  return { kind: 'unanswered', ...toTrouble(connection, error) };
}

type Trouble = Omit<Reply & { kind: 'unanswered' }, 'kind'>;

/** Never with the server's address: these texts go into reports and comments as well. */
function toTrouble({ timeout, maxBytes }: Connection, error: unknown): Trouble {
  if (error instanceof TooLargeError) {
    return { code: 'too-large', text: `The answer is longer than ${maxBytes / 1024 / 1024} MiB.` };
  }
  if (error instanceof NotConnectedError) {
    const reason = toReason(error.cause);
    const advice = toConnectAdvice(reason);
    return {
      code: 'unreachable',
      text: `GOWA cannot be reached at the address of ROLLCALL_URL or --url (${reason}).${advice && ` ${advice}.`}`,
    };
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return { code: 'timeout', text: `No answer within ${timeout / 1000} s.` };
  }
  return { code: 'dropped', text: `The line dropped before the answer was complete (${toReason(error)}).` };
}

/** "ECONNREFUSED": a code, since the messages of such errors name the server, or are empty. */
function toReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : 'for no known reason';
}
