import { expect, test } from 'vitest';
import { seal } from '../../../src/commands/sealing/seal.ts';
import { createTestIo } from '../../support/stage.ts';

test('whoever names nobody is told how', async () => {
  await expect(seal({ groups: 'groups' }, createTestIo({}).io)).rejects.toThrow('rollcall seal ana');
});
