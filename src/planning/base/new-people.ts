import type { Organisation } from '../../domain/organisation.ts';
import type { NewPeople } from '../../domain/origin.ts';
import type { Person } from '../../domain/people/person.ts';
import { toForms } from '../../safe/alike.ts';
import type { ToSkeleton } from '../../safe/plain-letters.ts';

type WithPeople = Pick<Organisation, 'people'>;

/**
 * Who is new among the people with handles, who is called something else, and who of them is easily taken for somebody
 * else. Another number behind a handle is a matter of its own (`findNewNumbers`), unless the name is another one as well.
 */
export function findNewPeople(head: WithPeople, base: WithPeople, toSkeleton: ToSkeleton): NewPeople {
  const named = [...head.people.values()].filter(({ handle }) => handle !== undefined);
  const handles = new Set([...base.people.values()].map(({ handle }) => handle));
  const isKnown = ({ key, handle }: Person) =>
    base.people.get(key)?.handle !== undefined || handles.has(handle);
  const arrived = named.filter((person) => !isKnown(person));
  const byHandle = new Map([...base.people.values()].map((person) => [person.handle, person]));
  const renamed = named.flatMap((person): NewPeople['renamed'] => {
    const before = findOldName(person, base);
    if (before !== undefined) return [{ person, before }];
    const isNewNumber = base.people.get(person.key)?.handle === undefined;
    const other = isNewNumber ? byHandle.get(person.handle) : undefined;
    const called = other?.name ?? other?.handle;
    return called === undefined || called === (person.name ?? person.handle)
      ? []
      : [{ person, before: called, isOther: true }];
  });
  const fresh = [...arrived, ...renamed.map(({ person }) => person)];
  return { arrived, renamed, alike: findAlike(fresh, named, toSkeleton) };
}

/** What the same number was called; undefined where it is called the same, or had no name. */
function findOldName(person: Person, { people }: WithPeople): string | undefined {
  const old = people.get(person.key);
  if (old?.handle === undefined) return undefined;
  const [before, now] = [old.name ?? old.handle, person.name ?? person.handle];
  if (before !== now) return before;
  return old.handle === person.handle ? undefined : old.handle;
}

/** Each of these with the first other one whose name or handle looks the same. */
function findAlike(
  fresh: readonly Person[],
  all: readonly Person[],
  toSkeleton: ToSkeleton,
): NewPeople['alike'] {
  const byForm = new Map<string, Person[]>();
  for (const person of all)
    for (const form of toNameForms(person, toSkeleton))
      byForm.set(form, [...(byForm.get(form) ?? []), person]);
  return fresh.flatMap((person) => {
    const other = toNameForms(person, toSkeleton)
      .flatMap((form) => byForm.get(form) ?? [])
      .find(({ key }) => key !== person.key);
    return other ? [{ person, other }] : [];
  });
}

function toNameForms({ name, handle }: Person, toSkeleton: ToSkeleton): string[] {
  return [
    ...new Set([name, handle].flatMap((text) => (text === undefined ? [] : toForms(text, toSkeleton)))),
  ];
}
