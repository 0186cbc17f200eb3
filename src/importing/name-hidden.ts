import type { LiveGroup } from '../domain/group.ts';
import type { Lid } from '../domain/people/person.ts';
import type { NameSources } from './name-people.ts';
import type { NewHidden } from './new-person.ts';

/** What is known of those who hide their number. */
interface HiddenSources extends Pick<NameSources, 'handles' | 'makeHandle'> {
  /** Those who have a handle already. */
  readonly known: { has(lid: Lid): boolean };
  readonly contacts: ReadonlyMap<Lid, string>;
  /** Take what contacts are called for their name. */
  readonly believesContacts: boolean;
}

/** What is put before a number where nothing else is known of somebody: "hidden", "hidden-2", … */
const nameless = 'hidden';

/** A handle for each of these groups' members who hides their number, the same in all groups; in the order of their LIDs. */
export function nameHidden(
  lives: readonly LiveGroup[],
  { known, contacts, believesContacts, handles, makeHandle }: HiddenSources,
): readonly NewHidden[] {
  const lids = new Set(lives.flatMap(({ unidentified }) => unidentified.flatMap(({ lid }) => lid ?? [])));
  const unnamed = [...lids].filter((lid) => !known.has(lid)).toSorted();
  return unnamed.flatMap((lid) => {
    const called = contacts.get(lid);
    const name = believesContacts ? called : undefined;
    const made = name === undefined ? undefined : makeHandle(name);
    const handle = (made === undefined ? undefined : handles.take(made)) ?? handles.take(nameless);
    if (handle === undefined) return [];
    return { lid, handle, ...(name !== undefined ? { name } : called !== undefined ? { called } : {}) };
  });
}
