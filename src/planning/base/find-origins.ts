import type { Change } from '../../domain/plan/change.ts';
import { isPersonChange, isPhotoChange } from '../../domain/plan/change.ts';
import type { DesiredGroup, Mode, Modes } from '../../domain/group.ts';
import { settingNames } from '../../domain/settings.ts';
import { toIdentity } from '../../domain/plan/change-identity.ts';
import { holdsFor } from '../../domain/organisation.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type {
  LowerMode,
  ManagedKey,
  NewNumber,
  Origin,
  Relaxed,
  Stopped,
  Unread,
  Untold,
} from '../../domain/origin.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { findAllGroups, isRefused } from '../../domain/plan/plan.ts';
import { findDueDay } from '../due-day.ts';

/**
 * The other commit's files as far as whose change it is can be told from them: what is due with half a list would pass
 * for a change of the phone's. What is missing here counts as the pull request's, the one that is looked at. All groups
 * are the account's, whatever it was called: those that were not read have no changes anyway.
 */
export function toComparable(base: Organisation, unread: readonly Unread[], account: string): Organisation {
  const isUntold = (...kinds: Untold[]) => unread.some(({ what }) => kinds.includes(what));
  if (isUntold('policy')) return { ...base, groups: [] };
  const files = new Set(
    unread.filter(({ what }) => what === 'group' || what === 'id').map(({ file }) => file),
  );
  const hasLists = !isUntold('people', 'protected');
  const common = unread.filter(({ what }) => what === 'defaults');
  const groups = base.groups
    .filter((group) => !files.has(group.file) && !common.some(({ file }) => holdsFor(file, group.file)))
    .map((group): DesiredGroup => ({ ...group, account, ...(!hasLists && noLists) }));
  return { ...base, groups };
}

const noLists = { lists: { members: false, admins: false }, people: new Map() } as const;

/** Photos of the other commit that are no pictures there, where the plan has another one. */
export function findUnreadPhotos({ groups }: Plan, base: Organisation): Unread[] {
  const changed = new Set(
    groups.filter(({ changes }) => changes.some(isPhotoChange)).map(({ desired }) => desired.id),
  );
  return base.groups
    .filter(({ id, photo }) => id && changed.has(id) && photo?.kind === 'file' && !photo.picture)
    .map(({ file }) => ({ file, what: 'photo' }));
}

/**
 * Whose change each change of a plan is, by its identity (`toIdentity`). `base` is the plan for the other commit's files, made from the same readings;
 * `isPending` tells what an earlier plan file approved. What a limit stopped there and lets through now is whose files
 * made that so: nobody else would have it carried out.
 */
export function findOrigins(
  plan: Plan,
  base: Plan,
  isPending: (change: Change) => boolean,
): ReadonlyMap<string, Origin> {
  const due = new Map(allChanges(base).map((fated) => [toIdentity(fated.change), fated]));
  return new Map(
    allChanges(plan).map(({ change, isStopped }) => {
      const identity = toIdentity(change);
      const atBase = due.get(identity);
      const isLetThrough = atBase?.isStopped === true && !isStopped;
      return [identity, toOrigin(isLetThrough ? undefined : atBase?.change, isPending(change))];
    }),
  );
}

function toOrigin(atBase: Change | undefined, isPending: boolean): Origin {
  if (!atBase) return 'pull-request';
  if (isPending) return 'earlier-merge';
  return isPersonChange(atBase) && findDueDay(atBase) !== undefined ? 'date' : 'phone';
}

interface Fated {
  readonly change: Change;
  /** A limit objects to it. */
  readonly isStopped: boolean;
}

/** Those of today and those that dates will bring. */
function allChanges(plan: Plan): Fated[] {
  return findAllGroups(plan).flatMap((group) => [
    ...group.changes.map((change) => ({ change, isStopped: isRefused(plan, group, change) })),
    ...group.scheduled.map((coming) => ({
      change: coming.change,
      isStopped: coming.refusal !== undefined || group.refusals.length > 0,
    })),
  ]);
}

/**
 * Groups that the other commit manages and these files do not. `isIgnored`: the file is there under another name;
 * `edited`: the files whose list is another group's now.
 */
export function findStopped(
  head: Organisation,
  base: Organisation,
  isIgnored: (file: string) => boolean,
  edited: ReadonlySet<string>,
): Stopped[] {
  const ids = new Set(head.groups.map(({ id }) => id));
  return base.groups
    .filter(({ id }) => id !== undefined && !ids.has(id))
    .map(({ file, settings }): Stopped => {
      const how = edited.has(file) ? 'id-edited' : isIgnored(file) ? 'ignored' : 'deleted';
      return { file, ...(settings.name !== undefined && { name: settings.name }), how };
    })
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

/** Groups of which the files look after less than the other commit's do. Modes are compared where its policy is known. */
export function findRelaxed(head: Organisation, base: Organisation, unread: readonly Unread[]): Relaxed[] {
  const before = new Map(base.groups.map((group) => [group.id, group]));
  const isPolicyKnown = unread.every(({ what }) => what !== 'policy');
  return head.groups.flatMap((group): Relaxed[] => {
    const old = group.id && before.get(group.id);
    if (!old) return [];
    const keys = findKeys(old).filter((key) => !findKeys(group).includes(key));
    const modes = isPolicyKnown ? findLowerModes(group, old) : [];
    if (keys.length + modes.length === 0) return [];
    const name = group.settings.name ?? old.settings.name;
    return [{ file: group.file, ...(name !== undefined && { name }), keys, modes }];
  });
}

/** What a group's file looks after. */
function findKeys({ settings, photo, lists }: DesiredGroup): ManagedKey[] {
  return [
    ...settingNames.filter((name) => settings[name] !== undefined),
    ...(photo ? (['photo'] as const) : []),
    ...(['members', 'admins'] as const).filter((list) => lists[list]),
  ];
}

/** A mode says something only of what stands in the file, before and now. */
function findLowerModes(group: DesiredGroup, old: DesiredGroup): LowerMode[] {
  const keys = findKeys(group).filter((key) => findKeys(old).includes(key));
  const parts = new Set(keys.map((key) => (key === 'members' || key === 'admins' ? key : 'settings')));
  return [...parts].flatMap((part): LowerMode[] => {
    const [before, after] = [old.manage[part], group.manage[part]];
    return after !== 'exact' && toReach(before, part) > toReach(after, part) ? [{ part, before, after }] : [];
  });
}

/** How far a mode goes; nothing is taken away from settings, so that `additive` is `exact` for them. */
function toReach(mode: Mode, part: keyof Modes): number {
  if (mode === 'observe') return 0;
  return mode === 'exact' || part === 'settings' ? 2 : 1;
}

/** Handles behind which another person's number stands now; another spelling of one number is the same person. */
export function findNewNumbers(head: Organisation, base: Organisation): NewNumber[] {
  const before = new Map([...base.people.values()].map((person) => [person.handle, person]));
  return [...head.people.values()]
    .flatMap((person): NewNumber[] => {
      const old = person.handle === undefined ? undefined : before.get(person.handle);
      if (!old || old.key === person.key) return [];
      const roles = head.groups.flatMap((group) => group.people.get(person.key)?.role ?? []);
      const adminIn = roles.filter((role) => role === 'admin').length;
      return [{ person, before: old.phone, groups: roles.length, adminIn }];
    })
    .toSorted((a, b) => b.adminIn - a.adminIn || b.groups - a.groups || compareHandles(a, b));
}

function compareHandles(a: NewNumber, b: NewNumber): number {
  return (a.person.handle ?? '') < (b.person.handle ?? '') ? -1 : 1;
}
