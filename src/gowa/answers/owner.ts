import { toPersonKey } from '../../domain/people/person-key.ts';
import type { Lid, PersonKey } from '../../domain/people/person.ts';
import { toLid, toPhone } from './jid.ts';
import type { WireGroup } from './wire.ts';

/** Who owns a group, as far as it says. */
export interface Owner {
  readonly lid: Lid | undefined;
  readonly key: PersonKey | undefined;
}

/**
 * The creator, who may have left or may not be the super admin any more, is the owner while in the group
 * (docs/gowa.md#t17).
 */
export function toOwner({ OwnerJID, OwnerPN }: Pick<WireGroup, 'OwnerJID' | 'OwnerPN'>): Owner {
  const phone = toPhone(OwnerPN ?? '') ?? toPhone(OwnerJID);
  return { lid: toLid(OwnerJID), key: phone && toPersonKey(phone) };
}
