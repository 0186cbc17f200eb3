import { expect, test } from 'vitest';
import { escapeInline, say } from '../../src/safe/inline.ts';
import { tell } from '../../src/words/reason-words.ts';
import { languages } from '../render/sample-reports.ts';

test('a phrase is a sentence, or makes one of what it is about', () => {
  expect(tell(say`as it is`, 3)).toBe('as it is');
  expect(tell((count: number) => say`${count} people`, 3)).toBe('3 people');
  expect(tell<void>(say``, undefined)).toBe('');
});

test.each(languages)(
  'where GOWA says why, its words stand in the sentence for whoever runs the command: $language',
  (words) => {
    const text = escapeInline('status 500');
    const told = Object.values(words.reasons.unreadable).map(({ terminal }) => tell(terminal, text));
    expect(told.some((sentence) => sentence.includes(text))).toBe(true);
  },
);
