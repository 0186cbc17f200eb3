import type { PersonKey, PhoneNumber } from '../../domain/people/person.ts';
import { toPersonKey } from '../../domain/people/person-key.ts';
import { findComment } from '../edit/edit-list.ts';
import type { Edit } from '../edit/edits.ts';
import { isFlow } from '../edit/edits.ts';
import type { Source, Sources } from '../sources.ts';
import { findPersonLists, findWord, putHandle, readItem } from './person-lists.ts';
import { readYamlFiles } from './read-yaml-files.ts';

/** A number that stands in a list by itself: of a group, of a team, of the policy. */
export interface BareNumber {
  readonly source: Source;
  readonly key: PersonKey;
  readonly phone: PhoneNumber;
  /** Counted from 1. */
  readonly line: number;
  /** What stands behind it on a line of its own. */
  readonly comment?: string;
  /** The edit that puts a handle in its place. */
  readonly put: (handle: string) => Edit;
}

/** Every number that stands in a list, file by file in their order. */
export function findBareNumbers(sources: Sources): readonly BareNumber[] {
  return readYamlFiles(sources).flatMap(({ source, root, desk }) =>
    findPersonLists(root).flatMap(({ list }) =>
      list.items.flatMap((item): readonly BareNumber[] => {
        const target = readItem(item, desk)?.target;
        const word = findWord(item);
        if (target?.kind !== 'phone' || !word) return [];
        // In brackets others share the line.
        const comment = isFlow(source.text, list) ? undefined : findComment(source.text, item);
        return [
          {
            source,
            key: toPersonKey(target.phone),
            phone: target.phone,
            line: source.text.slice(0, word.start).split('\n').length,
            ...(comment !== undefined && { comment }),
            put: (handle) => putHandle(source.text, word, handle),
          },
        ];
      }),
    ),
  );
}
