import { readDocument } from '../yaml/document.ts';
import { readEvents } from '../yaml/events.ts';
import { toLocator } from '../yaml/locate.ts';
import type { YamlList, YamlMap } from '../yaml/node.ts';

/** The map that a group's file is. Throws where it is none: only files without mistakes are edited. */
export function readMap(text: string): YamlMap {
  const root = findMap(text);
  if (!root) throw new Error('What was edited is no map any more.');
  return root;
}

/** The map that a text is; undefined where it is none, or has mistakes. */
export function findMap(text: string): YamlMap | undefined {
  return readEvents(text) ?? readDocument(text, toLocator({ path: '', file: '', text })).root;
}

/** The list behind a key of a text; undefined where there is none, or no map. */
export function readList(text: string, key: string): YamlList | undefined {
  const value = findMap(text)?.pairs.find((pair) => pair.key === key)?.value;
  return value?.kind === 'list' ? value : undefined;
}
