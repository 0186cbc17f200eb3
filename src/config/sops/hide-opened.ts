import type { Diagnostic } from '../../domain/diagnostic.ts';
import { isReadOnly } from './read-only.ts';
import type { Sources } from '../sources.ts';

/** What is said of keys, and of numbers, which stand there in plain, or says nothing of what a value is. */
const telling: ReadonlySet<string> = new Set([
  'bad-sops',
  'plain-phone',
  'unheld-number',
  'bad-handle',
  'duplicate-handle',
  'duplicate-team',
  'duplicate-key',
  'same-names',
  'unknown-key',
  'missing-key',
  'no-value',
  'unused-handle',
  'unused-team',
  'more-mistakes',
]);

/** Mistakes in files that SOPS has encrypted, without a word of what was opened: their kind and their place remain. */
export function hideOpened(
  diagnostics: readonly Diagnostic[],
  { files, outside = [] }: Sources,
): readonly Diagnostic[] {
  const encrypted = new Set(
    [...files, ...outside].filter(({ sops, text }) => sops && isReadOnly({ text })).map(({ file }) => file),
  );
  if (encrypted.size === 0) return diagnostics;
  return diagnostics.map((diagnostic) => {
    const { code, span } = diagnostic;
    const isHidden = span && encrypted.has(span.file) && !telling.has(code);
    return isHidden ? { ...diagnostic, detail: hiddenText } : diagnostic;
  });
}

const hiddenText =
  'What stands here is encrypted, so no more is said of it. Look at it with `sops edit`, which shows it to whoever has the key.';
