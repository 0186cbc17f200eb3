import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../../src/domain/event.ts';
import { replaceFs } from '../../support/replace-fs.ts';
import { altos, ana, budi, change, createStage, reading, verdict } from '../journal-stage.ts';

const disk = { most: Number.POSITIVE_INFINITY, left: Number.POSITIVE_INFINITY };

// A disk that takes a few bytes at a time, or is full, cannot be had in any other way.
replaceFs((fs) => {
  const writeSync = (handle: number, data: string | Buffer, offset = 0, length?: number) => {
    const bytes = Buffer.from(data).subarray(offset, length === undefined ? undefined : offset + length);
    if (disk.left <= 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' });
    const part = bytes.subarray(0, Math.min(disk.most, disk.left));
    disk.left -= part.length;
    return fs.writeSync(handle, part);
  };
  return { writeSync: writeSync as typeof fs.writeSync };
});

const remove = change('remove', ana);
const events: readonly RunEvent[] = [
  reading([ana, budi]),
  { type: 'intent', step: [remove] },
  { type: 'answer', step: [remove], answer: { kind: 'accepted', invited: [] } },
  verdict(remove, 'verified'),
];

async function withDisk<Result>(limits: Partial<typeof disk>, act: () => Promise<Result>): Promise<Result> {
  Object.assign(disk, limits);
  try {
    return await act();
  } finally {
    Object.assign(disk, { most: Number.POSITIVE_INFINITY, left: Number.POSITIVE_INFINITY });
  }
}

describe('a disk that takes a few bytes at a time', () => {
  test('holds every line, also of a new and of a compacted journal', async () => {
    const stage = await createStage({ isEmpty: true });
    await withDisk({ most: 7 }, async () => {
      await (await stage.open({ startNew: true })).close();
      await stage.run(...events);
      await (await stage.open({ compactAbove: 0, compactTo: 1 })).close();
    });
    const past = await stage.read();
    expect(past.memory).toBe('kept');
    expect(past.changed.removals).toBe(1);
    expect(past.verified.get(altos)?.has(budi)).toBe(true);
  });
});

describe('a full disk', () => {
  test('takes no part of a line: what was there stays whole', async () => {
    const stage = await createStage();
    const journal = await stage.open();
    const text = stage.text();
    await withDisk({ left: 20 }, async () => {
      await expect(journal.record(events[1] as RunEvent)).rejects.toThrow('the disk is full');
    });
    expect(stage.text()).toBe(text);
    for (const event of events) await journal.record(event);
    await journal.close();
    expect((await stage.read()).changed.removals).toBe(1);
  });
});

test('a line that nobody could read again is not written', async () => {
  const stage = await createStage();
  const journal = await stage.open();
  const text = stage.text();
  const event: RunEvent = { type: 'approved', group: altos, ids: ['a'.repeat(201)] };
  await expect(journal.record(event)).rejects.toThrow('does not fit the journal');
  expect(stage.text()).toBe(text);
  await journal.close();
});
