import type { Diagnostic } from '../../domain/diagnostic.ts';
import { toMistake } from '../mistake.ts';
import type { Resolved } from '../resolved.ts';
import { holdsFor } from '../../domain/organisation.ts';
import { findIdleEnds, findPastEnds, toWord } from './judge-entries.ts';
import type { ListEntry } from './list-entry.ts';

/** Last days that are over, in any list. */
export function findPastDates({ entries, isOver }: Resolved): readonly Diagnostic[] {
  return findPastEnds(entries, isOver);
}

/** Ends in defaults that do nothing in any group: where one of them takes somebody away, they do something. */
export function findIdleDefaults({ parsed, groups }: Resolved): readonly Diagnostic[] {
  return parsed.defaults.flatMap((defaults) =>
    (['members', 'admins'] as const).flatMap((list) => {
      const [first, ...others] = groups.filter(
        ({ file, lists }) => holdsFor(defaults.path, file) && lists[list],
      );
      if (!first || others.some(({ manage }) => manage[list] !== 'additive')) return [];
      return findIdleEnds(defaults[list] ?? [], list, first.manage);
    }),
  );
}

/**
 * Admins who are not in `members`, in a group whose other admins are: whoever takes somebody out of the one list and
 * forgets the other does not get what they mean.
 */
export function findLoneAdmins(admins: readonly SingleAdmin[]): readonly Diagnostic[] {
  const alone = admins.filter(({ isMember }) => !isMember);
  return alone.length === admins.length ? [] : alone.map(({ entry }) => toLoneAdmin(entry));
}

/** Somebody whom an entry of a group's own admins means by itself: no team, and no LID, of which no role is managed. */
export interface SingleAdmin {
  readonly entry: ListEntry;
  /** True where the members' list names them too, in whatever way. */
  readonly isMember: boolean;
}

function toLoneAdmin(entry: ListEntry): Diagnostic {
  const detail = `\`${toWord(entry)}\` is in \`admins\` and not in \`members\`, unlike the other admins here. Admins are members too, so they stay in the group, and its admin. If they are to leave, take them out of \`admins\` as well; if not, add them to \`members\`.`;
  return toMistake('admin-not-member', detail, entry.span);
}
