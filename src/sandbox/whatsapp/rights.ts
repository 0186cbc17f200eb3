import { groupServer } from './jid.ts';
import { NeverAnswered } from './connection.ts';
import { QueryRefusal } from './refusal.ts';
import { isAdmin, memberOf } from './state.ts';
import type { Jid } from './jid.ts';
import type { Asker } from './connection.ts';
import type { GroupState, WorldState } from './state.ts';

/**
 * Returns the group that a query is about. Refuses with 400 what is no group (docs/gowa.md#t12 says
 * that WhatsApp may never answer; the recordings' model refuses), 404 if there is none, 403 if the
 * asker is not in it (recordings README).
 */
export function findOwnGroup(world: WorldState, asker: Asker, jid: Jid): GroupState {
  const group = findGroup(world, jid);
  if (memberOf(group, asker.pn) === undefined) throw new QueryRefusal(403);
  return group;
}

/** Like {@link findOwnGroup}, for whoever asks. */
function findGroup(world: WorldState, jid: Jid): GroupState {
  if (jid.server !== groupServer) {
    if (world.behaviour.person_as_group === 'hang') throw new NeverAnswered();
    throw new QueryRefusal(400);
  }
  const group = world.groups.get(jid.user);
  if (group === undefined) throw new QueryRefusal(404);
  return group;
}

/** Returns the group, refusing whoever does not administer it. */
export function findAdministered(world: WorldState, asker: Asker, jid: Jid): GroupState {
  const group = findOwnGroup(world, asker, jid);
  if (!isAdmin(group, asker.pn)) throw new QueryRefusal(world.behaviour.not_admin);
  return group;
}

/** Returns the group if the asker may edit its info: anybody while it is unlocked (docs/gowa.md#s30). */
export function findEditable(world: WorldState, asker: Asker, jid: Jid): GroupState {
  const group = findOwnGroup(world, asker, jid);
  if (group.locked && !isAdmin(group, asker.pn)) throw new QueryRefusal(world.behaviour.not_admin);
  return group;
}
