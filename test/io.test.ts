import { expect, test } from 'vitest';
import { toTerminal } from '../src/io.ts';

test.each([
  [{}, { hasColour: true, isInteractive: true }],
  [{ NO_COLOR: '1' }, { hasColour: false, isInteractive: true }],
  [{ FORCE_COLOR: '0' }, { hasColour: false }],
  [{ CI: 'true' }, { hasColour: true, isInteractive: false }],
  [{ CI: 'false' }, { hasColour: true, isInteractive: true }],
  [{ TERM: 'dumb' }, { hasColour: false, isInteractive: true }],
  [{ LC_ALL: 'C' }, { isAscii: true }],
  [{ LANG: 'en_GB.UTF-8' }, { isAscii: false }],
])('a terminal with %o', (env, expected) => {
  expect(toTerminal(env, true, true, 120)).toMatchObject({ width: 120, ...expected });
});

test('a pipe has no colour unless it is forced, and nobody to ask', () => {
  expect(toTerminal({}, false, false, undefined)).toMatchObject({
    hasColour: false,
    isInteractive: false,
    width: 100,
  });
  expect(toTerminal({ FORCE_COLOR: '1' }, false, false, undefined).hasColour).toBe(true);
  expect(toTerminal({ FORCE_COLOR: '1', NO_COLOR: '1' }, false, false, undefined).hasColour).toBe(false);
});
