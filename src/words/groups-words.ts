import type { Inline } from '../safe/inline.ts';
import type { GroupsView, LiveGroupView } from '../view/onboarding/groups-view.ts';

/** What `groups` says. */
export interface GroupsWords {
  /** How many there are, and whose. */
  readonly summary: (groups: number, account: Inline) => Inline;
  readonly sandbox: Inline;
  /** How many people are in it, or at least are. */
  readonly people: (count: number, isWhole: boolean) => Inline;
  /** What the account is in it. */
  readonly role: Readonly<Record<LiveGroupView['role'], Inline>>;
  readonly kind: Readonly<Record<Exclude<LiveGroupView['kind'], 'group'>, Inline>>;
  readonly noFile: Inline;
  /** A group without a name. */
  readonly unnamed: Inline;
  /** In the place of an id that holds a number; `flag`: what shows it. */
  readonly hiddenId: (flag: Inline) => Inline;
  readonly headings: Readonly<Record<keyof Pick<GroupsView, 'gone' | 'withoutId' | 'unread'>, Inline>>;
  readonly withoutId: Readonly<Record<'missing' | 'wrong', Inline>>;
  /** The server's list ends at so many. */
  readonly cut: (limit: number) => Inline;
  readonly mistakes: (command: Inline) => Inline;
  readonly elsewhere: (files: number) => Inline;
  /** So many groups have no file yet; the command writes them. */
  readonly toImport: (groups: number, command: Inline) => Inline;
}
