import type { OpenedNumbers } from './opened-numbers.ts';
import { toOpenedKey } from './opened-numbers.ts';
import type { ParsedPeople, ParsedPerson } from '../people/parse-people.ts';

/** The people with the numbers that were opened; those that were not are left as they are. */
export function fillOpened({ people, teams }: ParsedPeople, opened: OpenedNumbers): ParsedPeople {
  const filled = [...people].map(([handle, person]): [string, ParsedPerson] => {
    const phone = person.sealed && opened.get(toOpenedKey(handle, person.sealed.text));
    return [handle, phone ? { ...person, phone } : person];
  });
  return { people: new Map(filled), teams };
}
