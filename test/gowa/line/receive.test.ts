import { Client } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import type { Receiving } from '../../../src/gowa/line/receive.ts';
import { receive, TooLargeError } from '../../../src/gowa/line/receive.ts';
import { startHttpServer } from '../../support/http-server.ts';

/** Asks a server that answers like this, and counts how often what watches was told that all is over. */
async function ask(listener: Parameters<typeof startHttpServer>[0], receiving: Partial<Receiving> = {}) {
  const server = await startHttpServer(listener);
  const client = new Client(server.url);
  onTestFinished(async () => {
    await client.destroy();
    await server.close();
  });
  const seen: unknown[] = [];
  let stopped = 0;
  const answer = await receive(
    client,
    { method: 'GET', path: '/a' },
    {
      maxBytes: 10,
      onHeaders: (headers) => seen.push(headers['x-a']),
      ...receiving,
      watch: (end) => {
        receiving.watch?.(end);
        return () => void (stopped += 1);
      },
    },
  ).catch((error: unknown) => error);
  return { answer, seen, stopped, asked: server.requests.length };
}

test('a whole answer, its headers told first, and those of another one before it are none', async () => {
  const { answer, seen, stopped } = await ask((_request, response) => {
    response.writeProcessing();
    response.writeHead(201, { 'x-a': 'b' }).end('ten bytes.');
  });
  expect(answer).toMatchObject({ status: 201, headers: { 'x-a': 'b' }, body: Buffer.from('ten bytes.') });
  expect({ seen, stopped }).toEqual({ seen: ['b'], stopped: 1 });
});

test('what ends it before it leaves is why it fails, and nobody is asked', async () => {
  const why = new Error('over');
  const watch = (end: (reason: Error) => void) => {
    end(why);
    end(new Error('once more'));
    return () => undefined;
  };
  const { answer, stopped, asked } = await ask((_request, response) => response.end('x'), { watch });
  expect(answer).toBe(why);
  expect({ stopped, asked }).toEqual({ stopped: 1, asked: 0 });
});

test('one more byte than is wanted closes the line', async () => {
  let isClosed = Promise.resolve(false);
  const { answer, stopped } = await ask((_request, response) => {
    isClosed = new Promise((resolve) => response.on('close', () => resolve(!response.writableFinished)));
    response.write('eleven byte');
  });
  expect(answer).toBeInstanceOf(TooLargeError);
  expect(stopped).toBe(1);
  expect(await isClosed).toBe(true);
});
