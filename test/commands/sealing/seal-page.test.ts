import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSealPage } from '../../../src/commands/sealing/seal-page.ts';
import { formatPeopleKey } from '../../../src/sealing/people-key.ts';
import { formatSealKey, toKeyId } from '../../../src/sealing/seal-key.ts';
import { choirFiles } from '../../support/choir-stage.ts';
import { makeSealPage } from '../../support/seal-page.ts';
import { sealLine, testKey } from '../../support/sealing.ts';
import { createTestIo } from '../../support/stage.ts';

async function open(policy: string) {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-page-'));
  const [groups, page] = [join(folder, 'groups'), join(folder, 'seal.html')];
  await mkdir(groups);
  await writeFile(join(groups, '_policy.yaml'), policy);
  return { groups, page, folder };
}

const own = `${choirFiles['_policy.yaml']}${sealLine}\n`;

test('a page has the public key, the country and the language of the policy, and no secret', async () => {
  const { groups, page, folder } = await open(`${own}country: GB\nlanguage: id\n`);
  const { io, written } = createTestIo({});
  expect(await writeSealPage({ groups, page }, io)).toBe(0);
  const html = await readFile(page, 'utf8');
  expect(html).toContain(`data-seal="${formatSealKey(testKey)}" data-country="GB"`);
  expect(html).toContain('<html lang="id"');
  expect(html).not.toContain(formatPeopleKey(testKey).slice('rollcall-secret-'.length));
  expect(written.out).toContain(toKeyId(testKey.publicKey));
  expect((await readdir(folder)).toSorted()).toEqual(['groups', 'seal.html']);
});

test('it is the same page each time, so that one can be compared with another', async () => {
  expect((await makeSealPage()).html).toBe((await makeSealPage()).html);
});

test('what is there stays', async () => {
  const { groups, page, folder } = await open(own);
  await writeFile(page, 'mine');
  await expect(writeSealPage({ groups, page }, createTestIo({}).io)).rejects.toThrow('is there already');
  expect(await readFile(page, 'utf8')).toBe('mine');
  expect(await readdir(folder)).toHaveLength(2);
});

test.each([
  ['no key', choirFiles['_policy.yaml'], 'rollcall keygen makes a pair'],
  ['a key that is cut', own.replace(/.\n$/, '\n'), 'cannot be read'],
])('a policy with %s makes no page', async (_, policy, says) => {
  const { groups, page } = await open(policy);
  await expect(writeSealPage({ groups, page }, createTestIo({}).io)).rejects.toThrow(says);
  expect(existsSync(page)).toBe(false);
});
