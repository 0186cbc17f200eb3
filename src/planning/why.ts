import type { Span } from '../domain/diagnostic.ts';
import type { Why } from '../domain/plan/change.ts';
import type { Day, DesiredPerson } from '../domain/group.ts';
import { isAhead, isPast } from './desired-role.ts';

/** What begins on a day is another thing than what the file just lists, also once that day has come. */
export function whyListed({ via }: DesiredPerson, from: Day | undefined): Why {
  return from === undefined ? { kind: 'listed', via } : { kind: 'begun', from, via };
}

/** What makes somebody an admin, and where that stands: an entry of a list of members does not. */
export function whyAdmin(person: DesiredPerson): { readonly why: Why; readonly span: Span } {
  const ways = person.ways.filter(({ list }) => list === 'admins');
  const [first] = ways;
  if (!first) return { why: whyListed(person, person.adminFrom), span: person.span };
  const via = [...new Set(ways.map(({ text }) => text))].toSorted();
  return { why: whyListed({ ...person, via }, person.adminFrom), span: first.span };
}

/** Of somebody who left and is put back until a day. */
export function whyReadd({ memberFrom: from, via }: DesiredPerson, readd: Day): Why {
  return { kind: 'readd', readd, ...(from !== undefined && { from }), via };
}

/**
 * A date is the cause only of the end of what the file once gave: who never was its admin is not demoted by a date. And
 * what it gives on a later day it does not take before.
 */
export function whyUnlisted(person: DesiredPerson | undefined, action: 'remove' | 'demote', today: Day): Why {
  if (!person) return { kind: 'unlisted' };
  const isRemoval = action === 'remove';
  const [from, until] = isRemoval
    ? [person.memberFrom, person.memberUntil]
    : [person.adminFrom, person.adminUntil];
  if (isPast(until, today)) return { kind: 'ended', until, via: person.via };
  return isAhead(from, today) ? { kind: 'early', from, via: person.via } : { kind: 'unlisted' };
}
