import type { Diagnostic } from '../../domain/diagnostic.ts';
import { groupCapacity } from '../../domain/whatsapp-facts.ts';
import { toMistake } from '../mistake.ts';
import type { Directory } from '../people/directory.ts';
import type { Expansion } from '../people/expansion.ts';
import { none } from '../people/expansion.ts';
import type { ParsedDefaults } from './defaults.ts';
import { findRepeated } from './judge-entries.ts';
import type { ListEntry } from './list-entry.ts';

/**
 * The directory with whom the entries of defaults mean, looked up once for all groups: so a mistake in them is one. A list
 * that no group has room for is one as well, and means nobody, however many groups it would be added to.
 */
export function expandDefaults(
  all: readonly ParsedDefaults[],
  directory: Directory,
  diagnostics: Diagnostic[],
): Directory {
  const expansions = new Map<ListEntry, Expansion>();
  for (const defaults of all) {
    for (const list of ['members', 'admins'] as const) {
      const entries = defaults[list] ?? [];
      for (const repeated of findRepeated(entries, list)) diagnostics.push(repeated);
      const met = new Set<string>();
      for (const entry of entries) {
        const expansion = met.size < groupCapacity ? directory.expand(entry) : none;
        for (const { person } of expansion.people) met.add(person.key);
        for (const lid of expansion.lids) met.add(`lid:${lid}`);
        expansions.set(entry, expansion);
      }
      if (met.size < groupCapacity) continue;
      diagnostics.push(toMistake('too-many-people', crowded, defaults.span));
      for (const entry of entries) expansions.set(entry, none);
    }
  }
  if (expansions.size === 0) return directory;
  return {
    ...directory,
    findOne: (entry) => (expansions.has(entry) ? undefined : directory.findOne(entry)),
    expand: (entry) => expansions.get(entry) ?? directory.expand(entry),
    recall: (entry) => expansions.get(entry) ?? directory.recall(entry),
  };
}

const crowded = `A list here has more people than fit into any group (${groupCapacity}, the account among them). Divide it.`;
