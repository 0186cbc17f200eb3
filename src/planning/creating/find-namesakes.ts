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
export function findNamesakes(
  { groups }: Pick<OwnGroups, 'groups'>,
  isNamed: (name: string) => boolean,
): OwnGroup[] {
  return groups.filter(({ live }) => isNamed(live.settings.name));
}

/**
 * Which of the account's groups a request made of which nobody heard: the one of its name that came about since then, of
 * people of the file alone. Any other of that name is one too many: it was not there before, or nothing would have been sent.
 * Where none has the name, one that came about since of the file's people may be it all the same: WhatsApp may have written
 * the name otherwise, and whoever was in it may have given it another. `isOther`: of names that other requests gave.
 */
export function findMade(
  { groups }: Pick<OwnGroups, 'groups'>,
  { at, isNamed, isOther }: Pick<Asked, 'at' | 'isNamed'> & { isOther(name: string): boolean },
  { people }: Pick<DesiredGroup, 'people'>,
  accounts: ReadonlySet<PersonKey>,
): Found {
  const isOf = (own: OwnGroup) => isSince(own, at) && isMadeOf(own, people, accounts);
  const [first, ...others] = findNamesakes({ groups }, isNamed);
  if (first && others.length === 0 && isOf(first) && first.live.unidentified.length === 0)
    return { kind: 'one', group: first.live.id };
  const possible = first
    ? [first, ...others]
    : groups.filter((own) => isOf(own) && !isOther(own.live.settings.name));
  if (possible.length === 0) return { kind: 'none' };
  return { kind: 'several', groups: possible.map(({ live }) => live.id).toSorted() };
}

/** Clocks differ: WhatsApp's tells when a group was made, this machine's when it was asked for. */
export function isSince({ createdAt }: OwnGroup, at: number): boolean {
  return createdAt !== undefined && createdAt >= at - clockTolerance;
}

/** True where everybody in it of whom that is known is somebody of the file or an account. */
function isMadeOf(
  { live }: OwnGroup,
  people: Pick<ReadonlyMap<PersonKey, unknown>, 'has'>,
  accounts: ReadonlySet<PersonKey>,
): boolean {
  const isOwn = (key: PersonKey) => people.has(key) || accounts.has(key);
  return [...live.people.keys()].every(isOwn);
}
