import { tellPlace } from '../domain/diagnostic.ts';
import type { Diagnostic, Span } from '../domain/diagnostic.ts';
import { addDays } from '../domain/day.ts';
import { allowanceReach } from '../domain/defaults.ts';
import { groupCapacity, nameBytesLimit } from '../domain/whatsapp-facts.ts';
import type { GroupId } from '../domain/group.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import { byteLength } from '../domain/text.ts';
import { toHint } from './hints.ts';
import { toRole } from './layout.ts';
import { toMistake } from './mistake.ts';
import { findIdleDefaults, findPastDates } from './groups/list-warnings.ts';
import {
  findSameLids,
  findSamePhones,
  findTermsOfHidden,
  findUnusedPeople,
  findUnusedTeams,
} from './people/people-checks.ts';
import { findBadSeals, findPlainNumbers } from './sealed/sealed-checks.ts';
import type { Check, Resolved } from './resolved.ts';

/** Each looks at everything and finds one kind of mistake. Their order does not matter. */
export const checks: Readonly<Record<string, Check>> = {
  findNoGroups,
  findAccountMistakes,
  findSameIds,
  findSamePhones,
  findSameLids,
  findBadSeals,
  findPlainNumbers,
  findTermsOfHidden,
  findNamelessGroups,
  findLongNames,
  findCrowdedGroups,
  findDatesWithoutZone,
  findPastDates,
  findIdleDefaults,
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
    // As many as the group holds with the account are told apart from one more by whether the account is among them.
    if (people.size + knownLids.size < groupCapacity) return [];
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
