import { isDeepStrictEqual } from 'node:util';
import type { Sandbox } from '../../src/sandbox/start.ts';
import type { GroupFile, WorldFile } from '../../src/sandbox/world-file.ts';
import type { Expectation, People } from './oracle/question.ts';
import { toName } from './oracle/wanted.ts';
import type { RawFiles } from './raw-files.ts';
import { none } from './sets.ts';

/** Where the sandbox's groups are not what the oracle says. */
export function compareWorlds({ groups, unsure }: Expectation, sandbox: Sandbox): string[] {
  const found = new Map(sandbox.world().groups.map((group) => [group.id, group]));
  return groups.flatMap((group) => {
    const without = unsure.get(group.id) ?? none;
    const wanted = toComparable(group, without);
    const now = found.get(group.id);
    const is = now && toComparable(now, without);
    return isDeepStrictEqual(is, wanted)
      ? []
      : [`group ${group.id} should be ${JSON.stringify(wanted)}, is ${JSON.stringify(is)}`];
  });
}

function toComparable(group: GroupFile, without: People) {
  const { subject, desc, announce, locked, ephemeral, members } = group;
  const { member_add_mode: mode, approval } = group;
  const people = members.filter(({ pn }) => !without.has(toName(pn)));
  return {
    subject,
    desc: desc ?? '',
    announce: announce ?? false,
    locked: locked ?? false,
    ephemeral: ephemeral ?? 0,
    mode: mode ?? 'all_member_add',
    approval: approval ?? false,
    members: people.map(({ pn, role }) => `${pn} ${role ?? 'member'}`).toSorted(),
  };
}

/** Links that are others than the oracle says; `before`: the world as the run found it. */
export function compareLinks(
  { renewed }: Pick<Expectation, 'renewed'>,
  before: WorldFile,
  sandbox: Sandbox,
): string[] {
  return sandbox.world().groups.flatMap((group) => {
    const was = before.groups.find(({ id }) => id === group.id);
    const times = countRenewals(group) - (was ? countRenewals(was) : 0);
    const wanted = renewed.has(group.id) ? 1 : 0;
    return times === wanted ? [] : [`the link of ${group.id} was renewed ${times} times, not ${wanted}`];
  });
}

function countRenewals({ revoked_invites: revoked = [] }: GroupFile): number {
  return revoked.length;
}

/** The groups from which somebody was to be taken out. */
export function findRemovedFrom(sandbox: Sandbox): ReadonlySet<string> {
  const removals = sandbox.requests().filter(({ path }) => path === '/group/participants/remove');
  return new Set(removals.map(({ body }) => (body as { group_id: string }).group_id.replace('@g.us', '')));
}

/**
 * Links that were renewed without cause: the policy does not ask for it, or nobody was taken out of the group before, in this
 * run or, by `earlier`, in another.
 */
export function findIdleRenewals(
  files: RawFiles,
  sandbox: Sandbox,
  earlier: ReadonlySet<string> = none,
): string[] {
  const removed = new Set(earlier);
  return sandbox.requests().flatMap(({ path, body }) => {
    const { group_id: id = '' } = (body ?? {}) as WriteBody;
    if (path === '/group/participants/remove') removed.add(id.replace('@g.us', ''));
    const url = new URL(path, 'http://gowa');
    if (url.pathname !== '/group/invite-link' || url.searchParams.get('reset') === null) return [];
    const group = (url.searchParams.get('group_id') ?? '').replace('@g.us', '');
    const isAsked = files.policy.link?.renew === 'after-removals' && removed.has(group);
    return isAsked ? [] : [`nobody asked for another link of ${group}`];
  });
}

const actions: Readonly<Record<string, string>> = {
  '/group/participants': 'add',
  // Whoever asked is let in for the same reason for which others are added.
  '/group/participant-requests/approve': 'add',
  '/group/participants/promote': 'promote',
  '/group/participants/demote': 'demote',
  '/group/participants/remove': 'remove',
};

const forkPaths: Readonly<Record<string, string>> = {
  '/group/member-add-mode': 'may-add',
  '/group/join-approval': 'join-approval',
};

/** Everybody and everything in a request that was not due and approved. */
export function findIntruders(allowed: ReadonlySet<string>, sandbox: Sandbox): string[] {
  const intruders = findWritten(sandbox).filter((subject) => !allowed.has(subject));
  return intruders.map((subject) => `nobody approved "${subject}"`);
}

/** Everybody and everything in a request that was to change something: "120363… add 4477…". */
export function findWritten(sandbox: Sandbox): string[] {
  const written = sandbox.requests().filter(({ method }) => method !== 'GET');
  return written.flatMap(({ path, body }) => toSubjects(path, body as WriteBody));
}

interface WriteBody {
  readonly group_id?: string;
  readonly participants?: readonly string[];
}

function toSubjects(path: string, { group_id: id = '', participants = [] }: WriteBody): string[] {
  const group = id.replace('@g.us', '');
  const action = actions[path];
  if (action) return participants.map((number) => `${group} ${action} ${toName(number)}`);
  const setting = forkPaths[path];
  if (setting) return [`${group} set ${setting}`];
  const [, chat] = /^\/chat\/(\d+)(?:@|%40)g\.us\/disappearing$/.exec(path) ?? [];
  return [chat ? `${chat} set disappearing` : `${group} set ${path.replace('/group/', '')}`];
}
