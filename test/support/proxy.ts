import type { SeenRequest } from './http-server.ts';
import { startHttpServer } from './http-server.ts';

/** What is answered instead of the server behind; `hang`: nothing, ever; undefined: the server answers itself. */
export type Interference = { readonly status: number; readonly json: unknown } | 'hang' | undefined;

/** A server in front of another one, for what the sandbox cannot be told to do: it looks into bodies. */
export interface Proxy {
  readonly url: string;
  close(): Promise<void>;
}

/** Passes requests on to `target` unless `interfere` has an answer for them. */
export async function startProxy(
  target: string,
  interfere: (request: SeenRequest) => Interference,
): Promise<Proxy> {
  const server = await startHttpServer(async (_request, response) => {
    const seen = server.requests.at(-1);
    if (!seen) return;
    const early = interfere(seen);
    if (early === 'hang') return;
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.setHeader('x-rollcall-sandbox', '1');
    if (early) return void response.writeHead(early.status).end(JSON.stringify(early.json));
    const { status, text } = await pass(target, seen);
    response.writeHead(status).end(text);
  });
  return server;
}

async function pass(target: string, { method, path, headers, body }: SeenRequest) {
  const own = Object.entries(headers).filter(([name]) => ['content-type', 'x-device-id'].includes(name));
  const answer = await fetch(target + path, {
    method,
    headers: own.map(([name, value]) => [name, String(value)] as [string, string]),
    ...(body !== '' && { body }),
  });
  return { status: answer.status, text: await answer.text() };
}
