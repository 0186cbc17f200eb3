import { toRole } from '../layout.ts';
import type { EntryDesk } from '../groups/target.ts';
import { readPolicyFields } from '../parse-policy.ts';
import { findRange } from '../phone/known-ranges.ts';
import { createPhoneReader } from '../phone/phone-reader.ts';
import type { PhoneReader } from '../phone/phone-reader.ts';
import type { Source, Sources } from '../sources.ts';
import { readDocument } from '../yaml/document.ts';
import { isReadOnly } from '../sops/read-only.ts';
import { toDesk } from '../yaml/fields.ts';
import type { YamlMap } from '../yaml/node.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';

/** A file to be rewritten: its map with all places, and a desk that reads entries and numbers as its parser does. */
export interface ReadYaml {
  readonly source: Source;
  readonly root: YamlMap;
  readonly desk: EntryDesk;
}

/** Every YAML file that can be read; what is wrong in it, whoever parsed it has said. */
export function readYamlFiles({ files }: Sources): readonly ReadYaml[] {
  const phones = createPhoneReader();
  phones.setRanges(findRange);
  const policies = files.filter(({ path }) => toRole(path) === 'policy');
  for (const file of policies.flatMap((source) => readFile(source, phones) ?? []))
    phones.setCountry(readPolicyFields(file.root, file.desk).values.country);
  return files.flatMap((source) => readFile(source, phones) ?? []);
}

function readFile(source: Source, phones: PhoneReader): ReadYaml | undefined {
  if (!/\.ya?ml$/i.test(source.path) || isReadOnly(source)) return undefined;
  const file = parseYaml(source) ?? parseYaml(source, readDocument);
  if (!file?.root) return undefined;
  return { source, root: file.root, desk: { ...toDesk(file.locate, []), parsePhone: phones.parse } };
}
