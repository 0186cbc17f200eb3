import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from '../yaml/node.ts';
import { openValue } from './encrypted-value.ts';
import { readGoValue, toGoValue } from './go-value.ts';
import type { SopsMetadata } from './metadata.ts';
import { sopsKey } from './metadata.ts';

/** A file of SOPS with its values opened, each where its encrypted text stands; or what is wrong with it, and where. */
export type Decrypted =
  | {
      readonly kind: 'map';
      readonly root: YamlMap;
      /** Those that were encrypted. */ readonly opened: ReadonlySet<YamlNode>;
    }
  | { readonly kind: 'mistakes'; readonly places: readonly DecryptMistake[] };

export interface DecryptMistake {
  readonly mistake: 'value' | 'plain' | 'mac' | 'no-mac' | 'odd';
  readonly node: YamlNode;
}

/** What the hash begins with where the MAC is over encrypted values alone (`MACOnlyEncryptedInitialization`). */
const onlyEncryptedStart = '8a3fd2ad54ce66527b1034f3d147be0b0b975b3bf44f72c6fdadec8176f27d69';

interface Walk {
  readonly metadata: SopsMetadata;
  readonly key: Uint8Array;
  readonly hash: Hash;
  readonly opened: Set<YamlNode>;
  readonly mistakes: DecryptMistake[];
}

/**
 * Opens every value, and makes sure of the MAC: of all values in their order, none is missing, another one, or elsewhere. Nothing
 * is opened where it does not hold. Pure. As `Tree.Decrypt` of getsops/sops 3.13.3.
 */
export function decryptTree(root: YamlMap, metadata: SopsMetadata, key: Uint8Array): Decrypted {
  const hash = createHash('sha512');
  if (metadata.macOnlyEncrypted) hash.update(Buffer.from(onlyEncryptedStart, 'hex'));
  const walk: Walk = { metadata, key, hash, opened: new Set(), mistakes: [] };
  const own = { ...root, pairs: root.pairs.filter((pair) => pair.key !== sopsKey) };
  const opened = openMap(own, [], walk);
  const { mistakes } = walk;
  // What does not open is why the MAC cannot hold.
  const mac = mistakes.length > 0 ? undefined : checkMac(metadata, key, hash.digest('hex').toUpperCase());
  if (mac) mistakes.push({ mistake: mac, node: metadata.node });
  if (mistakes.length > 0) return { kind: 'mistakes', places: mistakes };
  return { kind: 'map', root: opened, opened: walk.opened };
}

function checkMac(
  { mac, lastModified }: SopsMetadata,
  key: Uint8Array,
  computed: string,
): 'mac' | 'no-mac' | undefined {
  if (mac === '') return 'no-mac';
  return openValue(mac, key, lastModified)?.text === computed ? undefined : 'mac';
}

function openNode(node: YamlNode, path: readonly string[], walk: Walk): YamlNode | undefined {
  if (node.kind === 'map') return openMap(node, path, walk);
  if (node.kind === 'list') return openList(node, path, walk);
  return openScalar(node, path, walk);
}

function openMap(map: YamlMap, path: readonly string[], walk: Walk): YamlMap {
  const pairs = map.pairs.map((pair): YamlPair => {
    const { key, keyNode, value } = pair;
    const opened = value && openNode(value, [...path, key], walk);
    // A comment can take the place of an item, never that of a value.
    if (value && !opened) walk.mistakes.push({ mistake: 'odd', node: value });
    return { key, keyNode: { ...keyNode, isCut: false }, ...(opened && { value: opened }) };
  });
  return { ...map, pairs };
}

function openList(list: YamlList, path: readonly string[], walk: Walk): YamlList {
  return { ...list, items: list.items.flatMap((item) => openNode(item, path, walk) ?? []) };
}

/** Undefined for a comment, which SOPS writes as an item of a list. */
function openScalar(node: YamlScalar, path: readonly string[], walk: Walk): YamlScalar | undefined {
  const isEncrypted = walk.metadata.isEncrypted(path);
  const found = isEncrypted ? readEncrypted(node, path, walk) : (readGoValue(node) ?? 'odd');
  if (found === 'comment') return undefined;
  if (typeof found === 'string') {
    walk.mistakes.push({ mistake: found, node });
    return node;
  }
  const { macText, value, source } = found;
  if (macText !== undefined && (isEncrypted || !walk.metadata.macOnlyEncrypted)) walk.hash.update(macText);
  if (!isEncrypted) return { ...node, value, source, isCut: false };
  const style = typeof value === 'string' && !isDay(source) ? ('quoted' as const) : ('plain' as const);
  const opened: YamlScalar = { ...node, value, source, style, isCut: false };
  walk.opened.add(opened);
  return opened;
}

function isDay(source: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(source);
}

function readEncrypted(node: YamlScalar, path: readonly string[], { key }: Walk) {
  // Nothing is as nothing was: neither null nor an empty text is ever encrypted.
  if (node.value === null || node.value === '') return { value: node.value, source: node.source };
  if (typeof node.value !== 'string' || !node.value.startsWith('ENC[')) return 'plain' as const;
  const opened = openValue(node.value, key, path.map((each) => `${each}:`).join(''));
  return (opened && toGoValue(opened)) ?? ('value' as const);
}
