import { formatJid } from '../jid.ts';
import { QueryRefusal } from '../refusal.ts';
import { findAdministered, findEditable } from '../rights.ts';
import { nowInSeconds, touchGroup } from '../state.ts';
import type { Query } from '../connection.ts';
import type { Jid } from '../jid.ts';
import type { GroupState } from '../state.ts';

/** Renames a group; 406 if the name is too long. */
export function subjectQuery(jid: Jid, subject: string): Query<void> {
  return setQuery('subject', jid, (world, asker) => {
    const group = findEditable(world, asker, jid);
    if (subject.length > world.behaviour.title_limit) throw new QueryRefusal(406);
    if (subject === group.subject && world.behaviour.same_name === 'keeps') return;
    group.subject = subject;
    group.subjectAt = nowInSeconds(world);
    group.subjectBy = asker.pn;
    touchGroup(group);
  });
}

/** A description to set; `text: undefined` deletes, `prev` is the id that the asker believes to be there. */
export interface DescriptionChange {
  readonly id: string;
  readonly prev: string;
  readonly text: string | undefined;
}

/**
 * Sets a description. Refused, in this order: whoever may not edit; 409 if somebody else was faster, and always on a
 * frozen one (docs/gowa.md#t10); 406 if it is too long.
 */
export function descriptionQuery(jid: Jid, change: DescriptionChange): Query<void> {
  return setQuery('description', jid, (world, asker) => {
    const group = findEditable(world, asker, jid);
    const present = group.description?.id ?? '';
    if (present === 'undefined' || present !== change.prev) throw new QueryRefusal(409);
    if ((change.text ?? '').length > world.behaviour.topic_limit) throw new QueryRefusal(406);
    group.description =
      change.text === undefined
        ? undefined
        : { text: change.text, id: change.id, at: nowInSeconds(world), by: asker.pn };
    touchGroup(group);
  });
}

/** Locks or unlocks a group's info; admins only. */
export function lockedQuery(jid: Jid, locked: boolean): Query<void> {
  return adminQuery(locked ? 'locked' : 'unlocked', jid, (group) => {
    group.locked = locked;
  });
}

/** Lets only admins post, or everybody; 400 on a community and its announcement group (docs/gowa.md#t19). */
export function announceQuery(jid: Jid, announce: boolean): Query<void> {
  return adminQuery(announce ? 'announcement' : 'not_announcement', jid, (group) => {
    if (group.parent || group.defaultSub) throw new QueryRefusal(400);
    group.announce = announce;
  });
}

/** Lets messages disappear after so many seconds; 0: never. */
export function ephemeralQuery(jid: Jid, seconds: number): Query<void> {
  return adminQuery(seconds === 0 ? 'not_ephemeral' : 'ephemeral', jid, (group) => {
    group.ephemeral = seconds;
  });
}

/** Lets whoever comes by link wait for a yes, or not; who waits already waits on. */
export function approvalModeQuery(jid: Jid, on: boolean): Query<void> {
  return adminQuery('membership_approval_mode', jid, (group) => {
    group.approval = on;
  });
}

/** Says who may add members; 400 on a community and its announcement group (docs/gowa.md#t19). */
export function memberAddModeQuery(jid: Jid, mode: GroupState['memberAddMode']): Query<void> {
  return adminQuery('member_add_mode', jid, (group) => {
    if (group.parent || group.defaultSub) throw new QueryRefusal(400);
    group.memberAddMode = mode;
  });
}

function adminQuery(tag: string, jid: Jid, change: (group: GroupState) => void): Query<void> {
  return setQuery(tag, jid, (world, asker) => {
    const group = findAdministered(world, asker, jid);
    change(group);
    touchGroup(group);
  });
}

function setQuery(tag: string, jid: Jid, carryOut: Query<void>['carryOut']): Query<void> {
  return { xmlns: 'w:g2', type: 'set', tag, to: formatJid(jid), carryOut };
}
