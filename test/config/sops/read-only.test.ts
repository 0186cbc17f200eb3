import { expect, test } from 'vitest';
import { findReadOnly } from '../../../src/config/sops/read-only.ts';

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
