import type { GroupId } from '../domain/group.ts';
import type { Person, PersonKey } from '../domain/people/person.ts';
import { escapeLines, escapeTerminal } from './escape.ts';
import type { SafeText } from './escape.ts';
import { mask, maskLines, maskPhone } from './mask.ts';

/** How texts and people get into a view: the only doors. */
export interface Safety {
  /** What people call somebody: name, handle or number. */
  readonly label: (person: Person) => SafeText;
  /** A text of one line, whoever wrote it. */
  readonly line: (text: string) => SafeText;
  /** A topic: several lines, each of them safe. */
  readonly lines: (text: string) => string;
  /**
   * What a topic was and what the file makes it, with the numbers that the file itself holds: whoever may read the report
   * reads them there. What is not in the file, somebody wrote on a phone: masked. For reports alone.
   */
  readonly topics: (before: string, after: string) => { readonly before: string; readonly after: string };
  /** 0 for the first person that is asked about, 1 for the next: the same number for the same person. */
  readonly toOrdinal: (person: Person) => number;
}

/** The doors for one view: numbers masked, or shown in full with `showPhones`, which only a terminal may ask for. */
export function makeSafety(showPhones: boolean): Safety {
  const hide = showPhones ? (text: string) => text : mask;
  const hideLines = showPhones ? (text: string) => text : maskLines;
  const ordinals = new Map<PersonKey, number>();
  return {
    toOrdinal: ({ key }) => {
      const ordinal = ordinals.get(key) ?? ordinals.size;
      ordinals.set(key, ordinal);
      return ordinal;
    },
    line: (text) => escapeTerminal(hide(text)),
    lines: (text) => escapeLines(hideLines(text)),
    topics(before, after) {
      const own = new Set(after.split('\n'));
      // Masking keeps the lines as they are.
      const masked = hideLines(before).split('\n');
      const shown = before.split('\n').map((line, index) => (own.has(line) ? line : (masked[index] ?? '')));
      return { before: escapeLines(shown.join('\n')), after: escapeLines(after) };
    },
    label: (person) => {
      const known = person.name ?? person.handle;
      if (!showPhones) return escapeTerminal(known === undefined ? maskPhone(person.phone) : mask(known));
      return escapeTerminal(known === undefined ? `+${person.phone}` : `${known} (+${person.phone})`);
    },
  };
}

/** A group's id where it may be seen: a legacy id is made of its creator's number. */
export function toVisibleId(id: GroupId): string | undefined {
  return id.includes('-') ? undefined : id;
}
