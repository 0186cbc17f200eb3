import { expect, test } from 'vitest';
import { seal } from '../../../src/commands/sealing/seal.ts';
import { createTestIo } from '../../support/stage.ts';

test('whoever names nobody is told how', async () => {
  await expect(seal({ groups: 'groups' }, createTestIo({}).io)).rejects.toThrow('rollcall seal ana');
});

test.each([
  { handle: 'ana', all: true },
  { all: true, open: true },
  { handle: 'ana', rotate: true },
  { handle: 'ana', page: 'seal.html' },
])('one thing at a time: %o is refused', async (options) => {
  const run = seal({ groups: 'groups', ...options }, createTestIo({}).io);
  await expect(run).rejects.toThrow('One thing at a time');
});

test('a file for a key is for a new one alone', async () => {
  const run = seal({ groups: 'groups', all: true, file: 'key' }, createTestIo({}).io);
  await expect(run).rejects.toThrow('--rotate');
});
