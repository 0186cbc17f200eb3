import type { Lid, Person } from '../../domain/people/person.ts';
import type { Term } from './term.ts';

/** One person whom an entry of a list stands for, with what the entry says of them: on which days, and how they come. */
export interface Found extends Term {
  readonly person: Person;
  readonly byInvite: boolean;
  /** The spreadsheet whose row puts them into the team, below the groups folder; absent where a list in YAML does. */
  readonly sheet?: string;
}

/** Everybody whom an entry, a list or a team stands for. */
export interface Expansion {
  readonly people: readonly Found[];
  readonly lids: readonly Lid[];
}

/** What stands for nobody, or for somebody unknown. */
export const none: Expansion = { people: [], lids: [] };
