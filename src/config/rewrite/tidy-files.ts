import type { PhoneNumber } from '../../domain/people/person.ts';
import { applyEdits } from '../edit/edits.ts';
import type { Parsed } from '../parse.ts';
import type { Source } from '../sources.ts';
import { readYamlFiles } from './read-yaml-files.ts';
import { tidyFile } from './tidy-file.ts';
import type { FindHandle } from './tidy-list.ts';

/** A file, and the text that it is to have. */
export interface Rewritten {
  readonly source: Source;
  readonly text: string;
}

/**
 * The files that tidying changes, with their new texts, whatever stands in `passedOver` left alone. Pure; whoever writes
 * them makes sure first that they mean what they meant (`tellMeaning`).
 */
export function tidyFiles(parsed: Parsed, passedOver: ReadonlySet<string>): readonly Rewritten[] {
  const findHandle = toHandleFinder(parsed);
  const files = readYamlFiles(parsed.sources).filter(({ source }) => !passedOver.has(source.file));
  return files.flatMap((file) => {
    const { source } = file;
    const text = applyEdits(source.text, tidyFile(file, findHandle));
    return text === source.text ? [] : [{ source, text }];
  });
}

/** A number that two people have is a mistake, and stands for neither. */
function toHandleFinder({ people: { people } }: Parsed): FindHandle {
  const byPhone = new Map<PhoneNumber, string | undefined>();
  for (const { handle, phone } of people.values())
    if (phone) byPhone.set(phone, byPhone.has(phone) ? undefined : handle);
  return (target) => (target.kind === 'phone' ? byPhone.get(target.phone) : undefined);
}
