import type { LimitKind } from '../../domain/group.ts';
import type { Inline } from '../../safe/inline.ts';
import { makeSay } from '../../safe/inline.ts';

/** English as people read it: "1,024". */
export const say = makeSay(',');

/** One or more of something. */
export const many = (count: number, one: Inline, more: Inline): Inline =>
  say`${count} ${count === 1 ? one : more}`;

/** What a time is counted in. */
export const units = {
  minutes: [say`minute`, say`minutes`],
  hours: [say`hour`, say`hours`],
  days: [say`day`, say`days`],
} as const;

export const groups = (count: number) => many(count, say`group`, say`groups`);
export const people = (count: number) => many(count, say`person`, say`people`);
export const changes = (count: number) => many(count, say`change`, say`changes`);

/** What limits count, as reports say it. */
export const limits: Readonly<Record<LimitKind, readonly [one: Inline, more: Inline]>> = {
  removals: [say`removal`, say`removals`],
  demotions: [say`person who stops being an admin`, say`people who stop being admins`],
  promotions: [say`new admin`, say`new admins`],
  adds: [say`addition`, say`additions`],
};
