import type { Address } from '../safe/address.ts';
import { escapeHtml } from '../safe/escape-html.ts';
import type { Escape, Inline } from '../safe/inline.ts';
import type { NewsView } from '../view/notifying/news-view.ts';
import type { Words } from '../words/words.ts';
import {
  escapeByTwins,
  escapeChatMarkdown,
  escapePlain,
  escapeSlack,
  escapeTelegram,
} from './escape-chat.ts';
import type { Notice } from './notice.ts';
import { mostNamed, toNotice, toShownName } from './notice.ts';

/** What is sent to an address on the web. */
export interface Posting {
  readonly url: URL;
  readonly contentType: string;
  readonly body: string;
}

/** What a body is made of. */
interface Pieces {
  readonly notice: Notice;
  /** The same as one text. */
  readonly text: string;
  readonly news: NewsView;
  /** The address, as it was given. */
  readonly url: URL;
}

/** One kind of chat: what is harmless there, how much fits, and what its address takes. */
interface Format {
  readonly escape: Escape;
  /** The most that fits: of the message's text (in UTF-16 units), or of all that is sent (in bytes). */
  readonly most: { readonly text: number } | { readonly bytes: number };
  /** A link as it has to stand there, so that it is one and shows no picture. */
  readonly toLink?: (link: Address) => string;
  /** A text, or what becomes JSON. */
  toBody(pieces: Pieces): string | object;
  /** What of the address stands in the body instead, and has to be there. */
  readonly parameter?: string;
}

const inAngles = (link: Address) => `<${link}>`;

/** A row a format: its form and its limit, with the page that says so. */
const table: Readonly<Record<FormatName, Format>> = {
  json: { escape: escapePlain, most: { bytes: 65_536 }, toBody: toOwn },
  /** docs.slack.dev, "Sending messages using incoming webhooks": from 4,000 characters on a text may be cut. */
  slack: {
    escape: escapeSlack,
    most: { text: 4_000 },
    toLink: inAngles,
    toBody: ({ text }) => ({ text, mrkdwn: false, parse: 'none', link_names: false, unfurl_links: false }),
  },
  /** docs.mattermost.com, "Incoming webhooks": 16,383 characters, 4,000 in old ones. */
  mattermost: {
    escape: escapeChatMarkdown,
    most: { text: 4_000 },
    toLink: inAngles,
    toBody: ({ text }) => ({ text }),
  },
  /** docs.discord.com, "Execute Webhook": 2,000 characters. Nobody is mentioned, and a link shows no picture (flag 4). */
  discord: {
    escape: escapeChatMarkdown,
    most: { text: 2_000 },
    toLink: inAngles,
    toBody: ({ text }) => ({ content: text, allowed_mentions: { parse: [] }, flags: 4 }),
  },
  /** learn.microsoft.com, "Create incoming webhooks with Workflows": 28 KB. */
  teams: { escape: escapePlain, most: { bytes: 28_000 }, toBody: toCard },
  /** developers.google.com/workspace/chat, "Send a message": 32,000 bytes. */
  'google-chat': { escape: escapeByTwins, most: { bytes: 32_000 }, toBody: ({ text }) => ({ text }) },
  /** matrix-org.github.io/matrix-hookshot, "Webhooks"; an event of Matrix has 65,536 bytes, with all that is around it. */
  matrix: { escape: escapePlain, most: { bytes: 32_000 }, toBody: toMatrix },
  /** core.telegram.org/bots/api#sendmessage: 4,096 characters; without `parse_mode` nothing is markup. */
  telegram: {
    escape: escapeTelegram,
    most: { text: 4_096 },
    parameter: 'chat_id',
    toBody: ({ text, url }) => ({
      chat_id: url.searchParams.get('chat_id'),
      text,
      link_preview_options: { is_disabled: true },
    }),
  },
  /** docs.ntfy.sh/publish: 4,096 bytes; a longer message would become a file. */
  ntfy: { escape: escapePlain, most: { bytes: 4_096 }, toBody: ({ text }) => text },
};

/** How a message can be written for an address on the web; `json` is Rollcall's own form, for programs. */
export const formatNames = [
  'json',
  'slack',
  'mattermost',
  'discord',
  'teams',
  'google-chat',
  'matrix',
  'telegram',
  'ntfy',
] as const;

export type FormatName = (typeof formatNames)[number];

/** What an address of this format must have in its query; undefined where that is nothing. */
export function findParameter(name: FormatName): string | undefined {
  return table[name].parameter;
}

/** What a message is made from. */
export interface Message {
  readonly news: NewsView;
  readonly words: Words;
  readonly link?: Address | undefined;
}

/** What is posted to an address, in its format: with as many groups by name as fit. */
export function toPosting(name: FormatName, address: URL, { news, words, link }: Message): Posting {
  const { escape, toLink, toBody, most, parameter }: Format = table[name];
  const url = new URL(address);
  if (parameter !== undefined) url.searchParams.delete(parameter);
  for (let named = mostNamed; ; named -= 1) {
    const notice = toNotice(news, words, { escape, named, link });
    const text = toText(notice, toLink);
    const made = toBody({ notice, text, news, url: address });
    const body = typeof made === 'string' ? made : JSON.stringify(made);
    const fits = 'text' in most ? text.length <= most.text : Buffer.byteLength(body) <= most.bytes;
    const contentType = typeof made === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
    if (fits || named === 0) return { url, contentType, body };
  }
}

/** The message as a text without markup: for mail, and for who asks what would be sent. */
export function toPlainText({ news, words, link }: Message): {
  readonly title: string;
  readonly text: string;
} {
  const notice = toNotice(news, words, { escape: escapePlain, named: mostNamed, link });
  return { title: notice.title, text: toText(notice) };
}

/** The message as a text for WhatsApp. */
export function toGroupText({ news, words, link }: Message): string {
  return toText(toNotice(news, words, { escape: escapeByTwins, named: mostNamed, link }));
}

function toText({ title, lines, advice, link }: Notice, toLink: Format['toLink'] = (each) => each): string {
  return [title, ...lines, advice, ...(link === undefined ? [] : [toLink(link)])].join('\n');
}

/** Our own form, for programs: the message in pieces, and what it is about. */
function toOwn({ notice, text, news }: Pieces): object {
  const { topic, isRehearsal, account, matters, groups } = news;
  return {
    formatVersion: '1.0',
    topic,
    sandbox: isRehearsal,
    ...(account !== undefined && { account: toShownName(account) }),
    matters,
    groups: groups.length,
    ...notice,
    text,
  };
}

/** An adaptive card: a TextRun knows no Markdown (adaptivecards.io/explorer/TextRun.html), and the link is a button. */
function toCard({ notice }: Pieces): object {
  const { title, lines, advice, link } = notice;
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.2',
    body: [toBlock(title, { weight: 'Bolder' }), ...lines.map((line) => toBlock(line)), toBlock(advice)],
    ...(link !== undefined && { actions: [{ type: 'Action.OpenUrl', title: 'Rollcall', url: link }] }),
  };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] };
}

function toBlock(text: Inline, more: object = {}): object {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text, ...more }] };
}

/** `html` is what counts; `text` is for whoever cannot show it. */
function toMatrix({ notice, text }: Pieces): object {
  const { title, lines, advice, link } = notice;
  const html = [`<b>${escapeHtml(title)}</b>`, ...[...lines, advice].map(escapeHtml)];
  const anchor = link === undefined ? [] : [`<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`];
  return { text, html: [...html, ...anchor].join('<br>'), username: 'Rollcall' };
}
