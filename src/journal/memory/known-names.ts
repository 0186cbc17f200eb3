import type { GroupId } from '../../domain/group.ts';
import type { PersonKey } from '../../domain/people/person.ts';

/** Those whom the files know: what a memory lists, it lists of them. */
export interface KnownNames {
  readonly people: Iterable<PersonKey>;
  readonly groups: Iterable<GroupId>;
}
