import { afterEach, describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { HttpServer } from '../support/http-server.ts';
import { startHttpServer } from '../support/http-server.ts';
import type { Stage } from '../support/stage.ts';
import { createTestIo, openStage } from '../support/stage.ts';

const opened: (Stage | HttpServer)[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

/** What `status` tells of a server that echoes the request in its refusal. */
async function tell(isInteractive: boolean): Promise<string> {
  const stage = await openStage({ files: choirFiles, world: choirWorld() });
  const server = await startHttpServer(({ headers, url }, response) => {
    const message = `\n::error::x http://${headers.host}${url} ${headers.authorization} gowa-admin 447700900123`;
    response.writeHead(500).end(JSON.stringify({ code: 'INTERNAL_SERVER_ERROR', message }));
  });
  opened.push(stage, server);
  const env = {
    ROLLCALL_URL: `${server.url}/base`,
    ROLLCALL_USER: 'gowa-admin',
    ROLLCALL_PASSWORD: 'SECRETPW',
    ROLLCALL_DEBUG: '1',
  };
  const { io, written } = createTestIo({ env, terminal: { isInteractive } });
  await main(['status', '--groups', stage.path('groups')], io);
  expect(written.out).toBe('');
  return written.err;
}

describe('--debug', () => {
  test('tells every request and its answer, and no id in them, on standard error', async () => {
    const stage = await openStage({ files: choirFiles, world: choirWorld() });
    opened.push(stage);
    const { out, err } = await stage.run('apply', '--yes', '--debug');
    const lines = err.split('\n').filter((line) => /^(?:GET|POST) /.test(line));
    expect(lines).toContain('GET /app/status 200 0 ms');
    expect(lines).toContain('POST /group/participants/remove 200 0 ms');
    expect(lines.length).toBe(stage.sandbox.requests().length);
    expect(lines.filter((line) => !/^(?:GET|POST) [/a-z-]+ \d{3} \d+ ms$/.test(line))).toEqual([]);
    expect(out).not.toContain('GET /');
  });

  test('is silent without being asked for, also where the variable says no', async () => {
    for (const env of [{}, { ROLLCALL_DEBUG: '0' }]) {
      const stage = await openStage({ files: choirFiles, world: choirWorld(), env });
      opened.push(stage);
      expect((await stage.run('plan')).err).not.toContain('GET /');
    }
  });

  test("tells a server's own words on a terminal alone, harmless, without credentials and address", async () => {
    const shown = await tell(true);
    expect(shown.split('\n')[0]).toBe(
      String.raw`GET /devices 500 0 ms  "INTERNAL_SERVER_ERROR: \n::error::x http://••••••••/devices Basic •••••••• •••• ••••••••••••"`,
    );
    expect((await tell(false)).split('\n')[0]).toBe('GET /devices 500 0 ms');
  });
});
