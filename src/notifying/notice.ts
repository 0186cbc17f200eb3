import type { Address } from '../safe/address.ts';
import type { Escape, Inline } from '../safe/inline.ts';
import { join } from '../safe/inline.ts';
import { mask, maskLines } from '../safe/mask.ts';
import { toMessageName } from '../safe/message-name.ts';
import type { GroupNews, NewsView, RunMatter } from '../view/notifying/news-view.ts';
import { groupMatters } from '../view/notifying/news-view.ts';
import type { Words } from '../words/words.ts';

/** A message to the admins, in pieces that are safe in one kind of chat. */
export interface Notice {
  readonly title: Inline;
  /** What happened, a line each. */
  readonly lines: readonly Inline[];
  /** What to do. */
  readonly advice: Inline;
  /** Where more is to be seen. */
  readonly link?: Address;
}

/** So many groups are named at the most; the others are counted. */
export const mostNamed = 10;

/** How a message is made. */
export interface NoticeForm {
  /** Makes what a stranger wrote harmless in this kind of chat. */
  readonly escape: Escape;
  /** So many groups are named. */
  readonly named: number;
  readonly link?: Address | undefined;
}

/** The message that tells news, in a language. */
export function toNotice(news: NewsView, words: Words, { escape, named, link }: NoticeForm): Notice {
  const { notices: own } = words;
  const show = (name: string) => escape(toShownName(name));
  const about =
    news.groups.length === 0 && news.matters.some((each) => early.has(each)) ? 'ended' : news.topic;
  const title = own.title(about, news.account === undefined ? escape('') : show(news.account));
  const shown = news.groups.slice(0, named);
  const rest = news.groups.length - shown.length;
  return {
    title: news.isRehearsal ? own.rehearsal(title) : title,
    lines: [
      ...news.matters.map((matter) => own.run[matter]),
      ...shown.map((group) => join([words.quote(show(group.name)), toMatters(group, words)], ': ')),
      ...(rest > 0 ? [own.more(rest)] : []),
    ],
    advice: own.advice[about],
    ...(link !== undefined && { link }),
  };
}

/** There is nothing more to see than that. */
const early: ReadonlySet<RunMatter> = new Set<RunMatter>(['ended', 'mistakes']);

function toMatters({ matters }: GroupNews, { notices }: Words): Inline {
  const told = groupMatters.flatMap((matter) => {
    const count = matters[matter] ?? 0;
    return count > 0 ? [notices.group[matter](count)] : [];
  });
  return join(told, ', ');
}

/**
 * A name as a stranger may have given it, on one line, with nobody mentioned, no link and no digit of a number in it: whoever
 * keeps a chat for others is nobody who may know numbers.
 */
export function toShownName(name: string): Inline {
  // What is taken out may bring digits together.
  const shown = toMessageName(mask(toMessageName(maskLines(name, 'nothing')), 'nothing'));
  return shown === '' ? toMessageName('?') : shown;
}
