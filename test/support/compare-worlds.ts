import { isDeepStrictEqual } from 'node:util';
import type { Sandbox } from '../../src/sandbox/start.ts';
import type { GroupFile } from '../../src/sandbox/world-file.ts';
import type { Expectation, People } from './oracle/question.ts';
import { toName } from './oracle/wanted.ts';
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
  const written = sandbox.requests().filter(({ method }) => method !== 'GET');
  const subjects = written.flatMap(({ path, body }) => toSubjects(path, body as WriteBody));
  return subjects.filter((subject) => !allowed.has(subject)).map((subject) => `nobody approved "${subject}"`);
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
