import { expect, test } from 'vitest';
import { escapePlain } from '../../src/notifying/escape-chat.ts';
import { mostNamed, toNotice, toShownName } from '../../src/notifying/notice.ts';
import { english } from '../../src/words/english/english.ts';
import { applied, drift } from './sample-news.ts';

test('a message says what happened, which groups, and what to do', () => {
  const notice = toNotice(applied, english, { escape: escapePlain, named: mostNamed });
  expect(notice).toEqual({
    title: "Rehearsal, nobody's groups. Rollcall: not everything was done (second)",
    lines: [
      'WhatsApp limits the account: it has to rest.',
      'The memory cannot be used, so nobody is added, removed, promoted or demoted.',
      '“Altos”: 1 failed, 2 not proved, 3 to invite by the link',
      '“Newcomers”: could not be made',
    ],
    advice: expect.stringMatching(/^What to do: look at the report\./),
  });
});

test('what is not named is counted', () => {
  const { lines } = toNotice(drift, english, { escape: escapePlain, named: 1 });
  expect(lines).toEqual(['“Altos”: 3 differences, 1 for a person to look at', 'And 11 more groups.']);
});

test.each([
  ['0812\u200b 3456.7890', '•••• ••••.••••'],
  ['Choir +62 (812) 34\n567', 'Choir +•• (•••) •• •••'],
  ['Season 2025/2026', 'Season 2025/2026'],
  ['\u202e@\u200b', '?'],
])('%j is shown as %j', (name, shown) => expect(toShownName(name)).toBe(shown));

test('a run of which nobody knows more than that it ended is called so', () => {
  const news = { ...applied, matters: ['ended'] as const, groups: [] };
  const notice = toNotice(news, english, { escape: escapePlain, named: mostNamed });
  expect(notice.title).toBe("Rehearsal, nobody's groups. Rollcall: a run ended early (second)");
  expect(notice.advice).toContain('look at the run');
});
