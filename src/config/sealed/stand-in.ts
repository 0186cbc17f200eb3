import type { PhoneNumber } from '../../domain/people/person.ts';
import type { ParsedPerson } from '../people/parse-people.ts';

/**
 * The number of somebody; where it is sealed and not opened, what stands for it: the sealed text, which is nobody else's,
 * or the handle of an encrypted one, and no number. Files can be compared with it; whoever plans must have opened it (`Organisation.unopened`).
 */
export function findNumber({ handle, phone, sealed, isLocked }: ParsedPerson): PhoneNumber | undefined {
  const standIn = sealed?.text ?? (isLocked && `locked ${handle}`);
  return phone ?? (standIn as PhoneNumber | undefined);
}
