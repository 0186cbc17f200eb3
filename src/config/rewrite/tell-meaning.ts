import type { Organisation } from '../../domain/organisation.ts';
import type { Resolution } from '../resolve.ts';

/**
 * Where something stands and by which way it came there: what moves when files are rewritten, and means nothing. What
 * defaults say, the groups below them have, and what was opened, the people.
 */
const places: ReadonlySet<string> = new Set([
  'span',
  'settingSpans',
  'via',
  'ways',
  'warnings',
  'defaults',
  'opened',
  'unopened',
]);

/**
 * All that the files say, as a text that is equal for two sets of files with one meaning; what is wrong in them is a part
 * of it. Places, ways and warnings are not.
 */
export function tellMeaning(resolution: Resolution): string {
  const organisation = resolution.kind === 'organisation' ? resolution.organisation : resolution.readable;
  const mistakes = resolution.kind === 'organisation' ? [] : resolution.diagnostics;
  const errors = mistakes
    .filter(({ severity }) => severity === 'error')
    .map(({ code, span }) => `${span?.file ?? ''} ${code}`)
    .toSorted();
  return JSON.stringify({ organisation, errors }, toPlain);
}

function toPlain(key: string, value: unknown): unknown {
  if (places.has(key)) return undefined;
  return value instanceof Map || value instanceof Set ? [...value] : value;
}

/** What differs between files with a person's number in plain text and sealed: how the number is written, and the key. */
const forms: ReadonlySet<string> = new Set(['phone', 'isSealed', 'seal', 'unopened']);

/**
 * All that an organisation says of whom, as a text that is equal for two whose numbers stand there in plain text, sealed, or
 * sealed for another key. `named`: handles that one of them alone has, for numbers that stand in lists of the other.
 */
export function tellWho(organisation: Organisation, named: ReadonlySet<string>): string {
  return JSON.stringify(organisation, (key, value: unknown) => {
    if (forms.has(key) || (key === 'handle' && named.has(String(value)))) return undefined;
    // Whoever has a handle comes before those who have none.
    return key === 'people' && value instanceof Map
      ? [...value].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
      : toPlain(key, value);
  });
}
