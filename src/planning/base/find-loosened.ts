import type { DesiredGroup, LimitKind, Mode, Modes } from '../../domain/group.ts';
import { limitKinds } from '../../domain/group.ts';
import type { DailyRule, GroupPlace, LimitRule, Loosened, PauseRule } from '../../domain/loosened.ts';
import type { Limits, Organisation, Pace, Policy } from '../../domain/organisation.ts';
import { isSameRange } from '../../domain/organisation.ts';
import type { Unread } from '../../domain/origin.ts';
import { toPersonKey } from '../../domain/people/person-key.ts';
import { builtIn, toStricterLimits, toStricterPace } from './stricter.ts';

/** Both commits, each as its files are: not yet the stricter of both. */
interface Both {
  readonly head: Organisation;
  readonly base: Organisation;
}

type Find = (both: Both) => readonly Loosened[];

/** For what loosens no rule, whatever it says. */
const nothing: Find = () => [];

/** Who finds a loosened rule, by what of the policy holds it: whoever adds a key has to say here what of it is a rule. */
const ofPolicy: Readonly<Record<keyof Policy, Find>> = {
  limits: findLimits,
  protected: findUnprotected,
  protectedLids: findUnprotectedLids,
  pace: findPace,
  accounts: findAccounts,
  state: findMemory,
  link: findLinks,
  seal: findSeal,
  // What groups say of these and what the policy says of all are told together.
  manage: nothing,
  newMembers: nothing,
  alsoKept: nothing,
  language: nothing,
  noticesPerDay: nothing,
  // It moves the hour at which a day begins, and nothing else.
  timezone: nothing,
};

/** One group that both commits have, or that is new (`old` is absent then). */
type FindInGroup = (group: DesiredGroup, old: DesiredGroup | undefined, both: Both) => readonly Loosened[];

const nothingInGroup: FindInGroup = () => [];

/** The same for what a group's file says. */
const ofGroup: Readonly<Record<keyof DesiredGroup, FindInGroup>> = {
  account: findHandOver,
  manage: findReach,
  newMembers: findNewMembers,
  allow: findAllow,
  // A list that is new here is among what `manage` acts upon.
  lists: nothingInGroup,
  // What a group is, and what is wanted of it, are changes, and no rules for them. An edited id is refused.
  id: nothingInGroup,
  settings: nothingInGroup,
  photo: nothingInGroup,
  people: nothingInGroup,
  knownLids: nothingInGroup,
  file: nothingInGroup,
  span: nothingInGroup,
  // Where these are said is told with them.
  manageFrom: nothingInGroup,
  newMembersFrom: nothingInGroup,
  settingSpans: nothingInGroup,
};

/**
 * Every rule that the files loosen: the policy's first, then those of groups, alike ones together. `base` is absent where
 * that commit has no files. Of a policy that cannot be read nothing is said here, since nobody knows what it was.
 */
export function findLoosened(
  head: Organisation,
  base: Organisation | undefined,
  unread: readonly Unread[],
): Loosened[] {
  const both = { head, base: base ?? { ...head, policy: { ...head.policy, ...builtIn }, groups: [] } };
  const isKnown = unread.every(({ what }) => what !== 'policy');
  const policy = isKnown ? Object.values(ofPolicy).flatMap((find) => find(both)) : [];
  const before = new Map(both.base.groups.map((group) => [group.id, group]));
  const groups = head.groups.flatMap((group) => {
    const old = group.id && before.get(group.id);
    return Object.values(ofGroup).flatMap((find) => find(group, old, both));
  });
  return [...policy, ...bringTogether(groups.filter(({ kind }) => isKnown || kind === 'allow'))];
}

/** What is looser is where the stricter of both is not what the files say now. */
function findLimits({ head, base }: Both): Loosened[] {
  const [before, after, strict] = [
    base.policy.limits,
    head.policy.limits,
    toStricterLimits(head.policy.limits, base.policy.limits),
  ].map(toRules);
  return [...(strict ?? [])].flatMap(([rule, count]): Loosened[] => {
    const now = after?.get(rule) ?? count;
    return now === count ? [] : [{ kind: 'limit', rule, before: before?.get(rule) ?? count, after: now }];
  });
}

function toRules(limits: Limits): ReadonlyMap<LimitRule, number> {
  return new Map(
    Object.entries(limits).flatMap(([kind, parts]) =>
      Object.entries(parts as Readonly<Record<string, number>>).map(
        ([part, count]) => [`${kind}.${part}` as LimitRule, count] as const,
      ),
    ),
  );
}

function findPace({ head, base }: Both): Loosened[] {
  const [before, after] = [base.policy.pace, head.policy.pace];
  const strict = toStricterPace(after, before);
  return (Object.keys(strict) as (keyof Pace)[]).flatMap((rule): Loosened[] => {
    if (typeof strict[rule] === 'number') {
      const daily = rule as DailyRule;
      if (strict[daily] === after[daily]) return [];
      return [{ kind: 'daily', rule: daily, before: before[daily], after: after[daily] }];
    }
    const pause = rule as PauseRule;
    if (isSameRange(strict[pause], after[pause])) return [];
    return [{ kind: 'pause', rule: pause, before: before[pause], after: after[pause] }];
  });
}

/** A handle that is still protected protects whoever stands behind it, before and now. */
function findUnprotected({ head, base }: Both): Loosened[] {
  const still = new Set([...head.policy.protected].map((key) => head.people.get(key)?.handle));
  return [...base.policy.protected].flatMap((key): Loosened[] => {
    const who = base.people.get(key);
    const isSafe = head.policy.protected.has(key) || (who?.handle !== undefined && still.has(who.handle));
    return who === undefined || isSafe ? [] : [{ kind: 'unprotected', who }];
  });
}

function findUnprotectedLids({ head, base }: Both): Loosened[] {
  return [...base.policy.protectedLids]
    .filter((lid) => !head.policy.protectedLids.has(lid))
    .map((lid) => ({ kind: 'unprotected', who: base.hidden.get(lid) ?? lid }));
}

const toKeys = (accounts: Policy['accounts']) => new Set([...accounts.values()].map(toPersonKey));

/** By number, in whatever spelling; a name is told where both commits have it. */
function findAccounts({ head, base }: Both): Loosened[] {
  if (base.policy.accounts.size === 0) return [];
  const [old, now] = [base.policy.accounts, head.policy.accounts];
  const [oldKeys, nowKeys] = [toKeys(old), toKeys(now)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name): Loosened[] => {
    const [before, after] = [old.get(name), now.get(name)];
    const isGone = before !== undefined && !nowKeys.has(toPersonKey(before));
    const isNew = after !== undefined && !oldKeys.has(toPersonKey(after));
    if (!isGone && !isNew) return [];
    return [{ kind: 'account', name, ...(isGone && { before }), ...(isNew && { after }) }];
  });
}

/** Another folder knows nothing of what runs did before. */
function findMemory({ head, base }: Both): Loosened[] {
  const [before, after] = [base.policy.state, head.policy.state];
  if (before === undefined || before === after) return [];
  return [{ kind: 'memory', before, ...(after !== undefined && { after }) }];
}

/** Whoever left may still have the link. */
function findLinks({ head, base }: Both): Loosened[] {
  const isLoosened = base.policy.link.renew === 'after-removals' && head.policy.link.renew === 'never';
  return isLoosened ? [{ kind: 'link' }] : [];
}

/** Whose key it is decides who reads what is sealed from now on. */
function findSeal({ head, base }: Both): Loosened[] {
  const [before, after] = [base.policy.seal, head.policy.seal];
  if (!before || before.text === after?.text) return [];
  return [{ kind: 'seal', before: before.keyId, ...(after && { after: after.keyId }) }];
}

/** How far a group is acted upon, by number: more is looser. */
const reach: Readonly<Record<Mode | 'none', number>> = { none: 0, observe: 0, additive: 1, exact: 2 };

/** More is done than before: to the people of a list, or to the settings, from which nothing is taken away. */
function findReach(group: DesiredGroup, old: DesiredGroup | undefined, { head, base }: Both): Loosened[] {
  // All that happens in a group that is new here is told with it.
  if (!old) return [];
  return (['members', 'admins', 'settings'] as const).flatMap((part): Loosened[] => {
    const [before, after] = [toMode(old, part), toMode(group, part)];
    if (after === 'none' || after === 'observe' || reach[after] <= reach[before]) return [];
    // Whom a new list adds stands among the changes; that nobody else may stay does not.
    if (before === 'none' && after !== 'exact') return [];
    if (part === 'settings' && before !== 'observe') return [];
    const isRaised = old.manage[part] !== after;
    const defaults = isRaised ? group.manageFrom?.[part] : undefined;
    const isOfPolicy = before === base.policy.manage && after === head.policy.manage;
    const isDefault = isRaised && isOfPolicy && defaults === undefined;
    const place = defaults !== undefined && { defaults };
    return [{ kind: 'reach', part, before, after, isDefault, ...place, groups: [toPlace(group, old)] }];
  });
}

/** What is done about a part of a file; settings are each a key of their own. */
function toMode({ lists, manage }: DesiredGroup, part: keyof Modes): Mode | 'none' {
  return part === 'settings' || lists[part] ? manage[part] : 'none';
}

/** Whoever is missing is added, where they were only invited; where nothing is done about people, neither happens. */
function findNewMembers(
  group: DesiredGroup,
  old: DesiredGroup | undefined,
  { head, base }: Both,
): Loosened[] {
  if (old?.newMembers !== 'invite' || group.newMembers !== 'add') return [];
  const isActedUpon = (['members', 'admins'] as const).some((part) => reach[toMode(group, part)] > 0);
  if (!isActedUpon) return [];
  const defaults = group.newMembersFrom;
  const isDefault =
    defaults === undefined && base.policy.newMembers === 'invite' && head.policy.newMembers === 'add';
  const place = defaults !== undefined && { defaults };
  return [{ kind: 'new-members', isDefault, ...place, groups: [toPlace(group, old)] }];
}

/** The account is another one, by its number: its runs have limits and a memory of their own. */
function findHandOver(group: DesiredGroup, old: DesiredGroup | undefined, { head, base }: Both): Loosened[] {
  const [before, after] = [
    old && base.policy.accounts.get(old.account),
    head.policy.accounts.get(group.account),
  ];
  if (!old || before === undefined || after === undefined) return [];
  // An account whose number changed is told once.
  if (toPersonKey(before) === toPersonKey(after) || old.account === group.account) return [];
  return [{ kind: 'handed-over', before: old.account, after: group.account, groups: [toPlace(group, old)] }];
}

/** What the file lets through that it did not, or not so much of, or not for so long. */
function findAllow(group: DesiredGroup, old: DesiredGroup | undefined): Loosened[] {
  const { allow } = group;
  if (!allow) return [];
  return limitKinds.flatMap((limit): Loosened[] => {
    const number = allow.counts[limit];
    if (number === undefined) return [];
    const before = findAllowed(old, limit);
    if (before && number <= before.number && allow.until <= before.until) return [];
    const { until, reason } = allow;
    return [
      { kind: 'allow', group: toPlace(group, old), limit, number, until, reason, ...(before && { before }) },
    ];
  });
}

function findAllowed(group: DesiredGroup | undefined, limit: LimitKind) {
  const number = group?.allow?.counts[limit];
  return group?.allow && number !== undefined ? { number, until: group.allow.until } : undefined;
}

function toPlace({ file, settings }: DesiredGroup, old?: DesiredGroup): GroupPlace {
  const name = settings.name ?? old?.settings.name;
  return { file, ...(name !== undefined && { name }) };
}

/** What is said of several groups in the same words is said once. */
function bringTogether(all: readonly Loosened[]): Loosened[] {
  const bunches = new Map<string, Loosened>();
  for (const each of all) {
    const { groups, ...rest } = 'groups' in each ? each : { ...each, groups: [] };
    const key = JSON.stringify(rest);
    const bunch = bunches.get(key);
    bunches.set(key, bunch && 'groups' in bunch ? { ...bunch, groups: [...bunch.groups, ...groups] } : each);
  }
  return [...bunches.values()];
}
