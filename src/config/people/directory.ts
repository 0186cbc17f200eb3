import type { Diagnostic, Span } from '../../domain/diagnostic.ts';
import { groupCapacity } from '../../domain/whatsapp-facts.ts';
import type { Day } from '../../domain/group.ts';
import { toPersonKey } from '../../domain/people/person-key.ts';
import type { Lid, Person, PersonKey, PhoneNumber } from '../../domain/people/person.ts';
import type { ListEntry, Target } from '../groups/list-entry.ts';
import { toHint } from '../hints.ts';
import { toMistake } from '../mistake.ts';
import type { MistakeCode } from '../mistake.ts';
import type { Parsed } from '../parse.ts';
import type { ParsedTeam } from './parse-people.ts';
import { orderTeams } from './teams.ts';

/** One person whom an entry of a list stands for, with what the entry says of them. */
export interface Found {
  readonly person: Person;
  /** The last day; absent: no end. */
  readonly until?: Day;
  readonly byInvite: boolean;
}

/** Everybody whom an entry, a list or a team stands for. */
export interface Expansion {
  readonly people: readonly Found[];
  readonly lids: readonly Lid[];
}

/** Who is meant by what the files say. */
export interface Directory {
  /** Whom an entry stands for: one person, one LID, or all of a team with its ends. Nobody where that is unknown. */
  readonly expand: (entry: ListEntry) => Expansion;
  /** The person with a number, with the handle of whoever has it in `_people.yaml`. */
  readonly toPerson: (phone: PhoneNumber) => Person;
}

const none: Expansion = { people: [], lids: [] };

function toExpansion(person: Person): Expansion {
  return { people: [{ person, byInvite: false }], lids: none.lids };
}

/** Looks up everybody. Unknown handles and teams, and teams that contain themselves, are reported once for each place. */
export function toDirectory(parsed: Parsed, diagnostics: Diagnostic[]): Directory {
  const { people, teams } = parsed.people;
  const report = (code: MistakeCode, detail: string, span: Span) =>
    void diagnostics.push(toMistake(code, detail, span));
  // Made once for each person, since most handles stand in many lists.
  const byHandle = new Map<string, Expansion>();
  const byKey = new Map<PersonKey, Person>();
  for (const { handle, phone, name } of people.values()) {
    if (!phone) continue;
    const person = { key: toPersonKey(phone), phone, handle, ...(name !== undefined && { name }) };
    byHandle.set(handle, toExpansion(person));
    if (!byKey.has(person.key)) byKey.set(person.key, person);
  }
  const toPerson = (phone: PhoneNumber): Person => {
    const key = toPersonKey(phone);
    const known = byKey.get(key);
    return known ? { ...known, phone } : { key, phone };
  };
  const expanded = new Map<string, Expansion>();
  const explain = toExplainer(parsed, report);
  const lookUp = (target: Target, span: Span): Expansion => {
    if (target.kind === 'lid') return { people: [], lids: [target.lid] };
    if (target.kind === 'phone') return toExpansion(toPerson(target.phone));
    const known = (target.kind === 'team' ? expanded : byHandle).get(target.name);
    return known ?? explain(target, span);
  };
  const expand = (entry: ListEntry): Expansion => limit(lookUp(entry.target, entry.span), entry);
  for (const team of orderTeams(teams, report)) expanded.set(team.name, expandTeam(team, expand, report));
  return { expand, toPerson };
}

/** An end on the way to a team ends what lies beyond it: the earliest on a way counts. */
function limit(expansion: Expansion, entry: ListEntry): Expansion {
  if (entry.until === undefined && !entry.byInvite) return expansion;
  const people = expansion.people.map((found) => {
    const until = toEarliest(found.until, entry.until);
    return {
      person: found.person,
      byInvite: found.byInvite || entry.byInvite,
      ...(until !== undefined && { until }),
    };
  });
  return { ...expansion, people };
}

function toEarliest(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a !== undefined && b !== undefined ? (a < b ? a : b) : (a ?? b);
}

/** The later of two ends, where no end is the latest of all. */
export function toLatest(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a === undefined || b === undefined ? undefined : a > b ? a : b;
}

/** All of a team, each person once, with the latest end over all ways. */
function expandTeam(
  team: ParsedTeam,
  expand: Directory['expand'],
  report: (code: MistakeCode, detail: string, span: Span) => void,
): Expansion {
  const people = new Map<string, Found>();
  const lids = new Set<Lid>();
  for (const entry of team.entries) {
    const expansion = expand(entry);
    for (const lid of expansion.lids) lids.add(lid);
    // By the spelling, not the key: one person in two spellings is a mistake of the group that has them.
    for (const found of expansion.people)
      people.set(found.person.phone, merge(people.get(found.person.phone), found));
    if (people.size + lids.size >= groupCapacity) {
      report(
        'too-many-people',
        `The team \`${team.name}\` has more people than fit into any group (${groupCapacity}, the account among them). Divide it.`,
        team.span,
      );
      break;
    }
  }
  return { people: [...people.values()], lids: [...lids] };
}

function merge(before: Found | undefined, found: Found): Found {
  if (!before) return found;
  const until = toLatest(before.until, found.until);
  return {
    person: before.person,
    byInvite: before.byInvite || found.byInvite,
    ...(until !== undefined && { until }),
  };
}

type Report = (code: MistakeCode, detail: string, span: Span) => void;
type Named = Target & { readonly kind: 'handle' | 'team' };

/** Looking for what was meant compares with everybody, so it is done for so many names and no more. */
const hintLimit = 200;

/** Says that a handle or team is unknown; silent for those that are known and have no usable number. */
function toExplainer(parsed: Parsed, report: Report): (target: Named, span: Span) => Expansion {
  const { people, teams } = parsed.people;
  const texts = new Map<string, string>();
  return (target, span) => {
    const isKnown = (target.kind === 'handle' ? people : teams).has(target.name);
    if (isKnown) return none;
    const key = `${target.kind} ${target.name}`;
    const text = texts.get(key) ?? toUnknown(target, parsed, texts.size < hintLimit);
    texts.set(key, text);
    report(target.kind === 'handle' ? 'unknown-handle' : 'unknown-team', text, span);
    return none;
  };
}

function toUnknown(target: Named, parsed: Parsed, withHint: boolean): string {
  const { people, teams } = parsed.people;
  if (target.kind === 'team') {
    const hint = withHint ? toHint(target.name, teams.keys(), (name) => `team:${name}`) : '';
    return `There is no team \`${target.name}\` in \`_people.yaml\`, so nobody is meant.${hint} Correct the name, or add the team under \`teams\`.`;
  }
  const nearest = withHint ? toHint(target.name, people.keys()) : '';
  const hint = teams.has(target.name) ? ` A team has this name: write \`team:${target.name}\`.` : nearest;
  return `There is no handle \`${target.name}\` in \`_people.yaml\`, so it is unknown who is meant.${hint} Correct the name, or add the person under \`people\`.`;
}
