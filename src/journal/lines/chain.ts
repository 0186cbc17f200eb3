import { createHmac } from 'node:crypto';
import { toLetters } from '../../safe/letters.ts';

/** What a line carries of all the lines up to it: 24 letters from a to p. */
export type Mark = string;

/** Makes the mark of a line (its JSON, without a mark) that stands behind one with another mark. */
export type Chain = (before: Mark, body: string) => Mark;

/** The mark that the first line of a journal is chained to. */
export const beforeAll: Mark = '';

/**
 * The chain of a journal, made with the state's key: each mark is an HMAC of the one before and the line, so that a line
 * that was changed, taken out, put in or moved fits neither its neighbours nor its own mark. What it cannot tell by
 * itself is how long a journal should be; see head.ts.
 */
export function createChain(secret: Uint8Array): Chain {
  const key = createHmac('sha256', secret).update('rollcall journal chain').digest();
  return (before, body) =>
    toLetters(createHmac('sha256', key).update(`${before}\n${body}`).digest().subarray(0, 12));
}

const start = ',"mark":"';
const markLength = 24;
const tailLength = start.length + markLength + 2;

/** A line's JSON and its mark, where it has one. A line that was sent through Windows ends in a carriage return. */
export function splitLine(text: string): { readonly body: string; readonly mark?: Mark } {
  const line = text.endsWith('\r') ? text.slice(0, -1) : text;
  const tail = line.slice(-tailLength);
  if (!tail.startsWith(start) || !tail.endsWith('"}')) return { body: line };
  return { body: `${line.slice(0, -tailLength)}}`, mark: tail.slice(start.length, -2) };
}

/** The line for an entry: its JSON with the mark put in as the last field. `splitLine` undoes it. */
export function joinLine(body: string, mark: Mark): string {
  return `${body.slice(0, -1)}${start}${mark}"}`;
}
