import { type disappearingTimes, findTimer } from '../../domain/whatsapp-facts.ts';
import type { Inline } from '../../safe/inline.ts';

/** What the times are called until messages disappear. */
export type TimeNames = Readonly<Record<Exclude<keyof typeof disappearingTimes, 'off'>, Inline>>;

/** The name of a time; a phone may have set one that has none, and `say` tells its seconds. */
export function nameTime(
  seconds: number,
  names: TimeNames & { readonly off?: Inline },
  say: (seconds: number) => Inline,
): Inline {
  const timer = findTimer(seconds);
  return (timer && names[timer]) ?? say(seconds);
}
