import type { CreationFate, Filed } from '../../domain/plan/creation-outcome.ts';
import type { CreationObstacle } from '../../domain/plan/creation.ts';
import type { SafeText } from '../../safe/escape.ts';

/** What became of a group that was to be made. */
export interface FateView {
  readonly result: CreationFate['result'];
  /** The group, where it is there. */
  readonly group?: string;
  /** What became of its id. */
  readonly filed?: Filed['kind'];
  /** Who is in it by now. */
  readonly joined?: readonly SafeText[];
  /** What GOWA, the line or the disk said, for technicians. */
  readonly text?: SafeText;
  /** Why it was not tried. */
  readonly cause?: Extract<CreationFate, { result: 'skipped' }>['cause'];
}

/** A file whose group does not exist yet. */
export interface NewGroupView {
  readonly file: SafeText;
  readonly name: SafeText;
  /** The id of its making, by which it is approved. */
  readonly id: string;
  /** A limit objects. */
  readonly refused: boolean;
  /** What stands in the way besides. */
  readonly obstacle?: CreationObstacle;
  /** The group that an earlier request made. */
  readonly found?: string;
  /** The groups that `obstacle` is about. */
  readonly others: readonly string[];
  /** Who comes with the request that makes it; empty where nobody can. */
  readonly first: SafeText;
  /** They are added although whoever is new here comes by the link. */
  readonly isInvited?: true;
  readonly fate?: FateView;
}

/** True for a group that `create` would make, as far as somebody approves it. */
export function isToBeMade({ refused, obstacle }: Pick<NewGroupView, 'refused' | 'obstacle'>): boolean {
  return !refused && obstacle === undefined;
}
