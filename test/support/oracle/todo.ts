import type { GroupFile } from '../../../src/sandbox/world-file.ts';
import type { RawFiles, RawGroup } from '../raw-files.ts';
import { difference, intersection, none, union } from '../sets.ts';
import { findFormer, findLeft, hasOtherLid, findStanding, findSurelyMissing } from './memory.ts';
import type { Case, Lookups, People, Question, Todo } from './question.ts';
import { toSettings } from './settings-due.ts';
import { findSelf } from './seen.ts';
import { toAccounts, toMode, toName, toWays } from './wanted.ts';

/** Sections 1 and 6: what is due, what no fact stands in the way of. */
export function toTodo(one: Omit<Case, 'todo'>, known: Lookups, question: Question): Todo {
  const { group } = one;
  const nobody = { add: none, promote: none, demote: none, remove: none, invite: none };
  const nothing: Todo = { ...nobody, settings: {}, renew: false };
  const self = findSelf(group, question);
  if (!self?.role || group.suspended) return nothing;
  const settings = toSettings(one, question);
  if (group.parent || group.default_sub) return { ...nothing, settings };
  const people = toPeople(one, known, question);
  return { ...people, settings, renew: mayRenew(one, question) && people.remove.size > 0 };
}

/** Where the policy asks for it, and the file has a say in who is there. */
function mayRenew({ file }: Omit<Case, 'todo'>, { files }: Question): boolean {
  return files.policy.link?.renew === 'after-removals' && toMode(file, 'members', files) !== 'observe';
}

function toPeople(
  one: Omit<Case, 'todo'>,
  known: Lookups,
  question: Question,
): Omit<Todo, 'settings' | 'renew'> {
  const { file, wanted, seen, asking } = one;
  const members = toMode(file, 'members', question.files);
  const admins = toMode(file, 'admins', question.files);
  const untouchable = findUntouchable(one, question);
  const addMode = file.members ? members : admins;
  const missing = difference(wanted.members, union(seen.people, seen.shared));
  const alike = findAlike(one, union(missing, difference(wanted.early.members, seen.people)));
  // Nobody hides: missing is missing. Somebody does: only who was looked up is.
  const sure = union(new Set(known.told.keys()), findSurelyMissing(missing, one.group, question));
  const asked = intersection(missing, new Set(asking.people.keys()));
  const proven = seen.hides ? intersection(missing, sure) : missing;
  const { left } = findLeft(one.group, wanted, question);
  // Whoever asks comes by their own wish: that they left, or are only to be invited, stands in nobody's way.
  const byLink = isByLink(file, question) ? proven : wanted.invitedOnly;
  const willing = union(difference(proven, byLink, left), asked);
  const others = union(asking.shared, asking.renumbered);
  const away = union(alike.missing, findStanding(one.group, question), others);
  const add = addMode === 'observe' ? none : difference(willing, away);
  const coming = difference(intersection(proven, byLink), left, asked, away);
  const invite = addMode === 'observe' ? none : coming;
  const plain = difference(seen.people, seen.admins);
  const listedByLid = findByLid(one, question);
  const doubtful = new Set([...plain].filter((name) => hasOtherLid(name, seen.lids.get(name), question)));
  const mayRise = union(difference(plain, listedByLid, doubtful), add);
  const promote = file.admins && admins !== 'observe' ? intersection(wanted.admins, mayRise) : none;
  // Who came early is not sent away, and is no admin for it.
  const { early } = wanted;
  const strangers = difference(seen.people, wanted.members, early.members, untouchable, alike.there);
  const inside = intersection(seen.admins, union(wanted.members, early.members));
  const tooHigh = difference(inside, wanted.admins, early.admins, untouchable);
  const isWhole = file.members !== undefined && file.admins !== undefined;
  const isWholeExact = isWhole && members === 'exact' && admins === 'exact';
  const removePlain = file.members && members === 'exact' ? intersection(strangers, plain) : none;
  const removeAdmins = isWholeExact ? intersection(strangers, seen.admins) : none;
  const demote =
    file.admins && admins === 'exact'
      ? difference(union(tooHigh, intersection(strangers, seen.admins)), removeAdmins)
      : none;
  return { add, promote, demote, remove: union(removePlain, removeAdmins), invite };
}

/** True where nobody is added: whoever is missing comes by the link. */
function isByLink(file: RawGroup, { files }: Question): boolean {
  return (file['new-members'] ?? files.policy['new-members'] ?? 'add') === 'invite';
}

function toEnd(number: string): string {
  return `${number.slice(0, number.startsWith('22') ? 3 : 2)} ${number.slice(-7)}`;
}

/** Perhaps one person: of one country, and the last seven digits are the same (docs/files.md#a-group). The codes here have two digits, or three in Africa. */
function findAlike(
  { wanted, seen, group }: Omit<Case, 'todo'>,
  missing: People,
): { there: People; missing: People } {
  const spell = (name: string) => group.members.find(({ pn }) => toName(pn) === name)?.pn ?? name;
  const unlisted = [...difference(seen.people, wanted.named)];
  const ends = new Set(unlisted.map((name) => toEnd(spell(name))));
  const lost = [...missing].filter((name) => ends.has(toEnd(wanted.spelling.get(name) ?? name)));
  const lostEnds = new Set(lost.map((name) => toEnd(wanted.spelling.get(name) ?? name)));
  return {
    missing: new Set(lost),
    there: new Set(unlisted.filter((name) => lostEnds.has(toEnd(spell(name))))),
  };
}

/** "Always kept as they are": the accounts, the owner; the protected; and whom the file knows by LID. */
function findUntouchable(one: Omit<Case, 'todo'>, question: Question): People {
  const { files, base } = question;
  const accounts = [...toAccounts(files).values()].map(toName);
  const guarded = union(...[files, base?.files].map(findProtected));
  const kept = union(new Set(accounts), guarded, one.wanted.members, one.wanted.early.members);
  return union(
    new Set(accounts),
    guarded,
    findFormer(one.group, kept, question),
    new Set(one.group.members.filter(({ pn }) => isOwner(pn, one.group)).map(({ pn }) => toName(pn))),
    findByLid(one, question),
  );
}

function findProtected(files: RawFiles | undefined): People {
  const ways = (files?.policy.protected ?? []).flatMap((entry) => (files ? toWays(entry, files) : []));
  return new Set(ways.map(({ number }) => toName(number)));
}

export function isOwner(pn: string, group: GroupFile): boolean {
  const member = group.members.find((other) => other.pn === pn);
  return member?.role === 'superadmin' || toName(group.owner) === toName(pn);
}

function findByLid({ wanted, group }: Omit<Case, 'todo'>, { world }: Question): People {
  const inside = new Set(group.members.map(({ pn }) => pn));
  const known = world.people.filter(({ pn, lid }) => inside.has(pn) && lid && wanted.lids.has(lid));
  return new Set(known.map(({ pn }) => toName(pn)));
}
