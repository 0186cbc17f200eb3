import { expect, test } from 'vitest';
import { escapeMarkdown } from '../../../src/safe/escape-markdown.ts';
import { escapeTerminal } from '../../../src/safe/escape.ts';
import { toLoosened } from '../../../src/render/report/loosened-alert.ts';
import { english } from '../../../src/words/english/english.ts';

const voice = {
  words: english,
  escape: escapeMarkdown,
  mark: escapeMarkdown,
  emphasise: escapeMarkdown,
  sharedNames: new Set<string>(),
};

test('an alert says what it lets happen, where, and what it was', () => {
  expect(toLoosened({ kind: 'limit', rule: 'adds.run', before: 300, after: 900 }, voice)).toBe(
    'From the next pull request on, up to 900 people can be added within 24 hours, in all groups together (limits.adds.run in &#95;policy.yaml: 900 instead of 300).',
  );
});

test('an author’s reason becomes no markup', () => {
  const text = toLoosened(
    {
      kind: 'allow',
      group: { file: escapeTerminal('a.yaml'), name: escapeTerminal('A') },
      limit: 'removals',
      number: 3,
      until: '2026-07-01',
      reason: escapeTerminal('**all is well** <b>'),
    },
    voice,
  );
  expect(text).not.toMatch(/\*\*|<b>/);
  expect(text).toContain('1 July 2026');
});

const groupsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    file: escapeTerminal(`g${index}.yaml`),
    name: escapeTerminal(`Group ${index}`),
  }));

const tellHandOver = (count: number) =>
  toLoosened(
    {
      kind: 'handed-over',
      before: escapeTerminal('a'),
      after: escapeTerminal('b'),
      groups: groupsOf(count),
    },
    voice,
  );

test('an alert names the groups that it is about, and of very many how many more', () => {
  for (const { name } of groupsOf(12)) expect(tellHandOver(12)).toContain(`“${name}”`);
  expect(tellHandOver(300)).toContain('and 280 more');
});
