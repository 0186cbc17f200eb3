import { describe, expect, test } from 'vitest';
import { isUnedited, toWorkflowText } from '../../src/setup/workflow-text.ts';

const text = `name: Plan
jobs:
  plan:
    steps:
      - uses: actions/checkout@${'c'.repeat(40)} # v6
      - uses: ./.github/actions/rollcall # zizmor: ignore[self-repository] a copy
        with:
          command: plan
`;
const older = text.replace('name: Plan', 'name: Planning');
const at = (digit: string) =>
  ({ kind: 'commit', repository: 'clara/rollcall', commit: digit.repeat(40) }) as const;

test('a copy has it letter for letter, another repository names the action and is marked', () => {
  expect(toWorkflowText(text, { kind: 'copy' })).toBe(text);
  const [mark, ...lines] = toWorkflowText(text, at('a')).split('\n');
  expect(mark).toMatch(/^# Written by `rollcall init`/);
  expect(lines.join('\n')).toBe(
    text.replace(/\.\/\.github.*/, `clara/rollcall/.github/actions/rollcall@${'a'.repeat(40)}`),
  );
});

describe('as an init wrote it', () => {
  test.each([
    ['the same', toWorkflowText(text, at('a'))],
    ['another commit', toWorkflowText(text, at('b'))],
    ['of an earlier version', toWorkflowText(older, at('a'))],
    [
      'with a commit that somebody put there',
      toWorkflowText(text, at('a')).replace(/@a+/, `@${'d'.repeat(40)} # v2`),
    ],
    ['with the ends of lines of another system', toWorkflowText(older, at('a')).replaceAll('\n', '\r\n')],
    ['in a copy', text],
  ])('%s', (_, found) => expect(isUnedited(found, text)).toBe(true));

  test.each([
    ['another time of day', toWorkflowText(text, at('a')).replace('command: plan', 'command: plan # early')],
    ['a step more', `${toWorkflowText(text, at('a'))}      - run: true\n`],
    ['another checkout', toWorkflowText(text, at('a')).replace('checkout@c', 'checkout@d')],
    ['without its mark', toWorkflowText(older, at('a')).replace(/^.*\n/, '')],
    [
      'with the mark of another',
      toWorkflowText(older, at('a')).replace(/^.*\n/, toWorkflowText(text, at('a')).split('\n')[0] + '\n'),
    ],
    ['a copy of an earlier version', older],
    ['something else', 'name: Plan\n'],
    ['nothing', ''],
  ])('but not %s', (_, found) => expect(isUnedited(found, text)).toBe(false));
});
