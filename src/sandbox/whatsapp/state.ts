import type { GroupNode } from './nodes.ts';
import type { Random } from '../random.ts';
import type { SandboxClock } from '../clock.ts';
import type { Behaviour } from '../world-file.ts';

/** Why somebody cannot simply be added: 403 with an add request, 401, 451 (docs/gowa.md#s10). */
type Privacy = 'invite' | 'blocked' | 'legal';

/** One person of the world. */
export interface PersonState {
  readonly pn: string;
  readonly lid: string;
  name: string | undefined;
  registered: boolean;
  privacy: Privacy | undefined;
  readonly recentlyLeft: Set<string>;
}

/** One membership; `hidden`: only the LID is on the wire. */
export interface MemberState {
  readonly pn: string;
  role: 'member' | 'admin' | 'superadmin';
  readonly hidden: boolean;
}

/** A description with its id; the id `undefined` is one that can never be changed again (docs/gowa.md#t10). */
interface DescriptionState {
  readonly text: string;
  readonly id: string;
  readonly at: number;
  readonly by: string;
}

/** Somebody who asks to be let in; `withdrawnAfter`: how often it is still listed before they take it back. */
export interface RequestState {
  readonly pn: string;
  readonly time: number;
  readonly withdrawnAfter?: number;
}

/** One group of the world; people are numbers, times are seconds since 1970. */
export interface GroupState {
  readonly id: string;
  subject: string;
  subjectAt: number;
  subjectBy: string;
  description: DescriptionState | undefined;
  readonly created: number;
  readonly owner: string;
  members: MemberState[];
  readonly addressing: 'lid' | 'pn';
  locked: boolean;
  announce: boolean;
  ephemeral: number;
  memberAddMode: 'all_member_add' | 'admin_add';
  approval: boolean;
  requests: RequestState[];
  readonly parent: boolean;
  readonly linkedParent: string | undefined;
  readonly defaultSub: boolean;
  readonly suspended: boolean;
  readonly stub: boolean;
  readonly capacity: number;
  invite: string | undefined;
  readonly revokedInvites: Set<string>;
  picture: { id: string; jpeg: Buffer } | undefined;
  /** The wire form, until the next change. */
  node: GroupNode | undefined;
}

/** A message that was delivered: from the account's number to a person's number or a group's JID; seconds since 1970. */
export interface MessageState {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly time: number;
}

/** The whole of WhatsApp, as far as the sandbox knows it. */
export interface WorldState {
  readonly people: Map<string, PersonState>;
  readonly byLid: Map<string, PersonState>;
  readonly groups: Map<string, GroupState>;
  /** In the order of their delivery. */
  readonly messages: MessageState[];
  readonly behaviour: Behaviour;
  readonly random: Random;
  readonly clock: SandboxClock;
}

/** Says that a group is no longer what was last sent: call it on every change. */
export function touchGroup(group: GroupState): void {
  group.node = undefined;
}

/** Returns the membership of a number, if there is one. */
export function memberOf(group: GroupState, pn: string): MemberState | undefined {
  return group.members.find((member) => member.pn === pn);
}

/** True if that number may administer the group. */
export function isAdmin(group: GroupState, pn: string): boolean {
  const member = memberOf(group, pn);
  return member !== undefined && member.role !== 'member';
}

/** The world's time in whole seconds, as WhatsApp counts. */
export function nowInSeconds(world: WorldState): number {
  return Math.floor(world.clock.now() / 1000);
}
