import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LockedError } from '../../src/journal/lock.ts';
import { change, ana, createStage, hour } from './stage.ts';

/** The id of a process that has ended. */
async function findDeadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

const holder = (rest: object) =>
  JSON.stringify({
    pid: process.ppid,
    host: hostname(),
    at: '2026-11-24T08:59:00.000Z',
    token: 'x',
    ...rest,
  });

describe('the lock', () => {
  test('is held by one run at a time, and free after it', async () => {
    const stage = await createStage();
    const journal = await stage.open();
    await expect(stage.open()).rejects.toThrow(LockedError);
    await journal.close();
    await (await stage.open()).close();
    expect(existsSync(join(stage.folder, 'lock'))).toBe(false);
  });

  test('is nothing to those who only read', async () => {
    const stage = await createStage();
    const journal = await stage.open();
    expect((await stage.read()).memory).toBe('kept');
    await journal.close();
  });

  test.each([
    ['another living process', {}, true],
    ['this process before it was this one', { pid: process.pid }, false],
    ['another host lately', { host: 'elsewhere' }, true],
    ['another host an hour ago', { host: 'elsewhere', at: '2026-11-24T07:59:59.000Z' }, false],
    ['a living process id an hour ago', { at: '2026-11-24T07:59:59.000Z' }, false],
  ])('of %s', async (_, rest, isHeld) => {
    const stage = await createStage();
    writeFileSync(join(stage.folder, 'lock'), holder(rest));
    const opened = stage.open();
    const result = await opened.then(
      (journal) => journal.close(),
      (error: Error) => error.message,
    );
    expect(result?.startsWith('Another run is at work') ?? false).toBe(isHeld);
    expect(existsSync(join(stage.folder, 'lock'))).toBe(isHeld);
  });

  test('of a dead process is taken, and nothing stays behind', async () => {
    const stage = await createStage();
    writeFileSync(join(stage.folder, 'lock'), holder({ pid: await findDeadPid() }));
    await (await stage.open()).close();
    expect(readdirSync(stage.folder).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  test('that is torn belongs to nobody', async () => {
    const stage = await createStage();
    writeFileSync(join(stage.folder, 'lock'), '{"pid":');
    const journal = await stage.open();
    expect(journal.past.memory).toBe('kept');
    await journal.close();
  });

  test('shows that the run is alive, at most once a minute', async () => {
    const stage = await createStage();
    const journal = await stage.open();
    const lock = () => readFileSync(join(stage.folder, 'lock'), 'utf8');
    const first = lock();
    await journal.record({ type: 'intent', step: [change('add', ana)] });
    expect(lock()).toBe(first);
    stage.clock.advance(2 * hour);
    await journal.record({ type: 'intent', step: [change('add', ana)] });
    expect(JSON.parse(lock())).toMatchObject({ at: new Date(stage.clock.now()).toISOString() });
    await journal.close();
  });

  test('that another run has taken over is left to it', async () => {
    const stage = await createStage();
    const journal = await stage.open();
    writeFileSync(join(stage.folder, 'lock'), holder({}));
    await journal.close();
    expect(existsSync(join(stage.folder, 'lock'))).toBe(true);
  });
});
