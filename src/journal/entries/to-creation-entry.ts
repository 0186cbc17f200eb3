import type { RunEvent } from '../../domain/event.ts';
import { toUnmadeId } from '../../domain/plan/creation.ts';
import { toNameKey } from '../memory/remember-creations.ts';
import type { Pseudonyms } from '../pseudonyms.ts';
import type { Entry } from './entry.ts';

/** The line that an event about a group that is to be made makes; undefined for any other event. */
export function toCreationEntry(
  event: RunEvent,
  at: string,
  { group, mark, person, sealGroup }: Pseudonyms,
): Entry | undefined {
  switch (event.type) {
    case 'asked-for': {
      const { making, people } = event;
      const name = mark(toNameKey(making.name));
      const spent = { creates: 1, lookups: people.length };
      return {
        at,
        type: 'asked-for',
        group: group(making.group),
        name,
        ...spent,
        people: people.map(person),
      };
    }
    case 'not-made':
      return { at, type: 'not-made', group: group(event.making.group) };
    case 'created': {
      const made = { made: group(event.group), sealed: sealGroup(event.group) };
      return { at, type: 'created', group: group(event.making.group), ...made };
    }
    case 'filed':
      return { at, type: 'filed', group: group(toUnmadeId(event.file)) };
    default:
      return undefined;
  }
}
