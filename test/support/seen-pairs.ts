import type { Lid, PersonKey } from '../../src/domain/people/person.ts';
import type { SeenPairs } from '../../src/domain/people/seen-pairs.ts';

/** A memory of these pairs, the last seen last; of `strangers` it knows no more than that there were some. */
export function seenPairs(
  pairs: readonly (readonly [PersonKey, Lid])[],
  strangers: readonly PersonKey[] = [],
): SeenPairs {
  const toNumbers = (lid: Lid) => pairs.filter(([, other]) => other === lid).map(([key]) => key);
  const toLids = (key: PersonKey) => pairs.filter(([other]) => other === key).map(([, lid]) => lid);
  const isUnique = (person: PersonKey) => {
    const [lid, ...others] = toLids(person);
    return lid !== undefined && others.length === 0 && toNumbers(lid).length === 1;
  };
  const peopleOf = (lid: Lid) =>
    toNumbers(lid)
      .filter((key) => !strangers.includes(key))
      .toReversed();
  return {
    peopleOf,
    isUnique,
    isSure: (person, lid) => peopleOf(lid).includes(person) && isUnique(person),
    hasOther: (person, lid) => toLids(person).some((other) => other !== lid),
  };
}
