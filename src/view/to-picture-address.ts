import type { Change } from '../domain/plan/change.ts';
import { isPhotoChange } from '../domain/plan/change.ts';
import type { Address } from '../safe/address.ts';
import { addPath, toAddress } from '../safe/address.ts';

/**
 * Where the forge shows the picture that a change sets. `from`: the group's file, from the root of the repository;
 * `files`: what stands before a path there. Undefined where there is no such picture, or no forge.
 *
 * The path is the file's own, not masked: a photo is often called by the time at which it was taken, and whoever reads the
 * report finds it under this name in the pull request.
 */
export function toPictureAddress(
  change: Change,
  from: string,
  files: string | undefined,
): Address | undefined {
  const base = toAddress(files ?? '');
  if (!base || !isPhotoChange(change) || change.after.kind !== 'file') return undefined;
  const path = resolvePath(from, change.after.path);
  return path === undefined ? undefined : addPath(base, path);
}

/** What a file names beside itself, from the root; undefined for what lies above that, or from a root of its own. */
function resolvePath(from: string, named: string): string | undefined {
  if (from.startsWith('/') || named.startsWith('/')) return undefined;
  const whole: string[] = [];
  for (const part of [...from.split('/').slice(0, -1), ...named.split('/')]) {
    if (part === '..' && whole.pop() === undefined) return undefined;
    if (part !== '..' && part !== '.' && part !== '') whole.push(part);
  }
  return whole.join('/');
}
