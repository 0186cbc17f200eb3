import { expect, test } from 'vitest';
import { openValue } from '../../../src/config/sops/encrypted-value.ts';
import { findDataKey, readSopsFile } from '../../support/sops-files.ts';

const text = readSopsFile('people.yaml');
const key = await findDataKey(text);
const ana = /^ +ana: (ENC.*)$/m.exec(text)?.[1] ?? '';

test('a value opens at its own place', () => {
  expect(openValue(ana, key, 'people:ana:')).toEqual({ type: 'str', text: '+44 7700 900002' });
});

test.each([
  ['another place', ana, 'people:budi:'],
  [
    'a letter that is another one',
    ana.replace(/data:./, (found) => (found.endsWith('A') ? 'data:B' : 'data:A')),
    'people:ana:',
  ],
  ['a tag that is cut', ana.replace(/tag:.{8}/, 'tag:'), 'people:ana:'],
  ['something behind it', `${ana} `, 'people:ana:'],
  ['signs between that base64 passes over', ana.replace('data:', 'data:!'), 'people:ana:'],
  ['nothing that SOPS wrote', '+44 7700 900002', 'people:ana:'],
])('%s: it does not open', (_, value, boundTo) => {
  expect(openValue(value, key, boundTo)).toBeUndefined();
});

test('with another key nothing opens', () => {
  expect(openValue(ana, new Uint8Array(32), 'people:ana:')).toBeUndefined();
});
