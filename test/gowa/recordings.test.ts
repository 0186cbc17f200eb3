import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../src/gowa/client.ts';
import { createClient } from '../../src/gowa/client.ts';
import type { HttpServer } from '../support/http-server.ts';
import { startHttpServer } from '../support/http-server.ts';
import type { Recorded } from './exchanges.ts';
import { loadExchanges, replay, summarise } from './exchanges.ts';

const root = join(import.meta.dirname, '../..');
/** All recordings lie beside the clone where the project is at home; elsewhere the fixture has one of each kind. */
const recordings = ['recordings', 'recordings-consent'].map((name) => join(root, '../shared', name));
const files = [
  join(import.meta.dirname, 'fixtures/exchanges.jsonl'),
  ...recordings.filter((folder) => existsSync(folder)).flatMap(listRecordings),
];

function listRecordings(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name));
}

describe('what Rollcall makes of recorded answers', () => {
  let current: Recorded | undefined;
  let server: HttpServer;
  let client: Client;

  beforeAll(async () => {
    server = await startHttpServer((_request, response) => current && replay(current, response));
    client = createClient({ url: server.url });
  });
  afterAll(async () => {
    await client.close();
    await server.close();
  });

  test.each(files.map((path) => [basename(path).replace(/\.jsonl?$/, ''), path]))(
    '%s',
    async (name, path) => {
      const blocks: string[] = [];
      for (current of loadExchanges(path)) {
        const block = await summarise(client, current);
        if (block !== undefined) blocks.push(block);
      }
      expect(blocks.join('\n')).not.toMatch(/malformed|"unknown","text":"The answer does not fit/);
      await expect(`${blocks.join('\n')}\n`).toMatchFileSnapshot(join(root, `test/golden/gowa/${name}.txt`));
    },
  );
});
