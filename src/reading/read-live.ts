import type { Reader, ReadPhoto } from '../domain/gateway.ts';
import type { GroupId, Reading } from '../domain/group.ts';
import type { KnownGroup } from '../domain/plan/plan.ts';
import type { KnownLids } from '../planning/identity/knowledge.ts';
import { findMissing, findUnconfirmed } from '../planning/identity/whom-to-look-up.ts';
import type { PlanInput } from '../planning/plan-input.ts';
import { addRequests } from './add-requests.ts';
import { keepPeople } from './keep-people.ts';
import type { LookUpOptions } from './look-up.ts';
import { createLookUp } from './look-up.ts';

/** The groups as they are, and what look-ups told of people who may hide in them. */
export interface Live {
  readonly readings: ReadonlyMap<GroupId, Reading>;
  readonly lids: KnownLids;
}

export interface ReadingOptions extends LookUpOptions {
  /** Reads the photo of each group whose file has a say in it; absent: photos are no matter of this run. */
  readonly readPhoto?: ReadPhoto | undefined;
  /** Nobody is to be let in by this reading: who asks for it is not asked. */
  readonly withoutRequests?: boolean;
}

/**
 * Reads these groups. Whoever is missing where somebody hides their number is looked up before the plan says so; then
 * whoever is to lose or gain something and is known by the memory of another day alone. `input`: what is known so far;
 * its readings of other groups count as well.
 */
export async function readLive(
  reader: Reader,
  groups: readonly KnownGroup[],
  input: PlanInput,
  options: ReadingOptions,
): Promise<Live> {
  const ids = groups.map(({ id }) => id);
  const found = await reader.readGroups(ids, undefined, undefined, keepPeople);
  const photos = await addPhotos(groups, found, options.readPhoto);
  const readings = options.withoutRequests ? photos : await addRequests(groups, photos, reader);
  const all = new Map([...input.readings, ...readings]);
  const lookUp = createLookUp(reader, options);
  const lids = await lookUp(findMissing(groups, { ...input, readings: all }), input.lids);
  const confirmed = await lookUp(findUnconfirmed(groups, { ...input, readings: all, lids }), lids);
  return { readings, lids: confirmed };
}

/** One query for each group that has been read and whose file has a photo, or none; nothing for the others. */
export async function addPhotos(
  groups: readonly KnownGroup[],
  readings: ReadonlyMap<GroupId, Reading>,
  readPhoto: ReadPhoto | undefined,
): Promise<ReadonlyMap<GroupId, Reading>> {
  const withPhotos = new Map(readings);
  for (const { id, photo } of readPhoto ? groups : []) {
    const reading = readings.get(id);
    if (!readPhoto || !photo || reading?.kind !== 'read') continue;
    const { group } = reading;
    withPhotos.set(id, { kind: 'read', group: { ...group, photo: await readPhoto(group, photo) } });
  }
  return withPhotos;
}
