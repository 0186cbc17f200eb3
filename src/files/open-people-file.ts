import type { PeopleFile } from '../config/edit/add-people.ts';
import { toRole } from '../config/layout.ts';
import { isReadOnly } from '../config/sops/read-only.ts';
import type { Source, Sources } from '../config/sources.ts';
import { parseYaml } from '../config/yaml/parse-yaml.ts';
import { UsageError } from '../errors.ts';

/** A file of people that something is put into. */
interface OpenedFile extends PeopleFile {
  readonly path: string;
  readonly source: Source;
}

/** `_people.yaml` as something is put into it, where there is one. Throws `UsageError` where it is never written. */
export async function openPeopleFile({ files }: Pick<Sources, 'files'>): Promise<OpenedFile | undefined> {
  const source = files.find(({ path }) => toRole(path) === 'people' && !path.includes('/'));
  if (!source) return undefined;
  if (isReadOnly(source))
    throw new UsageError(
      `${source.file} is encrypted by SOPS, and Rollcall never writes into such a file. Move it into _people/, under any name, and people are put into a new _people.yaml beside it; or put them in with sops edit.`,
    );
  const file =
    parseYaml(source) ?? parseYaml(source, (await import('../config/yaml/document.ts')).readDocument);
  return file?.root && { path: source.path, text: source.text, root: file.root, source };
}
