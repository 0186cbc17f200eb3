import { expect, test } from 'vitest';
import { isCommitId } from '../../src/git/commit-id.ts';

const digits = '0123456789abcdef0123456789abcdef01234567';

test.each([
  ['40 hex digits', digits, true],
  ['64 hex digits', digits + digits.slice(0, 24), true],
  ['39', digits.slice(1), false],
  ['41', `${digits}0`, false],
  ['capitals', digits.toUpperCase(), false],
  ['a line break behind them', `${digits}\n`, false],
  ['an option', `--${digits.slice(2)}`, false],
  ['a name', 'main', false],
  ['nothing', '', false],
  ['what is no text', [digits], false],
  ['undefined', undefined, false],
])('a commit id: %s', (_, text, expected) => expect(isCommitId(text)).toBe(expected));
