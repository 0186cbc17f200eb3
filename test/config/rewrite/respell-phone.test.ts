import { expect, test } from 'vitest';
import { applyEdits } from '../../../src/config/edit/edits.ts';
import { readYamlFiles } from '../../../src/config/rewrite/read-yaml-files.ts';
import { respellPhone } from '../../../src/config/rewrite/respell-phone.ts';

test.each([
  ['"+447700900002"', '"+44 7700 900002"'],
  ["'+44(0)7700-900002'", "'+44 7700 900002'"],
  ['+447700900002', '"+44 7700 900002"'],
  ['"٠٠٤٤ ٧٧٠٠ ٩٠٠٠٠٢"', '"+44 7700 900002"'],
  ['"+6834002"', '"+683 4002"'],
  ['"+44 7700 900002"', '"+44 7700 900002"'],
  ['"+55 20 8765-4321"', '"+55 20 8765-4321"'],
  ['"+552087654321"', '"+552087654321"'],
  ['ana', 'ana'],
  ['"a 12 34 56 78"', '"a 12 34 56 78"'],
  ['447700900002', '447700900002'],
  ['2026-12-31', '2026-12-31'],
  ['"+44 12"', '"+44 12"'],
  ['lid:330631678702157', 'lid:330631678702157'],
  ['|-\n    +447700900002', '|-\n    +447700900002'],
  ['+447700900002 #1', '+447700900002 #1'],
])('%s as %s', (written, wanted) => {
  const text = `a: ${written}\n`;
  const [file] = readYamlFiles({
    root: '',
    files: [{ path: 'a.yaml', file: 'a.yaml', text }],
    diagnostics: [],
  });
  const value = file?.root.pairs[0]?.value;
  if (value?.kind !== 'scalar') throw new Error('a scalar');
  expect(applyEdits(text, respellPhone(text, value, file!.desk))).toBe(`a: ${wanted}\n`);
});
