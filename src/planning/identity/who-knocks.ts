import type { LiveGroup } from '../../domain/group.ts';
import type { JoinRequest } from '../../domain/people/join-request.ts';
import type { Knowledge } from './knowledge.ts';
import { hasLid } from './recognise.ts';
import { findClaim } from './who-is-who.ts';

/**
 * The live group with everybody named who asks to be let in and whose number is known from elsewhere, as far as they are not
 * in it: WhatsApp may list a request for a while after it was answered, and nobody asks for what they have. `live`: as
 * `identify` leaves it.
 */
export function identifyRequests(live: LiveGroup, knowledge: Knowledge): LiveGroup {
  const { requests } = live;
  if (requests === undefined || requests === 'unread' || requests.length === 0) return live;
  const named = requests.map((request) => toNamed(request, knowledge));
  return { ...live, requests: named.filter((request) => !isInside(request, live)) };
}

function toNamed(request: JoinRequest, knowledge: Knowledge): JoinRequest {
  const { person, lid } = request;
  if (person || lid === undefined) return request;
  const claim = findClaim(lid, knowledge);
  if (!claim) return request;
  return { ...request, person: claim.person, ...(claim.isRemembered && { isRemembered: true }) };
}

function isInside({ person, lid }: JoinRequest, live: LiveGroup): boolean {
  return (person !== undefined && live.people.has(person.key)) || (lid !== undefined && hasLid(live, lid));
}
