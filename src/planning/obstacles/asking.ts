import { toDay } from '../../domain/day.ts';
import type { JoinRequest } from '../../domain/people/join-request.ts';
import type { PersonKey } from '../../domain/people/person.ts';
import type { Change, PersonChange } from '../../domain/plan/change.ts';
import type { LeftAlone } from '../../domain/plan/left-alone.ts';
import { isAhead, wantedEver, wantedRole } from '../desired-role.ts';
import { findRequest, findRequests } from '../../domain/people/join-request.ts';
import { isKnock } from '../lanes.ts';
import type { Facts } from './obstacle-facts.ts';

/** True where the number by which somebody asks was another account's when it was seen, or looked up, before. */
export function asksByOtherAccount(change: Change, facts: Facts): boolean {
  const lid = findOwn(change, facts)?.lid;
  if (lid === undefined || change.action !== 'add') return false;
  const told = facts.knowledge.lids.get(change.person.key);
  return facts.past.pairs.hasOther(change.person.key, lid) || (told?.kind === 'lid' && told.lid !== lid);
}

/** True for whoever asks by a LID: nobody who hides in the group has it, or they would ask for what they have. */
export function asksByOwnLid(change: Change, facts: Facts): boolean {
  return findOwn(change, facts)?.lid !== undefined;
}

/** True where only the memory of an earlier day says who asks: nobody is let in for that before a look-up says so, too. */
export function isKnockRemembered(change: Change, facts: Facts): boolean {
  return findOwn(change, facts)?.isRemembered === true;
}

function findOwn(change: Change, { live }: Facts): JoinRequest | undefined {
  return isKnock(change) ? findRequest(live, (change as PersonChange).person.key) : undefined;
}

/** Who asks by another number than this person's, and has the LID that was seen with theirs: it is the same account. */
export function findRenumbered(
  person: PersonKey,
  { live, knowledge: { findTold, pairs } }: Facts,
): JoinRequest | undefined {
  return findRequests(live).find(({ lid, person: asking }) => {
    if (lid === undefined || asking === undefined || asking.key === person) return false;
    return findTold(lid).includes(person) || pairs.peopleOf(lid).includes(person);
  });
}

/** Everybody who asks to be let in and is not, each with what is known of them; and that nobody knows who does. */
export function findAsking(facts: Facts): LeftAlone[] {
  const { requests } = facts.live;
  if (requests === 'unread') return [{ reason: 'requests-unread' }];
  return findRequests(facts.live).flatMap((request) => toLeftAlone(request, facts));
}

function toLeftAlone({ person, lid, ownName, at }: JoinRequest, facts: Facts): LeftAlone[] {
  const { desired, knowledge, timezone } = facts;
  const isListed = lid !== undefined && desired.knownLids.has(lid);
  const reason = isListed ? 'asks-listed' : person ? whyNot(person.key, facts) : 'asks-hidden';
  if (!reason) return [];
  const who = person && {
    other: { ...knowledge.people.get(person.key), key: person.key, phone: person.phone },
  };
  return [
    {
      reason,
      ...(who ?? (lid !== undefined && { lid })),
      ...(at !== undefined && { since: toDay(at, timezone) }),
      ...(ownName !== undefined && { ownName }),
    },
  ];
}

/** Undefined for whoever is listed: they are let in, or that they are not is told of their change. */
function whyNot(key: PersonKey, facts: Facts): 'asks' | 'asks-early' | undefined {
  const listed = facts.desired.people.get(key);
  const today = toDay(facts.now, facts.timezone);
  if (!listed || wantedEver(listed, today) === 'none') return 'asks';
  if (wantedRole(listed, today) !== 'none') return undefined;
  return isAhead(listed.memberFrom, today) || isAhead(listed.adminFrom, today) ? 'asks-early' : 'asks';
}
