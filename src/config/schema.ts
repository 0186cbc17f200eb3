import { languages, linkRenewals } from '../domain/organisation.ts';
import * as z from 'zod';
import { onceEach } from '../domain/lazy/once.ts';
import { groupIdPattern, isGroupId, modes, newMembersWays } from '../domain/group.ts';
import { groupCapacity } from '../domain/whatsapp-facts.ts';
import { isLid } from '../domain/people/person.ts';
import type { LimitKind } from '../domain/group.ts';
import type { DesiredPhoto } from '../domain/picture.ts';
import { parseSealKey } from '../sealing/seal-key.ts';
import { isCountry } from './phone/parse-phone.ts';
import { settingShape } from './setting-forms.ts';
import { anything, choice, count, day, expecting, sequence, map, text } from './yaml/values.ts';

/*
 * The keys of every map in the files, and what fits each. `error` is what must stand there, worded so that it follows
 * "must be". Scalars arrive as plain values, maps and lists as the nodes they are.
 */

const mode = choice(modes);
const newMembers = choice(newMembersWays);
const photoText =
  'the path of a picture relative to this file, like photos/altos.jpg, or `none` for no photo';
const photo = z
  .string(expecting(photoText))
  .refine((value) => value.trim() !== '' && !/^([/\\~]|[a-z]+:)|[\\\p{Cc}]/iu.test(value), photoText)
  .transform((value): DesiredPhoto => (value === 'none' ? { kind: 'none' } : { kind: 'file', path: value }));

const idText =
  'the id of a group, digits and `@g.us`, like 120363025982934543@g.us (`rollcall groups` lists them)';
const id = z.string(expecting(idText)).regex(groupIdPattern, idText).refine(isGroupId, expecting(idText));

const label = z.string(expecting('a name')).min(1, 'a name');
/** A text that says something. */
const words = (error: string) => text(error).refine((value) => value.trim() !== '', error);

/** The keys of a group's file. */
export const groupShape = {
  id,
  ...settingShape,
  photo,
  members: sequence,
  admins: sequence,
  'new-members': newMembers,
  manage: z.union([mode, map], expecting('exact, additive or observe, or a map of `members` and `admins`')),
  allow: map,
  account: label,
};

const { id: _id, name: _name, photo: _photo, account: _account, allow: _allow, ...common } = groupShape;
/** The keys of a `_defaults.yaml`: those of a group that several groups can have in common. */
export const defaultsShape = common;
/** Why the others are each group's own. */
export const ofOneGroup: ReadonlyMap<string, string> = new Map([
  [
    'id',
    "it says which group a file is about, and no two files are about one. Write it in the group's own file.",
  ],
  ['name', "groups of one name could not be told apart. Write it in each group's own file."],
  ['photo', "its path is relative to the file of the group. Write it in each group's own file."],
  ['account', 'which account acts on a group is said where the group is, or by a policy with one account.'],
  ['allow', "a way past a limit is agreed upon for one group. Write it in that group's own file."],
] satisfies [keyof typeof groupShape, string][]);

/** The keys of `manage:` where it is a map. */
export const manageShape = { members: mode, admins: mode };

const allowedText = `a whole number from 1 to ${groupCapacity}, which is as many people as a group takes`;
const allowed = count(1, allowedText).max(groupCapacity, allowedText);
/** The keys of `allow:` in a group's file. */
export const allowShape = {
  removals: allowed,
  demotions: allowed,
  promotions: allowed,
  adds: allowed,
  until: day,
  reason: words('a few words that say why'),
} satisfies Record<LimitKind, unknown> & Record<string, unknown>;

/** The keys of an entry of a list that is more than a word: `{ person: ana, until: 2026-12-31 }`. */
export const entryShape = {
  person: anything,
  team: label,
  from: day,
  until: day,
  by: choice(['invite']),
  readd: day,
  except: sequence,
  'also-in': anything,
};

const lidText = 'the digits of a LID in quotes, like "3306…"';
const lid = z
  .string(expecting(lidText))
  .transform((value) => value.replace(/^lid:/, ''))
  .refine(isLid, expecting(lidText));

/** The keys of `_people.yaml` and of files in `_people/`. */
export const peopleShape = { people: map, teams: map };
/** The keys of a person in `_people.yaml` that is more than a number. */
export const personShape = {
  phone: anything,
  lid,
  name: words('a name for reports'),
  note: words('a few words for yourselves'),
};

const zoneText = 'the name of a time zone, like Europe/London or Asia/Jakarta';
const timezone = z.string(expecting(zoneText)).refine(onceEach(isTimezone), expecting(zoneText));

function isTimezone(value: string): boolean {
  // Offsets like +01:00 are zones to newer versions of Node alone.
  if (!/^[A-Z]/i.test(value)) return false;
  // A list of names is made in a quarter of the time of the first format, which knows their other names too.
  if (Intl.supportedValuesOf('timeZone').includes(value)) return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const folderText = 'a folder below the one where Rollcall runs, like .rollcall';
const folder = z
  .string(expecting(folderText))
  .refine(
    (value) => value !== '' && !/^([/\\~]|[a-z]:)/i.test(value) && !value.split(/[/\\]/).includes('..'),
    folderText,
  );
const sealText = 'the public key that `rollcall keygen` shows, `rollcall-…`';
const seal = z
  .string(expecting(sealText))
  .regex(/^rollcall-[a-z]{84}$/, sealText)
  .transform((value, context) => {
    const key = parseSealKey(value);
    if (typeof key === 'object') return key;
    context.addIssue({ code: 'custom', message: sealText });
    return z.NEVER;
  });
const countryText = 'the two letters of a country, like GB or ID';

const dailyText = 'a number for each day, like 40/day';
const daily = z
  .string(expecting(dailyText))
  .regex(/^\d{1,6}\/day$/, dailyText)
  .transform((value) => Number.parseInt(value, 10));

/** The keys of `_policy.yaml`. */
export const policyShape = {
  account: anything,
  accounts: map,
  timezone,
  country: z
    .string(expecting(countryText))
    .regex(/^[A-Z]{2}$/, countryText)
    .refine(isCountry, countryText),
  language: choice(languages),
  state: folder,
  manage: mode,
  protected: sequence,
  limits: map,
  pace: map,
  'new-members': newMembers,
  link: map,
  notify: daily,
  seal,
};

const percentText = 'a whole percentage, like 10%';
const percent = z
  .string(expecting(percentText))
  .regex(/^(100|\d{1,2})%$/, percentText)
  .transform((value) => Number.parseInt(value, 10));

const number = count(0);
/** The keys of the policy's `limits:`. */
export const limitsShape = {
  removals: map,
  demotions: map,
  promotions: map,
  adds: map,
  admins: map,
  creates: map,
};
/** The keys of `limits.removals`. */
export const removalsShape = { group: percent, floor: number, run: number };
/** The keys of `limits.adds`, `limits.promotions` and `limits.demotions`. */
export const countsShape = { group: number, run: number };
/** The keys of `limits.admins`. */
export const adminsShape = { min: number };
/** The keys of `limits.creates`. */
export const createsShape = { run: number };
/** The keys of the policy's `link:`. */
export const linkShape = { renew: choice(linkRenewals) };

const rangeText = 'two times with a hyphen between them, the shorter one first, like 3s-8s or 300ms-900ms';
const rangePattern = /^(\d{1,6})(ms|s|m) ?- ?(\d{1,6})(ms|s|m)$/;
const range = z
  .string(expecting(rangeText))
  .regex(rangePattern, rangeText)
  .transform((value, context) => {
    const [, min, minUnit, max, maxUnit] = rangePattern.exec(value) ?? [];
    const found = { min: toMilliseconds(min, minUnit), max: toMilliseconds(max, maxUnit) };
    if (found.min <= found.max) return found;
    context.addIssue({ code: 'custom', message: rangeText });
    return z.NEVER;
  });

/** NaN where there is none. */
function toMilliseconds(amount: string | undefined, unit: string | undefined): number {
  return Number(amount) * (unit === 'ms' ? 1 : unit === 's' ? 1000 : 60_000);
}

/** The keys of the policy's `pace:`. */
export const paceShape = {
  adds: daily,
  lookups: daily,
  creates: daily,
  messages: daily,
  pause: range,
  'after-add': range,
  reads: range,
};
