import type { LiveGroup } from '../../domain/group.ts';
import type { LastRead, Past } from '../../domain/past.ts';
import { doubtFor } from '../../domain/patience.ts';
import type { PersonKey } from '../../domain/people/person.ts';

/** So many may leave a group on their own between two runs without a question; and so may a tenth of it. */
const unremarkable = { people: 3, share: 0.1 } as const;

/**
 * The group, not complete where its list came without a number of people and lacks more of those whom the last complete
 * reading had than leave on their own: until a second reading, a day later, says the same. Whom Rollcall took out is not
 * among them: the memory has forgotten that they were there.
 */
export function doubtVanished(live: LiveGroup, past: Past, now: number): LiveGroup {
  const last = live.peopleComplete && live.uncounted ? past.lastRead.get(live.id) : undefined;
  if (!last) return live;
  const present = [...live.people.keys()].filter((key) => last.has(key));
  // Whoever hides their number now may be one of them.
  const gone = last.count - present.length - live.unidentified.length;
  if (gone <= unremarkable.people || gone <= last.count * unremarkable.share) return live;
  return isConfirmed(last, present, now) ? live : { ...live, peopleComplete: false, vanished: true };
}

/** True where everybody whom a reading of another day still had is still there: nobody else has vanished since. */
function isConfirmed({ doubt }: LastRead, present: readonly PersonKey[], now: number): boolean {
  if (!doubt || now - doubt.at < doubtFor) return false;
  return present.filter((key) => doubt.has(key)).length === doubt.count;
}
