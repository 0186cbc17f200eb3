import { expect, test } from 'vitest';
import { readAgain } from '../../../src/config/rewrite/read-again.ts';
import { noon } from '../../support/choir.ts';

test('files are read as they would be, and are left as they are', async () => {
  const group = { path: 'a.yaml', file: 'a.yaml', text: 'name: A\n' };
  const files = [{ path: '_policy.yaml', file: '_policy.yaml', text: 'account: "+44 7700 900001"\n' }, group];
  const sources = { root: '.', files, diagnostics: [] };
  const read = async (text: string) => readAgain(sources, [{ source: group, text }], noon);
  expect(await read('name: B\n')).toMatchObject({ organisation: { groups: [{ settings: { name: 'B' } }] } });
  expect(await read('nam: B\n')).toMatchObject({ kind: 'mistakes' });
  expect(group.text).toBe('name: A\n');
});
