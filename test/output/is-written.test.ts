import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeAtomically } from '../../src/disk/write-atomically.ts';
import { isWritten } from '../../src/output/is-written.ts';
import { makeFolder } from '../support/folder.ts';
import { createTestIo } from '../support/stage.ts';

test('what the disk takes is written, and nothing is said', async () => {
  const { io, written } = createTestIo({});
  expect(await isWritten(async () => writeAtomically(join(makeFolder(), 'a'), ''), io)).toBe(true);
  expect(written.err).toBe('');
});

test('what it does not take is said, and ends nothing', async () => {
  const { io, written } = createTestIo({});
  const place = join(makeFolder(), 'missing', 'a');
  expect(await isWritten(async () => writeAtomically(place, ''), io)).toBe(false);
  expect(written.err).toBe(`Error: ${place} cannot be written: its folder does not exist (ENOENT).\n`);
});

test('a bug stays one', async () => {
  const { io } = createTestIo({});
  await expect(isWritten(() => Promise.reject(new TypeError('x')), io)).rejects.toThrow(TypeError);
});
