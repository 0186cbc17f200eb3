import type { DesiredGroup, GroupId } from '../../domain/group.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { GroupPlan, Plan } from '../../domain/plan/plan.ts';
import type { Refusal } from '../../domain/plan/refusal.ts';
import { isTextSetting, settingNames } from '../../domain/settings.ts';
import type { Guard } from '../limits/guard.ts';
import { findPlanRefusals } from '../limits/creates.ts';

/**
 * Files in which one group's list would be put upon another group, each with the file of the other commit whose list it
 * is; both as they lie below the groups folder. Lists are told by what stands in them, since files move: an id that comes
 * into a file that had another one is edited, unless what stands beside it is what that id had before; and so is an id
 * that comes with the list of a group that lost it. Whose list it is nobody has to prove for a group that is new
 * altogether.
 */
export function findEditedIds(head: Organisation, base: Organisation): ReadonlyMap<string, string> {
  const [were, are] = [base.groups.map(toListed), head.groups.map(toListed)];
  const before = new Map(were.map((group) => [toPlace(group), group]));
  const [byId, now] = [indexById(were), indexById(are)];
  const lost = were.filter((group) => hasLostList(group, now));
  return new Map(
    are.flatMap((group) => {
      const was = group.id && byId.get(group.id);
      const here = before.get(toPlace(group));
      // Whatever became of its list, it is the same group's file in the same place.
      if (was && was === here) return [];
      const from = findReplaced(group, was, here, now) ?? findTaken(group, was ?? here, lost);
      return from ? [[group.file, from.file] as const] : [];
    }),
  );
}

/** A group's file, and what it is told by: made once, since where many groups come and go each is compared with each. */
interface Listed extends Pick<DesiredGroup, 'file'> {
  readonly id: GroupId | undefined;
  readonly items: readonly ReadonlySet<string>[];
}

function toListed(group: DesiredGroup): Listed {
  return { id: group.id, file: group.file, items: toItems(group) };
}

function indexById(groups: readonly Listed[]): ReadonlyMap<GroupId, Listed> {
  return new Map(groups.flatMap((group) => (group.id ? [[group.id, group] as const] : [])));
}

/** The plan with a refusal for each of these files: of its group where it names one, else of the whole run. */
export function refuseEditedIds(plan: Plan, files: Pick<ReadonlySet<string>, 'has'>, guard: Guard): Plan {
  const groups = plan.groups.map((group): GroupPlan => {
    const { file } = group.desired;
    return files.has(file) ? { ...group, refusals: [...group.refusals, toRefusal(file, 'group')] } : group;
  });
  const lost = plan.toCreate
    .filter(({ making }) => files.has(making.file))
    .map(({ making }) => toRefusal(making.file, 'run'));
  // What is refused here is not done, and so does not count toward the run.
  return { ...plan, groups, refusals: [...findPlanRefusals({ ...plan, groups }, guard), ...lost] };
}

function toRefusal(file: string, scope: 'group' | 'run'): Refusal {
  return { limit: 'id-edited', scope, file, count: 1, allowed: 0 };
}

/** A file's place, whatever its case and its ending: a file system may not tell these apart, nor should a reviewer have to. */
function toPlace({ file }: Listed): string {
  return file
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.ya?ml$/, '');
}

/** The file that stood here, unless this one only took its place and brought its own list along. */
function findReplaced(
  group: Listed,
  was: Listed | undefined,
  here: Listed | undefined,
  now: ReadonlyMap<GroupId, Listed>,
): Listed | undefined {
  if (!here || here.id === group.id) return undefined;
  // Nobody's list can be put upon a group that does not exist; only the one that stood here may be lost.
  if (!group.id) return here.id && now.has(here.id) ? undefined : here;
  // A first id in a file that had none is a group that is new here.
  if (!here.id && !was) return undefined;
  return was && isOwn(group, was) && measureShare(group, was) > measureShare(group, here) ? undefined : here;
}

/** The group whose list this is more than its own, of those that have lost theirs. `own`: what it had before. */
function findTaken(group: Listed, own: Listed | undefined, lost: readonly Listed[]): Listed | undefined {
  if (!group.id) return undefined;
  const least = own ? measureShare(group, own) : 0;
  return lost.find(
    (other) => other.id !== group.id && isOwn(group, other) && measureShare(group, other) > least,
  );
}

/** True where the group has no file any more, or one with another list. */
function hasLostList(group: Listed, now: ReadonlyMap<GroupId, Listed>): boolean {
  const still = group.id && now.get(group.id);
  return group.id !== undefined && !(still && isOwn(still, group));
}

/** True where at least half of the one stands in the other, and the other way round. */
function isOwn(one: Listed, other: Listed): boolean {
  return measureShare(one, other) >= 0.5;
}

/** How much two files have in common, from 0 to 1: people by number or by handle, since either may be edited as well. */
function measureShare(one: Listed, other: Listed): number {
  return Math.max(...one.items.map((items, index) => countShared(items, other.items[index])));
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string> = new Set()): number {
  let shared = 0;
  for (const item of a) if (b.has(item)) shared += 1;
  return shared / Math.max(a.size, b.size, 1);
}

/** What a file is told by: its people, by number and by handle; without people its texts. */
function toItems(group: DesiredGroup): readonly ReadonlySet<string>[] {
  const { people, knownLids, settings } = group;
  const isBare = people.size + knownLids.size === 0;
  const texts = isBare
    ? settingNames.filter(isTextSetting).flatMap((name) => (settings[name] ? [`text ${settings[name]}`] : []))
    : [];
  const handles = [...people.values()].map(({ handle, key }) => handle ?? key);
  return [people.keys(), handles].map((names) => new Set([...names, ...knownLids, ...texts]));
}
