import { usualLimits, usualNotices, usualPace, usualWays } from '../domain/defaults.ts';
import type { Span } from '../domain/diagnostic.ts';
import type { Mode, NewMembers } from '../domain/group.ts';
import type { Language, Limits, Pace, Policy } from '../domain/organisation.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import type { PhoneNumber } from '../domain/people/person.ts';
import type { SealKey } from '../sealing/seal-key.ts';
import { parseListEntries } from './groups/list-entry.ts';
import type { ListEntry } from './groups/list-entry.ts';
import { parsePhoneNode } from './groups/target.ts';
import type { EntryDesk } from './groups/target.ts';
import type { CountryCode } from './phone/parse-phone.ts';
import { readFields, toShown } from './yaml/fields.ts';
import type { Fields, Shape } from './yaml/fields.ts';
import { isName, nameText, toHandle } from './people/handle.ts';
import {
  adminsShape,
  countsShape,
  createsShape,
  limitsShape,
  linkShape,
  paceShape,
  policyShape,
  removalsShape,
} from './schema.ts';
import { findOddZone } from './odd-zone.ts';
import type { YamlMap } from './yaml/node.ts';

/** `_policy.yaml` with its defaults; `protected` not yet looked up. */
export interface ParsedPolicy {
  readonly accounts: ReadonlyMap<string, PhoneNumber>;
  /** Where each of them stands. */
  readonly accountSpans: ReadonlyMap<string, Span>;
  /** Those whose numbers are wrong among them. */
  readonly accountNames: readonly string[];
  readonly timezone?: string;
  readonly language: Language;
  readonly state?: string;
  readonly manage: Mode;
  readonly protected: readonly ListEntry[];
  readonly limits: Limits;
  readonly pace: Pace;
  readonly newMembers: NewMembers;
  readonly link: Policy['link'];
  readonly noticesPerDay: number;
  /** The public key that numbers are sealed with; absent: they stand there for all to read. */
  readonly seal?: SealKey;
  /** True where the key stands in the file, whatever its value. */
  readonly hasSeal: boolean;
  /** True where the key stands in the file, whatever its value. */
  readonly hasTimezone: boolean;
  readonly hasCountry: boolean;
  /** What numbers without a country code mean. */
  readonly country?: CountryCode;
  /** The beginning of the file. */
  readonly span: Span;
}

/** The fields of `_policy.yaml`; the caller needs `country` before any number can be parsed. */
export function readPolicyFields(root: YamlMap, desk: EntryDesk): Fields<typeof policyShape> {
  return readFields(root, policyShape, desk);
}

/** The policy that the fields make. What is wrong in them is reported and has its default here. */
export function parsePolicy(fields: Fields<typeof policyShape>, span: Span, desk: EntryDesk): ParsedPolicy {
  const { values, nodes } = fields;
  const odd = values.timezone === undefined ? undefined : findOddZone(values.timezone);
  if (odd !== undefined && nodes.timezone) desk.report('odd-timezone', odd, nodes.timezone);
  return {
    accounts: parseAccounts(fields, span, desk),
    accountSpans: findAccountSpans(fields, desk),
    accountNames: values.accounts ? values.accounts.pairs.map(({ key }) => toHandle(key)) : [onlyAccount],
    ...(values.timezone !== undefined && { timezone: values.timezone }),
    hasTimezone: fields.has('timezone'),
    hasCountry: fields.has('country'),
    ...(values.country !== undefined && { country: values.country }),
    language: values.language ?? usualPolicy.language,
    ...(values.state !== undefined && { state: values.state }),
    manage: values.manage ?? usualPolicy.manage,
    protected: values.protected ? parseListEntries(values.protected, desk) : [],
    limits: parseLimits(values.limits, desk),
    pace: parsePace(values.pace, desk),
    newMembers: values['new-members'] ?? usualPolicy.newMembers,
    link: { ...usualPolicy.link, ...readNested(values.link, linkShape, desk) },
    noticesPerDay: values.notify ?? usualPolicy.noticesPerDay,
    ...(values.seal && { seal: values.seal }),
    hasSeal: fields.has('seal'),
    span,
  };
}

/** The name of the one account of a policy that has `account:`. */
const onlyAccount = 'main';

function parseAccounts(
  fields: Fields<typeof policyShape>,
  span: Span,
  desk: EntryDesk,
): ReadonlyMap<string, PhoneNumber> {
  const { nodes, values, has } = fields;
  const found = new Map<string, PhoneNumber>();
  if (nodes.account && nodes.accounts) {
    desk.report(
      'wrong-value',
      'Either `account` or `accounts` can say who acts, not both. Remove one.',
      nodes.accounts,
    );
  } else if (!has('account') && !has('accounts')) {
    const detail = 'The policy does not say which account acts. Write its number: `account: "+44 …"`.';
    desk.report('missing-key', detail, span);
  } else if (values.account !== undefined && nodes.account) {
    const phone = parsePhoneNode(nodes.account, desk);
    if (phone) found.set(onlyAccount, phone);
  } else if (values.accounts) {
    return parseAccountMap(values.accounts, desk);
  }
  return found;
}

function findAccountSpans(
  { values, nodes }: Fields<typeof policyShape>,
  desk: EntryDesk,
): ReadonlyMap<string, Span> {
  if (nodes.account) return new Map([[onlyAccount, desk.locate.spanOf(nodes.account)]]);
  const pairs = values.accounts?.pairs ?? [];
  return new Map(pairs.map(({ key, keyNode }) => [toHandle(key), desk.locate.spanOf(keyNode)]));
}

function parseAccountMap(map: YamlMap, desk: EntryDesk): ReadonlyMap<string, PhoneNumber> {
  const found = new Map<string, PhoneNumber>();
  const names = new Map<string, string>();
  if (map.pairs.length === 0) {
    desk.report('wrong-value', '`accounts` must name at least one account, like `main: "+44 …"`.', map);
  }
  for (const { key, keyNode, value } of map.pairs) {
    if (!isName(key)) {
      const detail = `\`${toShown(key)}\` cannot be the name of an account: use ${nameText}.`;
      desk.report('bad-handle', detail, keyNode);
    }
    const node = value ?? keyNode;
    const phone = parsePhoneNode(node, desk);
    const other = phone && names.get(toPersonKey(phone));
    if (other !== undefined) {
      desk.report(
        'duplicate-account',
        `\`${key}\` has the number of \`${other}\`. Remove one of the two.`,
        node,
      );
    }
    if (!phone) continue;
    names.set(toPersonKey(phone), key);
    found.set(toHandle(key), phone);
  }
  return found;
}

/** Values of a nested map of the policy; none where the map is absent or does not fit. */
function readNested<const S extends Shape>(
  map: YamlMap | undefined,
  shape: S,
  desk: EntryDesk,
): Fields<S>['values'] {
  return map ? readFields(map, shape, desk).values : {};
}

/** What counts where there is no policy that could be read. */
export const usualPolicy: Pick<
  ParsedPolicy,
  'accounts' | 'language' | 'manage' | 'limits' | 'pace' | 'newMembers' | 'link' | 'noticesPerDay'
> = {
  accounts: new Map(),
  language: 'en',
  manage: 'additive',
  limits: usualLimits,
  pace: usualPace,
  ...usualWays,
  noticesPerDay: usualNotices,
};

function parseLimits(map: YamlMap | undefined, desk: EntryDesk): Limits {
  const limits = readNested(map, limitsShape, desk);
  const removals = readNested(limits.removals, removalsShape, desk);
  const demotions = readNested(limits.demotions, countsShape, desk);
  const promotions = readNested(limits.promotions, countsShape, desk);
  const adds = readNested(limits.adds, countsShape, desk);
  const admins = readNested(limits.admins, adminsShape, desk);
  return {
    removals: {
      percent: removals.group ?? usualLimits.removals.percent,
      floor: removals.floor ?? usualLimits.removals.floor,
      run: removals.run ?? usualLimits.removals.run,
    },
    demotions: { ...usualLimits.demotions, ...demotions },
    promotions: { ...usualLimits.promotions, ...promotions },
    adds: { ...usualLimits.adds, ...adds },
    admins: { min: admins.min ?? usualLimits.admins.min },
    creates: { ...usualLimits.creates, ...readNested(limits.creates, createsShape, desk) },
  };
}

function parsePace(map: YamlMap | undefined, desk: EntryDesk): Pace {
  const pace = readNested(map, paceShape, desk);
  return {
    addsPerDay: pace.adds ?? usualPace.addsPerDay,
    lookupsPerDay: pace.lookups ?? usualPace.lookupsPerDay,
    createsPerDay: pace.creates ?? usualPace.createsPerDay,
    messagesPerDay: pace.messages ?? usualPace.messagesPerDay,
    pause: pace.pause ?? usualPace.pause,
    afterAdd: pace['after-add'] ?? usualPace.afterAdd,
    reads: pace.reads ?? usualPace.reads,
  };
}
