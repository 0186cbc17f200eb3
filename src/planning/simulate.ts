import type { Change, PersonChange } from '../domain/plan/change.ts';
import { isPersonChange, isPhotoChange, isSettingChange } from '../domain/plan/change.ts';
import type { LiveGroup, LivePerson } from '../domain/group.ts';
import type { PersonKey } from '../domain/people/person.ts';
import type { DesiredPhoto, LivePhoto } from '../domain/picture.ts';

/** The group as it would be after these changes, if WhatsApp did each of them. */
export function simulate(live: LiveGroup, changes: readonly Change[]): LiveGroup {
  if (changes.length === 0) return live;
  const people = new Map(live.people);
  let { settings, photo } = live;
  for (const change of changes) {
    if (isPersonChange(change)) simulatePerson(people, change);
    else if (isPhotoChange(change)) photo = simulatePhoto(change.after);
    else if (isSettingChange(change)) settings = { ...settings, [change.setting]: change.after };
  }
  return { ...live, settings, people, ...(photo && { photo }), ...simulateRequests(live, people) };
}

/** Whoever is in asks no more. */
function simulateRequests(
  { requests }: LiveGroup,
  people: ReadonlyMap<PersonKey, LivePerson>,
): Pick<LiveGroup, 'requests'> {
  if (requests === undefined || requests === 'unread') return {};
  return { requests: requests.filter(({ person }) => !person || !people.has(person.key)) };
}

/** Every photo that is set has an id of its own (docs/gowa.md#15-group-photo). */
function simulatePhoto(after: DesiredPhoto): LivePhoto {
  if (after.kind === 'none') return after;
  const { picture } = after;
  return { kind: 'picture', id: `of ${picture?.sha256}`, ...(picture && { picture }) };
}

function simulatePerson(people: Map<PersonKey, LivePerson>, { action, person }: PersonChange): void {
  const member = people.get(person.key);
  if (action === 'add') people.set(person.key, member ?? { ...person, role: 'member', isOwner: false });
  else if (action === 'remove') people.delete(person.key);
  else if (member) people.set(person.key, { ...member, role: action === 'promote' ? 'admin' : 'member' });
}
