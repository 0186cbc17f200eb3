import type { Lid, Person } from './people/person.ts';
import type { SettingName } from './settings.ts';

/** The parts of a group whose drift `adopt` can take into its file, each asked for by a flag of its own. */
export const adoptedParts = ['settings', 'photo', 'members', 'admins'] as const;

/** One of them. */
export type AdoptedPart = (typeof adoptedParts)[number];

/** Why something that differs is not taken into a file. */
export type NotAdoptedReason =
  /** The file only watches: it is what the group is measured by, and would measure nothing if it followed. */
  | 'observe'
  /** Somebody approved that the group is brought to the file, and that is under way. */
  | 'approved'
  /** The list of people did not prove itself whole, so nobody can be told to be missing. */
  | 'incomplete'
  /** They seem to be missing, and may be somebody who hides their number. */
  | 'perhaps-there'
  /** A handle stands for a number that is missing, and is there, or seems to be, under another one. */
  | 'other-number'
  /** They seem to be missing from a group of which WhatsApp may show a part. */
  | 'perhaps-unseen'
  /** Somebody of whom there is neither a number nor a LID to write. */
  | 'untellable'
  /** Numbers are sealed in these files, and nobody gave them a handle that theirs could stand beside. */
  | 'no-handle'
  /** Numbers are sealed in these files, and what the group has seems to hold one. */
  | 'holds-number'
  /** A `_defaults.yaml` names them, which is for all its groups. */
  | 'by-defaults'
  /** A file cannot hold this value, and a `_defaults.yaml` keeps its key from being left out. */
  | 'no-value'
  /** WhatsApp does not say what the group has. */
  | 'not-said'
  | 'photo-hidden'
  | 'photo-unread'
  /** WhatsApp's picture is none that a file may have as a photo. */
  | 'photo-unusable';

/** Something that differs and stays as it is in the file. */
export interface NotAdopted {
  readonly reason: NotAdoptedReason;
  /** What it is about; absent: the group. */
  readonly person?: Person;
  readonly lid?: Lid;
  readonly setting?: SettingName | 'photo';
}

/** Why the files as they would be are not what was asked for, so that none is written. */
export type ProofFault =
  /** They would have mistakes. */
  | 'mistakes'
  /** The plan that they lead to still has something of what was taken over. */
  | 'still-differs'
  /** They would say something else of what was not asked for. */
  | 'something-else';
