/**
 * How somebody who is missing comes into a group. `add`: Rollcall adds them. `knock`: they asked to join, and are let in.
 * `link`: they get a link, and come by themselves or not at all. It is no part of what a change is
 * (change-identity.ts): whoever belongs here does so by any of them.
 */
export type Lane = 'add' | 'knock' | 'link';

/** The lane of somebody who joins; undefined for any other change. */
export function findLane({
  action,
  lane,
}: {
  readonly action: string;
  readonly lane?: Lane;
}): Lane | undefined {
  return action === 'add' ? (lane ?? 'add') : undefined;
}
