import { createHash } from 'node:crypto';
import { drawText } from '../random.ts';
import { toBehaviour } from '../world-file.ts';
import { nowInSeconds } from './state.ts';
import type { SandboxClock } from '../clock.ts';
import type { Random } from '../random.ts';
import type { GroupFile, PersonFile, WorldFile } from '../world-file.ts';
import type { GroupState, PersonState, RequestState, WorldState } from './state.ts';

/** When groups were made whose file does not say (recordings README). */
const defaultCreated = Date.UTC(2025, 0, 1) / 1000;
/** How many a group holds, the account included (recordings README). */
const defaultCapacity = 1025;

/** Brings a world to life. Everything made up later comes from `random` and `clock`. */
export function createWorld(file: WorldFile, clock: SandboxClock, random: Random): WorldState {
  const world: WorldState = {
    people: new Map(),
    byLid: new Map(),
    groups: new Map(),
    messages: [],
    behaviour: toBehaviour(file.behaviour),
    random,
    clock,
  };
  for (const device of file.server.devices) addPerson(world, { pn: device.pn, lid: device.lid });
  for (const person of file.people) addPerson(world, person);
  for (const group of file.groups) {
    for (const pn of [group.owner, ...group.members.map((member) => member.pn)]) {
      if (!world.people.has(pn)) addPerson(world, { pn });
    }
    world.groups.set(group.id, toGroupState(world, group));
  }
  for (const message of file.messages ?? []) {
    const time = toSeconds(message.time) ?? nowInSeconds(world);
    world.messages.push({ ...message, id: message.id ?? makeMessageId(random), time });
  }
  return world;
}

function addPerson(world: WorldState, file: PersonFile): void {
  const person: PersonState = {
    pn: file.pn,
    lid: file.lid ?? world.people.get(file.pn)?.lid ?? makeLid(file.pn),
    name: file.name,
    registered: file.registered ?? true,
    privacy: file.privacy,
    recentlyLeft: new Set(file.recently_left),
  };
  world.people.set(person.pn, person);
  world.byLid.set(person.lid, person);
}

/** 15 digits made from the number: stable from run to run, and no number anybody has. */
function makeLid(pn: string): string {
  const hash = createHash('sha256').update(pn).digest();
  return String(100_000_000_000_000n + (hash.readBigUInt64BE(0) % 900_000_000_000_000n));
}

function toGroupState(world: WorldState, file: GroupFile): GroupState {
  const created = toSeconds(file.created) ?? defaultCreated;
  return {
    id: file.id,
    subject: file.subject,
    subjectAt: toSeconds(file.subject_at) ?? created,
    subjectBy: file.subject_by ?? file.owner,
    description: toDescription(world, file, created),
    created,
    owner: file.owner,
    members: file.members.map((one) => ({
      pn: one.pn,
      role: one.role ?? 'member',
      hidden: one.hidden ?? false,
    })),
    addressing: file.addressing ?? 'lid',
    locked: file.locked ?? false,
    announce: file.announce ?? false,
    ephemeral: file.ephemeral ?? 0,
    memberAddMode: file.member_add_mode ?? 'all_member_add',
    approval: file.approval ?? false,
    requests: (file.requests ?? []).map((one) => ({
      pn: one.pn,
      time: toSeconds(one.time) ?? nowInSeconds(world),
      ...(one.withdrawn_after !== undefined && { withdrawnAfter: one.withdrawn_after }),
    })),
    parent: file.parent ?? false,
    linkedParent: file.linked_parent,
    defaultSub: file.default_sub ?? false,
    suspended: file.suspended ?? false,
    stub: file.stub ?? false,
    capacity: file.capacity ?? defaultCapacity,
    invite: file.invite,
    revokedInvites: new Set(file.revoked_invites),
    picture: file.picture && { id: file.picture.id, jpeg: Buffer.from(file.picture.jpeg, 'base64') },
    node: undefined,
  };
}

function toDescription(world: WorldState, file: GroupFile, created: number): GroupState['description'] {
  if (file.desc === undefined || file.desc === '') return undefined;
  return {
    text: file.desc,
    id: file.desc_id ?? makeMessageId(world.random),
    at: toSeconds(file.desc_at) ?? created + 60,
    by: file.desc_by ?? file.owner,
  };
}

function toSeconds(time: number | string | undefined): number | undefined {
  return typeof time === 'string' ? Math.floor(Date.parse(time) / 1000) : time;
}

/** Returns an id as whatsmeow makes them: `3EB0` and 18 hex digits (docs/gowa.md#s28). */
export function makeMessageId(random: Random): string {
  return `3EB0${drawText(random, '0123456789ABCDEF', 18)}`;
}

/** Returns the world as a file that loads into the same world. */
export function toWorldFile(world: WorldState, server: WorldFile['server']): WorldFile {
  return {
    server,
    people: [...world.people.values()].map(toPersonFile),
    groups: [...world.groups.values()].map(toGroupFile),
    ...(world.messages.length > 0 && { messages: [...world.messages] }),
  };
}

function toPersonFile(person: PersonState): PersonFile {
  return dropAbsent({
    pn: person.pn,
    lid: person.lid,
    name: person.name,
    registered: person.registered ? undefined : false,
    privacy: person.privacy,
    recently_left: person.recentlyLeft.size > 0 ? [...person.recentlyLeft] : undefined,
  });
}

function toGroupFile(group: GroupState): GroupFile {
  const { description } = group;
  return dropAbsent({
    id: group.id,
    subject: group.subject,
    subject_at: group.subjectAt === group.created ? undefined : group.subjectAt,
    subject_by: group.subjectBy === group.owner ? undefined : group.subjectBy,
    desc: description?.text,
    desc_id: description?.id,
    desc_at: description?.at,
    desc_by: description?.by,
    created: group.created === defaultCreated ? undefined : group.created,
    owner: group.owner,
    members: group.members.map((one) =>
      dropAbsent({
        pn: one.pn,
        role: one.role === 'member' ? undefined : one.role,
        hidden: one.hidden || undefined,
      }),
    ),
    ...toGroupSettings(group),
    picture: group.picture && { id: group.picture.id, jpeg: group.picture.jpeg.toString('base64') },
  });
}

function toGroupSettings(group: GroupState): Partial<GroupFile> {
  return {
    addressing: group.addressing === 'lid' ? undefined : 'pn',
    locked: group.locked || undefined,
    announce: group.announce || undefined,
    ephemeral: group.ephemeral || undefined,
    member_add_mode: group.memberAddMode === 'admin_add' ? 'admin_add' : undefined,
    approval: group.approval || undefined,
    requests: group.requests.length > 0 ? group.requests.map(toRequestFile) : undefined,
    parent: group.parent || undefined,
    linked_parent: group.linkedParent,
    default_sub: group.defaultSub || undefined,
    suspended: group.suspended || undefined,
    stub: group.stub || undefined,
    capacity: group.capacity === defaultCapacity ? undefined : group.capacity,
    invite: group.invite,
    revoked_invites: group.revokedInvites.size > 0 ? [...group.revokedInvites] : undefined,
  };
}

function toRequestFile({
  pn,
  time,
  withdrawnAfter,
}: RequestState): NonNullable<GroupFile['requests']>[number] {
  return { pn, time, ...(withdrawnAfter !== undefined && { withdrawn_after: withdrawnAfter }) };
}

/** Leaves out what is `undefined`, so that a printed world shows only what matters. */
function dropAbsent<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}
