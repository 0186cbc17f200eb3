import type { Source, Sources } from '../sources.ts';
import { isLikeSops } from './metadata.ts';

/** True for a file that Rollcall reads and never writes: outside of the repository, or encrypted by SOPS. */
export function isReadOnly({ text, isOutside }: Pick<Source, 'text' | 'isOutside'>): boolean {
  return isOutside === true || isLikeSops(text);
}

/** The names of files whose lines whoever reads the repository cannot read: those outside, and the encrypted ones that were opened. */
export function findSecretFiles({ files, outside = [] }: Sources): ReadonlySet<string> {
  return new Set([...files.filter(({ sops }) => sops), ...outside].map(({ file }) => file));
}

/** The names of all files that are never written. */
export function findReadOnly({ files, outside = [] }: Sources): ReadonlySet<string> {
  return new Set([...files, ...outside].filter(isReadOnly).map(({ file }) => file));
}
