import { formatJid, groupServer, lidServer } from '../jid.ts';
import { QueryRefusal } from '../refusal.ts';
import { findOwnGroup } from '../rights.ts';
import { nowInSeconds } from '../state.ts';
import type { Asker, Query } from '../connection.ts';
import type { Jid } from '../jid.ts';
import type { MessageState, WorldState } from '../state.ts';

/** Delivers a text to a person or a group and returns when; 404 if nobody is there, 403 in a group of others. */
export function messageQuery(jid: Jid, id: string, text: string): Query<MessageState> {
  return {
    xmlns: 'message',
    type: 'set',
    tag: 'message',
    to: formatJid(jid),
    carryOut: (world, asker) => {
      const to = findReceiver(world, asker, jid);
      const message = { id, from: asker.pn, to, text, time: nowInSeconds(world) };
      world.messages.push(message);
      return message;
    },
  };
}

function findReceiver(world: WorldState, asker: Asker, jid: Jid): string {
  if (jid.server === groupServer) return formatJid({ ...jid, user: findOwnGroup(world, asker, jid).id });
  const person = jid.server === lidServer ? world.byLid.get(jid.user) : world.people.get(jid.user);
  if (person === undefined || !person.registered) throw new QueryRefusal(404);
  return person.pn;
}
