import { expect, test } from 'vitest';
import { say } from '../../src/safe/inline.ts';
import { counted, toModeChange } from '../../src/words/terminal-forms.ts';

test.each([
  [0, '0 groups'],
  [1, '1 group'],
  [1024, '1024 groups'],
])('%i', (count, text) => {
  expect(counted(count, say`group`, say`groups`)).toBe(text);
});

test('a mode in the words of the files', () => {
  expect(toModeChange({ part: 'members', before: 'exact', after: 'observe' })).toBe(
    'members exact → observe',
  );
});
