import { expect, test } from 'vitest';
import { openDataKey } from '../../../src/config/sops/data-key.ts';
import { readMetadata } from '../../../src/config/sops/metadata.ts';
import { readRoot, readSopsFile, sopsIdentity } from '../../support/sops-files.ts';

const root = readRoot(readSopsFile('people.yaml'));
const metadata = root && readMetadata(root);
const dataKeys = typeof metadata === 'object' ? metadata.dataKeys : [];
const other = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX';

test('one of several identities opens one of several recipients’ files', async () => {
  expect(await openDataKey(['nothing', ...dataKeys], [other, sopsIdentity])).toHaveLength(32);
});

test('for whom it was not made it does not open', async () => {
  expect(await openDataKey(dataKeys, [other])).toBeUndefined();
  expect(await openDataKey([dataKeys[0]?.replace('A', 'B') ?? ''], [sopsIdentity])).toBeUndefined();
});

test('what is no identity is an error', async () => {
  await expect(openDataKey(dataKeys, [sopsIdentity.slice(0, -1)])).rejects.toThrow(/./);
});
