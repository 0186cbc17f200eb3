import type { Source, Sources } from '../sources.ts';
import type { Span } from '../../domain/diagnostic.ts';
import { isLikeSops } from './metadata.ts';

/** True for a file that Rollcall reads and never writes: outside of the repository, or encrypted by SOPS. */
export function isReadOnly({ text, isOutside }: Pick<Source, 'text' | 'isOutside'>): boolean {
  return isOutside === true || isLikeSops(text);
}

/**
 * Tells of the place of a list's entry whether whoever reads the repository cannot read whom it means: it stands outside, or
 * encrypted in a file that was opened, whose rules may leave others in plain.
 */
export function findSecretPlaces({
  files,
  outside = [],
}: Pick<Sources, 'files' | 'outside'>): (place: Span) => boolean {
  const kept = new Set(outside.map(({ file }) => file));
  const opened = new Map(
    files.flatMap(({ file, text, sops }) => (sops ? [[file, text.split('\n')] as const] : [])),
  );
  return (place) => kept.has(place.file) || isEncryptedAt(opened.get(place.file), place);
}

/** Of an entry that is a map, what stands behind `person:` counts. */
function isEncryptedAt(lines: readonly string[] | undefined, { line, column, endLine }: Span): boolean {
  const [first = '', ...more] = lines?.slice(line - 1, endLine) ?? [];
  const own = [first.slice(column - 1), ...more].join('\n');
  return /^["']?ENC\[|\bperson["']?:[ \t]+["']?ENC\[/.test(own);
}

/** The names of all files that are never written. */
export function findReadOnly({ files, outside = [] }: Sources): ReadonlySet<string> {
  return new Set([...files, ...outside].filter(isReadOnly).map(({ file }) => file));
}
