import { addId } from '../config/edit/add-id.ts';
import type { Sources } from '../config/sources.ts';
import type { GroupId } from '../domain/group.ts';
import type { Filed } from '../domain/plan/creation-outcome.ts';
import { rewriteFile } from './rewrite-file.ts';

/**
 * Writes an id as the first line of the file that its group was made for, whole or not at all; `file` is its path below the
 * groups folder, `sources` what was read of it. A file that somebody has changed since then is left as it is.
 */
export async function fileId({ files }: Sources, file: string, id: GroupId): Promise<Filed> {
  const source = files.find(({ path }) => path === file);
  if (!source) return { kind: 'not-filed', why: `${file} is not there any more.` };
  const text = addId(source.text, id);
  if (text === undefined)
    return { kind: 'not-filed', why: `${source.file} has an id already, or is no map.` };
  const written = await rewriteFile(source, text);
  return written.kind === 'written' ? { kind: 'filed' } : { kind: 'not-filed', why: written.why };
}
