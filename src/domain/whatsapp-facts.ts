/**
 * What WhatsApp and GOWA allow and do, as far as Rollcall's rules rest on it, each with where it is known from. What
 * Rollcall itself chose stands in `defaults.ts`, how long it remembers things in `patience.ts`. Texts interpolate these
 * numbers, so that none of them stands twice.
 */

/** The digits of an international number, as E.164 allows them and GOWA takes them (docs/gowa.md#t1). */
export const phoneDigits = { fewest: 7, most: 15 } as const;

/** People that a group holds, the account among them (WhatsApp's own figure, 419 beyond it: docs/gowa.md#t4). */
export const groupCapacity = 1024;

/** Groups that GOWA's list of all groups holds; it stops there (docs/gowa.md#t8). */
export const listedGroupsLimit = 500;

/**
 * GOWA by its versions (docs/gowa.md#5-versions): the oldest that is worth trying, the first that tells whose session it
 * has, the first that tells its version, and the one that all that is known was recorded from.
 */
export const gowaVersions = { oldest: '8.4', tellsNumber: '8.8', tellsVersion: '9.0', known: '9.2' } as const;

/** The longest name that GOWA sends, in bytes of UTF-8 (docs/gowa.md#t9). */
export const nameBytesLimit = 25;

/** The longest name that WhatsApp takes, in UTF-16 units (docs/gowa.md#t9). */
export const nameLimit = 100;

/** The longest topic that WhatsApp takes, in UTF-16 units (docs/gowa.md#t9). */
export const topicLimit = 2048;

/** The seconds until messages disappear that GOWA sets; a phone may set others (docs/gowa.md#14-group-writes). */
export const disappearingTimes = { off: 0, '24h': 86_400, '7d': 604_800, '90d': 7_776_000 } as const;

/** What a time in seconds is called in the files; undefined for one that only a phone can have set. */
export function findTimer(seconds: number): keyof typeof disappearingTimes | undefined {
  const names = Object.keys(disappearingTimes) as (keyof typeof disappearingTimes)[];
  return names.find((name) => disappearingTimes[name] === seconds);
}

/** The largest picture that GOWA takes, in bytes (docs/gowa.md#15-group-photo). */
export const photoBytesLimit = 10 * 1024 * 1024;

/** The shorter side of a photo at least: WhatsApp refuses much smaller ones. Pixels (docs/gowa.md#15-group-photo). */
export const smallestPhotoSide = 192;

/** The side of the square that GOWA makes of every picture, at most; in pixels (docs/gowa.md#15-group-photo). */
export const photoSide = 640;

/** So long a whole call of GOWA may take: its own 45 s for a query do not cover its look-ups. Milliseconds (docs/gowa.md#t12). */
export const callTimeout = 120_000;

/**
 * People in one request. GOWA looks each of them up first, one after another, for at most 10 s each, within a call that
 * had better end within `callTimeout` (docs/gowa.md#t12); fewer for adds, which is what accounts are banned for
 * (docs/gowa.md#t15), and as many as of anything else of those who asked to come (`knock`).
 */
export const peoplePerRequest = { add: 5, knock: 10, promote: 10, demote: 10, remove: 10 } as const;

/** What asking about somebody's LID costs in look-ups: `/user/info` makes two queries (docs/gowa.md#t5). */
export const costOfLid = 2;
