import { tellPlace } from '../domain/diagnostic.ts';
import type { Diagnostic, Span } from '../domain/diagnostic.ts';
import { addDays } from '../domain/day.ts';
import { allowanceReach } from '../domain/defaults.ts';
import { groupCapacity, nameBytesLimit } from '../domain/whatsapp-facts.ts';
import type { GroupId } from '../domain/group.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import type { Lid, PersonKey } from '../domain/people/person.ts';
import { byteLength } from '../domain/text.ts';
import { maskPhone } from '../safe/mask.ts';
import { toHint } from './hints.ts';
import { toRole } from './layout.ts';
import { toMistake } from './mistake.ts';
import { findIdleDefaults, findLoneAdmins, findPastDates } from './groups/list-warnings.ts';
import type { ParsedPerson } from './people/parse-people.ts';
import type { Check, Resolved } from './resolved.ts';

/** Each looks at everything and finds one kind of mistake. Their order does not matter. */
export const checks: Readonly<Record<string, Check>> = {
  findNoGroups,
  findAccountMistakes,
  findSameIds,
  findSamePhones,
  findSameLids,
  findTermsOfHidden,
  findNamelessGroups,
  findLongNames,
  findCrowdedGroups,
  findDatesWithoutZone,
  findPastDates,
  findIdleDefaults,
  findLoneAdmins,
  findExpiredAllowances,
  findFarAllowances,
  findUnusedPeople,
  findUnusedTeams,
};

function findNoGroups({ parsed }: Resolved): readonly Diagnostic[] {
  const { root, files, diagnostics } = parsed.sources;
  const isAny = files.some(({ path }) => toRole(path) === 'group');
  if (isAny || diagnostics.length > 0) return [];
  const detail = `There is no group in \`${root}\`, so there is nothing to do. \`rollcall import\` writes a file for each group of the account.`;
  return [toMistake('no-groups', detail)];
}

function findAccountMistakes({ parsed }: Resolved): readonly Diagnostic[] {
  const accounts = parsed.policy?.accountNames ?? [];
  if (accounts.length === 0) return [];
  const known = accounts.map((name) => `\`${name}\``).join(', ');
  return parsed.groups.flatMap(({ account, span }) => {
    if (account && !accounts.includes(account.value)) {
      const detail = `The policy has no account \`${account.value}\`, so nobody would act on this group.${toHint(account.value, accounts)} Known are ${known}.`;
      return [toMistake('unknown-account', detail, account.span)];
    }
    if (account || accounts.length === 1) return [];
    const detail = `The policy has several accounts, and this group does not say which of them acts. Add \`account:\` with one of ${known}.`;
    return [toMistake('no-account', detail, span)];
  });
}

function findSameIds({ parsed }: Resolved): readonly Diagnostic[] {
  const byId = new Map<GroupId, Span[]>();
  for (const { id } of parsed.groups) if (id) byId.set(id.value, [...(byId.get(id.value) ?? []), id.span]);
  return [...byId.values()].flatMap((places) => {
    if (places.length < 2) return [];
    return places.map((span) => {
      const others = toPlaces(places.filter((other) => other !== span));
      const detail = `This group is also described in ${others}, and the two would undo each other's changes. Keep one file for it.`;
      return toMistake('duplicate-id', detail, span);
    });
  });
}

/** "groups/altos.yaml:1, groups/bass.yaml:1 and 3 more". */
function toPlaces(spans: readonly Span[]): string {
  const shown = spans.slice(0, 3).map(tellPlace);
  return shown.join(', ') + (spans.length > 3 ? ` and ${spans.length - 3} more` : '');
}

function findSamePhones({ parsed }: Resolved): readonly Diagnostic[] {
  const first = new Map<PersonKey, ParsedPerson>();
  return [...parsed.people.people.values()].flatMap((person) => {
    const { handle, phone, span } = person;
    if (!phone) return [];
    const key = toPersonKey(phone);
    const other = first.get(key);
    if (!other) {
      first.set(key, person);
      return [];
    }
    const detail = `\`${handle}\` and \`${other.handle}\` (${tellPlace(other.span)}) have one number, ${maskPhone(phone)}: to WhatsApp they are one person. Correct one of the numbers, or keep one of the handles.`;
    return [toMistake('duplicate-phone', detail, span)];
  });
}

function findSameLids({ parsed }: Resolved): readonly Diagnostic[] {
  const first = new Map<Lid, ParsedPerson>();
  return [...parsed.people.people.values()].flatMap((person) => {
    if (!person.lid) return [];
    const other = first.get(person.lid);
    first.set(person.lid, other ?? person);
    if (!other) return [];
    const detail = `\`${person.handle}\` and \`${other.handle}\` (${tellPlace(other.span)}) have one LID, so to WhatsApp they are one person. Correct one of them, or keep one of the handles.`;
    return [toMistake('duplicate-lid', detail, person.span)];
  });
}

/** Whoever is never touched is not added, removed or put back on any day either; `lid:…` with a date is no entry at all. */
function findTermsOfHidden({ parsed, entries }: Resolved): readonly Diagnostic[] {
  const isHidden = (name: string) => parsed.people.people.get(name)?.lid !== undefined;
  return entries
    .filter(({ target }) => target.kind === 'handle' && isHidden(target.name))
    .filter(({ from, until, readd, byInvite }) => byInvite || (from ?? until ?? readd) !== undefined)
    .map(({ span }) => toMistake('bad-entry', hiddenTermText, span));
}

const hiddenTermText =
  'WhatsApp hides the number of this person, who is never touched meanwhile, so a date, an invitation or `readd` would do nothing. Write the handle alone, or their number into the file of people.';

function findNamelessGroups({ parsed }: Resolved): readonly Diagnostic[] {
  const detail =
    'This group has no `id`, so it is one to create, and for that it needs a `name`. Add the name, or the id of the group it describes: `rollcall groups` lists them.';
  return parsed.groups
    .filter(({ has }) => !has.id && !has.name)
    .map(({ span }) => toMistake('no-name', detail, span));
}

function findLongNames({ groups }: Resolved): readonly Diagnostic[] {
  return groups.flatMap(({ settings, settingSpans }) => {
    const bytes = byteLength(settings.name ?? '');
    if (bytes <= nameBytesLimit) return [];
    const detail = `The name has ${bytes} bytes, and GOWA sets none longer than ${nameBytesLimit} (most letters have one byte, é has two, an emoji four). It is compared, but must be changed by phone. Shorten it, or remove the key.`;
    return [toMistake('long-name', detail, settingSpans.name)];
  });
}

function findCrowdedGroups({ parsed, groups }: Resolved): readonly Diagnostic[] {
  const accounts = new Map(
    [...(parsed.policy?.accounts ?? [])].map(([name, phone]) => [name, toPersonKey(phone)]),
  );
  return groups.flatMap(({ people, knownLids, account, span }) => {
    const self = accounts.get(account);
    const count = people.size + knownLids.size + (self && people.has(self) ? 0 : 1);
    if (count <= groupCapacity) return [];
    const detail = `The lists come to ${count} people with the account, and WhatsApp lets ${groupCapacity} into a group. Take ${count - groupCapacity} out.`;
    return [toMistake('too-many-people', detail, span)];
  });
}

function findDatesWithoutZone(resolved: Resolved): readonly Diagnostic[] {
  const { parsed } = resolved;
  if (!parsed.policy || parsed.policy.hasTimezone) return [];
  const [first] = findDates(resolved);
  const detail =
    'A date is used here, and the policy has no `timezone`, so nobody knows when that day ends. Add one to `_policy.yaml`, like `timezone: Europe/London`.';
  return first ? [toMistake('no-timezone', detail, first)] : [];
}

function findDates({ parsed, entries }: Resolved): readonly Span[] {
  const dated = entries.filter(({ from, until, readd }) => (from ?? until ?? readd) !== undefined);
  return [...parsed.groups.flatMap(({ allow }) => allow ?? []), ...dated].map(({ span }) => span);
}

function findExpiredAllowances({ groups, isOver }: Resolved): readonly Diagnostic[] {
  return groups.flatMap(({ allow }) => {
    if (!allow || !isOver(allow.until)) return [];
    const detail = `The last day of this allowance was ${allow.until}, so the usual limits count again. Remove it, or agree on another day.`;
    return [toMistake('allow-expired', detail, allow.span)];
  });
}

function findFarAllowances({ groups, isOver }: Resolved): readonly Diagnostic[] {
  return groups.flatMap(({ allow }) => {
    if (!allow || isOver(addDays(allow.until, -allowanceReach - 1))) return [];
    const detail = `The last day of this allowance, ${allow.until}, is more than ${allowanceReach} days ahead, and a way past a limit must not stay open. Write a nearer day.`;
    return [toMistake('allow-too-far', detail, allow.span)];
  });
}

/** Every handle or team that a list of a group, a team or the policy names. */
function findNames({ named: all }: Resolved, kind: 'handle' | 'team'): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { target } of all) if (target.kind === kind) names.add(target.name);
  return names;
}

function findUnusedPeople(resolved: Resolved): readonly Diagnostic[] {
  const { parsed, groups } = resolved;
  const named = findNames(resolved, 'handle');
  const accounts = [...(parsed.policy?.accounts.values() ?? [])].map(toPersonKey);
  const members = new Set([...accounts, ...groups.flatMap(({ people }) => [...people.keys()])]);
  const lids = new Set(groups.flatMap(({ knownLids }) => [...knownLids]));
  const unused = [...parsed.people.people.values()].filter(
    ({ handle, phone, lid }) =>
      !named.has(handle) && !(phone && members.has(toPersonKey(phone))) && !(lid && lids.has(lid)),
  );
  const rows = unused.filter(({ span }) => span.cell);
  const sheets = new Set(rows.map(({ span }) => span.file));
  return [
    ...unused.filter(({ span }) => !span.cell).map(toUnused),
    ...[...sheets].map((sheet) => toUnusedRows(rows.filter(({ span }) => span.file === sheet))),
  ];
}

function toUnused({ handle, span }: ParsedPerson): Diagnostic {
  const detail = `No group and no team names \`${handle}\`. Remove the handle if the person has left, so that their number is not kept for nothing.`;
  return toMistake('unused-handle', detail, span);
}

/** One line for a spreadsheet: an office has more people than groups do. */
function toUnusedRows(people: readonly ParsedPerson[]): Diagnostic {
  const rows = people.map(({ span }) => span.cell?.row);
  const shown = rows.slice(0, 10).join(', ') + (rows.length > 10 ? ` and ${rows.length - 10} more` : '');
  const detail = `No group and no team names whom these rows tell of: ${shown}. Take them out of the spreadsheet if they have left, so that their numbers are not kept for nothing.`;
  return toMistake('unused-handle', detail, people[0]?.span);
}

function findUnusedTeams(resolved: Resolved): readonly Diagnostic[] {
  const named = findNames(resolved, 'team');
  return [...resolved.parsed.people.teams.values()]
    .filter(({ name }) => !named.has(name))
    .map(({ name, span }) => {
      const detail = `No group and no team names \`team:${name}\`. Remove the team, or use it.`;
      return toMistake('unused-team', detail, span);
    });
}
