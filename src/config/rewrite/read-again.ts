import type { Parsed } from '../parse.ts';
import { parseInTurns } from '../parse.ts';
import { resolveOrganisation } from '../resolve.ts';
import type { Resolution } from '../resolve.ts';
import type { Sources } from '../sources.ts';
import type { Rewritten } from './tidy-files.ts';

/** What all files would come to with these new texts. `now` is in milliseconds since 1970; `excused` as for `resolveOrganisation`. */
export async function readAgain(
  sources: Sources,
  rewritten: readonly Rewritten[],
  now: number,
  excused?: ReadonlySet<string>,
): Promise<Resolution> {
  return resolveOrganisation(await parseAgain(sources, rewritten), now, excused);
}

/** All files with these new texts, each looked at by itself; a file that was not there is by then. */
export async function parseAgain(sources: Sources, rewritten: readonly Rewritten[]): Promise<Parsed> {
  const texts = new Map(rewritten.map(({ source, text }) => [source, text]));
  const added = rewritten.filter(({ source }) => !sources.files.includes(source));
  const files = [...sources.files, ...added.map(({ source }) => source)].map((source) => ({
    ...source,
    text: texts.get(source) ?? source.text,
  }));
  return parseInTurns({ ...sources, files });
}
