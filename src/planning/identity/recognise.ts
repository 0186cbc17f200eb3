import type { LiveGroup, LivePerson, Unidentified } from '../../domain/group.ts';
import type { Lid, PersonKey } from '../../domain/people/person.ts';
import { once } from '../../domain/lazy/once.ts';
import type { Knowledge } from './knowledge.ts';

/** Somebody in a group, their number known or not. */
export type Member = LivePerson | Unidentified;

/** Who the members of a group were before, by their LIDs. */
export interface Recognised {
  /** The member who has this person's LID and another number, or hides it: they have changed their number. */
  findStanding(person: PersonKey): Member | undefined;
  /** Whom the files know that this member's LID belonged to, under another number than theirs now. */
  findFormer(member: Member): readonly PersonKey[];
}

/** `live`: with everybody identified who can be. Looks at nobody before it is asked. */
export function recognise(
  live: LiveGroup,
  { findTold, pairs }: Pick<Knowledge, 'findTold' | 'pairs'>,
): Recognised {
  const findFormer = (member: Member): readonly PersonKey[] => {
    const { lid, key } = member;
    if (lid === undefined) return [];
    const all = new Set([...findTold(lid), ...pairs.peopleOf(lid)]);
    return [...all].filter((other) => other !== key);
  };
  const standing = once((): ReadonlyMap<PersonKey, Member> => {
    const members: Member[] = [...live.unidentified, ...live.people.values()];
    return new Map(members.flatMap((member) => findFormer(member).map((key) => [key, member] as const)));
  });
  return { findFormer, findStanding: (person) => standing().get(person) };
}

/** True where anybody has this LID, by whatever number: they may have changed it. */
export function hasLid({ people, unidentified }: LiveGroup, lid: Lid): boolean {
  for (const member of people.values()) if (member.lid === lid) return true;
  return unidentified.some((member) => member.lid === lid);
}
