import { parseInTurns } from '../parse.ts';
import { resolveOrganisation } from '../resolve.ts';
import type { Resolution } from '../resolve.ts';
import type { Sources } from '../sources.ts';
import type { Rewritten } from './tidy-files.ts';

/** What all files would come to with these new texts. `now` is in milliseconds since 1970. */
export async function readAgain(
  sources: Sources,
  rewritten: readonly Rewritten[],
  now: number,
): Promise<Resolution> {
  const texts = new Map(rewritten.map(({ source, text }) => [source, text]));
  const files = sources.files.map((source) => ({ ...source, text: texts.get(source) ?? source.text }));
  return resolveOrganisation(await parseInTurns({ ...sources, files }), now);
}
