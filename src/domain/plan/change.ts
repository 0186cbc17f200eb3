import type { Span } from '../diagnostic.ts';
import type { Day, GroupId } from '../group.ts';
import type { SettingName, Settings } from '../settings.ts';
import type { Person, PersonKey, Role } from '../people/person.ts';
import type { DesiredPhoto, LivePhoto } from '../picture.ts';
import type { Lane } from './lane.ts';
import { findLane } from './lane.ts';

/** Why a change is there; the renderers turn it into words. */
export type Why =
  /** The file names them, the group does not have them (or not in that role). */
  | { readonly kind: 'listed'; readonly via: readonly string[] }
  /** The file names them from a day on, which has come. */
  | { readonly kind: 'begun'; readonly from: Day; readonly via: readonly string[] }
  /** The group has them (in that role), the file does not name them. */
  | { readonly kind: 'unlisted' }
  /** The file named them up to and including a day that has passed. */
  | { readonly kind: 'ended'; readonly until: Day; readonly via: readonly string[] }
  /** The group has them (in that role) already, and the file names them from a later day on. */
  | { readonly kind: 'early'; readonly from: Day; readonly via: readonly string[] }
  /** They left, and the file asks for them to be put back once. */
  | {
      readonly kind: 'readd';
      readonly readd: Day;
      /** The first day, where the file names one. */
      readonly from?: Day;
      readonly via: readonly string[];
    }
  /** The file has another value than the group. */
  | { readonly kind: 'differs' }
  /** Whoever is removed may still have the group's link. */
  | { readonly kind: 'leavers' };

/** What can happen to somebody in a group; `remove` of an admin takes the role as well. */
export type PersonAction = (typeof personActions)[number];

/** All that can happen to somebody in a group. */
export const personActions = ['add', 'promote', 'demote', 'remove'] as const;

/** The same, where to be let in after having asked is another thing than to be added. */
export type Deed = PersonAction | 'knock';

/** What happens to somebody by a change. */
export function toDeed<Action extends PersonAction | 'set'>(change: {
  readonly action: Action;
  readonly lane?: Lane;
}): Action | 'knock' {
  return findLane(change) === 'knock' ? 'knock' : change.action;
}

/** The change of another person, or of this one, that must be verified first. */
export interface Need {
  readonly action: PersonAction;
  readonly person: PersonKey;
}

interface About {
  readonly group: GroupId;
  readonly why: Why;
  /** Where in the files it comes from; absent for what the files do not mention. */
  readonly span?: Span;
}

/** Somebody joins, leaves, becomes an admin or is none any more. */
export interface PersonChange extends About {
  readonly action: PersonAction;
  /** In the live spelling for members, in the file's for adds (docs/architecture.md#reading). */
  readonly person: Person;
  /** Their role now; absent: not in the group. */
  readonly before?: Role;
  readonly needs?: readonly Need[];
  /** How they join, where they do: absent means `add`. It is no part of the change's identity. */
  readonly lane?: Lane;
}

/** A change of one setting; `after` is what will be sent, to the letter. */
export type SettingChange = {
  [Name in SettingName]: About & {
    readonly action: 'set';
    readonly setting: Name;
    readonly before: Settings[Name];
    readonly after: Settings[Name];
  };
}[SettingName];

/** Another photo, a first one, or none any more. */
export interface PhotoChange extends About {
  readonly action: 'set';
  readonly setting: 'photo';
  readonly before: LivePhoto;
  readonly after: DesiredPhoto;
  /** How far apart the two are (`measureDistance`); absent where there are no two to compare. */
  readonly distance?: number;
}

/** Another invite link, so that the old one, which whoever was removed may still have, lets nobody in any more. */
export interface LinkRenewal extends About {
  readonly action: 'set';
  readonly setting: 'link';
  /** A removal has been verified since the link was last renewed; else it waits for one of the same plan. */
  readonly isOwed: boolean;
}

/** One difference between a file and its group: plain data that can be printed, hashed, stored and compared. */
export type Change = SettingChange | PhotoChange | LinkRenewal | PersonChange;

/** One that the file could follow: what a link is stands in no file. */
export type FileChange = Exclude<Change, LinkRenewal>;

/** What one request carries: one setting, the photo, the link, or people of one group, one action and one lane. */
export type Step =
  | readonly [SettingChange | PhotoChange | LinkRenewal]
  | readonly [PersonChange, ...PersonChange[]];

/** True for a change of the group's photo. */
export function isPhotoChange(change: Change): change is PhotoChange {
  return change.action === 'set' && change.setting === 'photo';
}

/** True for the renewal of the group's invite link. */
export function isLinkRenewal(change: Change): change is LinkRenewal {
  return change.action === 'set' && change.setting === 'link';
}

/** True for a change that the file could follow. */
export function isFileChange(change: Change): change is FileChange {
  return !isLinkRenewal(change);
}

/** True for a change of a setting; the photo and the link are none. */
export function isSettingChange(change: Change): change is SettingChange {
  return change.action === 'set' && change.setting !== 'photo' && change.setting !== 'link';
}

/** True for the change that another one needs. */
export function meetsNeed(change: Change, { action, person }: Need): change is PersonChange {
  return change.action === action && isPersonChange(change) && change.person.key === person;
}

/** True for a change of a person's membership or role. */
export function isPersonChange(change: Change): change is PersonChange {
  return change.action !== 'set';
}

/** True for an action that takes something from somebody: the membership or the role. */
export function isLossAction(action: string | undefined): boolean {
  return action === 'remove' || action === 'demote';
}

/** True for a change that takes something from somebody: the membership or the role. */
export function isLoss(change: Change): change is PersonChange {
  return isLossAction(change.action);
}

/** What a change is about, within its group: "remove 447700900001", "set topic". Holds a number: never printed. */
export function toSubject(change: Change): string {
  return isPersonChange(change) ? `${change.action} ${change.person.key}` : `set ${change.setting}`;
}
