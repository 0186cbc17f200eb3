import { expect, test } from 'vitest';
import { applyEdits } from '../../../src/config/edit/edits.ts';
import { readYamlFiles } from '../../../src/config/rewrite/read-yaml-files.ts';
import { tidyFile } from '../../../src/config/rewrite/tidy-file.ts';

test.each([
  [
    '_people.yaml',
    'people: { ana: "+447700900002", budi: { note: "+447700900003", phone: +447700900003 } }\n',
    'people: { ana: "+44 7700 900002", budi: { note: "+447700900003", phone: "+44 7700 900003" } }\n',
  ],
  ['_policy.yaml', 'account: "+447700900001"\n', 'account: "+44 7700 900001"\n'],
  ['_policy.yaml', 'accounts: { main: "+447700900001" }\n', 'accounts: { main: "+44 7700 900001" }\n'],
  ['a.yaml', 'account: "+447700900001"\n', 'account: "+447700900001"\n'],
  [
    'a.yaml',
    'members: [{ team: a, except: ["+447700900002", ana] }, { team: a, except: [ana, ana] }]\n',
    'members: [{ team: a, except: ["+44 7700 900002", ana] }, { team: a, except: [ana] }]\n',
  ],
])('of %s: %j as %j', (path, text, wanted) => {
  const [file] = readYamlFiles({ root: '', files: [{ path, file: path, text }], diagnostics: [] });
  expect(
    file &&
      applyEdits(
        text,
        tidyFile(file, () => undefined),
      ),
  ).toBe(wanted);
});
