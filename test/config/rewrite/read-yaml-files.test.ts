import { expect, test } from 'vitest';
import { readYamlFiles } from '../../../src/config/rewrite/read-yaml-files.ts';

test.each([
  ['GB', '07700 900002', 'phone'],
  ['', '07700 900002', 'ambiguous'],
])('numbers are read in the country of the policy: %s', (country, number, kind) => {
  const files = [
    { path: 'a.yaml', file: 'groups/a.yaml', text: 'members: []\n' },
    {
      path: '_policy.yml',
      file: 'groups/_policy.yml',
      text: country === '' ? 'state: a\n' : `country: ${country}\n`,
    },
  ];
  const [file] = readYamlFiles({ root: 'groups', files, diagnostics: [] });
  expect(file?.desk.parsePhone(number).kind).toBe(kind);
});
