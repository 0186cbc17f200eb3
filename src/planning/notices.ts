import { limitKinds } from '../domain/group.ts';
import type { LiveGroup } from '../domain/group.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { KnownGroup, Notice } from '../domain/plan/plan.ts';
import type { Guard } from './limits/guard.ts';
import { findAllowance } from './limits/allowance.ts';
import { isPast } from './desired-role.ts';

type WhoIsWho = Pick<Organisation, 'people' | 'hidden'>;

/** What a reviewer had better know of a group besides its drift; the organisation says whom the files know. */
export function findNotices(desired: KnownGroup, live: LiveGroup, known: WhoIsWho, guard: Guard): Notice[] {
  const { allow } = desired;
  const notices = findKnownLids(desired, live, known);
  if (allow && isPast(allow.until, guard.today)) notices.push({ kind: 'allow-expired' });
  else if (allow && limitKinds.every((kind) => findAllowance(desired, kind, guard) === undefined)) {
    notices.push({ kind: 'allow-used-up' });
  }
  return notices;
}

/** Members whom the file knows by LID although their number is known by now, sorted by LID. */
function findKnownLids({ knownLids }: KnownGroup, live: LiveGroup, { people, hidden }: WhoIsWho): Notice[] {
  return [...knownLids].toSorted().flatMap((lid): Notice[] => {
    const member = [...live.people.values()].find((person) => person.lid === lid);
    if (!member) return [];
    const { key, phone } = member;
    const handle = hidden.get(lid)?.handle;
    const notice = { kind: 'lid-known', lid, person: { ...people.get(key), key, phone } } as const;
    return [handle === undefined ? notice : { ...notice, handle }];
  });
}
