import type { NoticeTopic } from '../../domain/past.ts';

/** What can be told of one group, each with a number. In the order in which it is told. */
export const groupMatters = [
  'failed',
  'notVerified',
  'refused',
  'differs',
  'needHuman',
  'declined',
  'unreadable',
  'notMade',
] as const;

export type GroupMatter = (typeof groupMatters)[number];

/** What can be told of a whole run. */
export const runMatters = [
  /** WhatsApp limits the account. */
  'rate-limited',
  'session-lost',
  'unreachable',
  'no-answers',
  'no-storage',
  'interrupted',
  /** The memory cannot be used. */
  'memory',
  /** The plan was not the one that was expected, so nothing was done. */
  'unexpected',
  /** A limit refuses what no single group is to blame for. */
  'refused',
  /** There is no report: the run ended before it wrote one. */
  'ended',
  /** The same, because the files have mistakes. */
  'mistakes',
] as const;

export type RunMatter = (typeof runMatters)[number];

/** What is to be told of one group. */
export interface GroupNews {
  /** WhatsApp's name, else that of its file, as the report has it: not yet safe for any chat. */
  readonly name: string;
  readonly matters: Readonly<Partial<Record<GroupMatter, number>>>;
}

/** What is worth a message to the admins. Names nobody but groups. */
export interface NewsView {
  readonly topic: NoticeTopic;
  /** It happened on a sandbox, to nobody. */
  readonly isRehearsal: boolean;
  /** Of several; absent where there is one. */
  readonly account?: string;
  readonly matters: readonly RunMatter[];
  readonly groups: readonly GroupNews[];
  /** All that it is about, as one text: equal for the same news. Holds ids and labels, and is shown to nobody. */
  readonly identity: string;
}
