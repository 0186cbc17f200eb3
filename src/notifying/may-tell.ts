import { oneDay } from '../domain/day.ts';
import type { Past, Telling, Told } from '../domain/past.ts';
import { keptFor } from '../domain/patience.ts';

/** Whether the admins are told, and why not. */
export type Leave =
  | 'tell'
  /** They were told the very same less than `keptFor.told` ago. */
  | 'told'
  /** So many messages as the policy allows went that way in the last 24 hours. */
  | 'spent';

/** Whether news (its identity) may be told one way, at a time (milliseconds since 1970). Without a memory it always may. */
export function mayTell(
  news: string,
  telling: Telling,
  { past, perDay, now }: { readonly past: Pick<Past, 'told'>; readonly perDay: number; readonly now: number },
): Leave {
  const last = findLast(past, telling);
  if (last?.isOf(news) && last.at > now - keptFor.told) return 'told';
  const today = past.told.filter(
    ({ channel, isOver, at }) => channel === telling.channel && !isOver && at > now - oneDay,
  );
  return today.length < perDay ? 'tell' : 'spent';
}

/** True where the admins were told of a trouble, and nobody has written down yet that it is over. */
export function isOpen(past: Pick<Past, 'told'>, telling: Telling): boolean {
  return findLast(past, telling)?.isOver === false;
}

function findLast({ told }: Pick<Past, 'told'>, { channel, topic }: Telling): Told | undefined {
  return told.findLast((each) => each.channel === channel && each.topic === topic);
}
