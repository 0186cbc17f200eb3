import type { NoticeChannel, NoticeTopic } from '../../domain/past.ts';
import type { Inline } from '../../safe/inline.ts';
import type { GroupMatter, RunMatter } from '../../view/notifying/news-view.ts';

/**
 * What a message to the admins says, and what `notify` says of it. The words of a message go into chats of all kinds as they
 * are: no sign in them is markup anywhere.
 */
export interface NoticeWords {
  /** In one line; `account`: '' where there is but one. */
  readonly title: (about: NoticeTopic | 'ended', account: Inline) => Inline;
  /** What it begins with where nobody's groups are meant. */
  readonly rehearsal: (title: Inline) => Inline;
  readonly run: Readonly<Record<RunMatter, Inline>>;
  /** What is to be told of a group, behind its name. */
  readonly group: Readonly<Record<GroupMatter, (count: number) => Inline>>;
  /** So many groups are not named. */
  readonly more: (groups: number) => Inline;
  readonly advice: Readonly<Record<NoticeTopic | 'ended', Inline>>;
  /** On the terminal. */
  readonly nothing: Inline;
  readonly noReport: Inline;
  readonly channels: Readonly<Record<NoticeChannel, Inline>>;
  readonly sent: (channel: Inline) => Inline;
  readonly told: (channel: Inline) => Inline;
  readonly spent: (channel: Inline, perDay: number) => Inline;
  readonly failed: (channel: Inline, why: Inline) => Inline;
  /** With `--dry-run`. */
  readonly wouldSend: (channel: Inline) => Inline;
}
