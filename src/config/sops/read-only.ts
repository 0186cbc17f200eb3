import type { Source, Sources } from '../sources.ts';
import { isLikeSops } from './metadata.ts';

/** True for a file that Rollcall reads and never writes: outside of the repository, or encrypted by SOPS. */
export function isReadOnly({ text, isOutside }: Pick<Source, 'text' | 'isOutside'>): boolean {
  return isOutside === true || isLikeSops(text);
}

/** The names of all such files. */
export function findReadOnly({ files, outside = [] }: Sources): ReadonlySet<string> {
  return new Set([...files, ...outside].filter(isReadOnly).map(({ file }) => file));
}
