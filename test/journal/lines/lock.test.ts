import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { RunEvent } from '../../../src/domain/event.ts';
import { LockedError } from '../../../src/journal/lines/lock.ts';
import { change, ana, createStage, hour } from '../journal-stage.ts';

const intent: RunEvent = { type: 'intent', step: [change('add', ana)] };

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
    ['another container of this host’s name', { pid: process.pid, space: 'pid:[1]' }, true],
    [
      'another container an hour ago',
      { pid: process.pid, space: 'pid:[1]', at: '2026-11-24T07:59:59.000Z' },
      false,
    ],
    ['a living process that has been silent for an hour', { at: '2026-11-24T07:59:59.000Z' }, true],
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

  test('shows that the run is alive each minute, whatever it waits for', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const stage = await createStage();
    const journal = await stage.open();
    const lock = () => readFileSync(join(stage.folder, 'lock'), 'utf8');
    const first = lock();
    stage.clock.advance(2 * hour);
    vi.advanceTimersByTime(59_999);
    expect(lock()).toBe(first);
    vi.advanceTimersByTime(1);
    expect(JSON.parse(lock())).toMatchObject({ at: new Date(stage.clock.now()).toISOString() });
    await journal.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('of this process is its own however long it is silent', async () => {
    const stage = await createStage();
    const journal = await stage.open();
    stage.clock.advance(5 * hour);
    await expect(stage.open()).rejects.toThrow(LockedError);
    await journal.record(intent);
    await journal.close();
  });

  test('that another run has taken over is left to it, and nothing more is written', async () => {
    const stage = await createStage();
    const journal = await stage.open();
    const text = stage.text();
    writeFileSync(join(stage.folder, 'lock'), holder({}));
    await expect(journal.record(intent)).rejects.toThrow(LockedError);
    expect(stage.text()).toBe(text);
    await journal.close();
    expect(existsSync(join(stage.folder, 'lock'))).toBe(true);
  });

  test('that is gone stops the run too', async () => {
    const stage = await createStage();
    const journal = await stage.open();
    rmSync(join(stage.folder, 'lock'));
    await expect(journal.record(intent)).rejects.toThrow('Another run has taken over the memory');
    await journal.close();
  });

  test("of a run that ends is closed, and never another run's", async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const stage = await createStage();
    const journal = await stage.open();
    rmSync(join(stage.folder, 'lock'));
    writeFileSync(join(stage.folder, 'lock'), holder({}));
    vi.advanceTimersByTime(hour);
    expect(readFileSync(join(stage.folder, 'lock'), 'utf8')).toBe(holder({}));
    await journal.close();
  });
});

describe('a journal that somebody else writes to', () => {
  test('is left to them: two writers would spoil it', async () => {
    const stage = await createStage();
    const journal = await stage.open();
    appendFileSync(stage.file, '{"at":"2026-11-24T09:00:00.000Z","type":"spent","adds":1,"lookups":1}\n');
    const text = stage.text();
    await expect(journal.record(intent)).rejects.toThrow('Somebody else has written to the journal');
    expect(stage.text()).toBe(text);
    await journal.close();
    expect((await stage.read()).memory).toBe('kept');
  });

  test('or that was put in another place', async () => {
    const stage = await createStage();
    const journal = await stage.open();
    const text = stage.text();
    writeFileSync(`${stage.file}.other`, text);
    renameSync(`${stage.file}.other`, stage.file);
    await expect(journal.record(intent)).rejects.toThrow(LockedError);
    await journal.close();
  });
});
