import type { Row } from './rows.ts';
import type { Words } from '../../words/words.ts';

/** So many lines of one section; the JSON has the rest. */
const sectionLimit = 12;

/** Rows under a heading; nothing where there are none. `limit`: so many of them, and a word about the others. */
export function toSection(
  text: string,
  rows: readonly Row[],
  { terminal }: Words,
  limit = sectionLimit,
): Row[] {
  if (rows.length === 0) return [];
  const rest = rows.length - limit;
  const more: Row = { kind: 'line', depth: 1, tone: 'quiet', text: terminal.crowd.moreLines(rest) };
  return [{ kind: 'heading', text, file: '' }, ...rows.slice(0, limit), ...(rest > 0 ? [more] : [])];
}
