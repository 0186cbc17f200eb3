import { expect, test } from 'vitest';
import { openToSeal } from '../../../src/commands/sealing/open-to-seal.ts';
import { MistakesError, UsageError } from '../../../src/errors.ts';
import { makeFolder } from '../../support/folder.ts';
import { sealFor, sealLine, testKey } from '../../support/sealing.ts';
import { createTestIo } from '../../support/stage.ts';

const account = 'account: "+44 7700 900001"\n';

test('files with mistakes are opened, and from then on no digits are printed', async () => {
  const groups = makeFolder({
    '_policy.yaml': `${account}${sealLine}\n`,
    '_people.yaml': `people:\n  ana: "+44 7700 900002"\n  budi: ${await sealFor('budi', '+447700900003')}\n`,
    'altos.yaml': 'name: [\n',
  });
  const { io } = createTestIo({});
  const { parsed, seal } = await openToSeal({ groups }, 'if-there', io);
  expect(seal.publicKey).toEqual(testKey.publicKey);
  expect(parsed.people.people.get('ana')?.phone).toBe('447700900002');
  expect(io.left()).toBe('nothing');
  await expect(openToSeal({ groups }, 'needed', io)).rejects.toThrow(UsageError);
});

test.each([
  [{ '_policy.yaml': account }, UsageError],
  [{ '_policy.yaml': `${account}seal: nothing\n` }, MistakesError],
  [{}, MistakesError],
  [{ '_policy.yaml': `${account}${sealLine}\n`, '_people.yaml': '[' }, MistakesError],
])('%o cannot be worked with', async (files, fault) => {
  await expect(openToSeal({ groups: makeFolder(files) }, 'if-there', createTestIo({}).io)).rejects.toThrow(
    fault,
  );
});
