import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** A port of this machine's own that is free now, for whoever cannot be told to take any. */
export async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
