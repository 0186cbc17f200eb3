import { toPersonKey } from '../../domain/people/person-key.ts';
import { applyEdits } from '../edit/edits.ts';
import type { Parsed } from '../parse.ts';
import type { Source } from '../sources.ts';
import type { Target } from '../groups/target.ts';
import { toTargetKey } from './person-lists.ts';
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

/** A number, in whatever spelling, or LID that two people have is a mistake, and stands for neither. */
function toHandleFinder({ people: { people } }: Parsed): FindHandle {
  const handles = new Map<string, string>();
  const owners = new Map<string, number>();
  for (const { handle, phone, lid } of people.values()) {
    // A handle means a number or a LID, never both: so in the place of a LID it is nothing else.
    const target = phone ? ({ kind: 'phone', phone } as const) : lid && ({ kind: 'lid', lid } as const);
    if (!target) continue;
    const key = toAnySpelling(target);
    handles.set(toTargetKey(target), handle);
    owners.set(key, (owners.get(key) ?? 0) + 1);
  }
  return (target) =>
    target.kind === 'handle' || owners.get(toAnySpelling(target)) !== 1
      ? undefined
      : handles.get(toTargetKey(target));
}

/** Equal for two spellings of one number. */
function toAnySpelling(target: Target): string {
  return target.kind === 'phone' ? toPersonKey(target.phone) : toTargetKey(target);
}
