import { answerRequest } from './answer-request.ts';
import { deliver, deliverSpoiled } from './deliver.ts';
import { parsePairs, parseQuery } from './http-request.ts';
import { parseMultipart } from './go/multipart.ts';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import type { Gowa } from './gowa.ts';
import type { HttpRequest } from './http-request.ts';

/** One request in the log; `status` 0: no answer went out. */
export interface LoggedRequest {
  readonly method: string;
  /** As it came in: base path and query included. */
  readonly path: string;
  /** Parsed as its Content-Type says; files by their size; `undefined`: no body; a text: not parsable. */
  readonly body: unknown;
  readonly status: number;
  /** What GOWA asked WhatsApp: `namespace type tag`. */
  readonly queries: readonly string[];
}

/** Where the control surface lives: beside GOWA's paths, outside its base path and its credentials. */
const controlPrefix = '/__sandbox/';

/**
 * Returns the function that answers HTTP requests. Entries of `log` are there before the answer, so
 * that whoever has the answer finds its request.
 */
export function createListener(
  gowa: Gowa,
  log: LoggedRequest[],
  control: (request: HttpRequest) => Answer | Promise<Answer>,
): RequestListener {
  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await readRequest(incoming);
    if (request.path.startsWith(controlPrefix)) deliver(response, await control(request));
    else await serve(gowa, log, incoming.url ?? '', request, response);
  };
  return (incoming, response) => {
    // Only a client that went away while sending can end up here.
    handle(incoming, response).catch(() => response.destroy());
  };
}

async function serve(
  gowa: Gowa,
  log: LoggedRequest[],
  url: string,
  request: HttpRequest,
  response: ServerResponse,
): Promise<void> {
  const queries: string[] = [];
  const entry = { method: request.method, path: url, body: toLoggedBody(request), status: 0, queries };
  log.push(entry);
  const { clock } = gowa.world;
  const fault = gowa.faults.forRequest(request.method, withoutBase(gowa, request.path), clock.now());
  const isSpoiled = fault?.do !== undefined || fault?.status !== undefined;
  const isSpared = isSpoiled && fault?.effect !== true && fault?.do !== 'truncate';
  const answer = isSpared ? emptyAnswer : await answerRequest(gowa, request, (query) => queries.push(query));
  if (fault?.delay !== undefined) await clock.sleep(fault.delay);
  entry.status = answer.status;
  if (fault === undefined) deliver(response, answer);
  else entry.status = deliverSpoiled(response, fault, answer);
}

const emptyAnswer: Answer = { status: 200, contentType: 'text/plain', body: '' };

function withoutBase(gowa: Gowa, path: string): string {
  const base = gowa.server.basePath ?? '';
  return path.startsWith(base) ? path.slice(base.length) : path;
}

async function readRequest(incoming: IncomingMessage): Promise<HttpRequest> {
  const body = await readBody(incoming);
  const url = incoming.url ?? '/';
  const at = url.indexOf('?');
  return {
    method: incoming.method ?? 'GET',
    path: at < 0 ? url : url.slice(0, at),
    query: parseQuery(at < 0 ? '' : url.slice(at + 1)),
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
      ]),
    ),
    body,
    origin: `http://${incoming.headers.host ?? '127.0.0.1'}`,
  };
}

/** The whole of it. Rejects where the client goes away while it sends. */
function readBody(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => resolve(Buffer.concat(chunks)));
    incoming.on('error', reject);
  });
}

function toLoggedBody(request: HttpRequest): unknown {
  const { body } = request;
  const contentType = request.headers['content-type'] ?? '';
  if (body.length === 0) return undefined;
  if (/^multipart\//i.test(contentType)) return toLoggedParts(contentType, body);
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) return parsePairs(body.toString('utf8'));
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return value;
  } catch {
    return body.toString('utf8');
  }
}

function toLoggedParts(contentType: string, body: Buffer): unknown {
  return (parseMultipart(contentType, body) ?? []).map(({ name, filename, contentType: type, content }) =>
    filename === undefined
      ? { name, value: content.toString('utf8') }
      : { name, filename, type, bytes: content.length },
  );
}
