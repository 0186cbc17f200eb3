import type { Span } from '../../domain/diagnostic.ts';
import type { PhoneNumber } from '../../domain/people/person.ts';
import { findAllNamed, findEntries } from '../all-entries.ts';
import type { Named } from '../groups/list-entry.ts';
import type { Parsed } from '../parse.ts';
import { hasSecretNumber } from '../people/parse-people.ts';
import { formatPhone } from './parse-phone.ts';

/** How one number of the files was read. */
export interface NumberReading {
  /** The handle, or `account main`; absent for a number that stands in a list. */
  readonly name?: string;
  /** "+44 7700 900002", as it is written internationally. */
  readonly phone: string;
  readonly span: Span;
}

/** Every number of the files that stands there in plain text, with the place where it stands: accounts, people, teams, defaults, then groups, each in its order. */
export function findReadings(parsed: Parsed): readonly NumberReading[] {
  const { policy, people } = parsed;
  const accounts = [...(policy?.accounts ?? [])].flatMap(([name, phone]) =>
    toReading(phone, policy?.accountSpans.get(name), `account ${name}`),
  );
  const handles = [...people.people.values()].flatMap((person) => {
    const { handle, phone, span } = person;
    return phone && !hasSecretNumber(person) ? toReading(phone, span, handle) : [];
  });
  return [...accounts, ...handles, ...findAllNamed(findEntries(parsed)).flatMap(toEntryReading)];
}

function toEntryReading({ target, span }: Named): readonly NumberReading[] {
  return target.kind === 'phone' ? toReading(target.phone, span) : [];
}

function toReading(phone: PhoneNumber, span: Span | undefined, name?: string): readonly NumberReading[] {
  return span ? [{ phone: formatPhone(phone), span, ...(name !== undefined && { name }) }] : [];
}
