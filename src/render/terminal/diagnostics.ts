import { tellPosition } from '../../domain/diagnostic.ts';
import type { CodeFrame, Diagnostic, Span } from '../../domain/diagnostic.ts';
import { measure, wrap } from '../columns.ts';
import { escapeTerminal } from '../../safe/escape.ts';
import type { Style, StyleOptions } from './style.ts';
import { makeStyle } from './style.ts';

/** "1 error", "3 errors". */
function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

const severityWords = { error: 'Error', warning: 'Warning' } as const;

/**
 * Mistakes and warnings in the files, in English whatever language the policy speaks, since a mistake may be in the policy; in the order given: what, where, the lines themselves with all numbers blanked,
 * and the details; at the end how many, and of very many the first thousand. '' for none, else it ends in a newline.
 */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: StyleOptions): string {
  if (diagnostics.length === 0) return '';
  const style = makeStyle(options);
  const shown = cutToFirst(cutWarnings(diagnostics));
  const blocks = shown.map((diagnostic) => layDiagnostic(diagnostic, style).join('\n'));
  const left = diagnostics.length - shown.length;
  const more =
    left > 0
      ? [`… ${left} more are not shown. Look at those above first; validate --json has all of them.`]
      : [];
  return style.adapt(`${[...blocks, ...more, style.paint('strong', summarise(diagnostics))].join('\n\n')}\n`);
}

/** So many warnings of one kind are shown: whoever mends those knows how to mend the rest. */
const warningsOfAKind = 10;

/** All errors, and of each kind of warnings the first ones. */
function cutWarnings(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  return diagnostics.filter(({ severity, code }) => {
    if (severity === 'error') return true;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    return (counts.get(code) ?? 0) <= warningsOfAKind;
  });
}

/** Nobody reads more than so many, and no log should have to hold them. */
const mostShown = 1000;

/** The first errors, and warnings where they leave room; all in their order. */
function cutToFirst(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= mostShown) return diagnostics;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const warnings = diagnostics.filter(({ severity }) => severity !== 'error');
  const shown = new Set([...errors, ...warnings].slice(0, mostShown));
  return diagnostics.filter((diagnostic) => shown.has(diagnostic));
}

function summarise(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const parts = [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : ''];
  return `${parts.filter(Boolean).join(', ')}.`;
}

function layDiagnostic({ severity, summary, detail, span, frame }: Diagnostic, style: Style): string[] {
  const tone = severity === 'error' ? 'bad' : 'warn';
  const place = span ? [style.paint('quiet', `  on ${toSafe(tellPosition(span), style)}`)] : [];
  const lines = detail
    .split('\n')
    .flatMap((line) => wrap(toSafe(line, style), Math.min(style.width, 96) - 2));
  return [
    `${style.paint(tone, `${severityWords[severity]}:`)} ${style.paint('strong', toSafe(summary, style))}`,
    ...place,
    ...(span && frame ? ['', ...layFrame(frame, span, style), ''] : []),
    ...lines.map((line) => `  ${line}`),
  ];
}

function toSafe(text: string, { hide }: Style): string {
  return escapeTerminal(hide(text));
}

function layFrame({ firstLine, lines }: CodeFrame, span: Span, style: Style): string[] {
  const gutter = String(firstLine + lines.length - 1).length;
  const rule = style.paint('quiet', style.sign('rule'));
  return lines.flatMap((text, index) => {
    const number = firstLine + index;
    const marked = number === span.line;
    const { shown, caret } = cut(text, span, marked, style);
    const line =
      `  ${style.paint(marked ? 'plain' : 'quiet', String(number).padStart(gutter))} ${rule} ${shown}`.trimEnd();
    return marked ? [line, `  ${' '.repeat(gutter)} ${rule} ${style.paint('bad', caret)}`] : [line];
  });
}

/** Line number, rule and dots beside a line of code. Columns. */
const frameMargin = 16;

/** Long lines are cut to what is around the mistake. Blanking keeps the length, so columns still fit afterwards. */
function cut(text: string, span: Span, marked: boolean, style: Style) {
  const room = style.width - frameMargin;
  const masked = style.hide(text);
  const column = marked ? span.column - 1 : 0;
  const skipped = column > room / 2 && masked.length > room ? column - Math.floor(room / 3) : 0;
  const window = masked.slice(skipped, skipped + room);
  const lead = skipped > 0 ? style.adapt('…') : '';
  const end = span.endLine === span.line ? span.endColumn - 1 : masked.length;
  const before = escapeTerminal(window.slice(0, column - skipped));
  const under = escapeTerminal(window.slice(column - skipped, Math.max(end, column + 1) - skipped));
  const tail = skipped + room < masked.length ? '…' : '';
  return {
    shown: `${lead}${escapeTerminal(window)}${tail}`,
    caret: `${' '.repeat(lead.length + measure(before))}${'^'.repeat(Math.max(1, measure(under)))}`,
  };
}
