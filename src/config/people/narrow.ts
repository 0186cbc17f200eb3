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
  const inBoth = also ? intersect(whole, also) : whole;
  const kept = entry.except ? exclude(inBoth, findExcepted(entry.except, whole, lookUp, report)) : inBoth;
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

/** On which days each person is excepted, by every word that excepts them. */
interface Excepted {
  readonly terms: ReadonlyMap<PersonKey, readonly Term[]>;
  readonly lids: ReadonlySet<Lid>;
}

/** Whom the words of `except` mean. A word that means nobody of the team is reported. */
function findExcepted(except: readonly Named[], whole: Expansion, lookUp: LookUp, report: Report): Excepted {
  const inside = new Set<string>([...whole.people.map(({ person }) => person.key), ...whole.lids]);
  const terms = new Map<PersonKey, Term[]>();
  const lids = new Set<Lid>();
  for (const named of except) {
    const out = lookUp(named);
    const keys = [...out.people.map(({ person }) => person.key), ...out.lids];
    const isIdle = keys.length > 0 && inside.size > 0 && !keys.some((key) => inside.has(key));
    if (isIdle) report('except-without-effect', idleText, named.span);
    for (const lid of out.lids) lids.add(lid);
    for (const [key, term] of toTerms(out)) {
      const known = terms.get(key);
      if (known) known.push(term);
      else terms.set(key, [term]);
    }
  }
  return { terms, lids };
}

function exclude({ people, lids }: Expansion, excepted: Excepted): Expansion {
  return {
    people: people.flatMap((found): Found[] => {
      const terms = excepted.terms.get(found.person.key);
      if (!terms) return [found];
      const left = terms.reduce<Term | undefined>((rest, term) => rest && without(rest, term), found);
      return left ? [toFound(found, left)] : [];
    }),
    lids: lids.filter((lid) => !excepted.lids.has(lid)),
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
