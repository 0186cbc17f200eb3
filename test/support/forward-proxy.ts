import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';

/** A proxy as offices have them, which leads every host name to this machine, and what it was asked for. */
export interface ForwardProxy {
  /** "127.0.0.1:12345". */
  readonly host: string;
  /** "forge.example:8080", in the order of the requests. */
  readonly asked: readonly string[];
  /** The password that came with each. */
  readonly credentials: readonly (string | undefined)[];
  close(): Promise<void>;
}

/** Starts one on a free port. */
export async function startForwardProxy(): Promise<ForwardProxy> {
  const asked: string[] = [];
  const credentials: (string | undefined)[] = [];
  const note = (target: string, credential: string | undefined) => {
    asked.push(target);
    credentials.push(credential);
  };
  const server = createServer((incoming, response) => {
    const { host, port, pathname, search } = new URL(incoming.url ?? '');
    note(host, incoming.headers['proxy-authorization']);
    const { method, headers } = incoming;
    const outgoing = request(
      { host: '127.0.0.1', port, path: pathname + search, method, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(response);
      },
    );
    incoming.pipe(outgoing);
  });
  const tunnels = new Set<{ destroy(): unknown }>();
  server.on('connect', (incoming, socket) => {
    const target = incoming.url ?? '';
    note(target, incoming.headers['proxy-authorization']);
    const outgoing = connect(Number(target.split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      outgoing.pipe(socket).pipe(outgoing);
    });
    tunnels.add(outgoing).add(socket);
    outgoing.on('error', () => socket.destroy());
    socket.on('error', () => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    credentials,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const end of tunnels) end.destroy();
      }),
  };
}
