import type { LiveGroup } from '../domain/group.ts';
import { findRoster } from '../domain/lazy/made-map.ts';
import { packPeople } from '../domain/people/packed-people.ts';

/** The same group, its people kept small: two million members take 34 MB so, and 500 MB as they are. */
export function keepPeople(live: LiveGroup): LiveGroup {
  if (findRoster(live.people)) return live;
  const packed = packPeople([...live.people.values()]);
  return packed ? { ...live, people: packed.toMap() } : live;
}
