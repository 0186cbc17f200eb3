import type { Span } from '../../domain/diagnostic.ts';
import type { Lid, PhoneNumber } from '../../domain/people/person.ts';
import type { ListEntry, Target } from './list-entry.ts';
import type { ParsedGroup } from './parse-group.ts';
import type { Source } from '../sources.ts';

/**
 * What files came to in an earlier run. One text, in one place and with one country for its numbers, always comes to the
 * same group, so it need not be parsed again. Only files without mistakes and warnings are kept.
 */
export interface KnownGroups {
  find(source: Source, country: string | undefined): ParsedGroup | undefined;
  keep(source: Source, country: string | undefined, group: ParsedGroup): void;
}

/** An entry in a fifth of its letters: nearly all of a group is its lists. */
type Row = readonly [
  word: string,
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
  more?: Pick<ListEntry, 'until' | 'readd' | 'byInvite'>,
];

/** A group as one line of text. `decodeGroup` undoes it. */
export function encodeGroup({ members, admins, ...group }: ParsedGroup): string {
  return JSON.stringify({
    ...group,
    ...(members && { members: members.map(toRow) }),
    ...(admins && { admins: admins.map(toRow) }),
  });
}

/** The group that was encoded. Throws for a text that is no JSON. */
export function decodeGroup(text: string): ParsedGroup {
  const { members, admins, ...group } = JSON.parse(text) as Encoded;
  const { file } = group.span;
  return {
    ...group,
    ...(members && { members: members.map((row) => toEntry(row, file)) }),
    ...(admins && { admins: admins.map((row) => toEntry(row, file)) }),
  };
}

type Encoded = Omit<ParsedGroup, 'members' | 'admins'> & {
  readonly members?: readonly Row[];
  readonly admins?: readonly Row[];
};

function toRow({ target, span, ...more }: ListEntry): Row {
  const { line, column, endLine, endColumn } = span;
  const place = [toWord(target), line, column, endLine, endColumn] as const;
  return more.byInvite || more.until !== undefined || more.readd !== undefined ? [...place, more] : place;
}

function toEntry([word, line, column, endLine, endColumn, more]: Row, file: string): ListEntry {
  const span: Span = { file, line, column, endLine, endColumn };
  return { target: toTarget(word), byInvite: false, ...more, span };
}

/** A handle has a letter and no colon, so the four kinds cannot be taken for each other. */
function toWord(target: Target): string {
  if (target.kind === 'phone') return `+${target.phone}`;
  if (target.kind === 'lid') return `lid:${target.lid}`;
  return target.kind === 'team' ? `team:${target.name}` : target.name;
}

function toTarget(word: string): Target {
  if (word.startsWith('+')) return { kind: 'phone', phone: word.slice(1) as PhoneNumber };
  if (word.startsWith('lid:')) return { kind: 'lid', lid: word.slice(4) as Lid };
  if (word.startsWith('team:')) return { kind: 'team', name: word.slice(5) };
  return { kind: 'handle', name: word };
}
