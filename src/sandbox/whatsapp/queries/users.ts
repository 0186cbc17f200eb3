import { lidServer, toLidJid, toUserJid, userServer } from '../jid.ts';
import type { Query } from '../connection.ts';
import type { Jid } from '../jid.ts';
import type { UserNode } from '../nodes.ts';
import type { PersonState, WorldState } from '../state.ts';

/**
 * Asks whether a contact (`+447…`, what GOWA makes of a number) is on WhatsApp. No row for what is
 * no number or belongs to nobody (docs/gowa.md#t1).
 */
export function contactQuery(contact: string): Query<{ readonly jid: Jid; readonly lid: Jid } | undefined> {
  return usync((world) => {
    const pn = /^\+(\d+)$/.exec(contact)?.[1];
    const person = pn === undefined ? undefined : world.people.get(pn);
    if (person === undefined || !person.registered) return undefined;
    return { jid: toUserJid(person.pn), lid: toLidJid(person.lid) };
  });
}

/** Asks about people: a row for each that WhatsApp knows, named as it was asked for. */
export function userInfoQuery(jids: readonly Jid[]): Query<readonly UserNode[]> {
  return usync((world) =>
    jids.flatMap((jid) => {
      const person = findPerson(world, jid);
      if (person === undefined || !person.registered) return [];
      const byNumber = jid.server === userServer;
      return [{ jid, devices: [jid], ...(byNumber && { lid: toLidJid(person.lid) }) }];
    }),
  );
}

function findPerson(world: WorldState, jid: Jid): PersonState | undefined {
  return jid.server === lidServer ? world.byLid.get(jid.user) : world.people.get(jid.user);
}

function usync<T>(answer: (world: WorldState) => T): Query<T> {
  return { xmlns: 'usync', type: 'get', tag: 'usync', to: '@s.whatsapp.net', carryOut: answer };
}
