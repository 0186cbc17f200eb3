import { beforeAll, createChain, splitLine } from '../lines/chain.ts';
import type { Entry } from './entry.ts';
import { parseEntry } from './parse-entry.ts';
import { toLines } from '../lines/lines.ts';

/**
 * The text of a journal with more entries behind it, for whoever has no folder with it and no lock: what a CI reserves
 * for a run, or learns outside of one. `text` ends with a newline, or is empty; `secret` is the state's key.
 */
export function appendEntries(text: string, entries: readonly Entry[], secret: Uint8Array): string {
  const chain = createChain(secret);
  const lines = text.split('\n').slice(0, -1);
  const last = lines.reduce((mark, line) => chain(mark, splitLine(line).body), beforeAll);
  return text + toLines(entries, chain, last);
}

/** The entries of a text that holds nothing but whole lines of a journal, in their order; undefined where one is none. */
export function parseEntries(text: string): Entry[] | undefined {
  const entries = text
    .split('\n')
    .filter(Boolean)
    .map((line) => parseEntry(splitLine(line).body));
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}
