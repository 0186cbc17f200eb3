import type { Adoption, FetchedPhoto } from '../adopting/draft-files.ts';
import type { Asked } from '../adopting/find-kept.ts';
import { findWishes } from '../adopting/find-wishes.ts';
import { toDay } from '../domain/day.ts';
import type { NotAdoptedReason } from '../domain/adoption.ts';
import type { DesiredGroup, LiveGroup } from '../domain/group.ts';
import { choosePhotoPath } from '../files/adopted-photo.ts';
import type { Change } from '../domain/plan/change.ts';
import type { GroupPlan } from '../domain/plan/plan.ts';
import type { Work } from './work.ts';
import type { FilePicture } from '../domain/picture.ts';
import type { Format } from '../photo/inspect.ts';
import { findFormat } from '../photo/inspect.ts';
import { isPhotoMistake } from '../photo/check.ts';
import { parsePhoto } from '../photo/prepare.ts';
import type { Line } from './connect.ts';

/** What a plan was made of, and the line over which pictures come. */
type Means = Pick<Work, 'plan' | 'line' | 'input' | 'whole' | 'toId'>;

/** What of the groups is to be taken over. */
interface Wanted {
  readonly asked: Asked;
  /** The groups folder. */
  readonly root: string;
  /** What was approved and is not done yet is none of it. */
  readonly keepsApproved: boolean;
}

/**
 * What each group's file is to say so that nothing of what is asked for differs, with the pictures that it takes: for each
 * one query and one download.
 */
export async function findAdoptions(
  work: Means,
  { asked, root, keepsApproved }: Wanted,
): Promise<Adoption[]> {
  const { pending } = work.input.past;
  const isUnderWay = (change: Change) => keepsApproved && pending.has(work.toId(change));
  const today = toDay(work.input.now, work.input.organisation.policy.timezone);
  const adoptions: Adoption[] = [];
  // Two groups must not get one place.
  const groups = new Map(work.whole.groups.map((group) => [group.file, group]));
  for (const plan of work.plan.groups) {
    const wishes = findWishes(plan, asked, today, isUnderWay);
    const fetched = wishes.photo === 'picture' ? await fetch(plan, work, { root, groups }) : undefined;
    if (typeof fetched !== 'string') {
      adoptions.push({ plan, wishes, photo: fetched });
      continue;
    }
    const { photo: _, ...rest } = wishes;
    const left = [...wishes.left, { reason: fetched, setting: 'photo' as const }];
    adoptions.push({ plan, wishes: { ...rest, left } });
  }
  return adoptions;
}

interface Places {
  readonly root: string;
  /** By file, with the photos that they are to have. */
  readonly groups: Map<string, DesiredGroup>;
}

async function fetch(
  { desired, reading }: GroupPlan,
  { line }: Means,
  { root, groups }: Places,
): Promise<FetchedPhoto | NotAdoptedReason> {
  if (reading.kind === 'unreadable') return 'photo-unread';
  const found = await fetchPhoto(line, reading.group);
  if (typeof found === 'string') return found;
  const path = choosePhotoPath(desired, found.format, { root, groups: [...groups.values()] });
  groups.set(desired.file, { ...desired, photo: { kind: 'file', path } });
  return { path, bytes: found.bytes, picture: found.picture };
}

/** A group's photo as WhatsApp gives it. */
interface LivePicture {
  readonly bytes: Buffer;
  readonly format: Format;
  readonly picture: FilePicture;
}

/**
 * The picture of a group as a file could hold it: one query, and the picture itself. `photo-unread`: it could not be
 * fetched, or is not the one any more that was read before; `photo-unusable`: no file may have it as a photo.
 */
async function fetchPhoto(
  { reader, client }: Pick<Line, 'reader' | 'client'>,
  live: LiveGroup,
): Promise<LivePicture | 'photo-unread' | 'photo-unusable'> {
  const avatar = await reader.readAvatar(live.id, live.kind === 'community');
  if (avatar.kind !== 'picture' || live.photo?.kind !== 'picture' || live.photo.id !== avatar.id)
    return 'photo-unread';
  const { downloadPicture } = await import('../gowa/line/download.ts');
  const bytes = await downloadPicture(avatar.url, client.connection);
  if (!Buffer.isBuffer(bytes)) return 'photo-unread';
  const format = findFormat(bytes);
  const picture = await parsePhoto(bytes);
  return format === undefined || isPhotoMistake(picture) ? 'photo-unusable' : { bytes, format, picture };
}
