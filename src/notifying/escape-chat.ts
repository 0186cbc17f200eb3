import type { Escape, Inline } from '../safe/inline.ts';
import { escapeInline } from '../safe/inline.ts';

/*
 * What a stranger's text needs in each kind of chat, once nobody is mentioned in it and nothing is a link
 * (safe/message-name.ts): that it reads as it was written, and nothing in it is markup.
 */

/** Has no width, and parts what would belong together. */
const gap = '\u200b';

/** For what shows a text as it is. */
export const escapePlain: Escape = escapeInline;

/** Slack reads `&`, `<` and `>` (docs.slack.dev, "Formatting message text"), and `:smile:`; the rest is switched off by `mrkdwn: false`. */
export const escapeSlack: Escape = (text) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:(?=[\p{L}\p{N}_+-])/gu, `:${gap}`) as Inline;

/** Signs of Markdown, with a backslash before each, which CommonMark takes away again. */
const markdown = /[\\`*_{}[\]()<>#+\-!|~&$=^]/g;

/** Discord and Mattermost: Markdown; and `:smile:`, `~channel` and `#tag`, which are looked for before it. */
export const escapeChatMarkdown: Escape = (text) =>
  text.replace(markdown, '\\$&').replace(/(?<=[:~#])(?=[\p{L}\p{N}_+-])/gu, gap) as Inline;

/** Where nothing can be escaped, signs of markup become others that look like them. */
const twins: Readonly<Record<string, string>> = {
  '*': '∗',
  _: '＿',
  '~': '∼',
  '`': 'ˋ',
  '<': '‹',
  '>': '›',
};

/** WhatsApp and Google Chat: `*bold*`, `_italic_`, `~struck~`, `code`, `<address|text>`. */
export const escapeByTwins: Escape = (text) =>
  text.replace(/[*_~`<>]/g, (sign) => twins[sign] ?? '') as Inline;

/** Telegram makes links of `/command`, `#tag` and `$TAG` in plain text, too. */
export const escapeTelegram: Escape = (text) =>
  text.replace(/[/#$](?=[\p{L}\p{N}_])/gu, `$&${gap}`) as Inline;
