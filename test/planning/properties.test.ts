import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Change, PersonChange } from '../../src/domain/plan/change.ts';
import { isPersonChange } from '../../src/domain/plan/change.ts';
import type { GroupId, LiveGroup } from '../../src/domain/group.ts';
import { countAdmins } from '../../src/domain/group.ts';
import type { JoinRequest } from '../../src/domain/people/join-request.ts';
import { findRequest, findRequests } from '../../src/domain/people/join-request.ts';
import { Shelf } from '../../src/domain/lazy/made-map.ts';
import type { Person, PersonKey, Role } from '../../src/domain/people/person.ts';
import { settingNames } from '../../src/domain/settings.ts';
import { groupCapacity } from '../../src/domain/whatsapp-facts.ts';
import type { GroupPlan, KnownGroup } from '../../src/domain/plan/plan.ts';
import { findToInvite } from '../../src/domain/plan/to-invite.ts';
import { createIds, findDueIds, toFingerprint } from '../../src/planning/approval.ts';
import { isDone } from '../../src/planning/postcondition.ts';
import { identify } from '../../src/planning/identity/who-is-who.ts';
import { wantedRole } from '../../src/planning/desired-role.ts';
import { hasLid } from '../../src/planning/identity/recognise.ts';
import { findMissing, findUnconfirmed } from '../../src/planning/identity/whom-to-look-up.ts';
import { isAddition } from '../../src/planning/lanes.ts';
import { toPhases } from '../../src/planning/order.ts';
import { planGroup, planGroups } from '../../src/planning/plan-groups.ts';
import { toKnowledge } from '../../src/planning/plan-input.ts';
import type { PlanInput } from '../../src/planning/plan-input.ts';
import { simulate } from '../../src/planning/simulate.ts';
import { keepPeople } from '../../src/reading/keep-people.ts';
import type { Pair } from '../support/arbitrary-pair.ts';
import { everybody, pairs } from '../support/arbitrary-pair.ts';
import {
  account,
  altos,
  byKey,
  hidden,
  lid,
  limits,
  liveGroup,
  living,
  noLimits,
  planInput,
  today,
} from '../support/choir.ts';
import { seenPairs } from '../support/seen-pairs.ts';

/** Printed with a property that fails; the same one draws the same pairs again. */
const runs = { numRuns: 300, seed: Date.now() };
/** So many of the pairs each property is tried on. */
const enough = 180;
const toId = createIds({ secret: new Uint8Array(32), account: account.phone });
const context = { minAdmins: 1, accounts: new Set([account.key]) };

function toInput(pair: Pair, bounds = noLimits): PlanInput {
  const { desired, live, lids, past } = pair;
  const policy = { limits: bounds, protected: pair.protected };
  return planInput([[desired, live]], { lids, past }, policy, everybody);
}

function plan(pair: Pair, bounds = noLimits): GroupPlan {
  return planGroup(pair.desired, { kind: 'read', group: pair.live }, toInput(pair, bounds));
}

/** The plan of a drawn pair as it is, which most properties look at: made once. */
const planOf = once((pair: Pair) => plan(pair));

/** The group as planning sees it, with those identified whom look-ups have told. */
const seen = once((pair: Pair): LiveGroup => identify(pair.live, toKnowledge(toInput(pair))));

function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

function withoutRequests(pair: Pair): Pair {
  const { requests: _, ...live } = pair.live;
  return { ...pair, live };
}

function takes(change: Change): change is PersonChange {
  return change.action === 'remove' || change.action === 'demote';
}

/** With the add that a promotion needs: on its own it could not happen. */
function withItsAdd(change: Change, all: readonly Change[]): Change[] {
  if (change.action !== 'promote') return [change];
  return all.filter((other) => isPersonChange(other) && other.person.key === change.person.key);
}

/** What the seed draws: the same for all properties, so it is drawn once. */
const drawn: Pair[] = [];
beforeAll(() => {
  fc.assert(
    fc.property(pairs, (pair) => void drawn.push(pair)),
    runs,
  );
});

/** Where one of the pairs speaks against it, they are drawn once more, and fast-check looks for a small one. */
function holds(property: (pair: Pair) => void) {
  try {
    let tried = 0;
    for (const pair of drawn) if (tried < enough && isSaidOf(pair, property)) tried += 1;
    expect(tried).toBe(enough);
  } catch (error) {
    fc.assert(fc.property(pairs, property), runs);
    throw error;
  }
}

/** False for a pair that the property says nothing of (`fc.pre`). */
function isSaidOf(pair: Pair, property: (pair: Pair) => void): boolean {
  try {
    property(pair);
    return true;
  } catch (error) {
    if (fc.PreconditionFailure.isFailure(error)) return false;
    throw error;
  }
}

test('every due change is done when it has happened, and is not done before', () => {
  holds((pair) => {
    const live = seen(pair);
    const { changes } = planOf(pair);
    const isProved = (change: Change) =>
      isDone(change, live, simulate(live, withItsAdd(change, changes))) === 'yes' &&
      isDone(change, live, live) === 'no';
    expect(changes.filter((change) => !isProved(change))).toEqual([]);
  });
});

/** The same people, of whom there is no more than a roster until somebody looks. */
function shelve<P extends { readonly role: Role }>(people: ReadonlyMap<PersonKey, P>, isDated = false) {
  const admins = [...people.values()].filter(({ role }) => role === 'admin');
  const roster = {
    keys: [...people.keys()],
    admins: [...people].flatMap(([key, person]) => (admins.includes(person) ? [key] : [])),
    isDated,
    hasLids: [...people.values()].every((person) => 'lid' in person && person.lid !== undefined),
  };
  return new Shelf(1_000).toMap(roster, () => people);
}

/** As many people as before, somebody else among them in the place of the last one. */
function withOneSwapped(live: LiveGroup): LiveGroup {
  const others = [...live.people].slice(0, -1);
  const [last] = [...live.people.values()].slice(-1);
  const stranger = { phone: '447700900999', key: '447700900999' } as Person;
  return last ? { ...live, people: new Map([...others, [stranger.key, { ...last, ...stranger }]]) } : live;
}

/** The same people, the last of whom has another role. */
function withOtherRole(live: LiveGroup): LiveGroup {
  const [last] = [...live.people.values()].slice(-1);
  if (!last) return live;
  const role = last.role === 'admin' ? 'member' : 'admin';
  return { ...live, people: new Map([...live.people, [last.key, { ...last, role }]]) };
}

/** Every other one hides their number, the account first; beside them odd ones, of whom two have one LID. */
function withHiding(live: LiveGroup): LiveGroup {
  const members = [...live.people.values()];
  const hiding = members.filter((_, place) => place % 2 === 0);
  const unidentified = [
    ...live.unidentified,
    ...hiding.map(({ lid: own, role, isOwner, key }) => ({ lid: own ?? lid(key), role, isOwner })),
    hidden(everybody[1]?.key ?? '', 'admin'),
    ...['33333', '33333', '00000'].map((digits) => hidden(digits)),
  ];
  return { ...live, people: byKey(members.filter((_, place) => place % 2 === 1)), unidentified };
}

/** Another group of the run, which shows a few voices with their LIDs, and its file. */
const shownElsewhere = everybody
  .slice(0, 8)
  .map((person, place) => living(person, { lid: lid(String(330_000_000_000_002 + place)) }));
const tenors = '120363000000000002@g.us' as GroupId;

/** All that a run says of a group and of who is to be looked up, and not what the group is made of. */
function toSaid({ desired, live, ...pair }: Pair, elsewhere: LiveGroup): string {
  const input = toInput({ ...pair, desired, live });
  const past = {
    ...input.past,
    pairs: seenPairs(everybody.slice(6, 12).map((one, i) => [one.key, lid(String(330_000_000_000_008 + i))])),
  };
  const readings = new Map([...input.readings, [tenors, { kind: 'read' as const, group: elsewhere }]]);
  const whole = { ...input, past, readings };
  const { changes, leftAlone, refusals, scheduled, notices } = planGroup(
    desired,
    { kind: 'read', group: live },
    whole,
  );
  const lookUps = [findMissing([desired], whole), findUnconfirmed([desired], whole)];
  return JSON.stringify([changes, leftAlone, refusals, scheduled, notices, lookUps]);
}

test('a plan is the same whether people are there or only their roster is, in sync or not, hidden or not', () => {
  const elsewhere = liveGroup({ id: tenors, people: shownElsewhere });
  holds((pair) => {
    const { desired, live } = pair;
    const isDated = [...desired.people.values()].some(
      ({ memberFrom, memberUntil, adminFrom, adminUntil }) =>
        (memberFrom ?? memberUntil ?? adminFrom ?? adminUntil) !== undefined,
    );
    const shelved = { ...desired, people: shelve(desired.people, isDated) };
    const after = simulate(live, planOf(pair).changes);
    const groups = [
      live,
      after,
      withOneSwapped(after),
      withOtherRole(after),
      withHiding(live),
      withHiding(after),
    ];
    const isEqual = groups.map((group) => {
      const whole = toSaid({ ...pair, live: group }, elsewhere);
      const kept = keepPeople(group);
      // Whoever has more to them than numbers is not packed.
      const glanced = kept === group ? { ...group, people: shelve(group.people) } : kept;
      return whole === toSaid({ ...pair, desired: shelved, live: glanced }, keepPeople(elsewhere));
    });
    expect(isEqual).toEqual(groups.map(() => true));
  });
});

test('a setting that the file does not mention is untouched', () => {
  holds((pair) => {
    const { changes } = planOf(pair);
    const after = simulate(seen(pair), changes).settings;
    const changed = settingNames.filter((name) => after[name] !== pair.live.settings[name]);
    expect(changed.filter((name) => pair.desired.settings[name] === undefined)).toEqual([]);
  });
});

test('people whom the file has no list for are untouched', () => {
  holds((pair) => {
    const lists = { members: false, admins: false };
    const { changes } = plan({ ...pair, desired: { ...pair.desired, lists, people: new Map() } });
    expect(changes.filter(isPersonChange)).toEqual([]);
  });
});

test('owner, accounts, the protected and those known by LID are neither demoted nor removed', () => {
  holds((pair) => {
    for (const change of planOf(pair).changes.filter(takes)) {
      const member = seen(pair).people.get(change.person.key);
      expect(member?.isOwner).toBe(false);
      expect(pair.protected.has(change.person.key)).toBe(false);
      expect(change.person.key).not.toBe(account.key);
    }
  });
});

test('whom the file knows by LID is never touched', () => {
  holds((pair) => {
    for (const change of planOf(pair).changes.filter(isPersonChange)) {
      const lid = seen(pair).people.get(change.person.key)?.lid;
      expect(lid !== undefined && pair.desired.knownLids.has(lid)).toBe(false);
    }
  });
});

test('nobody without an identity is in any change, and nobody is added who may be one of them', () => {
  holds((pair) => {
    const live = seen(pair);
    const hiddenLids = new Set(live.unidentified.map(({ lid }) => lid));
    for (const change of planOf(pair).changes.filter(isPersonChange)) {
      const answer = pair.lids.get(change.person.key);
      const isThere = live.people.has(change.person.key);
      expect(isThere).toBe(change.before !== undefined);
      const asksByLid = findRequest(pair.live, change.person.key)?.lid !== undefined;
      const isProven = isThere || hiddenLids.size === 0 || answer?.kind === 'lid' || asksByLid;
      expect(isProven && !(answer?.kind === 'lid' && hiddenLids.has(answer.lid))).toBe(true);
    }
  });
});

test('every prefix of the changes keeps an admin and the size of a group', () => {
  holds((pair) => {
    const live = seen(pair);
    const { changes, refusals } = plan(pair, { ...noLimits, admins: { min: 1 } });
    fc.pre(refusals.length === 0);
    const before = countAdmins(live, context.accounts);
    for (let count = 1; count <= changes.length; count += 1) {
      const then = simulate(live, changes.slice(0, count));
      expect(countAdmins(then, context.accounts)).toBeGreaterThanOrEqual(Math.min(before, 1));
      expect(then.people.get(account.key)?.role).toBe('admin');
      expect(then.people.size + then.unidentified.length).toBeLessThanOrEqual(groupCapacity);
    }
  });
});

test('an admin is taken without the promotions only where enough are left without them', () => {
  holds((pair) => {
    const live = seen(pair);
    const { changes } = plan(pair, { ...noLimits, admins: { min: 1 } });
    const { room, destructive } = toPhases(changes, live, context);
    const atOnce = [...room, ...destructive].filter((change) => !change.needs);
    const before = countAdmins(live, context.accounts);
    const waits = destructive.some(({ needs }) => needs);
    const without = countAdmins(simulate(live, waits ? atOnce : []), context.accounts);
    expect(without).toBe(before);
    expect(room.every(({ needs }) => needs === undefined)).toBe(true);
  });
});

test('after all that was due there is nothing due, but what the group had no place for', () => {
  holds((pair) => {
    const { changes, leftAlone } = planOf(pair);
    const after = { ...pair, live: simulate(seen(pair), changes) };
    // Who was full out may come in once the removals have made places.
    const waited = new Set(
      leftAlone.filter(({ reason }) => reason === 'full').map(({ change }) => toWho(change)),
    );
    const rest = plan(after).changes.filter((change) => !waited.has(toWho(change)));
    expect(rest).toEqual([]);
  });
});

function toWho(change: Change | undefined): string | undefined {
  return change && isPersonChange(change) ? change.person.key : undefined;
}

test('every difference is due or left alone, and nobody is in both', () => {
  holds((pair) => {
    const { changes, leftAlone } = planOf(pair);
    const due = new Set(changes.map((change) => `${change.action} ${toWho(change) ?? ''}`));
    const left = leftAlone.flatMap(({ change }) =>
      change && isPersonChange(change) ? [`${change.action} ${change.person.key}`] : [],
    );
    expect(left.filter((what) => due.has(what))).toEqual([]);
    expect(leftAlone.map(({ reason }) => reason)).not.toContain('not-approved');
  });
});

function shuffled<K, V>(map: ReadonlyMap<K, V>, isReversed: boolean): ReadonlyMap<K, V> {
  const entries = [...map];
  const middle = Math.floor(entries.length / 2);
  const cut = [...entries.slice(middle), ...entries.slice(0, middle)];
  return new Map(isReversed ? cut.toReversed() : cut);
}

function toJson(input: PlanInput): string {
  const made = planGroups(input);
  const ids = findDueIds(made, toId);
  const groups = made.groups.map(({ desired, reading: _reading, ...rest }) => ({
    ...rest,
    file: desired.file,
  }));
  return JSON.stringify([{ ...made, groups }, ids, toFingerprint(ids)]);
}

test('the order of files, lists, members and look-ups does not matter', () => {
  fc.assert(
    fc.property(fc.array(pairs, { minLength: 1, maxLength: 4 }), fc.boolean(), (several, isReversed) => {
      const own = several.map((pair, i) => {
        const id = `12036300000000000${i}@g.us` as GroupId;
        const desired: KnownGroup = { ...pair.desired, id, file: `${i}.yaml` };
        return [desired, { ...pair.live, id }] as const;
      });
      const [first] = several;
      const known = { lids: first?.lids ?? new Map(), ...(first && { past: first.past }) };
      const other = own.map(([desired, live]) => {
        const people = shuffled(desired.people, isReversed);
        const unidentified = live.unidentified.toReversed();
        const mixed: LiveGroup = { ...live, people: shuffled(live.people, !isReversed), unidentified };
        const knownLids = new Set([...desired.knownLids].toReversed());
        return [{ ...desired, people, knownLids }, mixed] as const;
      });
      const reordered = { ...known, lids: shuffled(known.lids, true) };
      expect(toJson(planInput(other.toReversed(), reordered))).toBe(toJson(planInput(own, known)));
    }),
    { numRuns: 150 },
  );
});

/** Changes with their people by key, whatever the spelling. */
function bare({ changes }: GroupPlan) {
  return changes.map((change) =>
    isPersonChange(change) ? { ...change, person: change.person.key } : change,
  );
}

test('the other spelling of a listed person changes nothing but the spelling of an add', () => {
  holds((pair) => {
    const people = new Map(
      [...pair.desired.people].map(([key, person]) => [key, { ...person, phone: respell(person.phone) }]),
    );
    const other = plan({ ...pair, desired: { ...pair.desired, people } });
    expect(bare(other)).toEqual(bare(planOf(pair)));
    for (const { action, person } of other.changes.filter(isPersonChange)) {
      const named = people.get(person.key) ?? everybody.find(({ key }) => key === person.key);
      const spelt = seen(pair).people.get(person.key) ?? toAsking(action, person.key, pair) ?? named;
      expect(person.phone).toBe(spelt?.phone);
    }
  });
});

/** Whoever asks is let in by the number that they ask by; by a LID alone, under the one that the files give it. */
function toAsking(action: string, key: PersonKey, pair: Pair): Person | undefined {
  if (action !== 'add') return undefined;
  const isByLid = findHiddenLane(pair, key) === 'knock';
  return (
    findRequest(pair.live, key)?.person ?? (isByLid ? everybody.find((one) => one.key === key) : undefined)
  );
}

function respell<T extends string>(phone: T): T {
  return phone.replace(/^(5520)9?(\d{8})$/, (all, area: string, rest: string) =>
    all.length === 13 ? `${area}${rest}` : `${area}9${rest}`,
  ) as T;
}

test('a plan under observe has no changes', () => {
  holds((pair) => {
    const manage = { members: 'observe', admins: 'observe', settings: 'observe' } as const;
    expect(plan({ ...pair, desired: { ...pair.desired, manage } }).changes).toEqual([]);
  });
});

test('a plan under additive takes nothing away', () => {
  holds((pair) => {
    const manage = { members: 'additive', admins: 'additive', settings: 'exact' } as const;
    expect(plan({ ...pair, desired: { ...pair.desired, manage } }).changes.filter(takes)).toEqual([]);
  });
});

test('a live admin is removed only where both lists are given and exact', () => {
  holds((pair) => {
    const { lists, manage } = pair.desired;
    const isWhole = lists.members && lists.admins && manage.members === 'exact' && manage.admins === 'exact';
    fc.pre(!isWhole);
    const removed = planOf(pair).changes.filter(({ action }) => action === 'remove');
    expect(removed.filter((change) => isPersonChange(change) && change.before === 'admin')).toEqual([]);
  });
});

test('without a whole list of people, without the right, in a suspended group: nobody is touched', () => {
  holds((pair) => {
    const untouchable = [{ peopleComplete: false }, { suspended: true }, { self: 'member' as const }];
    for (const more of untouchable) {
      const changes = plan({ ...pair, live: { ...pair.live, ...more } }).changes.filter(isPersonChange);
      expect(changes).toEqual([]);
    }
  });
});

test('ids are unique within a plan', () => {
  holds((pair) => {
    const made = planGroups(toInput(pair, limits));
    const dates = made.groups.flatMap(({ scheduled }) => scheduled.map(({ change }) => toId(change)));
    const ids = [...findDueIds(made, toId), ...dates];
    expect(new Set(ids).size).toBe(ids.length);
    expect(made.groups[0]?.desired.id).toBe(altos);
  });
});

test('what comes on a date is due on that day, for that reason', () => {
  holds((drawnPair) => {
    // Who asks today says nothing of that day.
    const pair = withoutRequests(drawnPair);
    const made = planOf(pair);
    const after = { ...pair, live: simulate(seen(pair), made.changes) };
    for (const next of made.scheduled.filter(({ obstacle }) => obstacle === undefined).slice(0, 1)) {
      const now = Date.parse(`${next.on}T12:00:00Z`);
      const then = planGroup(after.desired, { kind: 'read', group: after.live }, { ...toInput(after), now });
      expect(then.changes.map(toId)).toContain(toId(next.change));
    }
  });
});

const toLosses = ({ changes }: GroupPlan) => changes.filter(takes).map(toId).toSorted();
const isAdd = (change: Change): change is PersonChange => change.action === 'add';
const toJoins = ({ changes, leftAlone }: GroupPlan) =>
  [...changes, ...leftAlone.flatMap(({ change }) => change ?? [])].filter(isAdd).map(toId).toSorted();

describe('whoever asks to be let in', () => {
  test('is let in only where the file lists them today, and never just added', () => {
    holds((pair) => {
      for (const { person, lane = 'add' } of planOf(pair).changes.filter(isAdd)) {
        const listed = pair.desired.people.get(person.key);
        expect(listed ? wantedRole(listed, today) : 'none').not.toBe('none');
        expect(lane).toBe(findRequest(pair.live, person.key) ? 'knock' : findHiddenLane(pair, person.key));
      }
    });
  });

  test('is let in, told, or in the group', () => {
    holds((pair) => {
      const { changes, leftAlone } = planOf(pair);
      const concerned = [...changes, ...leftAlone.flatMap(({ change }) => change ?? [])].filter(
        isPersonChange,
      );
      const told = new Set([
        ...concerned.map(({ person }) => person.key),
        ...leftAlone.map(({ other }) => other?.key),
      ]);
      const live = seen(pair);
      const isInside = ({ person, lid }: JoinRequest) =>
        (person && live.people.has(person.key)) || (lid && hasLid(live, lid));
      const named = findRequests(pair.live).filter(({ person }) => person);
      expect(named.filter((one) => !told.has(one.person?.key) && !isInside(one))).toEqual([]);
    });
  });

  test('takes nothing from anybody, and changes nobody’s id', () => {
    holds((pair) => {
      const calm = plan(withoutRequests(pair));
      expect(toLosses(planOf(pair))).toEqual(toLosses(calm));
      expect(toJoins(planOf(pair))).toEqual(toJoins(calm));
    });
  });
});

/** Who asks by a LID that a look-up told is let in as well. */
function findHiddenLane({ live, lids }: Pair, key: PersonKey): string {
  const answer = lids.get(key);
  const asks = answer?.kind === 'lid' && findRequests(live).some(({ lid }) => lid === answer.lid);
  return asks ? 'knock' : 'add';
}

test('where new members are invited nobody is added, whoever would be is to be invited, and all else stays as it is', () => {
  holds((pair) => {
    const byLink = { ...pair.desired, newMembers: 'invite' } as const;
    const added = plan({ ...pair, desired: { ...pair.desired, newMembers: 'add' } });
    const invited = plan({ ...pair, desired: byLink });
    expect(invited.changes.filter((change) => isAddition(change))).toEqual([]);
    const toAdd = added.changes.filter((change) => isAddition(change)).map(toId);
    const guests = new Set(findToInvite(invited).map(({ change }) => toId(change)));
    expect(toAdd.filter((id) => !guests.has(id))).toEqual([]);
    const others = ({ changes }: GroupPlan) => changes.filter(({ action }) => action === 'set').map(toId);
    expect(others(invited)).toEqual(others(added));
    // Nobody loses anything for it: at most an old number waits for one that comes by itself.
    const losses = new Set(toLosses(added));
    expect(toLosses(invited).filter((id) => !losses.has(id))).toEqual([]);
  });
});
