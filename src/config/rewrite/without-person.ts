import type { DesiredGroup } from '../../domain/group.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { Lid, PersonKey } from '../../domain/people/person.ts';

/** Whom an organisation is to be without. */
export interface Gone {
  readonly key?: PersonKey;
  readonly lids: ReadonlySet<Lid>;
}

/** An organisation without somebody, and with nothing else changed: what the files must come to once they are forgotten. */
export function withoutPerson(organisation: Organisation, { key, lids }: Gone): Organisation {
  const isOther = ([own]: readonly [PersonKey, unknown]) => own !== key;
  const groups = organisation.groups.map((group): DesiredGroup => ({
    ...group,
    people: new Map([...group.people].filter(isOther)),
    knownLids: new Set([...group.knownLids].filter((lid) => !lids.has(lid))),
  }));
  return {
    ...organisation,
    groups,
    people: new Map([...organisation.people].filter(isOther)),
    hidden: new Map([...organisation.hidden].filter(([lid]) => !lids.has(lid))),
  };
}
