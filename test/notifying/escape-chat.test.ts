import { expect, test } from 'vitest';
import {
  escapeByTwins,
  escapeChatMarkdown,
  escapePlain,
  escapeSlack,
  escapeTelegram,
} from '../../src/notifying/escape-chat.ts';

test.each([
  [escapePlain, 'a*b\u202e', 'a*b\\u{202e}'],
  [escapeSlack, '<!channel> & :ok:', '&lt;!channel&gt; &amp; :\u200bok:'],
  [escapeChatMarkdown, '[x](y) *b* ~room', '\\[x\\]\\(y\\) \\*b\\* \\~\u200broom'],
  [escapeByTwins, '*b* _i_ ~s~ `c` <a|b>', '∗b∗ ＿i＿ ∼s∼ ˋcˋ ‹a|b›'],
  [escapeTelegram, '/start #tag $TAG 1/2', '/\u200bstart #\u200btag $\u200bTAG 1/\u200b2'],
])('%s', (escape, text, escaped) => expect(escape(text)).toBe(escaped));
