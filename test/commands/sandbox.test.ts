import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { main } from '../../src/main.ts';
import type { PlanDocument } from '../../src/render/json/plan-document.ts';
import { createTestIo } from '../support/stage.ts';

const groups = join(import.meta.dirname, '..', '..', 'groups');
const running: (() => Promise<number>)[] = [];

afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});

/** Starts `rollcall sandbox` and resolves to its address once it says where it listens. */
async function startSandboxCommand(...argv: string[]): Promise<string> {
  const interruption = new AbortController();
  return new Promise((resolve, reject) => {
    const onWrite = (text: string) => {
      const found = /listens on (\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    };
    const { io, written } = createTestIo({ onWrite, signal: interruption.signal });
    const ended = main(['sandbox', '--groups', groups, ...argv], io);
    running.push(() => {
      interruption.abort();
      return ended;
    });
    void ended.then((code) => reject(new Error(`it ended with ${code}: ${written.err}`)));
  });
}

async function runPlan(url: string, ...argv: string[]) {
  const { io, written } = createTestIo({ env: { ROLLCALL_URL: url } });
  const code = await main(['plan', '--groups', groups, ...argv], io);
  return { code, ...written };
}

test('in the world made from the files they are in sync, but for the group that is to be made', async () => {
  const url = await startSandboxCommand('--from', groups);
  const { code, out } = await runPlan(url, '--json');
  const { groups: planned, toCreate } = JSON.parse(out) as PlanDocument;
  const toMake = toCreate.map(({ file }) => file);
  expect(toMake).toEqual(['youth/summer-camp.yaml']);
  const due = planned.filter(({ changes }) => changes.length > 0).map(({ file }) => file);
  expect(due.filter((file) => !toMake.includes(file))).toEqual([]);
  expect(code).toBe(exitCodes.ok);
});

test('drift put into it is planned', async () => {
  const url = await startSandboxCommand('--from', groups, '--drift', '12');
  expect((await runPlan(url, '--detailed-exitcode')).code).toBe(exitCodes.changes);
});

test("without a world it is the folder's own", async () => {
  const url = await startSandboxCommand();
  expect((await runPlan(url)).out).toContain('Sopranos 2024');
});

test('an ordered fault happens', async () => {
  const url = await startSandboxCommand('--fault', '{ xmlns: "w:g2", code: 429 }');
  const { code, out } = await runPlan(url);
  expect(out).toContain('429');
  expect(code).toBe(exitCodes.failed);
});

test('faults can be ordered while it runs', async () => {
  const url = await startSandboxCommand();
  await fetch(`${url}/__sandbox/faults`, { method: 'PUT', body: '[{ xmlns: "w:g2", code: 429 }]' });
  expect((await runPlan(url)).code).toBe(exitCodes.failed);
});

test('it ends well when it is interrupted', async () => {
  await startSandboxCommand();
  expect(await running.splice(0)[0]?.()).toBe(exitCodes.ok);
});

async function takePort(): Promise<string> {
  return new URL(await startSandboxCommand()).port;
}

test.each([
  ['a port that is taken', async () => ['--port', await takePort()], 'cannot listen'],
  ['a port that is none', () => ['--port', '70000'], '0 to 65535'],
  ['a rule that is none', () => ['--fault', '{ code: many }'], '--fault'],
  ['a world that is not there', () => ['--world', 'nowhere.yaml'], 'cannot be read'],
  ['two worlds', () => ['--world', 'a.yaml', '--from', 'b'], 'cannot be used with'],
])('%s is said', async (_, toArguments, text) => {
  const argv = await toArguments();
  const { io, written } = createTestIo({});
  expect(await main(['sandbox', '--groups', groups, ...argv], io)).toBe(exitCodes.usage);
  expect(written.err).toContain(text);
});
