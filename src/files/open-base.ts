import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAboutPeople, toRole } from '../config/layout.ts';
import { toMistake } from '../config/mistake.ts';
import type { Parsed } from '../config/parse.ts';
import { parseInTurns, parsePeopleAlone } from '../config/parse.ts';
import type { ParsedPeople } from '../config/people/parse-people.ts';
import { resolveOrganisation } from '../config/resolve.ts';
import type { Sources } from '../config/sources.ts';
import { loadSources } from '../config/sources.ts';
import { completeSources, loadFiles } from './load-files.ts';
import { findUnread, toReadableGroups } from '../config/unread.ts';
import { toStart } from '../domain/diagnostic.ts';
import type { Organisation, Policy } from '../domain/organisation.ts';
import type { Unread } from '../domain/origin.ts';
import type { Io } from '../io.ts';
import { toStricter } from '../planning/base/stricter.ts';
import { extractFolder } from '../git/extract-folder.ts';
import type { FileOptions, PhotoOptions } from '../options.ts';
import { openPeople } from './open-people.ts';
import { addPictures, readPhotos, withoutPhotos } from './read-photos.ts';

/** The files of another commit, which the pull request is compared with. */
export interface Base {
  /** As it was named. */
  readonly ref: string;
  /** As far as it can be read. Absent: that commit has no groups folder, or nothing in it. */
  readonly organisation?: Organisation;
  /** What cannot, by file: a pull request that mends these files must be planned like any other. */
  readonly unread: readonly Unread[];
}

/**
 * The groups folder as it is in another commit, resolved as far as that goes; what its files warn of was said when they
 * were merged. Throws `UsageError` where git does not know the commit, or photos are to be looked at without sharp.
 */
export async function openBase(ref: string, options: PhotoOptions, io: Io): Promise<Base> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-base-'));
  try {
    const left = await extractFolder(ref, options.groups, folder);
    const sources = left && addLeft(loadSources(folder), left);
    if (!sources || sources.files.length + sources.diagnostics.length === 0) return { ref, unread: [] };
    // Whoever is kept outside of the repository is the same for both.
    const whole = await completeSources(sources, options, io);
    const parsed = await openPeople(await parseInTurns(whole), 'needed', io);
    const { organisation, unread } = await resolveReadable(parsed, options, io);
    if (options.skipPhotos) return { ref, organisation: withoutPhotos(organisation), unread };
    // A photo that is none there is left without its picture, and so cannot be compared.
    const photos = await readPhotos(folder, parsed.groups);
    return { ref, organisation: addPictures(organisation, photos), unread };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Links and huge files are there and were not read, as if the folder itself were looked at. */
function addLeft(sources: Sources, left: readonly string[]): Sources {
  const found = left
    .filter((path) => toRole(path) !== 'none' || isAboutPeople(path))
    .map((path) =>
      toMistake('unreadable-file', 'It is a link, or too large.', toStart(join(sources.root, path))),
    );
  return { ...sources, diagnostics: [...sources.diagnostics, ...found] };
}

/** What fits, whatever mistakes stand beside it. Pure but for a look at the people of the files of today. */
async function resolveReadable(
  parsed: Parsed,
  today: FileOptions,
  io: Io,
): Promise<{ readonly organisation: Organisation; readonly unread: readonly Unread[] }> {
  const resolution = resolveOrganisation(parsed, io.clock.now());
  if (resolution.kind === 'organisation') return { organisation: resolution.organisation, unread: [] };
  const { readable, diagnostics } = resolution;
  const unread = findUnread(parsed, diagnostics);
  const groups = toReadableGroups(readable.groups, parsed, unread);
  const policy = unread.some(({ what }) => what !== 'group' && what !== 'id')
    ? toStricter(readable.policy, await findProtected(parsed, today, io))
    : readable.policy;
  return { organisation: { ...readable, groups, policy }, unread };
}

/** The policy with everybody protected whom it names, looked up among the people of today where its own are not known. */
async function findProtected(parsed: Parsed, today: FileOptions, io: Io): Promise<Policy> {
  const other = await openPeople(await parsePeopleAlone(await loadFiles(today, io)), 'needed', io);
  const resolution = resolveOrganisation(
    { ...parsed, people: fillGaps(parsed.people, other.people) },
    io.clock.now(),
  );
  return (resolution.kind === 'mistakes' ? resolution.readable : resolution.organisation).policy;
}

function fillGaps({ people, teams }: ParsedPeople, other: ParsedPeople): ParsedPeople {
  const known = [...people].filter(([, { phone, lid }]) => (phone ?? lid) !== undefined);
  return { people: new Map([...other.people, ...known]), teams: new Map([...other.teams, ...teams]) };
}
