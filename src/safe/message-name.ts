import { escapeTerminal } from './escape.ts';
import type { Inline } from './inline.ts';
import { withoutQuotes } from './quotes.ts';

/** So many letters of a group's name stand in a text to somebody: WhatsApp's own limit (docs/gowa.md#14-group-writes). */
const longest = 100;

/** What `escapeTerminal` makes of whatever is invisible: nobody is to read that in a message. */
const escaped = /\\(?:[nrt]|u\{(?:[\da-f]+|…)\})/g;

/**
 * A group's name, which any member may have given it, as it can stand in quotes in a message to somebody: one line, nothing
 * invisible, no quotes that could pass for its end, nothing that WhatsApp would make a link of, and nobody mentioned
 * (GOWA takes `@` and digits for that: docs/gowa.md#17-messages).
 */
export function toMessageName(name: string): Inline {
  const shown = cut(clean(name));
  // What comes to stand at the beginning, or beside another letter, once something is taken out is looked at anew.
  return shown === name ? (shown as Inline) : toMessageName(shown);
}

function clean(name: string): string {
  return escapeTerminal(withoutQuotes(name).replaceAll('\\', '/'))
    .replace(escaped, ' ')
    .replace(/@/g, ' ')
    .replace(/:\/\//g, ': ')
    .replace(/([.。．｡])(?=[\p{L}\p{N}])/gu, '$1 ')
    .replace(/\s+/g, ' ')
    .trim();
}

function cut(line: string): string {
  const letters = [...line];
  if (letters.length <= longest) return line;
  const beginning = letters.slice(0, longest - 1).join('');
  return `${beginning.trimEnd()}…`;
}
