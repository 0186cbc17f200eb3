import type { GroupFile, MemberFile, WorldFile } from '../../src/sandbox/world-file.ts';
import type { RawEntry, RawFiles, RawGroup, RawMode } from './raw-files.ts';
import { difference, intersection, union } from './sets.ts';

/**
 * What the world must look like after an apply, worked out from the prose of design sections 1, 5, 6 and 7 and from
 * nothing else: plain files and a plain world in, sets of numbers in between, a plain world out. It shares no code with
 * what it judges.
 *
 * People are named by the shortest spelling of their number, so that two spellings are one name.
 */
export interface Question {
  readonly files: RawFiles;
  readonly world: WorldFile;
  /** The calendar day, "2026-06-01". */
  readonly today: string;
  /** The name of the acting account, as the policy has it; "main" where it has one. */
  readonly account: string;
  /** Which subjects somebody approved; all without it. */
  readonly approved?: (subject: string) => boolean;
}

/** One change that is due. */
export interface Due {
  /** "<group id> <action> <number or setting>". */
  readonly subject: string;
  readonly group: string;
  readonly action: 'add' | 'promote' | 'demote' | 'remove' | 'set';
  /** The number by its name, or the setting. */
  readonly what: string;
  /** A removed member's role, or a setting's value. */
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface Expectation {
  /** All that is due, whether or not a limit objects. */
  readonly due: readonly Due[];
  /** What requests may ask for: due, approved, and nothing objects. */
  readonly allowed: ReadonlySet<string>;
  /** The groups as they must be afterwards. */
  readonly groups: readonly GroupFile[];
}

type People = ReadonlySet<string>;

/** Whom a file wants, each with the spelling that it has for them. */
interface Wanted {
  readonly spelling: ReadonlyMap<string, string>;
  /** Named in any list, whether or not their time is over. */
  readonly named: People;
  readonly members: People;
  readonly admins: People;
  readonly invitedOnly: People;
  /** Not wanted any more, or not as an admin, for no reason but a day. */
  readonly ended: People;
  readonly endedAsAdmin: People;
  readonly lids: ReadonlySet<string>;
}

/** A group as far as anybody can see. */
interface Seen {
  readonly people: People;
  readonly admins: People;
  /** Members who cannot be told, and how many of them are admins. */
  readonly unknown: readonly MemberFile[];
  readonly hides: boolean;
  readonly shared: People;
}

/** What is to happen in one group. */
interface Todo {
  readonly add: People;
  readonly promote: People;
  readonly demote: People;
  readonly remove: People;
  readonly settings: Partial<GroupFile>;
}

interface Case {
  readonly file: RawGroup;
  readonly group: GroupFile;
  readonly wanted: Wanted;
  readonly seen: Seen;
  readonly todo: Todo;
}

/** What must come of it. */
export function askOracle(question: Question): Expectation {
  const { files, world } = question;
  const own = Object.keys(files.groups)
    .toSorted()
    .map((name) => files.groups[name] as RawGroup)
    .filter(({ id, account }) => id !== undefined && (account ?? 'main') === question.account);
  const known = lookUp(own, question);
  const cases = own.flatMap((file): Case[] => {
    const group = world.groups.find(({ id }) => `${id}@g.us` === file.id);
    if (!group || !isReadable(group, question)) return [];
    const wanted = toWanted(file, question);
    const seen = look(group, wanted, known);
    return [{ file, group, wanted, seen, todo: toTodo({ file, group, wanted, seen }, known, question) }];
  });
  const due = cases.flatMap(toDue);
  const approved = cases.map((one) => approve(one, question)).filter((one) => !isRefused(one, question));
  const done = withinRun(approved, question);
  const changed = new Map(done.map((one) => [one.group.id, carryOut(one, question)]));
  return {
    due,
    allowed: new Set(done.flatMap(toDue).map(({ subject }) => subject)),
    groups: world.groups.map((group) => changed.get(group.id) ?? group),
  };
}

/** "the same person may be written differently" (section 5): the spelling without the digit that comes and goes. */
export function toName(number: string): string {
  const digits = number.replace(/\D/g, '');
  const rest = digits.slice(2);
  if (digits.startsWith('55') && rest.length === 11 && rest[2] === '9' && '6789'.includes(rest[3] ?? ''))
    return `55${rest.slice(0, 2)}${rest.slice(3)}`;
  if (digits.startsWith('52') && rest.length === 11 && rest.startsWith('1')) return `52${rest.slice(1)}`;
  if (digits.startsWith('54') && rest.length === 11 && rest.startsWith('9')) return `54${rest.slice(1)}`;
  return digits;
}

function toAccounts({ policy }: RawFiles): ReadonlyMap<string, string> {
  return new Map(Object.entries(policy.accounts ?? { main: policy.account ?? '' }));
}

function toOwn({ files, account }: Question): string {
  return toName(toAccounts(files).get(account) ?? '');
}

function isReadable(group: GroupFile, question: Question): boolean {
  return group.members.some(({ pn }) => toName(pn) === toOwn(question));
}

/** One way in which a list names somebody. */
interface Way {
  readonly number: string;
  readonly until: string;
  readonly invite: boolean;
}

const never = '9999-12-31';

function toNames(ways: readonly Way[]): People {
  return new Set(ways.map(({ number }) => toName(number)));
}

/** Section 1, "One person, several ways": every way, with the earliest end on it. */
function toWays(entry: RawEntry, files: RawFiles): Way[] {
  const word = typeof entry === 'string' ? entry : entry.person;
  const { until = never, by } = typeof entry === 'string' ? {} : entry;
  const limit = (way: Way): Way => ({
    number: way.number,
    until: way.until < until ? way.until : until,
    invite: way.invite || by === 'invite',
  });
  if (word.startsWith('lid:')) return [];
  if (word.startsWith('team:')) {
    const team = files.people.teams[word.slice(5)] ?? [];
    return team.flatMap((other) => toWays(other, files)).map(limit);
  }
  const number = (files.people.people[word] ?? word).replace(/\D/g, '');
  return [limit({ number, until: never, invite: false })];
}

function toWanted(file: RawGroup, { files, today }: Question): Wanted {
  const listed = (file.members ?? []).flatMap((entry) => toWays(entry, files));
  const leading = (file.admins ?? []).flatMap((entry) => toWays(entry, files));
  const all = [...listed, ...leading];
  const lasting = (ways: readonly Way[]) => toNames(ways.filter(({ until }) => until >= today));
  const words = [...(file.members ?? []), ...(file.admins ?? [])].map((entry) =>
    typeof entry === 'string' ? entry : entry.person,
  );
  return {
    spelling: new Map(all.map(({ number }) => [toName(number), number])),
    named: toNames(all),
    members: lasting(all),
    admins: lasting(leading),
    invitedOnly: toNames(all.filter(({ invite }) => invite)),
    ended: difference(toNames(all), lasting(all)),
    endedAsAdmin: difference(toNames(leading), lasting(leading)),
    lids: new Set(words.filter((word) => word.startsWith('lid:')).map((word) => word.slice(4))),
  };
}

/** Those whose LID a look-up has told, and the very number that was asked about. */
type Lookups = ReadonlyMap<string, string>;

/**
 * Section 5: "a desired person who is missing while somebody is unidentified is looked up", at most 20 people a run.
 * WhatsApp knows exactly one spelling, the one that the world has.
 */
function lookUp(own: readonly RawGroup[], question: Question): Lookups {
  const asked = new Map<string, string>();
  for (const file of own) {
    const group = question.world.groups.find(({ id }) => `${id}@g.us` === file.id);
    if (!group || !isReadable(group, question)) continue;
    const wanted = toWanted(file, question);
    const { people, shared, hides } = look(group, wanted, new Map());
    if (!hides) continue;
    const missing = difference(wanted.members, union(people, shared, wanted.invitedOnly));
    for (const name of [...missing].toSorted()) asked.set(name, wanted.spelling.get(name) ?? name);
  }
  const first = [...asked].slice(0, 20);
  return new Map(first.filter(([, number]) => isOnWhatsApp(number, question)));
}

function isOnWhatsApp(number: string, { world }: Question): boolean {
  const person = world.people.find(({ pn }) => pn === number);
  const isMember = world.groups.some((group) => group.members.some(({ pn }) => pn === number));
  return person ? person.registered !== false : isMember;
}

/** Who is there: by number, by a look-up, or not to be told. */
function look(group: GroupFile, wanted: Wanted, told: Lookups): Seen {
  const names = group.members.map(({ pn }) => toName(pn));
  const visible = group.members.filter(({ hidden }) => !hidden);
  const twice = visible.map(({ pn }) => toName(pn));
  const shared = new Set(twice.filter((name, at) => twice.indexOf(name) !== at));
  const seenDirectly = difference(new Set(twice), shared);
  const found = new Set(
    group.members.filter(({ hidden, pn }) => hidden && isTold(pn, told, wanted)).map(({ pn }) => toName(pn)),
  );
  const people = union(seenDirectly, found);
  const unknown = group.members.filter((_, at) => !people.has(names[at] ?? ''));
  return {
    people,
    shared,
    admins: new Set(
      group.members.filter(({ pn, role }) => role && people.has(toName(pn))).map(({ pn }) => toName(pn)),
    ),
    unknown,
    hides: unknown.some(({ hidden }) => hidden),
  };
}

/** Identified by a look-up: this file names them, and the LID that was told is that of this very number. */
function isTold(pn: string, told: Lookups, wanted: Wanted): boolean {
  return wanted.named.has(toName(pn)) && told.get(toName(pn)) === pn;
}

function toMode(file: RawGroup, key: 'members' | 'admins' | 'settings', { policy }: RawFiles): RawMode {
  const usual = policy.manage ?? 'additive';
  if (typeof file.manage === 'string') return file.manage;
  return key === 'settings' ? usual : (file.manage?.[key] ?? usual);
}

/** Sections 1 and 6: what is due, what no fact stands in the way of. */
function toTodo(one: Omit<Case, 'todo'>, known: Lookups, question: Question): Todo {
  const { group } = one;
  const nothing: Todo = { add: none, promote: none, demote: none, remove: none, settings: {} };
  const self = group.members.find(({ pn }) => toName(pn) === toOwn(question));
  if (!self?.role || group.suspended) return nothing;
  const settings = toSettings(one, question);
  if (group.parent || group.default_sub) return { ...nothing, settings };
  return { ...toPeople(one, known, question), settings };
}

const none: People = new Set();

function toPeople(one: Omit<Case, 'todo'>, known: Lookups, question: Question): Omit<Todo, 'settings'> {
  const { file, wanted, seen } = one;
  const members = toMode(file, 'members', question.files);
  const admins = toMode(file, 'admins', question.files);
  const untouchable = findUntouchable(one, question);
  const addMode = file.members ? members : admins;
  const missing = difference(wanted.members, union(seen.people, seen.shared));
  // Nobody hides: missing is missing. Somebody does: only who was looked up is.
  const proven = seen.hides ? intersection(missing, new Set(known.keys())) : missing;
  const add = addMode === 'observe' ? none : difference(proven, wanted.invitedOnly);
  const plain = difference(seen.people, seen.admins);
  const listedByLid = findByLid(one, question);
  const mayRise = union(difference(plain, listedByLid), add);
  const promote = file.admins && admins !== 'observe' ? intersection(wanted.admins, mayRise) : none;
  const strangers = difference(seen.people, wanted.members, untouchable);
  const tooHigh = difference(intersection(seen.admins, wanted.members), wanted.admins, untouchable);
  const isWhole = file.members !== undefined && file.admins !== undefined;
  const isWholeExact = isWhole && members === 'exact' && admins === 'exact';
  const removePlain = file.members && members === 'exact' ? intersection(strangers, plain) : none;
  const removeAdmins = isWholeExact ? intersection(strangers, seen.admins) : none;
  const demote =
    file.admins && admins === 'exact'
      ? difference(union(tooHigh, intersection(strangers, seen.admins)), removeAdmins)
      : none;
  return { add, promote, demote, remove: union(removePlain, removeAdmins) };
}

/** "Always kept as they are": the accounts, the owner; the protected; and whom the file knows by LID. */
function findUntouchable(one: Omit<Case, 'todo'>, question: Question): People {
  const { files } = question;
  const accounts = [...toAccounts(files).values()].map(toName);
  const guarded = (files.policy.protected ?? []).flatMap((entry) => toWays(entry, files));
  return union(
    new Set(accounts),
    new Set(guarded.map(({ number }) => toName(number))),
    new Set(one.group.members.filter(({ pn }) => isOwner(pn, one.group)).map(({ pn }) => toName(pn))),
    findByLid(one, question),
  );
}

function isOwner(pn: string, group: GroupFile): boolean {
  const member = group.members.find((other) => other.pn === pn);
  return member?.role === 'superadmin' || toName(group.owner) === toName(pn);
}

function findByLid({ wanted, group }: Omit<Case, 'todo'>, { world }: Question): People {
  const inside = new Set(group.members.map(({ pn }) => pn));
  const known = world.people.filter(({ pn, lid }) => inside.has(pn) && lid && wanted.lids.has(lid));
  return new Set(known.map(({ pn }) => toName(pn)));
}

/** Text "compared with CRLF as LF, without trailing newlines, NFC; and sent as compared". */
function toText(text: string): string {
  return text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n+$/, '');
}

const seconds: Readonly<Record<string, number>> = {
  off: 0,
  '24h': 24 * 3600,
  '7d': 7 * 24 * 3600,
  '90d': 90 * 24 * 3600,
};

function toSettings({ file, group }: Omit<Case, 'todo'>, { files }: Question): Partial<GroupFile> {
  if (toMode(file, 'settings', files) === 'observe') return {};
  const { name, topic, announce, locked, disappearing } = file;
  const isNew = name !== undefined && toText(name) !== toText(group.subject);
  const fits = name !== undefined && Buffer.byteLength(toText(name)) <= 25;
  const isOtherTopic = topic !== undefined && toText(topic) !== toText(group.desc ?? '');
  const isFrozen = group.desc_id === 'undefined';
  const mayAnnounce = !group.parent && !group.default_sub;
  const timer = seconds[disappearing ?? ''];
  return {
    ...(isNew && fits && { subject: toText(name) }),
    ...(isOtherTopic && !isFrozen && { desc: toText(topic) }),
    ...(announce !== undefined && mayAnnounce && announce !== (group.announce ?? false) && { announce }),
    ...(locked !== undefined && locked !== (group.locked ?? false) && { locked }),
    ...(timer !== undefined && timer !== (group.ephemeral ?? 0) && { ephemeral: timer }),
  };
}

const wordFor: Readonly<Record<string, string>> = {
  subject: 'name',
  desc: 'topic',
  ephemeral: 'disappearing',
};

function toDue({ group, todo, seen }: Case): Due[] {
  const { settings, ...people } = todo;
  const who = Object.entries(people).flatMap(([action, names]) =>
    [...names].map((what) => ({ action: action as Due['action'], what, before: toRole(what, seen) })),
  );
  const what = Object.entries(settings).map(([key, after]) => ({
    action: 'set' as const,
    what: wordFor[key] ?? key,
    before: toValue(group[key as keyof GroupFile], after),
    after,
  }));
  return [...who, ...what].map((due) => ({
    ...due,
    group: group.id,
    subject: `${group.id} ${due.action} ${due.what}`,
  }));
}

function toRole(name: string, { admins }: Seen): 'admin' | 'member' {
  return admins.has(name) ? 'admin' : 'member';
}

/** A setting as it is before; one that the world leaves out is off or empty. */
function toValue(value: unknown, after: unknown): unknown {
  if (typeof after === 'string') return toText(typeof value === 'string' ? value : '');
  return value ?? (typeof after === 'number' ? 0 : false);
}

/** What somebody approved, and what a reviewed day alone asks for; a promotion goes with the add that it needs. */
function approve(one: Case, { approved = () => true }: Question): Case {
  const { group, todo, wanted, seen } = one;
  const isApproved = (action: string, name: string) => approved(`${group.id} ${action} ${name}`);
  const keep = (action: string, names: People) =>
    new Set([...names].filter((name) => isApproved(action, name)));
  const byDate = union(
    intersection(todo.remove, wanted.ended),
    intersection(todo.demote, wanted.endedAsAdmin),
  );
  const add = keep('add', todo.add);
  const settings = Object.entries(todo.settings).filter(([key]) => isApproved('set', wordFor[key] ?? key));
  return {
    ...one,
    todo: {
      add,
      promote: intersection(keep('promote', todo.promote), union(seen.people, add)),
      demote: union(keep('demote', todo.demote), intersection(todo.demote, byDate)),
      remove: union(keep('remove', todo.remove), intersection(todo.remove, byDate)),
      settings: Object.fromEntries(settings),
    },
  };
}

const kinds = ['removals', 'demotions', 'promotions', 'adds'] as const;
type Kind = (typeof kinds)[number];

function countKind({ todo, seen }: Case, kind: Kind): number {
  if (kind === 'adds') return todo.add.size;
  if (kind === 'promotions') return todo.promote.size;
  if (kind === 'removals') return todo.remove.size;
  return todo.demote.size + intersection(todo.remove, seen.admins).size;
}

function findAllowed({ file }: Case, kind: Kind, { today }: Question): number | undefined {
  return file.allow && file.allow.until >= today ? file.allow[kind] : undefined;
}

/** Section 6, "Refusal", for one group. */
function isRefused(one: Case, question: Question): boolean {
  const { limits = {} } = question.files.policy;
  const others = one.group.members.length - 1;
  const percent = Number.parseInt(limits.removals?.group ?? '10%', 10);
  const usual: Record<Kind, number> = {
    removals: Math.max(limits.removals?.floor ?? 3, Math.floor((percent * others) / 100)),
    demotions: limits.demotions?.group ?? 2,
    promotions: limits.promotions?.group ?? 2,
    adds: limits.adds?.group ?? 100,
  };
  const isTooMuch = kinds.some(
    (kind) => countKind(one, kind) > (findAllowed(one, kind, question) ?? usual[kind]),
  );
  return isTooMuch || isEmptied(one, one.todo.add, question) || hasTooFewAdmins(one, question);
}

/** "An emptied list is refused unless `allow.removals` covers it": the file's, or the group's. */
function isEmptied(one: Case, joining: People, question: Question): boolean {
  const { file, group, wanted, seen, todo } = one;
  if (todo.remove.size <= (findAllowed(one, 'removals', question) ?? 0)) return false;
  const isListEmpty = file.members !== undefined && wanted.members.size === 0 && wanted.lids.size === 0;
  const accounts = new Set([...toAccounts(question.files).values()].map(toName));
  const keptUnlisted = [...seen.people].filter((name) => {
    const member = group.members.find(({ pn }) => toName(pn) === name);
    return member && isOwner(member.pn, group) && !wanted.named.has(name);
  });
  const left = difference(union(seen.people, joining), todo.remove, accounts, new Set(keptUnlisted));
  return isListEmpty || (left.size === 0 && seen.unknown.length === 0);
}

/** Admins without the accounts, those among them who cannot be told. */
function countAdmins({ seen }: Case, { files }: Question): number {
  const accounts = new Set([...toAccounts(files).values()].map(toName));
  return difference(seen.admins, accounts).size + seen.unknown.filter(({ role }) => role).length;
}

function toFewest({ files }: Question): number {
  return files.policy.limits?.admins?.min ?? 1;
}

function countLeaving({ todo, seen }: Case): number {
  return todo.demote.size + intersection(todo.remove, seen.admins).size;
}

function hasTooFewAdmins(one: Case, question: Question): boolean {
  const before = countAdmins(one, question);
  const accounts = new Set([...toAccounts(question.files).values()].map(toName));
  const after = before + difference(one.todo.promote, accounts).size - countLeaving(one);
  return after < before && after < toFewest(question);
}

/** "A run's limit refuses that kind of change in the whole run"; what is allowed in a group does not count toward it. */
function withinRun(cases: readonly Case[], question: Question): Case[] {
  const { limits = {} } = question.files.policy;
  const most: Record<Kind, number> = {
    removals: limits.removals?.run ?? 20,
    demotions: limits.demotions?.run ?? 5,
    promotions: limits.promotions?.run ?? 10,
    adds: limits.adds?.run ?? 300,
  };
  const refused = new Set(
    kinds.filter((kind) => {
      const counted = cases.filter((one) => findAllowed(one, kind, question) === undefined);
      return counted.reduce((sum, one) => sum + countKind(one, kind), 0) > most[kind];
    }),
  );
  return cases.map((one) => ({ ...one, todo: without(one, refused) }));
}

function without({ todo, seen }: Case, refused: ReadonlySet<Kind>): Todo {
  const removable = refused.has('demotions') ? difference(todo.remove, seen.admins) : todo.remove;
  return {
    ...todo,
    add: refused.has('adds') ? none : todo.add,
    promote: refused.has('promotions') ? none : todo.promote,
    demote: refused.has('demotions') ? none : todo.demote,
    remove: refused.has('removals') ? none : removable,
  };
}

/** Section 7, and what WhatsApp lets happen. */
function carryOut(one: Case, question: Question): GroupFile {
  const { todo, seen, wanted } = one;
  const joined = new Set(
    [...todo.add].filter((name) => mayJoin(wanted.spelling.get(name) ?? name, one, question)),
  );
  const reachable = new Set([...seen.people].filter((name) => isOnWhatsApp(toNumber(name, one), question)));
  const promoted = intersection(todo.promote, union(reachable, joined));
  const takers = whoMayBeTaken(one, promoted, question);
  const taken: Case = { ...one, todo: { ...todo, remove: intersection(todo.remove, takers) } };
  const isEmpty = isEmptied(taken, joined, question);
  const removed = isEmpty ? none : intersection(todo.remove, takers, reachable);
  const demoted = isEmpty ? none : intersection(todo.demote, takers, reachable);
  return toGroup(one, { joined, promoted, removed, demoted });
}

/** While some promotion did not come about, an admin is taken only where enough are left without it. */
function whoMayBeTaken(one: Case, promoted: People, question: Question): People {
  const { todo, seen } = one;
  const all = union(todo.demote, todo.remove);
  const left = countAdmins(one, question) + promoted.size - countLeaving(one);
  const isSafe = promoted.size === todo.promote.size || left >= toFewest(question);
  return isSafe ? all : difference(all, seen.admins);
}

function toNumber(name: string, { group }: Case): string {
  return group.members.find(({ pn }) => toName(pn) === name)?.pn ?? name;
}

function mayJoin(number: string, { group }: Case, question: Question): boolean {
  const person = question.world.people.find(({ pn }) => pn === number);
  const isWilling = !person?.privacy && !person?.recently_left?.includes(group.id);
  return isOnWhatsApp(number, question) && isWilling && group.members.length < (group.capacity ?? 1025);
}

interface Happened {
  readonly joined: People;
  readonly promoted: People;
  readonly removed: People;
  readonly demoted: People;
}

function toGroup({ group, todo, wanted }: Case, { joined, promoted, removed, demoted }: Happened): GroupFile {
  const before = group.members.map((member) => ({ ...member, name: toName(member.pn) }));
  const after = [...joined].map((name) => ({ pn: wanted.spelling.get(name) ?? name, name, role: undefined }));
  const members = [...before, ...after]
    .filter(({ name }) => !removed.has(name))
    .map(({ name, ...member }): MemberFile => {
      if (demoted.has(name)) return { ...member, role: undefined };
      return promoted.has(name) ? { ...member, role: member.role ?? 'admin' } : member;
    });
  return { ...group, ...todo.settings, members };
}
