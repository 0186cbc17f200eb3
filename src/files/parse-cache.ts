import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { KnownGroups } from '../config/groups/known-groups.ts';
import { decodeGroup, encodeGroup } from '../config/groups/known-groups.ts';
import type { Source } from '../config/sources.ts';
import { writeAtomically } from '../disk/write-atomically.ts';
import type { Io } from '../io.ts';
import { buildId } from '../version.ts';

/** Groups of an earlier plan, on the disk of whoever plans. Never the memory: it can be thrown away at any time. */
export interface ParseCache extends KnownGroups {
  /** Keeps what this run found and parsed, and nothing else. A cache that cannot be written is none, and no failure. */
  save(): Promise<void>;
}

/**
 * The cache of one groups folder, in `$XDG_CACHE_HOME/rollcall`: a line a group, its key before it. It holds what the
 * files hold, numbers too, so nobody else may read it. Undefined where there is no place for it, in CI (the folder is
 * gone with the runner), and for a program that was not built, whose rules may change from run to run.
 */
export async function openParseCache(
  root: string,
  { env }: Pick<Io, 'env'>,
): Promise<ParseCache | undefined> {
  const home = findCacheHome(env);
  if (home === undefined || buildId === undefined || env['CI']) return undefined;
  return createParseCache(join(home, 'rollcall', `groups-${toHash([resolve(root)])}`), buildId);
}

/** A cache in a file, for one build of the program: another one may understand a text differently. */
export async function createParseCache(file: string, build: string): Promise<ParseCache> {
  const before = await readLines(file);
  const now = new Map<string, string>();
  let isNew = false;
  const toKey = ({ path, file: place, text }: Source, country: string | undefined) =>
    toHash([build, country ?? '', path, place, text]);
  return {
    find(source, country) {
      const key = toKey(source, country);
      const line = before.get(key);
      if (line === undefined) return undefined;
      now.set(key, line);
      return decode(line);
    },
    keep(source, country, group) {
      now.set(toKey(source, country), encodeGroup(group));
      isNew = true;
    },
    async save() {
      if (!isNew && now.size === before.size) return;
      await writeLines(file, now).catch(() => undefined);
    },
  };
}

/** Undefined for a line that a full disk or a dying machine left behind. */
function decode(line: string) {
  try {
    return decodeGroup(line);
  } catch {
    return undefined;
  }
}

/** XDG Base Directory Specification: a path that is not absolute does not count. */
function findCacheHome(env: Io['env']): string | undefined {
  const { XDG_CACHE_HOME: cache = '', HOME: home = '' } = env;
  if (isAbsolute(cache)) return cache;
  return isAbsolute(home) ? join(home, '.cache') : undefined;
}

async function readLines(file: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line.includes(' '));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]));
}

/** Whole or not at all; another plan may be reading it. */
async function writeLines(file: string, lines: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  writeAtomically(file, [...lines].map(([key, line]) => `${key} ${line}\n`).join(''), { mode: 0o600 });
}

/** Of texts and where one ends and the next begins. */
function toHash(texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('base64url');
}
