import { assert, constantFrom, property, subarray } from 'fast-check';
import { expect, test } from 'vitest';
import { setSeal } from '../../../src/config/edit/set-seal.ts';
import { sealLine } from '../../support/sealing.ts';

const key = sealLine.slice('seal: '.length);

test.each([
  ['account: "+44 7700 900001"\n', `account: "+44 7700 900001"\n${sealLine}\n`],
  ['account: "+44 7700 900001"', `account: "+44 7700 900001"\n${sealLine}`],
  ['account: "+44 7700 900001"\r\n', `account: "+44 7700 900001"\r\n${sealLine}\r\n`],
  ['{ account: "+44 7700 900001" }\n', `{ account: "+44 7700 900001", ${sealLine} }\n`],
  [
    '---\n# top\naccount: "+44 7700 900001" # it\nlimits:\n  adds:\n    run: 3 # few\n# end\n',
    `---\n# top\naccount: "+44 7700 900001" # it\nlimits:\n  adds:\n    run: 3 # few\n${sealLine}\n# end\n`,
  ],
  [
    'account: "+44 7700 900001"\nseal: other # the key\n',
    `account: "+44 7700 900001"\n${sealLine} # the key\n`,
  ],
])('the key is put into %j, and nothing else changes', (text, expected) => {
  expect(setSeal(text, key)).toBe(expected);
});

test('what was put in is taken out again, and the text is what it was', () => {
  const lines = subarray(
    [
      'timezone: Europe/London',
      'manage: exact # all',
      '# a line',
      '',
      'limits:\n  adds: { run: 3 }',
      'protected:\n  - ana',
    ],
    { minLength: 0 },
  );
  assert(
    property(lines, constantFrom('\n', '\r\n'), (own, newline) => {
      const text = `${['account: "+44 7700 900001"', ...own].join('\n')}\n`.replaceAll('\n', newline);
      const sealed = setSeal(text, key);
      expect(sealed).toContain(sealLine);
      expect(setSeal(sealed, undefined)).toBe(text);
    }),
  );
});
