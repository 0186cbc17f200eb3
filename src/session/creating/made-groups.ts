import type { Change } from '../../domain/plan/change.ts';
import type { CreationOutcome } from '../../domain/plan/creation-outcome.ts';
import { toUnmadeId } from '../../domain/plan/creation.ts';
import type { GroupId } from '../../domain/group.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { Creation, GroupPlan, KnownGroup, Plan } from '../../domain/plan/plan.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Approval, ToId } from '../../planning/approval.ts';
import { createIds, isApproved } from '../../planning/approval.ts';
import { approveGroup } from '../../planning/approve-plan.ts';
import { findFormer } from '../../planning/creating/with-created.ts';
import { findWanted } from '../../planning/desired-role.ts';
import type { PlanInput } from '../../planning/plan-input.ts';
import { isKnown, toGuard, toReading } from '../../planning/plan-input.ts';
import { planGroup } from '../../planning/plan-groups.ts';
import { readLive } from '../../reading/read-live.ts';
import { createPhotoReader } from '../live-photos.ts';
import type { Work } from '../work.ts';

/** The groups that are there by now, and what is to be set in them. */
export interface MadeGroups {
  readonly plan: Plan;
  readonly input: PlanInput;
  readonly toId: ToId;
  /** What became of each that was to be made, with who is in it by now. */
  readonly creations: readonly CreationOutcome[];
}

/** Groups that earlier runs made and whose ids are not in their files yet; `files`: as they were read. */
export function findUnfiled({ groups }: Organisation, { plan }: Pick<Work, 'plan'>): Creation[] {
  const without = new Set(groups.filter((group) => !isKnown(group)).map(({ file }) => file));
  return plan.groups
    .filter(({ desired }) => without.has(desired.file))
    .map((group) => {
      const { file, id, settings } = group.desired;
      const making = { action: 'create', group: toUnmadeId(file), file, name: settings.name ?? '' } as const;
      return { making, group, firsts: [], found: id };
    });
}

/**
 * Reads the groups that were made, and plans what was approved of their settings and photos: people join by `apply`. What was
 * said yes to in a run is about what was shown in it, so that what an earlier one made is set up by ids alone.
 */
export async function planMade(
  creations: readonly CreationOutcome[],
  work: Pick<Work, 'plan' | 'input' | 'line' | 'memory' | 'organisation' | 'key' | 'account'>,
  approval: Approval,
): Promise<MadeGroups> {
  const made = new Map(creations.flatMap(toMade));
  const groups = work.organisation.groups.map((group) => {
    const id = made.get(group.file);
    return id === undefined ? group : { ...group, id };
  });
  const own = groups.filter(isKnown).filter(({ file }) => made.has(file));
  const organisation = { ...work.organisation, groups };
  const input = await readMade(own, { ...work.input, organisation }, work);
  const former = findFormer(groups, input.past);
  const unmade = new Map([...made].map(([file, id]) => [id, toUnmadeId(file)]));
  const toId = createIds(work.key, (id) => unmade.get(id) ?? former(id));
  const taken = new Set(
    creations.flatMap((each) => (each.result === 'taken' ? each.creation.making.file : [])),
  );
  const isOwn = ({ file }: KnownGroup) => approval.kind === 'ids' || !taken.has(file);
  const isAllowed = (change: Change) => isApproved(change, approval, toId);
  const planned = own.map((desired) => planGroup(desired, toReading(desired, input), input));
  const plan = {
    ...work.plan,
    groups: planned.map((group) =>
      narrow(isOwn(group.desired) ? group : { ...group, changes: [] }, isAllowed, input),
    ),
    toCreate: creations.map(({ creation }) => creation),
    refusals: [],
  };
  return { plan, input, toId, creations: creations.map((each) => withJoined(each, planned, input)) };
}

function toMade(outcome: CreationOutcome): [string, GroupId][] {
  const isThere = outcome.result === 'made' || outcome.result === 'taken';
  return isThere ? [[outcome.creation.making.file, outcome.group]] : [];
}

/** People and photos as they are; nobody is looked up, since nobody can hide in a group that was just made. */
async function readMade(
  own: readonly KnownGroup[],
  input: PlanInput,
  { line, memory }: Pick<Work, 'line' | 'memory'>,
): Promise<PlanInput> {
  if (own.length === 0) return input;
  const { readings, lids } = await readLive(line.reader, own, input, {
    readPhoto: createPhotoReader(line, input.past, memory.record),
    people: 0,
    asks: 0,
    onAsk: async () => undefined,
    onAnswer: async () => undefined,
  });
  const { today } = toGuard(input);
  for (const desired of own) {
    const reading = readings.get(desired.id);
    if (reading?.kind !== 'read') continue;
    const wanted = findWanted(desired, today);
    await memory.record({ type: 'group-read', group: desired.id, live: reading.group, wanted });
  }
  return { ...input, lids, readings: new Map([...input.readings, ...readings]) };
}

/** Only what is set is this run's; whoever is to join is not left alone, but the next one's. */
function narrow(group: GroupPlan, isAllowed: (change: Change) => boolean, input: PlanInput): GroupPlan {
  const own = { ...group, changes: group.changes.filter(({ action }) => action === 'set') };
  return approveGroup(own, isAllowed, toGuard(input));
}

/** Whom the reading shows, the accounts aside. */
function withJoined(
  outcome: CreationOutcome,
  groups: readonly GroupPlan[],
  input: PlanInput,
): CreationOutcome {
  if (outcome.result !== 'made' && outcome.result !== 'taken') return outcome;
  const group = groups.find(({ desired }) => desired.file === outcome.creation.making.file);
  if (group?.reading.kind !== 'read') return outcome;
  const { accounts } = toGuard(input);
  const people: Person[] = [...group.reading.group.people.values()].filter(({ key }) => !accounts.has(key));
  const toNamed = (person: Person) => group.desired.people.get(person.key) ?? person;
  return { ...outcome, joined: people.map(toNamed) };
}
