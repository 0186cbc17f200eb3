import type { LiveGroup, Reading } from '../../domain/group.ts';
import type { SafeText } from '../../safe/escape.ts';

/** All groups of an account beside the files, as data. Texts are safe to print; no sentence of any language. */
export interface GroupsView {
  /** The account's number, masked. */
  readonly account: string;
  readonly isSandbox: boolean;
  /** By name. */
  readonly groups: readonly LiveGroupView[];
  /** Files whose group the account is not in, or that there is no more. */
  readonly gone: readonly GoneView[];
  /** Files without an id, or with one that is none. */
  readonly withoutId: readonly WithoutIdView[];
  /** Groups that could not be read now: nothing is known of them. */
  readonly unread: readonly UnreadView[];
  /** The server's list ends at its limit: the account may be in more groups than it holds. */
  readonly isCut: boolean;
  /** Files of groups that cannot be read as YAML, or at all: theirs may be missing here. */
  readonly hasMistakes: boolean;
  /** Files of other accounts, which are not looked at. */
  readonly elsewhere: number;
}

/** A group that the account is in. */
export interface LiveGroupView {
  /** '' where WhatsApp has none. */
  readonly name: SafeText;
  /** Absent for legacy groups, whose ids hold somebody's number. */
  readonly id?: string;
  /** With the account. */
  readonly people: number;
  /** False: there may be more people than that. */
  readonly isWhole: boolean;
  readonly role: 'owner' | LiveGroup['self'];
  readonly kind: LiveGroup['kind'];
  /** As the user would type it; none: no file has its id. */
  readonly files: readonly SafeText[];
}

/** A file, and how it calls its group, if it does. */
interface FileView {
  readonly file: SafeText;
  readonly name?: SafeText;
}

export interface GoneView extends FileView {
  readonly id?: string;
  readonly reason: Exclude<Extract<Reading, { kind: 'unreadable' }>['reason'], 'failed'>;
}

export interface WithoutIdView extends FileView {
  /** True: there is an `id`, and it is none. */
  readonly isWrong: boolean;
}

export interface UnreadView {
  readonly id?: string;
  readonly files: readonly SafeText[];
  /** In English. */
  readonly text: SafeText;
}
