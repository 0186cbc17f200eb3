import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { RunEvent } from '../../src/domain/event.ts';
import { noPast } from '../../src/domain/past.ts';
import { holdBack, keepHold, readHold, withHold } from '../../src/journal/hold.ts';

const now = Date.UTC(2026, 5, 15, 12);
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-hold-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const stop = (code: 'rate-limited' | 'session-lost' | 'unreachable') =>
  ({ kind: 'stop', code, text: '' }) as const;

test.each<[string, RunEvent, number | undefined]>([
  ['an hour after a limit', { type: 'stopped', stop: stop('rate-limited') }, now + hour],
  [
    'a quarter of it after a lost session',
    { type: 'stopped', stop: stop('session-lost') },
    now + 15 * minute,
  ],
  ['an answer says so too', { type: 'answer', step: [] as never, answer: stop('rate-limited') }, now + hour],
  ['and one to a message', { type: 'message-answer', answer: stop('session-lost') }, now + 15 * minute],
  ['nothing after a line that was not there', { type: 'stopped', stop: stop('unreachable') }, undefined],
  ['nothing after anything else', { type: 'run-ended', interrupted: true }, undefined],
])('nothing is sent for a while: %s', async (_, event, until) => {
  const folder = await makeFolder();
  holdBack(folder, event, now);
  expect(readHold(folder, now)).toBe(until);
  expect(withHold(noPast, folder, now).notBefore).toBe(until);
});

test('of two holds the longer one stays, and of a hold and a memory the later time counts', async () => {
  const folder = await makeFolder();
  keepHold(folder, now + hour, now);
  keepHold(folder, now + minute, now);
  expect(readHold(folder, now)).toBe(now + hour);
  expect(withHold({ ...noPast, notBefore: now + 2 * hour }, folder, now).notBefore).toBe(now + 2 * hour);
  expect(withHold({ ...noPast, notBefore: now + minute }, folder, now).notBefore).toBe(now + hour);
});

test('what is over holds nobody back, nor what a wrong clock or another hand wrote', async () => {
  const folder = await makeFolder();
  keepHold(folder, now + hour, now);
  expect(withHold(noPast, folder, now + 2 * hour)).toBe(noPast);
  for (const text of [`{"until":"${new Date(now + 2 * day).toISOString()}"}`, '{"until":"soon"}', '{', '']) {
    await writeFile(join(folder, 'hold.json'), text);
    expect(readHold(folder, now)).toBeUndefined();
  }
});
