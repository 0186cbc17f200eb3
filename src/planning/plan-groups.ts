/*
 * Planning: what is to be done so that groups become what their files say, and what had better not be done.
 *
 * Terms
 *
 *   desired      a group as its file wants it; live: as WhatsApp has it, as far as a reading tells. Both are plain data of
 *                the same kind (domain/group.ts): people by key, which is equal for all spellings of one person.
 *   change       one difference that can be acted on: somebody joins, leaves, becomes an admin or stops being one; a
 *                setting or a photo gets another value. It is data: it can be printed, hashed, stored and compared.
 *   left alone   a change that is not made, since a fact stands in its way: a rule of WhatsApp, somebody's wish, doubt
 *                about who somebody is, or that nobody approved it.
 *   refusal      a limit objects to the changes of a group, or to a kind of change in the whole run.
 *   creation     a group that does not exist yet: that it is made, and what is done in it then (creating/).
 *   scheduled    a change that a date will bring, judged as if it were due.
 *   past         what earlier runs remember (domain/past.ts); only `apply` adds to it, but for look-ups that were made.
 *
 * Premise
 *
 *   A program that removes people must be dull where it decides. So everything clever happens before or after the
 *   comparison, and the comparison itself (diff.ts) is a set difference that anybody can check on paper:
 *
 *   - Both sides are made alike first. Numbers get one spelling, hidden members are told apart as far as look-ups, other
 *     groups and the memory know them, and what a file's mode takes no part in is no difference at all.
 *   - Rules that ignore something change what is compared; none filters what comes out. Whoever asks why a change is
 *     missing finds it among what is left alone, with the reason.
 *   - Obstacles are facts, limits are opinions. "WhatsApp lets nobody change an owner" holds for one change and no matter
 *     what people want; the others go on. "Ten people are too many for one day" is somebody's guard against a mistake: if
 *     it objects, the whole group stands still, for nobody knows which of the ten is the mistake.
 *   - Dates approve nothing. What a day brings was in a plan that somebody read, with that day in its id, or it waits.
 *   - Whoever may be somebody else than they seem waits. A member without a number may be the one who seems to be missing;
 *     somebody who seems to be a stranger may be known by another number. To do nothing is always possible again tomorrow.
 *   - Absence proves little. Only a reading that proves itself complete says that somebody is gone (`provesAbsence`).
 *
 * How a plan comes about
 *
 *   for each group of the account, in the order of their files:
 *     without a reading:      nothing is due there; its dates are told all the same
 *     identify                who is who: a number for each hidden member who can be told, and for each who asks to come
 *     doubt those vanished    many who are missing at once from a list without a count are not believed gone
 *     diff                    desired minus live, live minus desired, roles, settings, photo
 *     heed obstacles          each change that a fact stands against is left alone, with the first fact that does
 *     fit                     what 1,024 places do not hold is left alone
 *     close the door          where somebody leaves, the link that they may have is made anew, if the policy wants that
 *     judge                   the limits of the group, over what is left
 *     dates                   the same for each coming day, on the group as it would be by then
 *   for each file without an id: the same, on the group as WhatsApp would make it; what stands in the way of making it
 *   then, over all groups:    the limits of the run, for each kind of change, with what the last 24 hours had
 *
 *   `approvePlan` takes a plan and what somebody approved, leaves the rest alone, and judges once more. Before each request
 *   `apply` plans that one group again from a fresh reading, so that what it does is due at that moment; there is no list
 *   of things to do that could grow old.
 *
 * Why not otherwise
 *
 *   Why is there no dry-run flag? A flag can be forgotten, or read the wrong way round. `plan` cannot write, since nothing
 *   that writes is within the reach of its imports, and a test holds that (test/architecture.test.ts).
 *
 *   Why does a limit refuse, and not do the first ten? Which ten is chance, and half a mistake is still one. Worse, the
 *   other half would follow the next day, with nobody asked.
 *
 *   Why are ids approved, and not effects ("three people leave")? The effect can stay the same while the people change. An
 *   id is equal exactly when the same would happen to the same person in the same group, whatever else is in the plan; so
 *   an approval outlives a run that was cut short, and no other change slips in under it.
 *
 *   Why is who comes by the link no change? Nobody can carry it out, and nobody is to be called for because somebody takes
 *   their time. It is approved all the same, and judged, since whoever asks to come is let in by that.
 *
 *   Why do removals come last? Whatever goes wrong before then has taken nothing from anybody. The new number is in before
 *   the old one goes, the new admin is made before the old one is none, and each removal rests on a reading of just then.
 *
 *   Why is a whole group judged, and not each change? A mistake looks like many small, reasonable changes: an emptied list,
 *   a column that slipped, a server that tells half of the truth. It shows only in their number.
 *
 *   Why is a group to make a group like others? Who reads the plan wants to know who will be in it. So its people, its settings
 *   and its limits come from the very same comparison, with a group that nobody is in; only its id is one of ours until it
 *   is there. What was approved is about the file and the person, and holds when the group has got its own.
 *
 *   Why is nothing here asynchronous? The same input gives the same plan, on every machine and in every test. Whatever has
 *   to be asked was asked before (reading/), and is part of the input.
 */

import type { LiveGroup, Reading } from '../domain/group.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PersonKey } from '../domain/people/person.ts';
import type { Change } from '../domain/plan/change.ts';
import type { GroupPlan, KnownGroup, Plan } from '../domain/plan/plan.ts';
import { findAllGroups } from '../domain/plan/plan.ts';
import type { Scheduled } from '../domain/plan/scheduled.ts';
import { fitChanges } from './capacity.ts';
import { planCreation } from './creating/plan-creation.ts';
import { findScheduled, toImagined, withAbsent, withObstacles } from './dates/coming-changes.ts';
import { judgeScheduled } from './dates/judge-coming.ts';
import type { DiffInput } from './diff.ts';
import { diffGroup } from './diff.ts';
import { doubtVanished } from './identity/vanished.ts';
import { identifyRequests } from './identity/who-knocks.ts';
import { identify, withShownLids } from './identity/who-is-who.ts';
import type { Guard } from './limits/guard.ts';
import { findLifted, toNotice, withRunLifted } from './limits/lifted.ts';
import { findGroupRefusals } from './limits/limits.ts';
import { findPlanRefusals } from './limits/creates.ts';
import { withRenewal } from './link-renewal.ts';
import { findNotices } from './notices.ts';
import type { Facts } from './obstacles/obstacle-facts.ts';
import { heedObstacles } from './obstacles/obstacles.ts';
import type { Ground, PlanInput } from './plan-input.ts';
import { isKnown, toGround, toReading } from './plan-input.ts';
import { simulate } from './simulate.ts';

/** Compares every group of one account with its file: what is due, what is left alone, what the limits object to. */
export function planGroups(input: PlanInput): Plan {
  const { groups } = input.organisation;
  const own = groups
    .filter(({ account }) => account === input.account)
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const ground = toGround(input);
  const { guard } = ground;
  const known = own
    .filter(isKnown)
    .map((desired) => planGroup(desired, toReading(desired, input), input, ground));
  const toCreate = own
    .filter((desired) => !isKnown(desired))
    .map((desired) =>
      planCreation(desired, ground, (unmade, reading) => planGroup(unmade, reading, input, ground)),
    );
  const planned = judgeScheduled(findAllGroups({ groups: known, toCreate }), guard);
  const judged = withRunLifted(planned, guard);
  return {
    account: input.account,
    groups: judged.slice(0, known.length),
    toCreate: toCreate.map((creation, index) => ({
      ...creation,
      group: judged[known.length + index] ?? creation.group,
    })),
    elsewhere: groups.length - own.length,
    refusals: findPlanRefusals({ groups: known, toCreate }, guard),
  };
}

/** One group's part of the plan; `apply` makes it again from every fresh reading. */
export function planGroup(
  desired: KnownGroup,
  reading: Reading,
  input: PlanInput,
  ground: Ground = toGround(input),
): GroupPlan {
  if (reading.kind === 'unreadable') return planUnread(desired, reading, ground);
  const { guard, knowledge } = ground;
  const identified = withShownLids(identify(reading.group, knowledge), knowledge);
  const live = doubtVanished(identifyRequests(identified, knowledge), input.past, input.now);
  const differences = diffGroup(toComparison(desired, live, ground));
  const settled = settle(differences, toFacts(desired, live, ground), guard);
  const { changes, leftAlone } = withRenewal(settled, desired, live, input);
  const there = withAbsent(simulate(withoutRequests(live), changes), leftAlone);
  return {
    desired,
    reading: { kind: 'read', group: live },
    changes,
    leftAlone,
    refusals: findGroupRefusals(desired, live, changes, guard),
    scheduled: withObstacles(planDates(desired, there.live, ground), (key) => there.absent.get(key)),
    notices: [
      ...findNotices(desired, live, input.organisation, guard),
      ...findLifted(desired, live, changes, guard).map(toNotice),
    ],
  };
}

/** Who asks today says nothing of a day to come: by then they are in, or were told that they are not. */
function withoutRequests(live: LiveGroup): LiveGroup {
  const { requests: _, ...rest } = live;
  return rest;
}

/** Of a group's differences those that nothing stands in the way of, in their order, and those that are left alone. */
function settle(differences: readonly Change[], facts: Facts, guard: Guard) {
  const settled = heedObstacles(differences, facts);
  const fitted = fitChanges(settled.changes, facts.live, guard);
  return { changes: fitted.changes, leftAlone: [...settled.leftAlone, ...fitted.leftAlone] };
}

/** A group that could not be read: nothing is done there, but what its dates will bring is no secret. */
function planUnread(desired: KnownGroup, reading: Reading, ground: Ground): GroupPlan {
  const imagined = toImagined(desired, ground.guard.today);
  const scheduled = withObstacles(planDates(desired, imagined, ground), () => 'unreadable');
  return { desired, reading, changes: [], leftAlone: [], refusals: [], scheduled, notices: [] };
}

/** What dates will bring to a group that is as `live`. */
function planDates(desired: KnownGroup, live: LiveGroup, ground: Ground): Scheduled[] {
  return findScheduled(toComparison(desired, live, ground), (differences, then) =>
    settle(differences, toFacts(desired, then, ground), ground.guard),
  );
}

function toComparison(desired: KnownGroup, live: LiveGroup, { guard, named }: Ground): DiffInput {
  const { accounts, today } = guard;
  return { desired, live, accounts, today, people: named };
}

function toFacts(desired: KnownGroup, live: LiveGroup, { input, guard, knowledge }: Ground): Facts {
  const { policy, people } = input.organisation;
  return {
    desired,
    live,
    knowledge,
    accounts: guard.accounts,
    ...(guard.isSecret && { secretOf: people }),
    protected: policy.protected,
    protectedLids: policy.protectedLids,
    protectedHandles: findHandles(policy.protected, people),
    pace: policy.pace,
    settable: input.settable,
    past: input.past,
    refused: input.refused,
    now: input.now,
    timezone: policy.timezone,
  };
}

/** The handles of these people, as far as they have one. */
function findHandles(keys: ReadonlySet<PersonKey>, people: Organisation['people']): string[] {
  return [...keys].flatMap((key) => people.get(key)?.handle ?? []);
}
