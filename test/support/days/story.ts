import type { WorldFile } from '../../../src/sandbox/world-file.ts';
import type { Draw } from '../draw.ts';
import { createDraw } from '../draw.ts';
import type { RawEntry, RawFiles, RawGroup } from '../raw-files.ts';
import type { WorldPair } from '../worlds.ts';
import type { Edited } from './edit-ids.ts';
import { editIds } from './edit-ids.ts';
import type { News } from './news.ts';
import { drawNews, tellNews } from './news.ts';

/** A pair over some days: what the memory saw first, what a pull request changes, and what comes to pass. */
export interface Story {
  readonly seed: number;
  /** The day before: its files are the pull request's base. */
  readonly before: { readonly day: string; readonly files: RawFiles; readonly world: WorldFile };
  /** What happens until the pull request is planned and merged. */
  readonly news: readonly News[];
  readonly today: string;
  readonly files: RawFiles;
  /** Set where the plan is made as in a pull request; the groups whose files got another one's id. */
  readonly edited?: ReadonlySet<string>;
  /** Days on which what is approved is carried out without a plan. */
  readonly later: readonly Later[];
}

export interface Later {
  readonly day: string;
  readonly news: readonly News[];
  readonly files: RawFiles;
}

/** Three days, and more than a month: of both sides of every date, and of whatever is remembered for 30 days. */
const laterDays = ['2026-06-04', '2026-07-10'];

/** A story drawn from a pair's seed. */
export function drawStory({ seed, files, world, today }: WorldPair): Story {
  const draw = createDraw(seed + 1_000_003);
  const news = drawNews(draw, world);
  const isPull = draw.chance(0.5);
  const earlier = editDates(draw, isPull ? narrow(draw, files) : files, 0.5);
  const edit: Edited = isPull && draw.chance(0.9) ? editIds(draw, files) : { files, edited: new Set() };
  let [nowFiles, nowWorld] = [edit.files, tellNews(world, news)];
  const later = laterDays.map((day): Later => {
    const more = drawNews(draw, nowWorld);
    nowWorld = tellNews(nowWorld, more);
    nowFiles = draw.chance(0.6) ? editDates(draw, nowFiles, 0.4) : nowFiles;
    return { day, news: more, files: nowFiles };
  });
  return {
    seed,
    before: { day: '2026-05-31', files: earlier, world },
    news,
    today,
    files: edit.files,
    ...(isPull && { edited: edit.edited }),
    later,
  };
}

const dates = [
  '2026-05-31',
  '2026-05-31',
  '2026-06-01',
  '2026-06-03',
  '2026-06-20',
  '2026-12-31',
  undefined,
] as const;

/** The files with other days on so many of their entries that have one: prolonged, shortened, or for good. */
function editDates(draw: Draw, files: RawFiles, share: number): RawFiles {
  const edit = (entry: RawEntry): RawEntry => {
    if (typeof entry === 'string') return draw.chance(share / 10) ? toComing(entry, draw) : entry;
    if (entry.from !== undefined && draw.chance(share)) return toComing(entry.person, draw);
    if (entry.until === undefined || !draw.chance(share)) return entry;
    const until = draw.from(dates);
    const from = entry.from !== undefined && (until ?? never) >= entry.from ? { from: entry.from } : {};
    return until === undefined ? entry.person : { person: entry.person, until, ...from };
  };
  const groups = Object.entries(files.groups).map(([name, group]) => {
    const { members, admins } = group;
    const lists: Partial<RawGroup> = {
      ...(members && { members: members.map(edit) }),
      ...(admins && { admins: admins.map(edit) }),
    };
    return [name, { ...group, ...lists }] as const;
  });
  return { ...files, groups: Object.fromEntries(groups) };
}

const never = '9999-12-31';

/** Somebody who is listed from a day on, or for good; a LID has no dates. */
function toComing(person: string, draw: Draw): RawEntry {
  const from = draw.from(dates);
  // Of a team somebody might be left no day, which is a mistake.
  return from === undefined || /^(?:lid|team):/.test(person) ? person : { person, from };
}

/** With narrower limits and other people protected: what the pull request loosens gains it nothing. */
function narrow(draw: Draw, files: RawFiles): RawFiles {
  const { limits: _, protected: guarded = [], ...policy } = files.policy;
  const [someone] = draw.shuffle(Object.keys(files.people.people));
  return {
    ...files,
    policy: {
      ...policy,
      ...(draw.chance(0.5) && { limits: { removals: { group: '10%', floor: draw.from([1, 3]), run: 5 } } }),
      ...(someone !== undefined && draw.chance(0.5) && { protected: [...guarded, someone] }),
    },
  };
}
