import type { YamlMap } from '../yaml/node.ts';
import type { Edit } from './edits.ts';
import { applyEdits, findLineStart, findNewline, isFlow } from './edits.ts';
import { addPairs } from './edit-map.ts';
import { findMap } from './read-map.ts';

/**
 * The text of a group's file with this id in its first line: above all comments, but for what must stay first itself (marks and
 * directions of YAML, the line that names the schema to an editor); in braces before the first key. Everything else stays byte
 * for byte. Undefined where the text is no map, or has an id.
 */
export function addId(text: string, id: string): string | undefined {
  const map = findMap(text);
  if (!map || map.pairs.some(({ key }) => key === 'id')) return undefined;
  return applyEdits(text, toEdits(text, map, id));
}

function toEdits(text: string, map: YamlMap, id: string): readonly Edit[] {
  const [first] = map.pairs;
  if (isFlow(text, map)) {
    if (!first) return addPairs(text, map, [{ key: 'id', value: id }]);
    const at = first.keyNode.start;
    return [{ start: at, end: at, text: `id: ${id}, ` }];
  }
  const lineStart = findLineStart(text, map.start);
  const at = findTop(text.slice(0, lineStart));
  const indent = ' '.repeat(map.start - lineStart);
  return [{ start: at, end: at, text: `${indent}id: ${id}${findNewline(text)}` }];
}

/** Behind the last line above a map that must stand before it. */
function findTop(above: string): number {
  const last = [...above.matchAll(/^(?:---|%|\.\.\.|# *yaml-language-server:)[^\n]*\n/gm)].at(-1);
  return last ? last.index + last[0].length : 0;
}
