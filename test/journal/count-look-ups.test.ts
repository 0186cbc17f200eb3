import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { RunEvent } from '../../src/domain/event.ts';
import { openToCount } from '../../src/journal/count-look-ups.ts';
import { LockedError } from '../../src/journal/lines/lock.ts';
import { replaceFs } from '../support/replace-fs.ts';
import { ana, createStage, hour, reading } from './journal-stage.ts';

const asked: RunEvent = { type: 'looked-up', person: ana, lookups: 2 };
const answered: RunEvent = { type: 'looked-up', person: ana, lookups: 0, lid: { kind: 'none' } };
const stopped: RunEvent = { type: 'stopped', stop: { kind: 'stop', code: 'rate-limited', text: '' } };
const none = [{ count: Number.POSITIVE_INFINITY }];

const folder = { isReadOnly: false };

function refuse(): void {
  if (folder.isReadOnly)
    throw Object.assign(new Error('read-only file system'), { code: 'EROFS', syscall: 'open' });
}

// Whoever runs tests as root may write everywhere.
replaceFs((fs) => {
  const accessSync: typeof fs.accessSync = (...given) => {
    refuse();
    fs.accessSync(...given);
  };
  const openSync: typeof fs.openSync = (path, flags, ...mode) => {
    if (flags !== 'r') refuse();
    return fs.openSync(path, flags, ...mode);
  };
  return { accessSync, openSync };
});

describe('the memory of a plan', () => {
  test('counts its look-ups and keeps what they told', async () => {
    const stage = await createStage();
    const memory = await openToCount(stage.input);
    expect(memory.past.lookups).toEqual([]);
    for (const event of [asked, answered]) await memory.record(event);
    await memory.close();
    const past = await stage.read();
    expect(past.lookups).toMatchObject([{ count: 2 }]);
    expect(past.lids.get(ana)).toEqual({ kind: 'none' });
    expect(existsSync(join(stage.folder, 'lock'))).toBe(false);
  });

  test('takes no lock and writes nothing where nobody is looked up', async () => {
    const stage = await createStage();
    const text = stage.text();
    const memory = await openToCount(stage.input);
    await memory.record(reading([ana]));
    await (await stage.open()).close();
    await memory.close();
    expect(stage.text().length - text.length).toBeLessThan(100);
  });

  test('has no look-ups left while another run is at work', async () => {
    const stage = await createStage();
    const journal = await stage.open();
    const memory = await openToCount(stage.input);
    expect(memory.past).toMatchObject({ memory: 'kept', lookups: none });
    await memory.record(stopped);
    await memory.close();
    await journal.close();
    expect((await stage.read()).notBefore).toBe(stage.clock.now() + hour);
  });

  test('makes none uncounted where another run begins in between', async () => {
    const stage = await createStage();
    const memory = await openToCount(stage.input);
    const journal = await stage.open();
    await expect(memory.record(asked)).rejects.toThrow(LockedError);
    await memory.close();
    await journal.close();
  });

  test('has none left without a journal, and remembers a stop', async () => {
    const stage = await createStage({ isEmpty: true });
    rmSync(stage.folder, { recursive: true });
    const memory = await openToCount(stage.input);
    expect(memory.past).toMatchObject({ memory: 'unusable', lookups: none });
    expect(existsSync(stage.folder)).toBe(false);
    await memory.record(stopped);
    await memory.close();
    expect((await stage.read()).notBefore).toBe(stage.clock.now() + hour);
    expect(existsSync(stage.file)).toBe(false);
  });

  test('has none left where the folder cannot be written to', async () => {
    const stage = await createStage();
    folder.isReadOnly = true;
    onTestFinished(() => void (folder.isReadOnly = false));
    const memory = await openToCount(stage.input);
    expect(memory.past).toMatchObject({ memory: 'kept', lookups: none });
    await memory.record(stopped);
    await memory.close();
    expect((await stage.read()).notBefore).toBeUndefined();
  });
});

test("a dead run's lock keeps nobody from counting", async () => {
  const stage = await createStage();
  const lock = join(stage.folder, 'lock');
  writeFileSync(lock, '{"pid":');
  const memory = await openToCount(stage.input);
  await memory.record(asked);
  expect(readFileSync(lock, 'utf8')).toContain(String(process.pid));
  await memory.close();
  expect((await stage.read()).lookups).toMatchObject([{ count: 2 }]);
});
