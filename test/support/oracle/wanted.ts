import type { RawEntry, RawFiles, RawGroup, RawMode } from '../raw-files.ts';
import type { People, Question, Wanted } from './question.ts';

/** One person, two spellings (docs/files.md#people-and-teams): the one without the digit that comes and goes. */
export function toName(number: string): string {
  const name = names.get(number) ?? findName(number);
  names.set(number, name);
  return name;
}

/** Kept, since the same few hundred are asked for a million times. */
const names = new Map<string, string>();

function findName(number: string): string {
  const digits = number.replace(/\D/g, '');
  const rest = digits.slice(2);
  if (digits.startsWith('55') && rest.length === 11 && rest[2] === '9' && '6789'.includes(rest[3] ?? ''))
    return `55${rest.slice(0, 2)}${rest.slice(3)}`;
  if (digits.startsWith('52') && rest.length === 11 && rest.startsWith('1')) return `52${rest.slice(1)}`;
  if (digits.startsWith('54') && rest.length === 11 && rest.startsWith('9')) return `54${rest.slice(1)}`;
  if (/^22901[2-9]\d{7}$/.test(digits)) return `229${digits.slice(5)}`;
  return /^225\d{8}$/.test(digits) ? toIvorian(digits.slice(3)) : digits;
}

/** Of Côte d'Ivoire the longer form: the second digit says whose the number was, and that the prefix. */
function toIvorian(old: string): string {
  const operator = '01 05 07'.split(' ')[Math.floor(Math.max(Number(old[1]) - 1, 0) / 3)] ?? '';
  return `225${operator}${old}`;
}

export function toAccounts({ policy }: RawFiles): ReadonlyMap<string, string> {
  return new Map(Object.entries(policy.accounts ?? { main: policy.account ?? '' }));
}

export function toOwn({ files, account }: Question): string {
  return toName(toAccounts(files).get(account) ?? '');
}

/** One way in which a list names somebody. */
interface Way {
  readonly number: string;
  readonly from: string;
  readonly until: string;
  readonly invite: boolean;
  readonly readd?: string;
}

const never = '9999-12-31';
const ever = '0000-01-01';

function toNames(ways: readonly Way[]): People {
  return new Set(ways.map(({ number }) => toName(number)));
}

/** One person, several ways (docs/files.md#a-group): every way, with the latest beginning and the earliest end on it. */
export function toWays(entry: RawEntry, files: RawFiles): Way[] {
  const word = typeof entry === 'string' ? entry : entry.person;
  const { from = ever, until = never, by, readd } = typeof entry === 'string' ? {} : entry;
  const limit = (way: Way): Way => ({
    ...way,
    from: toLater(way.from, from),
    until: toEarlier(way.until, until),
    invite: way.invite || by === 'invite',
    ...(readd !== undefined && { readd }),
  });
  if (word.startsWith('lid:')) return [];
  if (word.startsWith('team:')) {
    return narrow(entry, toTeam(word, files), files).map(limit);
  }
  const number = (files.people.people[word] ?? word).replace(/\D/g, '');
  return [limit({ number, from: ever, until: never, invite: false })];
}

function toTeam(word: string, files: RawFiles): Way[] {
  return (files.people.teams[word.slice(5)] ?? []).flatMap((other) => toWays(other, files));
}

/** Part of a team (docs/files.md#a-group): all of it but some, or only those of another one, on the days of both. */
function narrow(entry: RawEntry, ways: readonly Way[], files: RawFiles): Way[] {
  if (typeof entry === 'string') return [...ways];
  const out = toNames((entry.except ?? []).flatMap((word) => toWays(word, files)));
  const kept = ways.filter(({ number }) => !out.has(toName(number)));
  const other = entry['also-in'];
  if (other === undefined) return kept;
  const there = toTeam(other, files);
  return kept.flatMap((way) => {
    const same = there.filter(({ number }) => toName(number) === toName(way.number));
    const from = same.map((one) => one.from).toSorted()[0];
    const until = same
      .map((one) => one.until)
      .toSorted()
      .at(-1);
    if (from === undefined || until === undefined) return [];
    const both = {
      ...way,
      from: toLater(from, way.from),
      until: toEarlier(until, way.until),
    };
    return both.from <= both.until ? [both] : [];
  });
}

/** Made once for each question: nothing changes a question. */
export function toWanted(file: RawGroup, question: Question): Wanted {
  const known = wanted.get(question) ?? new Map<RawGroup, Wanted>();
  wanted.set(question, known);
  const found = known.get(file) ?? findWanted(file, question);
  known.set(file, found);
  return found;
}

const wanted = new WeakMap<Question, Map<RawGroup, Wanted>>();

function findWanted(file: RawGroup, { files, today }: Question): Wanted {
  const listed = (file.members ?? []).flatMap((entry) => toWays(entry, files));
  const leading = (file.admins ?? []).flatMap((entry) => toWays(entry, files));
  const all = [...listed, ...leading];
  const words = [...(file.members ?? []), ...(file.admins ?? [])].map((entry) =>
    typeof entry === 'string' ? entry : entry.person,
  );
  return {
    spelling: new Map(all.map(({ number }) => [toName(number), number])),
    named: toNames(all),
    members: findLasting(all, today),
    admins: findLasting(leading, today),
    early: { members: findEarly(all, today), admins: findEarly(leading, today) },
    begun: { members: toFirstDays(all), admins: toFirstDays(leading) },
    ended: { members: findEnded(all, today), admins: findEnded(leading, today) },
    invitedOnly: toNames(all.filter(({ invite }) => invite)),
    readd: new Map(all.flatMap(({ number, readd }) => (readd ? [[toName(number), readd] as const] : []))),
    lids: new Set(words.filter((word) => word.startsWith('lid:')).map((word) => word.slice(4))),
  };
}

const toEarlier = (day: string, other: string) => (other < day ? other : day);
const toLater = (day: string, other: string) => (other > day ? other : day);

/** The first day of each: of several the earliest; whoever has none on some way has none. */
function toFirstDays(ways: readonly Way[]): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { number, from } of ways) {
    const name = toName(number);
    days.set(name, toEarlier(days.get(name) ?? from, from));
  }
  return new Map([...days].filter(([, from]) => from !== ever));
}

/** Those whose first day is still to come. */
function findEarly(ways: readonly Way[], today: string): People {
  return new Set([...toFirstDays(ways)].filter(([, from]) => from > today).map(([name]) => name));
}

/** Those who are meant today: begun, and not over; between two ways nobody leaves. */
function findLasting(ways: readonly Way[], today: string): People {
  const [over, early] = [findEnded(ways, today), findEarly(ways, today)];
  return new Set([...toNames(ways)].filter((name) => !over.has(name) && !early.has(name)));
}

/** Dates (docs/files.md#a-group): a membership ends with the latest of all ways, the admin role with the latest of those in `admins`. */
function findEnded(ways: readonly Way[], today: string): ReadonlyMap<string, string> {
  const ends = new Map<string, string>();
  for (const { number, until } of ways) {
    const name = toName(number);
    ends.set(name, toLater(ends.get(name) ?? until, until));
  }
  return new Map([...ends].filter(([, until]) => until < today));
}

export function toMode(
  file: RawGroup,
  key: 'members' | 'admins' | 'settings',
  { policy }: RawFiles,
): RawMode {
  const usual = policy.manage ?? 'additive';
  if (typeof file.manage === 'string') return file.manage;
  return key === 'settings' ? usual : (file.manage?.[key] ?? usual);
}
