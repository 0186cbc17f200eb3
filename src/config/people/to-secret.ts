import type { ParsedPeople, ParsedPerson } from './parse-people.ts';

/** The people of a file whose numbers whoever reads the repository does not see. */
export function toSecret(
  { people, teams }: ParsedPeople,
  also: Pick<ParsedPerson, 'isLocked'> = {},
): ParsedPeople {
  const secret = [...people].map(
    ([handle, person]) => [handle, { ...person, ...also, isSecret: true }] as const,
  );
  return { people: new Map(secret), teams };
}
