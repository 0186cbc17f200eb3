import { toDay } from '../domain/day.ts';
import type { DesiredGroup, GroupId, Reading } from '../domain/group.ts';
import type { Organisation } from '../domain/organisation.ts';
import { hasSecretNumbers } from '../domain/organisation.ts';
import type { OwnGroups } from '../domain/plan/own-groups.ts';
import type { Past } from '../domain/past.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import type { Person, PersonKey, PhoneNumber } from '../domain/people/person.ts';
import type { KnownGroup } from '../domain/plan/plan.ts';
import type { SettingName } from '../domain/settings.ts';
import { findKept } from './base/stricter.ts';
import type { Knowledge, KnownLids } from './identity/knowledge.ts';
import { createKnowledge } from './identity/knowledge.ts';
import type { Guard } from './limits/guard.ts';

/** All that a plan is made from; the same input always gives the same plan. */
export interface PlanInput {
  readonly organisation: Organisation;
  /** The account's name in the policy. */
  readonly account: string;
  /** A reading of every group of the account that has an id. */
  readonly readings: ReadonlyMap<GroupId, Reading>;
  readonly lids: KnownLids;
  /** Numbers that this run has found not to be on WhatsApp. */
  readonly refused?: ReadonlySet<PhoneNumber>;
  /** What the server can set beyond what GOWA can; absent: nothing, or nobody asked. */
  readonly settable?: ReadonlySet<SettingName>;
  /** Groups from which this run has removed somebody, verified. */
  readonly removed?: ReadonlySet<GroupId>;
  readonly past: Past;
  /** Groups of the account that are in no file: looked at where a group is to be made. Absent: nobody could ask. */
  readonly own?: OwnGroups;
  /** The other end is a sandbox, whose groups are nobody's: they may be made without a memory. */
  readonly isSandbox?: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What follows from a plan's input for all of its groups, made once. */
export interface Ground {
  readonly input: PlanInput;
  readonly guard: Guard;
  readonly knowledge: Knowledge;
  /** Everybody whom changes name, those too whose secret numbers only the other commit has. */
  readonly named: ReadonlyMap<PersonKey, Person>;
}

/** What all groups of a plan are judged by. */
export function toGround(input: PlanInput): Ground {
  if (input.organisation.unopened !== undefined)
    throw new Error('Nobody plans for people whose numbers were not opened.');
  const { people, former } = input.organisation;
  return {
    input,
    guard: toGuard(input),
    knowledge: toKnowledge(input),
    named: former ? new Map([...former, ...people]) : people,
  };
}

/** True for a group that has an id. */
export function isKnown(desired: DesiredGroup): desired is KnownGroup {
  return desired.id !== undefined;
}

/** All that tells who is who in the groups of a plan. */
export function toKnowledge({ organisation, lids, past, readings }: PlanInput): Knowledge {
  return createKnowledge({ lids, pairs: past.pairs, readings, people: withAccounts(organisation) });
}

/** Not copied: there may be a million of them, and this is asked for several times a run. */
function withAccounts({ people, policy }: Organisation): Knowledge['people'] {
  const accounts = new Map([...policy.accounts.values()].map((phone) => [toPersonKey(phone), phone]));
  return {
    get: (key) => {
      const phone = accounts.get(key);
      return people.get(key) ?? (phone && { key, phone });
    },
  };
}

/** What the limits and the order need to know besides the group. */
export function toGuard({ organisation, past, now }: PlanInput): Guard {
  const { limits, timezone } = organisation.policy;
  const keys = new Set<PersonKey>(findKept(organisation.policy));
  return {
    limits,
    minAdmins: limits.admins.min,
    accounts: keys,
    past,
    today: toDay(now, timezone),
    ...(hasSecretNumbers(organisation) && { isSecret: true }),
  };
}

/** A group's reading; one that nobody read counts as a failed one, never as an empty group. */
export function toReading(desired: KnownGroup, { readings }: Pick<PlanInput, 'readings'>): Reading {
  return readings.get(desired.id) ?? { kind: 'unreadable', reason: 'failed', text: 'it was not read' };
}
