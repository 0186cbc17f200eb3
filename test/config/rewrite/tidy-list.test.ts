import { expect, test } from 'vitest';
import { applyEdits } from '../../../src/config/edit/edits.ts';
import { findPersonLists } from '../../../src/config/rewrite/person-lists.ts';
import { readYamlFiles } from '../../../src/config/rewrite/read-yaml-files.ts';
import { tidyList } from '../../../src/config/rewrite/tidy-list.ts';

test.each([
  ['members: ["+447700900002",ana]', 'members: [ana]'],
  ['members: [\n  ana, # a\n  "+447700900002", # b\n  budi\n]', 'members: [\n  ana, # a; b\n  budi\n]'],
  ['members: [\n  ana, budi, # a\n  ana # b\n]', 'members: [\n  ana, budi, # a\n  ana # b\n]'],
  ['members: [{"person":"+447700900002"}]', 'members: [{"person":"ana"}]'],
  ['members: [ana, ana, ana] # all', 'members: [ana] # all'],
  ['members:\n- ana\n\n# about budi\n- budi\n- ana', 'members:\n- ana\n\n# about budi\n- budi\n'],
])('%j is tidied to %j', (text, wanted) => {
  const [file] = readYamlFiles({
    root: '',
    files: [{ path: 'a.yaml', file: 'a.yaml', text }],
    diagnostics: [],
  });
  const [found] = file ? findPersonLists(file.root) : [];
  if (!file || !found) throw new Error('a list');
  const { edits } = tidyList(
    text,
    found.list,
    ({ kind }) => (kind === 'phone' ? 'ana' : undefined),
    file.desk,
  );
  expect(applyEdits(text, edits)).toBe(wanted);
});
