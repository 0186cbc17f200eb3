import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What arrived at the server. */
export interface SeenRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server of a test's own on a free port, for what no sandbox would ever answer. */
export interface HttpServer {
  /** "http://127.0.0.1:12345". */
  readonly url: string;
  /** All requests so far, in the order of their arrival. */
  readonly requests: readonly SeenRequest[];
  close(): Promise<void>;
}

/** Answers a request, now or later. */
type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Answers with `listener` once a request's body is there; where that fails the line is cut, so that nobody waits for ever. */
export async function startHttpServer(listener: Listener): Promise<HttpServer> {
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    void readBody(request)
      .then((body) => {
        const { method = '', url = '', headers } = request;
        requests.push({ method, path: url, headers, body });
        return listener(request, response);
      })
      .catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
