import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A door before a server: everything goes in at once, and answers to what is not GET come out when it is opened. */
export interface Gate {
  /** "http://127.0.0.1:12345". */
  readonly url: string;
  /** Resolves when the first answer waits behind the door: its request has taken effect. */
  readonly held: Promise<void>;
  open(): void;
  close(): Promise<void>;
}

/** Starts one on a free port before `target`, an address without a path. */
export async function startGate(target: string): Promise<Gate> {
  let [hold, open] = [() => {}, () => {}];
  const held = new Promise<void>((resolve) => (hold = resolve));
  const opened = new Promise<void>((resolve) => (open = resolve));
  const server = createServer((request, response) => {
    void pass(request, target).then(async (answer) => {
      if (request.method !== 'GET') {
        hold();
        await opened;
      }
      await send(answer, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    held,
    open,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function pass(request: IncomingMessage, target: string): Promise<Response> {
  const { method = 'GET', url = '/', headers } = request;
  const body = await buffer(request);
  const type = headers['content-type'];
  return fetch(`${target}${url}`, {
    method,
    headers: { ...(type !== undefined && { 'content-type': type }) },
    ...(method !== 'GET' && { body }),
  });
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  const isOfTheConnection = /^(connection|keep-alive|transfer-encoding|content-length|content-encoding)$/;
  const headers = [...answer.headers].filter(([name]) => !isOfTheConnection.test(name));
  response.writeHead(answer.status, Object.fromEntries(headers)).end(body);
}
