import type { Span } from '../../domain/diagnostic.ts';
import type { Lid, PersonKey } from '../../domain/people/person.ts';
import type { ListEntry, Named } from '../groups/list-entry.ts';
import type { MistakeCode } from '../mistake.ts';
import type { Expansion, Found } from './expansion.ts';
import { none } from './expansion.ts';
import { isNever, meet, span as bridge, without } from './term.ts';
import type { Term } from './term.ts';

/** Whom a word of an entry means. */
export type LookUp = (named: Named) => Expansion;

type Report = (code: MistakeCode, detail: string, span: Span) => void;

/**
 * Of a team those whom its entry means: `except` takes some out, `also-in` leaves only those who are in that team too.
 * Dates count: whoever is in the other team from a day on, or up to a day, is so on these days. An exception that does
 * nothing, and an entry that comes to nobody, are reported.
 */
export function narrow(whole: Expansion, entry: ListEntry, lookUp: LookUp, report: Report): Expansion {
  if (!entry.except && !entry.alsoIn) return whole;
  const also = entry.alsoIn && lookUp(entry.alsoIn);
  const kept = (entry.except ?? []).reduce(
    (rest, named) => exclude(rest, whole, { named, out: lookUp(named) }, report),
    also ? intersect(whole, also) : whole,
  );
  const isKnown = whole !== none && also !== none;
  if (isKnown && isNobody(kept) && !isNobody(whole)) report('nobody-left', nobodyText, entry.span);
  return kept;
}

const nobodyText =
  'What `except` and `also-in` leave of this team is nobody. Check what they name, or remove the entry.';

function isNobody({ people, lids }: Expansion): boolean {
  return people.length + lids.length === 0;
}

/** Who is in both, on the days of both. */
function intersect(whole: Expansion, other: Expansion): Expansion {
  const terms = toTerms(other);
  const lids = new Set(other.lids);
  return {
    people: whole.people.flatMap((found): Found[] => {
      const there = terms.get(found.person.key);
      const term = there && meet(found, there);
      return term && !isNever(term) ? [toFound(found, term)] : [];
    }),
    lids: whole.lids.filter((lid) => lids.has(lid)),
  };
}

/** Without those whom one word of `except` means. */
function exclude(
  rest: Expansion,
  whole: Expansion,
  { named, out }: { readonly named: Named; readonly out: Expansion },
  report: Report,
): Expansion {
  const terms = toTerms(out);
  const lids = new Set<Lid>(out.lids);
  const isIn = whole.people.some(({ person }) => terms.has(person.key));
  const isIdle = !isIn && !whole.lids.some((lid) => lids.has(lid));
  if (isIdle && !isNobody(out) && !isNobody(whole)) report('except-without-effect', idleText, named.span);
  return {
    people: rest.people.flatMap((found): Found[] => {
      const there = terms.get(found.person.key);
      const left = there ? without(found, there) : found;
      return left ? [there ? toFound(found, left) : found] : [];
    }),
    lids: rest.lids.filter((lid) => !lids.has(lid)),
  };
}

const idleText =
  'This takes nobody out, since nobody whom it means is in the team. Remove it, or check whom it was to mean.';

/** By key, since two spellings are one person. */
function toTerms({ people }: Expansion): ReadonlyMap<PersonKey, Term> {
  const terms = new Map<PersonKey, Term>();
  for (const { person, from, until } of people) {
    const term = { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
    const before = terms.get(person.key);
    terms.set(person.key, before ? bridge(before, term) : term);
  }
  return terms;
}

/** The same person in the same way, on other days. */
export function toFound({ person, byInvite, sheet }: Found, term: Term): Found {
  return { person, byInvite, ...(sheet !== undefined && { sheet }), ...term };
}
