import { expect, test } from 'vitest';
import { toValueHint } from '../../../src/config/yaml/value-hints.ts';
import { read } from '../edit/meaning.ts';

const hint = (key: string, value: string) => {
  const node = read(`a: ${value}\n`).pairs[0]?.value;
  if (!node) throw new Error('a value');
  return toValueHint(key, node);
};

test.each([
  ['id', 'https://chat.whatsapp.com/AbCdEfGh', 'invite link'],
  ['id', '12036304@newsletter', 'channel'],
  ['id', '447700900001@s.whatsapp.net', 'a person'],
  ['id', '"120363025982934543"', '`@g.us`'],
  ['country', 'UK', '`GB`'],
  ['country', 'Indonesia', '`ID`'],
  ['timezone', 'Jakarta', '`Asia/Jakarta`'],
  ['timezone', 'WIB', '`Asia/Jakarta`'],
  ['name', 'no', ''],
  ['name', 'null', 'put it in quotes'],
  ['manage', '“exact”', 'straight ones'],
  ['topic', `"${'👋'.repeat(1025)}"`, '2,050'],
])('%s: %s is told %j', (key, value, wanted) => {
  expect(hint(key, value)).toContain(wanted);
});

test.each([
  ['country', 'XX'],
  ['timezone', 'Nowhere'],
  ['manage', '[exact]'],
])('%s: %s has no hint', (key, value) => {
  expect(hint(key, value)).toBe('');
});
