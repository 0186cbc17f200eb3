import type { DesiredGroup, GroupId } from '../../domain/group.ts';
import type { OwnGroup, OwnGroups } from '../../domain/plan/own-groups.ts';
import type { Asked } from '../../domain/past.ts';
import { clockTolerance } from '../../domain/patience.ts';
import type { PersonKey } from '../../domain/people/person.ts';

/** What is known of the group that an earlier request may have made. */
export type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly group: GroupId }
  /** More than one may be it, or one of which that is doubtful. */
  | { readonly kind: 'several'; readonly groups: readonly GroupId[] };

/** The account's own groups of a name that are in no file, those aside that were made for one and wait for it to say so. */
export function findNamesakes({ groups }: OwnGroups, isNamed: (name: string) => boolean): OwnGroup[] {
  return groups.filter(({ live }) => isNamed(live.settings.name));
}

/**
 * Which of these a request made of which nobody heard: one that came about since then, of people of the file alone. Any other
 * of that name is one too many: it was not there before, or nothing would have been sent.
 */
export function findMade(
  namesakes: readonly OwnGroup[],
  { at }: Pick<Asked, 'at'>,
  { people }: Pick<DesiredGroup, 'people'>,
  accounts: ReadonlySet<PersonKey>,
): Found {
  const [first, ...others] = namesakes;
  if (!first) return { kind: 'none' };
  const isItself = others.length === 0 && isSince(first, at) && isMadeOf(first, people, accounts);
  if (isItself) return { kind: 'one', group: first.live.id };
  return { kind: 'several', groups: namesakes.map(({ live }) => live.id).toSorted() };
}

/** Clocks differ: WhatsApp's tells when a group was made, this machine's when it was asked for. */
function isSince({ createdAt }: OwnGroup, at: number): boolean {
  return createdAt !== undefined && createdAt >= at - clockTolerance;
}

/** True where everybody in it is known, and is somebody of the file or an account. */
function isMadeOf(
  { live }: OwnGroup,
  people: Pick<ReadonlyMap<PersonKey, unknown>, 'has'>,
  accounts: ReadonlySet<PersonKey>,
): boolean {
  const isOwn = (key: PersonKey) => people.has(key) || accounts.has(key);
  return live.unidentified.length === 0 && [...live.people.keys()].every(isOwn);
}
