import type { Diagnostic, Span } from '../../domain/diagnostic.ts';
import { escapeLines, escapeTerminal } from '../../safe/escape.ts';
import { mask } from '../../safe/mask.ts';
import { formatVersion } from './format-version.ts';

/** How much there is in files without mistakes. */
export interface CheckedCounts {
  readonly groups: number;
  /** Those of the groups that have no id yet. */
  readonly toCreate: number;
  readonly people: number;
  /** Sealed numbers of which only the form was looked at, without the private key; absent: none. */
  readonly unopened?: number;
}

/** The document of `validate --json`, as text: what was found, each at its place, no number of anybody in it. */
export function renderCheckJson(
  diagnostics: readonly Diagnostic[],
  counts: CheckedCounts | undefined,
  { toolVersion }: { readonly toolVersion: string },
): string {
  const document = {
    formatVersion,
    toolVersion,
    kind: 'validation',
    isValid: diagnostics.every(({ severity }) => severity !== 'error'),
    ...counts,
    diagnostics: diagnostics.map(toItem),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function toItem({ severity, code, summary, detail, span }: Diagnostic) {
  return {
    severity,
    code,
    summary: escapeTerminal(mask(summary)),
    detail: escapeLines(mask(detail)),
    ...(span && toPlace(span)),
  };
}

function toPlace({ file, line, column, endLine, endColumn, cell }: Span) {
  return { file: escapeTerminal(mask(file)), line, column, endLine, endColumn, ...(cell && { cell }) };
}
