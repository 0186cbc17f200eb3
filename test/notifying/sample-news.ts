import type { NewsView } from '../../src/view/notifying/news-view.ts';
import { groupMatters, runMatters } from '../../src/view/notifying/news-view.ts';

/** What strangers call groups, so that a chat does what they want. */
export const strangers = [
  '@everyone <!channel> @here',
  '[x](javascript:alert(1)) <https://evil.example|click>',
  '*bold* _it_ ~gone~ `code` **b** ||spoiler||',
  '\u202eSAY \u200bnothing\nsecond line',
  ':skull: ~town-square #general /start $TAG',
  '<b onclick="x">&amp;</b> <users/all> <@123> <at>Ana</at>',
  '0812 3456 7890 and +62 812-3456-7891',
  'evil.example “quoted” \\n \\u{41}',
];

export const drift: NewsView = {
  topic: 'drift',
  isRehearsal: false,
  matters: [],
  groups: [
    { name: 'Altos', matters: { differs: 3, needHuman: 1 } },
    { name: 'Book club', matters: { unreadable: 1 } },
    ...strangers.map((name) => ({ name, matters: { differs: 1 } })),
    { name: 'Tenors', matters: { refused: 2 } },
    { name: 'Tour', matters: { differs: 1 } },
  ],
  identity: 'drift',
};

export const applied: NewsView = {
  topic: 'apply',
  isRehearsal: true,
  account: 'second',
  matters: ['rate-limited', 'memory'],
  groups: [
    { name: 'Altos', matters: { failed: 1, notVerified: 2, declined: 3 } },
    { name: 'Newcomers', matters: { notMade: 1 } },
  ],
  identity: 'apply',
};

/** All that can be told, of one and of several. */
export const everything: NewsView = {
  topic: 'apply',
  isRehearsal: false,
  matters: runMatters,
  groups: [1, 1_234].map((count) => ({
    name: 'Altos',
    matters: Object.fromEntries(groupMatters.map((matter) => [matter, count])),
  })),
  identity: 'everything',
};

/** Of a run nothing is known but that it ended. */
export const ended: NewsView = { ...everything, matters: ['ended'], groups: [], identity: 'ended' };
