import { expect, test } from 'vitest';
import { toMistake } from '../../../src/config/mistake.ts';
import { hideOpened } from '../../../src/config/sops/hide-opened.ts';
import { toStart } from '../../../src/domain/diagnostic.ts';

test('of what was opened the kind and the place are told, of keys everything', () => {
  const text = 'people: {}\nsops: {}\n';
  const files = [
    { path: 'a.yaml', file: 'a.yaml', text, sops: new Uint8Array(32) },
    { path: 'b.yaml', file: 'b.yaml', text: 'people: {}\n' },
  ];
  const found = [
    toMistake('bad-phone', 'secret', toStart('a.yaml')),
    toMistake('bad-handle', 'of a key', toStart('a.yaml')),
    toMistake('plain-phone', 'of a number that is not encrypted', toStart('a.yaml')),
    toMistake('bad-phone', 'elsewhere', toStart('b.yaml')),
  ];
  const details = hideOpened(found, { root: '', files, diagnostics: [] }).map(({ detail }) => detail);
  expect(details[0]).not.toContain('secret');
  expect(details.slice(1)).toEqual(['of a key', 'of a number that is not encrypted', 'elsewhere']);
});
