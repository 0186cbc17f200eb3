import type { Diagnostic, Span } from '../../domain/diagnostic.ts';
import { groupCapacity } from '../../domain/whatsapp-facts.ts';
import { toPersonKey } from '../../domain/people/person-key.ts';
import { toEverybody } from '../../domain/people/everybody.ts';
import type { Lid, Person, PersonKey, PhoneNumber } from '../../domain/people/person.ts';
import { maskPhone } from '../../safe/mask.ts';
import { findAllNamed, findEntries } from '../all-entries.ts';
import type { ListEntry, Named } from '../groups/list-entry.ts';
import type { Target } from '../groups/target.ts';
import { toHint } from '../hints.ts';
import { isAboutPeople, peopleFolder } from '../layout.ts';
import { toMistake } from '../mistake.ts';
import type { MistakeCode } from '../mistake.ts';
import type { Parsed } from '../parse.ts';
import type { Expansion, Found } from './expansion.ts';
import { none } from './expansion.ts';
import type { LookUp } from './narrow.ts';
import { narrow, toFound } from './narrow.ts';
import { hasSecretNumber } from './parse-people.ts';
import type { ParsedPerson, ParsedTeam } from './parse-people.ts';
import { findSecretPlaces } from '../sops/read-only.ts';
import { findNumber } from '../sealed/stand-in.ts';
import { orderTeams } from './teams.ts';
import { isNever, meet, span } from './term.ts';
import type { Term } from './term.ts';

/** Who is meant by what the files say. */
export interface Directory {
  /**
   * Whom an entry stands for: one person, one LID, or all of a team with its ends. Nobody where that is unknown, which is
   * reported each time.
   */
  readonly expand: (entry: ListEntry) => Expansion;
  /** Whom `expand` found, without a report. */
  readonly recall: (entry: ListEntry) => Expansion;
  /** The one person whom a word without a condition means; undefined for any other, and for whoever is not known. */
  readonly findOne: (entry: ListEntry) => Person | undefined;
  /** Their number, in the spelling of the entry or of the file of people. */
  readonly findNumber: (entry: ListEntry) => PhoneNumber | undefined;
  /** Everybody in the files of people, and everybody whom any list names by number. */
  readonly people: ReadonlyMap<PersonKey, Person>;
}

function toExpansion(person: Person): Expansion {
  return { people: [{ person, byInvite: false }], lids: none.lids };
}

function toKnown(parsed: ParsedPerson): Person | undefined {
  const phone = findNumber(parsed);
  if (!phone) return undefined;
  const { handle, name } = parsed;
  return {
    key: toPersonKey(phone),
    phone,
    handle,
    ...(name !== undefined && { name }),
    ...(hasSecretNumber(parsed) && { isSealed: true }),
  };
}

/** Looks up everybody. Unknown handles and teams, and teams that contain themselves, are reported once for each place. */
export function toDirectory(parsed: Parsed, diagnostics: Diagnostic[]): Directory {
  const { byHandle, lids, byKey } = toBook(parsed);
  const report: Report = (code, detail, place) => void diagnostics.push(toMistake(code, detail, place));
  const toPerson = toPersonFinder(byKey);
  const teams = new Map<string, Expansion>();
  const find: Find = ({ target }) => {
    if (target.kind === 'lid') return { people: [], lids: [target.lid] };
    if (target.kind === 'phone') return toExpansion(toPerson(target.phone));
    if (target.kind === 'team') return teams.get(target.name);
    const person = byHandle.get(target.name);
    return person ? toExpansion(person) : lids.get(target.name);
  };
  const explain = toExplainer(parsed, report);
  const expand = toExpand((named) => find(named) ?? explain(named), report);
  const recall = toExpand((named) => find(named) ?? none, inSilence);
  const findOne = (entry: ListEntry): Person | undefined => {
    const { target } = entry;
    if (isConditional(entry)) return undefined;
    if (target.kind === 'phone') return toPerson(target.phone);
    return target.kind === 'handle' ? byHandle.get(target.name) : undefined;
  };
  const findNumber = (entry: ListEntry): PhoneNumber | undefined => {
    const { target } = entry;
    if (isConditional(entry)) return undefined;
    if (target.kind === 'phone') return target.phone;
    return target.kind === 'handle' ? byHandle.get(target.name)?.phone : undefined;
  };
  for (const team of orderTeams(parsed.people.teams, report))
    teams.set(team.name, expandTeam(team, expand, report));
  const findOthers = () => findByNumber(parsed).map(toPerson);
  return { expand, recall, findOne, findNumber, people: toEverybody(byKey, findOthers) };
}

/** Everybody in the files of people: whom a handle means, by number or by LID, and who has a number, those of teams that are secret among them. */
function toBook(parsed: Parsed) {
  const byHandle = new Map<string, Person>();
  const lids = new Map<string, Expansion>();
  const byKey = new Map<PersonKey, Person>();
  for (const parsedPerson of parsed.people.people.values()) {
    const { handle, lid } = parsedPerson;
    if (lid) lids.set(handle, { people: none.people, lids: [lid] });
    const person = toKnown(parsedPerson);
    if (!person) continue;
    byHandle.set(handle, person);
    if (!byKey.has(person.key)) byKey.set(person.key, person);
  }
  for (const phone of findSecretNumbers(parsed)) {
    const key = toPersonKey(phone);
    if (!byKey.has(key)) byKey.set(key, { key, phone, isSealed: true });
  }
  return { byHandle, lids, byKey };
}

/** Finds the person with a number, in its spelling: with the handle of whoever has it in the files of people. */
function toPersonFinder(byKey: ReadonlyMap<PersonKey, Person>): (phone: PhoneNumber) => Person {
  return (phone) => {
    const key = toPersonKey(phone);
    const known = byKey.get(key);
    if (!known) return { key, phone };
    return known.phone === phone ? known : { ...known, phone };
  };
}

/** Every number that stands in a list. */
function findByNumber(parsed: Parsed): PhoneNumber[] {
  const named = findAllNamed(findEntries(parsed));
  return named.flatMap(({ target }) => (target.kind === 'phone' ? target.phone : []));
}

/** True where an entry says more than whom it means. */
function isConditional({ from, until, readd, byInvite }: ListEntry): boolean {
  return byInvite || (from ?? until ?? readd) !== undefined;
}

type Find = (named: Named) => Expansion | undefined;

function toExpand(lookUp: LookUp, report: Report): Directory['expand'] {
  return (entry) => limit(narrow(lookUp(entry), entry, lookUp, report), entry, report);
}

/** Numbers that teams have in files which whoever reads the repository cannot read. */
function findSecretNumbers({ people, sources }: Parsed): readonly PhoneNumber[] {
  const isSecret = findSecretPlaces(sources);
  const entries = [...people.teams.values()].flatMap((team) => team.entries);
  const own = entries.filter(({ span: place }) => isSecret(place));
  return own.flatMap(({ target }) => (target.kind === 'phone' ? target.phone : []));
}

/** Days on the way to a team limit what lies beyond it: the latest beginning and the earliest end on a way count. */
function limit(expansion: Expansion, entry: ListEntry, report: Report): Expansion {
  if (entry.from === undefined && entry.until === undefined && !entry.byInvite) return expansion;
  let isSaid = isNever(entry);
  const people = expansion.people.flatMap((found): Found[] => {
    const term = meet(found, entry);
    if (!isNever(term)) return [toFound({ ...found, byInvite: found.byInvite || entry.byInvite }, term)];
    if (!isSaid) report('no-day', toNoDay(found, term), entry.span);
    isSaid = true;
    return [];
  });
  return { ...expansion, people };
}

function toNoDay({ person }: Found, { from, until }: Term): string {
  const who = person.handle === undefined ? maskPhone(person.phone) : `\`${person.handle}\``;
  return `The dates here and in the team leave ${who} no day: the first is ${from}, the last ${until}. Correct one of them.`;
}

/** All of a team, each person once, with the latest end over all ways. */
function expandTeam(team: ParsedTeam, expand: Directory['expand'], report: Report): Expansion {
  const people = new Map<string, Found>();
  const lids = new Set<Lid>();
  for (const entry of team.entries) {
    const expansion = expand(entry);
    for (const lid of expansion.lids) lids.add(lid);
    // By the spelling, not the key: one person in two spellings is a mistake of the group that has them.
    const { sheet } = entry;
    for (const found of expansion.people) {
      const way = sheet === undefined ? found : { ...found, sheet };
      people.set(found.person.phone, merge(people.get(found.person.phone), way));
    }
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
  const byInvite = before.byInvite || found.byInvite;
  const sheet = found.sheet === undefined ? undefined : before.sheet;
  const { person } = before;
  return { person, byInvite, ...(sheet !== undefined && { sheet }), ...span(before, found) };
}

type Report = (code: MistakeCode, detail: string, place: Span) => void;
type Word = Target & { readonly kind: 'handle' | 'team' };

function inSilence(): void {
  // What is wrong was reported when the entry was looked up first.
}

/** Looking for what was meant compares with everybody, so it is done for so many names and no more. */
const hintLimit = 200;

/** Says that a handle or team is unknown; silent for those that are known and have no usable number. */
function toExplainer(parsed: Parsed, report: Report): (named: Named) => Expansion {
  const { people, teams } = parsed.people;
  const texts = new Map<string, string>();
  return ({ target, span: place }) => {
    if (target.kind !== 'handle' && target.kind !== 'team') return none;
    const isKnown = (target.kind === 'handle' ? people : teams).has(target.name);
    if (isKnown) return none;
    const key = `${target.kind} ${target.name}`;
    const text = texts.get(key) ?? toUnknown(target, parsed, texts.size < hintLimit);
    texts.set(key, text);
    report(target.kind === 'handle' ? 'unknown-handle' : 'unknown-team', text, place);
    return none;
  };
}

/** Where handles and teams are looked up. */
function toFiles({ sources }: Parsed): string {
  const isFolder = sources.files.some(
    ({ path }) => path.startsWith(`${peopleFolder}/`) && isAboutPeople(path),
  );
  const outside = (sources.outside ?? []).map(({ file }) => ` and \`${file}\``).join('');
  return (isFolder ? `\`_people.yaml\` and \`${peopleFolder}/\`` : '`_people.yaml`') + outside;
}

function toUnknown(target: Word, parsed: Parsed, withHint: boolean): string {
  const { people, teams } = parsed.people;
  if (target.kind === 'team') {
    const hint = withHint ? toHint(target.name, teams.keys(), (name) => `team:${name}`) : '';
    return `There is no team \`${target.name}\` in ${toFiles(parsed)}, so nobody is meant.${hint} Correct the name, or add the team under \`teams\`.`;
  }
  const nearest = withHint ? toHint(target.name, people.keys()) : '';
  const hint = teams.has(target.name) ? ` A team has this name: write \`team:${target.name}\`.` : nearest;
  // A file that lies elsewhere is easily not named.
  const isMissed = withHint && hint === '' && !parsed.sources.outside;
  const missed = isMissed
    ? ' Where people are kept outside of the repository, name their file: `--people FILE`.'
    : '';
  return `There is no handle \`${target.name}\` in ${toFiles(parsed)}, so it is unknown who is meant.${hint} Correct the name, or add the person under \`people\`.${missed}`;
}
