import type { RequestListener, ServerResponse } from 'node:http';
import { afterEach } from 'vitest';
import { z } from 'zod';
import type { Client } from '../../src/gowa/client.ts';
import { createClient } from '../../src/gowa/client.ts';
import type { ClientOptions } from '../../src/gowa/line/connection.ts';
import { GowaError } from '../../src/gowa/answers/gowa-error.ts';
import type { HttpServer } from '../support/http-server.ts';
import { startHttpServer } from '../support/http-server.ts';

/** What `/people` answers in these tests. */
export const schema = z.object({ people: z.array(z.object({ name: z.string() })) });
const opened: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** A client of a server that answers like this; it does not wait between tries. */
export async function connect(
  listener: RequestListener,
  options: Partial<ClientOptions> = {},
): Promise<{ client: Client; server: HttpServer }> {
  const server = await startHttpServer(listener);
  const client = createClient({ ...options, url: server.url + (options.url ?? '') });
  opened.push(() => client.close(), server.close);
  return { client, server };
}

/** Ends a response the way GOWA does when all is well. */
export function succeed(response: ServerResponse, results: unknown): void {
  response.end(JSON.stringify({ code: 'SUCCESS', message: 'Success', results }));
}

/** The error of a read that must fail. */
export async function fail(client: Client): Promise<GowaError> {
  const error: unknown = await client.get('/people', {}, schema).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GowaError)) throw new Error('It did not fail as it should.', { cause: error });
  return error;
}
