import { lstatSync, realpathSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { basename, dirname, isAbsolute, join, normalize } from 'node:path';
import { isSheet, isYaml } from '../config/layout.ts';
import type { Source, Sources } from '../config/sources.ts';
import { loadSources, peopleBytes, readText } from '../config/sources.ts';
import { withDataKeys } from './with-data-keys.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { FileOptions } from '../options.ts';

/** Names a file of people outside of the repository where no `--people` does: in a job of a CI, for all its commands. */
const outsideVariable = 'ROLLCALL_PEOPLE';

/** All texts below the groups folder, and those of people that are kept elsewhere. Throws `UsageError` as `withOutside` does. */
export async function loadFiles(options: FileOptions, io: Io): Promise<Sources> {
  return completeSources(loadSources(options.groups), options, io);
}

/** The same for texts that were read already: with the files outside, and the keys of those that SOPS has encrypted. */
export async function completeSources(sources: Sources, options: FileOptions, io: Io): Promise<Sources> {
  return withDataKeys(await withOutside(sources, options, io), io);
}

/**
 * The sources with the files of people that `--people` names; from then on nothing that is printed has a digit of anybody's.
 * Throws `UsageError` for a file that is not there, is neither YAML nor CSV, or lies in the repository of the groups: what is
 * in a repository is reviewed there, and is found in its folder without being named.
 */
export async function withOutside(sources: Sources, options: FileOptions, io: Io): Promise<Sources> {
  const named = findNamed(options, io);
  if (named.length === 0) return sources;
  io.hideDigits();
  const outside: Source[] = [];
  for (const { file, origin } of named) {
    const source = await readOutside(file, origin, options.groups);
    if (outside.some((other) => other.file === source.file))
      throw new UsageError(`${origin} ${toTwice(source.file)}`);
    outside.push(source);
  }
  return { ...sources, outside };
}

function toTwice(name: string): string {
  return `${name}: there are two of this name, or one that is named twice, and mistakes in them could not be told apart. Name each file once, and give them different names.`;
}

interface NamedFile {
  readonly file: string;
  /** How messages say who named it. */
  readonly origin: string;
}

function findNamed({ people = [] }: FileOptions, { env }: Pick<Io, 'env'>): readonly NamedFile[] {
  if (people.length > 0) return people.map((file) => ({ file, origin: '--people' }));
  const file = env[outsideVariable];
  return file ? [{ file, origin: outsideVariable }] : [];
}

async function readOutside(file: string, origin: string, groups: string): Promise<Source> {
  const name = toShown(file);
  const place = findPlace(file);
  if (place === undefined) throw new UsageError(`${origin} ${name}: there is no such file.`);
  if (!isYaml(place) && !isSheet(place)) throw new UsageError(`${origin} ${name}: ${formText}`);
  if (isInside(dirname(place), groups)) throw new UsageError(`${origin} ${name}: ${insideText}`);
  const text = readText(place, peopleBytes);
  if (typeof text === 'string') return { path: basename(place), file: name, text, isOutside: true };
  throw new UsageError(
    `${origin} ${name}: ${'detail' in text ? text.detail : 'This file is far too large.'}`,
  );
}

const formText =
  'People are read from files that end in `.yaml`, `.yml` or `.csv`, written as `_people.yaml` and the spreadsheets of `_people/` are.';

const insideText =
  'This file lies in the repository of the groups, and what is in there is found without being named: put it into `_people/` of the groups folder; or keep it outside of the repository, where nobody reads it who may only read that.';

/** What messages and reports call it: as it was named, but nothing of a folder of this machine. */
function toShown(file: string): string {
  const plain = normalize(file).replaceAll('\\', '/');
  return isAbsolute(file) || plain.startsWith('../') ? basename(file) : plain;
}

/** Where links lead in the end. */
function findPlace(file: string): string | undefined {
  try {
    return realpathSync.native(file);
  } catch {
    return undefined;
  }
}

/** True in the groups' folder, and in the repository that it is in: another one that lies within is another one. */
function isInside(folder: string, groups: string): boolean {
  const own = statSync(groups, { throwIfNoEntry: false });
  if (!own) return false;
  const repository = findRepository(realpathSync.native(groups));
  for (let at = folder; ; at = dirname(at)) {
    const here = statSync(at);
    if (isSame(here, own)) return true;
    if (isRepository(at)) return repository !== undefined && isSame(here, repository);
    if (dirname(at) === at) return false;
  }
}

function findRepository(folder: string): Stats | undefined {
  if (isRepository(folder)) return statSync(folder);
  return dirname(folder) === folder ? undefined : findRepository(dirname(folder));
}

function isRepository(folder: string): boolean {
  return lstatSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined;
}

/** By device and number, whatever it is called. */
function isSame(a: Stats, b: Stats): boolean {
  return a.dev === b.dev && a.ino === b.ino;
}
