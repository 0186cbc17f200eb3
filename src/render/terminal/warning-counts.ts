import type { Diagnostic } from '../../domain/diagnostic.ts';
import { escapeTerminal } from '../../safe/escape.ts';
import { groupAlike } from '../group-alike.ts';
import type { StyleOptions } from './style.ts';
import { makeStyle } from './style.ts';

/**
 * A line for each kind of warnings, with how many there are and where the first is; at the end where to read them. In
 * English, as they are themselves. '' for none, else it ends in a newline.
 */
export function renderWarningCounts(warnings: readonly Diagnostic[], options: StyleOptions): string {
  if (warnings.length === 0) return '';
  const style = makeStyle(options);
  const lines = groupAlike(warnings, ({ code }) => code).map((alike) => {
    const [first] = alike;
    const { summary = '', span } = first ?? {};
    const times = alike.length > 1 ? `, ${alike.length} times` : '';
    const place = span ? ` (${alike.length > 1 ? 'first ' : ''}${span.file}:${span.line})` : '';
    return `${style.paint('warn', 'Warning:')} ${escapeTerminal(style.hide(`${summary}${times}${place}`))}`;
  });
  return style.adapt(`${[...lines, style.paint('quiet', 'rollcall validate says more.')].join('\n')}\n`);
}
