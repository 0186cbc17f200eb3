import type { IdMap } from './ids.ts';

/** One difference, at a path like `results.Participants[2].IsAdmin`. */
export interface Difference {
  readonly at: string;
  readonly recorded: string;
  readonly replayed: string;
}

/** What may differ, beside ids (recordings README, "Replaying"). */
const FREE_KEYS = new Set(['ParticipantVersionID', 'AnnounceVersionID', 'created_at']);
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)$/;

/** Returns how a replayed JSON value differs from the recorded one; `fixedTimes`: those that the world fixes. */
export function findDifferences(
  recorded: unknown,
  replayed: unknown,
  ids: IdMap,
  fixedTimes: ReadonlySet<string>,
  path = '',
): Difference[] {
  const compare = (one: unknown, other: unknown, at: string): Difference[] =>
    findDifferences(one, other, ids, fixedTimes, at);
  if (Array.isArray(recorded) && Array.isArray(replayed))
    return compareLists(recorded, replayed, path, ids, compare);
  if (isObject(recorded) && isObject(replayed)) return compareObjects(recorded, replayed, path, compare);
  if (typeof recorded === 'string' && typeof replayed === 'string') {
    return agreesOnText(recorded, replayed, ids, fixedTimes) ? [] : [toDifference(path, recorded, replayed)];
  }
  return recorded === replayed ? [] : [toDifference(path, recorded, replayed)];
}

type Compare = (recorded: unknown, replayed: unknown, at: string) => Difference[];

function compareObjects(
  recorded: Record<string, unknown>,
  replayed: Record<string, unknown>,
  path: string,
  compare: Compare,
): Difference[] {
  const [ours, theirs] = [Object.keys(recorded), Object.keys(replayed)];
  if (ours.join() !== theirs.join()) return [toDifference(`${path} (keys)`, ours, theirs)];
  return ours.flatMap((key) => {
    if (FREE_KEYS.has(key))
      return typeof recorded[key] === typeof replayed[key]
        ? []
        : [toDifference(`${path}.${key}`, recorded[key], replayed[key])];
    return compare(recorded[key], replayed[key], path === '' ? key : `${path}.${key}`);
  });
}

function compareLists(
  recorded: readonly unknown[],
  replayed: readonly unknown[],
  path: string,
  ids: IdMap,
  compare: Compare,
): Difference[] {
  if (recorded.length !== replayed.length) {
    return [toDifference(`${path}.length`, recorded.length, replayed.length)];
  }
  const ordered = isGroupList(recorded) && isGroupList(replayed);
  if (ordered && !isSorted(replayed)) return [toDifference(path, 'ordered by id', 'not ordered by id')];
  const contacts = path === 'results.data' && isContactList(recorded);
  const paired = ordered
    ? pairGroups(recorded, replayed, ids)
    : contacts
      ? sortBoth(recorded, replayed)
      : zip(recorded, replayed);
  return paired.flatMap(([one, other], at) => compare(one, other, `${path}[${at}]`));
}

interface Group {
  readonly JID: string;
  readonly Name: string;
}

function isGroupList(list: readonly unknown[]): list is readonly Group[] {
  return (
    list.length > 0 &&
    list.every((one) => isObject(one) && 'OwnerJID' in one && typeof one['JID'] === 'string')
  );
}

function isContactList(list: readonly unknown[]): boolean {
  return list.length > 0 && list.every((one) => isObject(one) && Object.keys(one).join() === 'jid,name');
}

function isSorted(groups: readonly Group[]): boolean {
  return groups.every((group, at) => at === 0 || (groups[at - 1]?.JID ?? '') < group.JID);
}

/** Groups are listed by id, and new ones have other ids in a replay: pair them by the map, then by name. */
function pairGroups(
  recorded: readonly Group[],
  replayed: readonly Group[],
  ids: IdMap,
): [unknown, unknown][] {
  const left = [...replayed];
  const take = (wanted: (group: Group) => boolean): Group | undefined => {
    const at = left.findIndex(wanted);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const known = recorded.map((group) => {
    const id =
      ids.find(group.JID.replace('@g.us', '')) ?? (group.JID.startsWith('120363') ? undefined : group.JID);
    return id === undefined
      ? undefined
      : take((one) => one.JID.replace('@g.us', '') === id.replace('@g.us', ''));
  });
  return recorded.map((group, at) => [
    group,
    known[at] ?? take((one) => one.Name === group.Name) ?? left.shift(),
  ]);
}

function sortBoth(recorded: readonly unknown[], replayed: readonly unknown[]): [unknown, unknown][] {
  return zip(recorded.toSorted(compareAsJson), replayed.toSorted(compareAsJson));
}

function compareAsJson(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

function zip(recorded: readonly unknown[], replayed: readonly unknown[]): [unknown, unknown][] {
  return recorded.map((one, at) => [one, replayed[at]]);
}

function agreesOnText(
  recorded: string,
  replayed: string,
  ids: IdMap,
  fixedTimes: ReadonlySet<string>,
): boolean {
  if (recorded === replayed && !TIME.test(recorded)) return ids.agrees(recorded, replayed);
  if (TIME.test(recorded)) {
    if (fixedTimes.has(recorded)) return recorded === replayed;
    return TIME.test(replayed) && !fixedTimes.has(replayed) && replayed.endsWith(recorded.slice(-1));
  }
  return ids.agrees(withoutHost(recorded), withoutHost(replayed));
}

/** The host and the expiry of a picture's link may differ. */
function withoutHost(text: string): string {
  return text.replace(/^http:\/\/[^/]+(\/pictures\/.*\?oe=)[0-9A-F]+$/, 'http://host$1');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toDifference(at: string, recorded: unknown, replayed: unknown): Difference {
  return {
    at,
    recorded: JSON.stringify(recorded) ?? 'absent',
    replayed: JSON.stringify(replayed) ?? 'absent',
  };
}
