import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Day, Modes, Way } from '../../domain/group.ts';
import { maskPhone } from '../../safe/mask.ts';
import { toMistake } from '../mistake.ts';
import type { ListEntry, Named } from './list-entry.ts';

/** An entry as reports show it; never a whole number. */
export function toWord({ target }: Named): string {
  if (target.kind === 'phone') return maskPhone(target.phone);
  if (target.kind === 'lid') return `lid:${target.lid}`;
  return target.kind === 'team' ? `team:${target.name}` : target.name;
}

/** The same word twice in one list: harmless where both say the same, a contradiction where not. */
export function findRepeated(entries: readonly ListEntry[], list: Way['list']): readonly Diagnostic[] {
  const seen = new Map<string, ListEntry>();
  const found: Diagnostic[] = [];
  for (const entry of entries) {
    const identity = toIdentity(entry);
    const before = seen.get(identity);
    if (before) found.push(toRepeated(entry, before, list));
    else seen.set(identity, entry);
  }
  return found;
}

function toRepeated(entry: ListEntry, before: ListEntry, list: Way['list']): Diagnostic {
  const name = `\`${toWord(entry)}\` stands in \`${list}\` already, in line ${before.span.line}`;
  if (isSame(before, entry))
    return toMistake('listed-twice', `${name}. One of the two is enough; remove the other.`, entry.span);
  const detail = `${name}, with another \`from\`, \`until\`, \`readd\`, \`by\`, \`except\` or \`also-in\`, so nobody knows which of them counts. Keep one.`;
  return toMistake('conflicting-entries', detail, entry.span);
}

function isSame(one: ListEntry, other: ListEntry): boolean {
  return toRest(one) === toRest(other);
}

/** What an entry says beside whom it means. */
function toRest({ from, until, readd, byInvite, except = [], alsoIn }: ListEntry): string {
  const words = except.map(toIdentity).toSorted();
  return JSON.stringify([from, until, readd, byInvite, words, alsoIn && toIdentity(alsoIn)]);
}

/** Different for whoever is different: a handle has a letter and no colon, a number has neither. */
function toIdentity({ target }: Named): string {
  if (target.kind === 'phone') return target.phone;
  if (target.kind === 'handle') return target.name;
  return target.kind === 'lid' ? `lid:${target.lid}` : `team:${target.name}`;
}

/** Ends in a list whose mode takes nothing away. */
export function findIdleEnds(
  entries: readonly ListEntry[],
  list: Way['list'],
  manage: Modes,
): readonly Diagnostic[] {
  if (manage[list] !== 'additive') return [];
  const detail = `\`${list}\` is managed as additive here, which never removes or demotes anybody, so this end does nothing. Set \`manage: exact\`, or remove \`until\`.`;
  return entries
    .filter(({ until }) => until !== undefined)
    .map(({ span }) => toMistake('until-without-effect', detail, span));
}

/** Ends that have passed, of which no plan speaks any more. */
export function findPastEnds(
  entries: readonly ListEntry[],
  isOver: (day: Day) => boolean,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const entry of entries) {
    const { until } = entry;
    if (until === undefined || !isOver(until)) continue;
    const detail = `The last day of this entry was ${until}, so it means nobody any more. Remove it, or write another day.`;
    found.push(toMistake('until-over', detail, entry.span));
  }
  return found;
}
