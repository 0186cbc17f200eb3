import type { WorldState } from './state.ts';

/** Returns the JPEG behind a picture's path, as long as it is the group's present one. */
export function findPicture(world: WorldState, path: string): Buffer | undefined {
  const match = /^\/pictures\/([^/]+)\/(\d+)\.jpg$/.exec(path);
  const picture = match?.[1] === undefined ? undefined : world.groups.get(match[1])?.picture;
  return picture?.id === match?.[2] ? picture?.jpeg : undefined;
}
