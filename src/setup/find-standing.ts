import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StarterFile } from './starter-file.ts';

/** A file that an earlier `init` wrote, as it was written: with what it says, and what it would say today. */
interface Outdated {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Of the files of `init` that are there, those that say something else than they would today. */
export interface Standing {
  readonly outdated: readonly Outdated[];
  /** Paths of those that somebody has edited: they stay. */
  readonly edited: readonly string[];
}

/** Looks what stands in the place of files that can be told from what somebody wrote there. Writes nothing. */
export function findStanding(folder: string, files: readonly StarterFile[]): Standing {
  const differing = files.flatMap(({ path, text, isUnedited }) => {
    const found = isUnedited && readText(join(folder, path));
    if (found === undefined || toUnix(found) === text) return [];
    return [{ file: { path, before: found, after: text }, isOurs: isUnedited?.(found) ?? false }];
  });
  return {
    outdated: differing.flatMap(({ file, isOurs }) => (isOurs ? [file] : [])),
    edited: differing.flatMap(({ file, isOurs }) => (isOurs ? [] : [file.path])),
  };
}

function toUnix(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** Undefined for what is no file: a link leads to what is somebody's own. */
function readText(place: string): string | undefined {
  const isFile = lstatSync(place, { throwIfNoEntry: false })?.isFile() ?? false;
  return isFile ? readFileSync(place, 'utf8') : undefined;
}
