import type { Contacts } from '../domain/people/contacts.ts';
import type { Lid, PersonKey } from '../domain/people/person.ts';
import { toPersonKey } from '../domain/people/person-key.ts';
import { attempt, GowaError } from './answers/gowa-error.ts';
import { toLid, toPhone } from './answers/jid.ts';
import { contactList } from './answers/wire.ts';
import type { Client } from './client.ts';

/**
 * The names in the account's list of contacts: the one that the address book has, and where it has none, the one that
 * somebody gave themselves; GOWA does not say which it is. No query to WhatsApp. Nobody where GOWA does not tell.
 */
export async function readContacts(client: Pick<Client, 'get'>): Promise<Contacts> {
  const answer = await attempt(client.get('/user/my/contacts', {}, contactList));
  const [byPerson, byLid] = [new Map<PersonKey, string>(), new Map<Lid, string>()];
  for (const { jid, name } of (answer instanceof GowaError ? undefined : answer.data) ?? []) {
    const [phone, lid] = [toPhone(jid), toLid(jid)];
    if (name.trim() === '') continue;
    if (phone) byPerson.set(toPersonKey(phone), name);
    if (lid) byLid.set(lid, name);
  }
  return { byPerson, byLid };
}
