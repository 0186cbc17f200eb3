import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadKey } from '../../src/journal/key.ts';

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index));

test.each([
  ['hex', bytes.toString('hex')],
  ['base64url', bytes.toString('base64url')],
  ['base64', bytes.toString('base64')],
  ['a newline at the end', `${bytes.toString('hex')}\n`],
])('from the environment: %s', (_, fromEnvironment) => {
  const key = loadKey({ fromEnvironment, mayCreate: false });
  expect(key).toEqual({ kind: 'key', secret: bytes });
});

test.each(['secret', 'ab'.repeat(31), bytes.subarray(1).toString('base64url')])(
  'too short: %s',
  (fromEnvironment) => {
    const key = loadKey({ fromEnvironment, mayCreate: true });
    expect(key).toMatchObject({ kind: 'malformed', text: expect.stringContaining('ROLLCALL_KEY') });
  },
);

test('made on first use, for its owner alone, and never for git', () => {
  const stateFolder = join(createFolder(), '.rollcall');
  const first = loadKey({ fromEnvironment: undefined, stateFolder, mayCreate: true });
  const second = loadKey({ fromEnvironment: '', stateFolder, mayCreate: false });
  expect(first).toMatchObject({ kind: 'key' });
  expect(second).toEqual(first);
  expect(statSync(join(stateFolder, 'key')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(stateFolder, '.gitignore'), 'utf8').split('\n')).toEqual(
    expect.arrayContaining(['key', 'lock']),
  );
});

test('not made where it would be gone tomorrow', () => {
  const stateFolder = createFolder();
  expect(loadKey({ fromEnvironment: undefined, stateFolder, mayCreate: false })).toEqual({ kind: 'missing' });
  expect(loadKey({ fromEnvironment: undefined, mayCreate: true })).toEqual({ kind: 'missing' });
});

test('a key file that was written over is said to be none', () => {
  const stateFolder = createFolder();
  writeFileSync(join(stateFolder, 'key'), 'changeme');
  expect(loadKey({ fromEnvironment: undefined, stateFolder, mayCreate: true })).toMatchObject({
    kind: 'malformed',
  });
});
