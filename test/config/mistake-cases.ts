import type { Files } from './files.ts';

/** What is wrong, the files on top of the usual ones, and the marks of all diagnostics that they lead to. */
export interface Case {
  readonly what: string;
  readonly files: Files;
  readonly marks: readonly string[];
}

/** A case, short enough for a table. */
export const toCase = (what: string, files: Files, ...marks: string[]): Case => ({ what, files, marks });

/** A group's file, `g.yaml`, with its name on line 1. */
export const group = (...lines: string[]) => ({ 'g.yaml': ['name: G', ...lines, ''].join('\n') });
/** A policy with its account on line 1. */
export const policy = (...lines: string[]) => ({
  '_policy.yaml': ['account: "+44 7700 900001"', ...lines, ''].join('\n'),
});
/** `_people.yaml`. */
export const people = (...lines: string[]) => ({ '_people.yaml': [...lines, ''].join('\n') });
/** Nobody, so that nobody is unused. */
export const quiet = people('people: {}');

/** A group whose third member, line 5, is the entry. */
export const members = (entry: string): Files => ({
  ...group('members:', '  - team:altos', '  - caio', `  - ${entry}`),
});

/** So many numbers for a list in brackets. */
export function manyNumbers(count: number): string {
  return Array.from({ length: count }, (_, index) => `"+62 812 ${1_000_000 + index}"`).join(', ');
}
