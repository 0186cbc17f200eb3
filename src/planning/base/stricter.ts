import { usualLimits, usualPace } from '../../domain/defaults.ts';
import type { DailyRule, PauseRule } from '../../domain/loosened.ts';
import { hasSecretNumbers } from '../../domain/organisation.ts';
import type { Limits, Organisation, Pace, PauseRange, Policy } from '../../domain/organisation.ts';
import type { PersonKey } from '../../domain/people/person.ts';
import { toPersonKey } from '../../domain/people/person-key.ts';

/** What of a policy is the stricter of both commits. */
type Strictness = Pick<Policy, 'accounts' | 'alsoKept' | 'limits' | 'pace' | 'protected' | 'protectedLids'>;

/** The policy of a commit that has none: what is absent counts as it does everywhere. */
export const builtIn: Strictness = {
  accounts: new Map(),
  limits: usualLimits,
  pace: usualPace,
  protected: new Set(),
  protectedLids: new Set(),
};

/**
 * The files with the stricter rules of both commits, so that loosening them in the pull request that needs it gains
 * nothing: limits, pace, accounts that are always kept, and everybody protected whom either protects, by each of the
 * numbers that either has behind their handle. `base` is absent where that commit has no files.
 */
export function toStricterOrganisation(
  head: Organisation,
  base: Pick<Organisation, 'policy' | 'people'> | undefined,
): Organisation {
  const policy = toStricter(head.policy, base?.policy ?? builtIn);
  if (!base) return { ...head, policy };
  const former = findFormerSecrets(head, base);
  return {
    ...head,
    policy: { ...policy, protected: protectByHandle(policy.protected, [head, base]) },
    ...(former && { former }),
  };
}

/** Whom the base alone names, with numbers that nobody may see: taking them out of the files makes no number less of a secret. */
function findFormerSecrets(
  head: Organisation,
  base: Pick<Organisation, 'policy' | 'people'>,
): Organisation['former'] {
  if (!hasSecretNumbers(base)) return undefined;
  return new Map([...base.people].filter(([key, { isSealed }]) => isSealed && !head.people.has(key)));
}

/** The policy with the stricter rules of both, and everybody protected whom either protects. */
export function toStricter(head: Policy, base: Strictness): Policy {
  const alsoKept = [head, base].flatMap(findKept);
  return {
    ...head,
    limits: toStricterLimits(head.limits, base.limits),
    pace: toStricterPace(head.pace, base.pace),
    alsoKept: new Set(alsoKept),
    protected: new Set([...head.protected, ...base.protected]),
    protectedLids: new Set([...head.protectedLids, ...base.protectedLids]),
  };
}

/** Everybody who is always kept for being an account: the policy's own, and those of other commits. */
export function findKept({ accounts, alsoKept = new Set() }: Strictness | Policy): PersonKey[] {
  return [...[...accounts.values()].map(toPersonKey), ...alsoKept];
}

/** A handle that is protected anywhere protects whoever stands behind it, before and now. */
function protectByHandle(
  keys: ReadonlySet<PersonKey>,
  organisations: readonly Pick<Organisation, 'people'>[],
): ReadonlySet<PersonKey> {
  const people = organisations.flatMap((each) => [...each.people.values()]);
  const isProtected = ({ key }: { readonly key: PersonKey }) => keys.has(key);
  const handles = new Set(people.filter(isProtected).map(({ handle }) => handle));
  handles.delete(undefined);
  return new Set([...keys, ...people.filter(({ handle }) => handles.has(handle)).map(({ key }) => key)]);
}

/** The slower of two in each of its parts. */
export function toStricterPace(a: Pace, b: Pace): Pace {
  const fewer = (part: DailyRule) => Math.min(a[part], b[part]);
  const longer = (part: PauseRule): PauseRange => ({
    min: Math.max(a[part].min, b[part].min),
    max: Math.max(a[part].max, b[part].max),
  });
  return {
    addsPerDay: fewer('addsPerDay'),
    lookupsPerDay: fewer('lookupsPerDay'),
    createsPerDay: fewer('createsPerDay'),
    messagesPerDay: fewer('messagesPerDay'),
    pause: longer('pause'),
    afterAdd: longer('afterAdd'),
    reads: longer('reads'),
  };
}

/** The stricter of two in each of their numbers. */
export function toStricterLimits(a: Limits, b: Limits): Limits {
  const { min, max } = Math;
  const both = (kind: 'demotions' | 'promotions' | 'adds') => ({
    group: min(a[kind].group, b[kind].group),
    run: min(a[kind].run, b[kind].run),
  });
  return {
    removals: {
      percent: min(a.removals.percent, b.removals.percent),
      floor: min(a.removals.floor, b.removals.floor),
      run: min(a.removals.run, b.removals.run),
    },
    demotions: both('demotions'),
    promotions: both('promotions'),
    adds: both('adds'),
    admins: { min: max(a.admins.min, b.admins.min) },
    creates: { run: min(a.creates.run, b.creates.run) },
  };
}
