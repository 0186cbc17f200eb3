import { readDocument } from '../../../src/config/yaml/document.ts';
import { toLocator } from '../../../src/config/yaml/locate.ts';
import type { YamlMap, YamlNode } from '../../../src/config/yaml/node.ts';

/** The map that a text is. Throws for what is not valid YAML. */
export function read(text: string): YamlMap {
  const { root, diagnostics } = readDocument(text, toLocator({ path: 'a.yaml', file: 'a.yaml', text }));
  if (!root) throw new Error(`${JSON.stringify(diagnostics)}\n${text}`);
  return root;
}

/** A file's meaning: keys in their order, lists as what their items say. */
export function toMeaning(node: YamlNode | undefined): unknown {
  if (node?.kind === 'list') return node.items.map(toMeaning);
  if (node?.kind === 'map') return node.pairs.map(({ key, value }) => [key, toMeaning(value)]);
  return node?.value;
}
