import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Organisation } from '../../src/domain/organisation.ts';
import { formatSealKey, toKeyId } from '../../src/sealing/seal-key.ts';
import { findSecrets, loadSecret } from '../../src/session/secret.ts';
import { organisation } from '../support/choir.ts';
import { peopleKeyEnv, testKey } from '../support/sealing.ts';
import { createTestIo } from '../support/stage.ts';

const hex = 'ab'.repeat(32);
const files = organisation([]);

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-secret-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'state');
}

interface Setup {
  readonly env?: Readonly<Record<string, string>>;
  readonly isSandbox?: boolean;
  readonly isKept?: boolean;
}

async function load({ env = {}, isSandbox = false, isKept = true }: Setup, state?: string) {
  const folder = state ?? (await makeFolder());
  const { io } = createTestIo({ env });
  const { secret, isLasting } = loadSecret({ state: folder }, files, { isSandbox, isKept }, io);
  return {
    key: Buffer.from(secret).toString('hex'),
    isLasting,
    folder,
    isMade: existsSync(join(folder, 'key')),
  };
}

test('the environment’s key comes first, and none is made beside it', async () => {
  expect(await load({ env: { ROLLCALL_KEY: hex } })).toMatchObject({
    key: hex,
    isLasting: true,
    isMade: false,
  });
});

test('without one a key is made in the state folder once, and found again', async () => {
  const first = await load({});
  expect(first).toMatchObject({ isLasting: true, isMade: true });
  expect((await load({}, first.folder)).key).toBe(first.key);
  expect((await load({})).key).not.toBe(first.key);
});

test('in CI none is made: what is kept needs one, what is not gets one that nobody finds again', async () => {
  await expect(load({ env: { CI: 'true' } })).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringMatching(/ROLLCALL_KEY/),
  });
  const [one, other] = [
    await load({ env: { CI: 'true' }, isKept: false }),
    await load({ env: { CI: 'true' }, isKept: false }),
  ];
  expect(one).toMatchObject({ isLasting: false, isMade: false });
  expect(one.key).not.toBe(other.key);
});

test('what is no key is said, and is never taken for a password to make one from', async () => {
  await expect(load({ env: { ROLLCALL_KEY: 'our secret' } })).rejects.toMatchObject({
    name: 'UsageError',
    message: expect.stringMatching(/^ROLLCALL_KEY does not hold a key/),
  });
});

test('a sandbox has a key of its own, always the same, whatever the environment says', async () => {
  const [one, other] = [
    await load({ isSandbox: true }),
    await load({ isSandbox: true, env: { ROLLCALL_KEY: hex } }),
  ];
  expect(one).toMatchObject({ isLasting: true, isMade: false, key: other.key });
  expect(one.key).not.toBe(hex);
});

test('where numbers are sealed, a sandbox’s key is nobody’s who cannot open them', async () => {
  const state = await makeFolder();
  const seal = { text: formatSealKey(testKey), keyId: toKeyId(testKey.publicKey) };
  const sealed = { ...files, policy: { ...files.policy, seal } };
  const find = (env: Readonly<Record<string, string>>, own: Organisation = sealed) => {
    const { io } = createTestIo({ env });
    const { secret } = loadSecret({ state }, own, { isSandbox: true, isKept: true }, io);
    expect(findSecrets({ state }, own, io).map((each) => each.secret)).toEqual([secret]);
    return Buffer.from(secret).toString('hex');
  };
  expect(find(peopleKeyEnv)).toBe(find(peopleKeyEnv));
  expect(find(peopleKeyEnv)).not.toBe(find({}));
  expect(find(peopleKeyEnv)).not.toBe(find(peopleKeyEnv, files));
});

test('a memory may be of the key or of the sandbox; looking for them makes none', async () => {
  const folder = await makeFolder();
  expect(findSecrets({ state: folder }, files, createTestIo({}).io)).toHaveLength(1);
  expect(existsSync(folder)).toBe(false);
  const [own] = findSecrets({ state: folder }, files, createTestIo({ env: { ROLLCALL_KEY: hex } }).io);
  expect(Buffer.from(own?.secret ?? []).toString('hex')).toBe(hex);
  expect(own?.isSandbox).toBe(false);
});
