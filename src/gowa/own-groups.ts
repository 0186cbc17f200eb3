import type { GroupId, LiveGroup } from '../domain/group.ts';
import type { OwnGroup, OwnGroups } from '../domain/plan/own-groups.ts';
import type { Lid, PhoneNumber } from '../domain/people/person.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import { listedGroupsLimit } from '../domain/whatsapp-facts.ts';
import { isShell, isUndated, toLiveGroup } from './to-live-group.ts';
import { attempt, GowaError } from './answers/gowa-error.ts';
import type { Client } from './client.ts';
import type { WireGroup } from './answers/wire.ts';
import type { GroupList } from './answers/group-answers.ts';
import { groupAnswer, parseGroup } from './answers/group-answers.ts';
import { askForList } from './read-groups.ts';
import { listedGroup } from './answers/wire.ts';

/** Whose groups, and which of them are known already. */
interface OwnInput {
  readonly account: PhoneNumber;
  /** The account's own, which stand in groups that hide its number. */
  readonly ownLids: ReadonlySet<Lid>;
  /** Groups that need not be looked at: somebody knows what they are. */
  readonly skip: Pick<ReadonlySet<GroupId>, 'has'>;
  /** Asks after the pause that comes before a group is read by itself. */
  readonly afterPause: <Value>(ask: () => Promise<Value>) => Promise<Value>;
  /** The list of all groups, where it has been asked for a moment ago. */
  readonly list?: Promise<GroupList> | undefined;
}

/** So many groups of which the list tells nothing are read one by one; with more of them it is no whole list. */
const mostShells = 20;

/**
 * The groups that the account owns and nobody knows yet, and how far the list of them goes (docs/gowa.md#t7, #t8). Never throws:
 * a list that cannot be had is one that tells nothing.
 */
export async function readOwnGroups(client: Pick<Client, 'get'>, input: OwnInput): Promise<OwnGroups> {
  const list = await attempt(input.list ?? askForList(client));
  if (list instanceof GowaError) return { groups: [], list: 'unread' };
  const entries = list.data ?? [];
  const { infos, shells, isWhole } = partEntries(entries, input);
  const read = await readRest(client, shells.slice(0, mostShells), input);
  const isRead = isWhole && read.length === shells.length;
  return {
    groups: [...infos, ...read].flatMap((info) => toOwn(info, input)),
    list: entries.length >= listedGroupsLimit ? 'full' : isRead ? 'whole' : 'partly',
  };
}

/** One group, where the account owns it; undefined for any other, and for one that cannot be read. Never throws. */
export async function readOwnGroup(
  client: Pick<Client, 'get'>,
  group: GroupId,
  input: Omit<OwnInput, 'skip' | 'list'>,
): Promise<OwnGroup | undefined> {
  const [info] = await readRest(client, [group], input);
  return info && toOwn(info, input)[0];
}

/** Those that tell what they are, and those that have to be read by themselves; `isWhole`: there are no others. */
function partEntries(entries: readonly unknown[], input: OwnInput) {
  const infos: WireGroup[] = [];
  const shells: GroupId[] = [];
  let isWhole = true;
  for (const entry of entries) {
    const id = listedGroup.safeParse(entry).data?.JID as GroupId | undefined;
    if (id !== undefined && input.skip.has(id)) continue;
    const info = parseGroup(entry);
    if (info.success && !isUnclear(info.data, input)) infos.push(info.data);
    else if (id === undefined) isWhole = false;
    else shells.push(id);
  }
  return { infos, shells, isWhole };
}

async function readRest(
  client: Pick<Client, 'get'>,
  ids: readonly GroupId[],
  input: Omit<OwnInput, 'skip'>,
): Promise<WireGroup[]> {
  const read: WireGroup[] = [];
  for (const id of ids) {
    const info = await attempt(
      input.afterPause(() => client.get('/group/info', { group_id: id }, groupAnswer)),
    );
    if (!(info instanceof GowaError) && info.JID === id && !isUnclear(info, input)) read.push(info);
  }
  return read;
}

/**
 * A shell, or a group that shows half of its people or none, or not which of them is the account: where WhatsApp hides its
 * number, too, nobody can tell whose group it is.
 */
function isUnclear(info: WireGroup, input: Omit<OwnInput, 'skip'>): boolean {
  return isShell(info) || !toOwnLive(info, input).peopleComplete;
}

function toOwnLive(info: WireGroup, { account, ownLids }: Omit<OwnInput, 'skip'>): LiveGroup {
  return toLiveGroup(info, { account, numbers: new Map([...ownLids].map((lid) => [lid, account])) });
}

function toOwn(info: WireGroup, input: Omit<OwnInput, 'skip'>): OwnGroup[] {
  const live = toOwnLive(info, input);
  if (live.people.get(toPersonKey(input.account))?.isOwner !== true) return [];
  if (isUndated(info)) return [{ live }];
  return [{ live, createdAt: Date.parse(info.GroupCreated ?? '') }];
}
