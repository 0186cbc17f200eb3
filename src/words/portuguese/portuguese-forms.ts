import type { LimitKind } from '../../domain/group.ts';
import type { Inline } from '../../safe/inline.ts';
import { makeSay } from '../../safe/inline.ts';

/** The Portuguese of Brazil: "1.024". */
export const say = makeSay('.');

/** One or more of something. */
export const many = (count: number, one: Inline, more: Inline): Inline =>
  say`${count} ${count === 1 ? one : more}`;

/** What a time is counted in. */
export const units = {
  minutes: [say`minuto`, say`minutos`],
  hours: [say`hora`, say`horas`],
  days: [say`dia`, say`dias`],
} as const;

export const groups = (count: number) => many(count, say`grupo`, say`grupos`);
export const changes = (count: number) => many(count, say`mudança`, say`mudanças`);

/** What happens, as it is counted. */
export const nouns = {
  add: [say`adição`, say`adições`],
  remove: [say`remoção`, say`remoções`],
  promote: [say`novo admin`, say`novos admins`],
  demote: [say`deixa de ser admin`, say`deixam de ser admins`],
  set: [say`outra mudança`, say`outras mudanças`],
} as const;

/** What limits count. */
export const limits: Readonly<Record<LimitKind, readonly [one: Inline, more: Inline]>> = {
  removals: nouns.remove,
  demotions: [say`pessoa que deixa de ser admin`, say`pessoas que deixam de ser admins`],
  promotions: nouns.promote,
  adds: nouns.add,
};
