import { expect, test } from 'vitest';
import { findReadOnly, findSecretPlaces } from '../../../src/config/sops/read-only.ts';

test('what lies outside and what is encrypted is never written', () => {
  const source = { path: 'x.yaml', text: 'people: {}\n' };
  const files = [
    { ...source, file: 'plain.yaml' },
    { ...source, file: 'encrypted.yaml', text: 'people: {}\nsops:\n  mac: x\n' },
  ];
  const outside = [{ ...source, file: 'outside.yaml', isOutside: true as const }];
  expect([...findReadOnly({ root: '', files, outside, diagnostics: [] })]).toEqual([
    'encrypted.yaml',
    'outside.yaml',
  ]);
});

test.each([
  ['- "ENC[x]"', 3, true],
  ['- "+44 7700 900002"', 3, false],
  ['- { until: 2026-12-31, person: ENC[x] }', 3, true],
  ['- { person: "+44 7700 900002", until: ENC[x] }', 3, false],
])('%s of an encrypted file is secret: %s %s', (text, column, isSecret) => {
  const source = { path: 'a.yaml', file: 'a.yaml', text, sops: new Uint8Array(32) };
  const place = { file: 'a.yaml', line: 1, column, endLine: 1, endColumn: text.length + 1 };
  expect(findSecretPlaces({ files: [source] })(place)).toBe(isSecret);
  expect(findSecretPlaces({ files: [], outside: [source] })(place)).toBe(true);
});
