import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { readSecretFiles } from '../../src/disk/secret-files.ts';
import { makeFolder } from '../support/folder.ts';

let folder = '';
beforeEach(() => {
  folder = makeFolder();
});
const put = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test.each([
  ['as it is', 'pass word', 'pass word'],
  ['without the end of its line', 'secret\n', 'secret'],
  ['without one of another system', 'secret\r\n', 'secret'],
  ['with blanks, which may be meant', ' secret \n', ' secret '],
  ['with one end of a line alone', 'a\n\n', 'a\n'],
  ['without a byte order mark, which some editors put there', '\ufeffsecret\n', 'secret'],
])('a value comes from its file %s', (_, text, value) => {
  const env = readSecretFiles({ PATH: '/bin', ROLLCALL_PASSWORD_FILE: put('password', text) });
  expect(env).toEqual({ ROLLCALL_PASSWORD: value });
});

test('each of Rollcall’s variables may, and no other', () => {
  const file = put('key', 'k');
  const env = readSecretFiles({
    ROLLCALL_KEY_FILE: file,
    ROLLCALL_PEOPLE_KEY_FILE: file,
    SOPS_AGE_KEY_FILE: file,
    MY_ROLLCALL_KEY_FILE: file,
    ROLLCALL_URL_FILE: '',
  });
  expect(env).toEqual({ ROLLCALL_KEY: 'k', ROLLCALL_PEOPLE_KEY: 'k' });
});

test.each([
  ['nowhere', {}, /ROLLCALL_KEY_FILE: .*nowhere cannot be read \(ENOENT\)/],
  ['inside', {}, /cannot be read \(EISDIR\)/],
  ['key', { ROLLCALL_KEY: 'secret' }, /^Both ROLLCALL_KEY and ROLLCALL_KEY_FILE are set/],
  ['empty', {}, /empty is empty\.$/],
  ['marked', {}, /marked is empty\.$/],
  ['wide', {}, /wide is no text: it holds a NUL/],
  ['latin', {}, /latin is no text in UTF-8/],
  ['large', {}, /large is larger than 1 MiB/],
])('a file %s with %o is told, and no value', (name, env, message) => {
  mkdirSync(join(folder, 'inside'));
  put('key', 'k');
  put('empty', '\n');
  put('marked', '\ufeff\n');
  put('wide', 's\0e\0c\0r\0e\0t\0');
  put('large', 'secret'.repeat(200_000));
  writeFileSync(join(folder, 'latin'), Buffer.from([0xe9]));
  const read = () => readSecretFiles({ ...env, ROLLCALL_KEY_FILE: join(folder, name) });
  expect(read).toThrow(UsageError);
  expect(read).toThrow(message);
  expect(read).not.toThrow(/secret/);
});
