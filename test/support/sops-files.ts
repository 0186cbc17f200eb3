import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDataKey } from '../../src/config/sops/data-key.ts';
import { decryptTree } from '../../src/config/sops/decrypt-tree.ts';
import type { Decrypted } from '../../src/config/sops/decrypt-tree.ts';
import { readMetadata } from '../../src/config/sops/metadata.ts';
import { readDocument } from '../../src/config/yaml/document.ts';
import type { YamlMap, YamlNode } from '../../src/config/yaml/node.ts';
import { parseYaml } from '../../src/config/yaml/parse-yaml.ts';
import { findRoot } from './repository-root.ts';

/** Files that the real sops made (test/fixtures/sops/README.md). */
export function readSopsFile(name: string): string {
  return readFileSync(join(findRoot(), 'test/fixtures/sops', name), 'utf8');
}

/** The throw-away key that opens them, as SOPS_AGE_KEY holds it. */
export const sopsIdentity = /AGE-SECRET-KEY-1\S+/.exec(readSopsFile('keys.txt'))?.[0] ?? '';
export const sopsEnv = { SOPS_AGE_KEY: sopsIdentity };

/** A text as YAML; undefined where it is none. */
export function readRoot(text: string): YamlMap | undefined {
  const source = { path: '_people.yaml', file: 'groups/_people.yaml', text };
  return (parseYaml(source) ?? parseYaml(source, readDocument))?.root;
}

/** The key of the values of one of these files, or of one that was made of it. */
export async function findDataKey(text: string): Promise<Uint8Array> {
  const root = readRoot(text);
  const metadata = root && readMetadata(root);
  if (!metadata || typeof metadata === 'string') throw new Error('A file of tests is none of SOPS.');
  const key = await openDataKey(metadata.dataKeys, [sopsIdentity]);
  if (!key) throw new Error('The key of a file of tests does not open it.');
  return key;
}

/** What a text comes to with a key that was found before; undefined where it is no YAML, or its metadata are none. */
export function decrypt(text: string, key: Uint8Array): Decrypted | undefined {
  return decryptRoot(readRoot(text), key);
}

/** The same of what was read before. */
export function decryptRoot(root: YamlMap | undefined, key: Uint8Array): Decrypted | undefined {
  const metadata = root && readMetadata(root);
  return metadata && typeof metadata !== 'string' ? decryptTree(root, metadata, key) : undefined;
}

/** A tree as plain values, numbers and days as they would stand in a file. */
export function toPlain(node: YamlNode | undefined): unknown {
  if (node?.kind === 'map')
    return Object.fromEntries(node.pairs.map(({ key, value }) => [key, toPlain(value)]));
  if (node?.kind === 'list') return node.items.map(toPlain);
  return node && node.value === null ? null : node?.source;
}
