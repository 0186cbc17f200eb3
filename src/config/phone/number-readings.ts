import type { Span } from '../../domain/diagnostic.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';
import type { ListEntry } from '../groups/list-entry.ts';
import type { Parsed } from '../parse.ts';
import { formatPhone } from './parse-phone.ts';

/** How one number of the files was read. */
export interface NumberReading {
  /** The handle, or `account main`; absent for a number that stands in a list. */
  readonly name?: string;
  /** "+44 7700 900002", as it is written internationally. */
  readonly phone: string;
  readonly span: Span;
}

/** Every number of the files, with the place where it stands: accounts, people, teams, then groups, each in its order. */
export function findReadings({ policy, people, groups }: Parsed): readonly NumberReading[] {
  const accounts = [...(policy?.accounts ?? [])].flatMap(([name, phone]) =>
    toReading(phone, policy?.accountSpans.get(name), `account ${name}`),
  );
  const handles = [...people.people.values()].flatMap(({ handle, phone, span }) =>
    phone ? toReading(phone, span, handle) : [],
  );
  const lists = [
    policy?.protected ?? [],
    ...[...people.teams.values()].map(({ entries }) => entries),
    ...groups.flatMap(({ members, admins }) => [members ?? [], admins ?? []]),
  ];
  return [...accounts, ...handles, ...lists.flatMap((entries) => entries.flatMap(toEntryReading))];
}

function toEntryReading({ target, span }: ListEntry): readonly NumberReading[] {
  return target.kind === 'phone' ? toReading(target.phone, span) : [];
}

function toReading(phone: PhoneNumber, span: Span | undefined, name?: string): readonly NumberReading[] {
  return span ? [{ phone: formatPhone(phone), span, ...(name !== undefined && { name }) }] : [];
}
