import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Diagnostic, Span } from '../../domain/diagnostic.ts';
import { toStart } from '../../domain/diagnostic.ts';
import { mask } from '../../safe/mask.ts';
import { explainErrors, explainMisread, shownErrors } from './explain.ts';
import type { Locator } from './locate.ts';
import { toMistake } from '../mistake.ts';
import type { MistakeCode } from '../mistake.ts';
import { isCutAt, toBlockEnd } from './node.ts';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from './node.ts';

/** What a text came to: its map where it can be used, and what is wrong with it. */
export interface ReadDocument {
  readonly root?: YamlMap;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A text as YAML 1.2, read by the library `yaml`, which knows what is wrong and where. It is kept to the plain part of
 * YAML: one map with plain words as keys, no anchors, aliases or tags. Aliases are no part of the language: a reviewer
 * should see who is in a list, and a few lines of them can stand for billions of entries. Teams do what they would be
 * used for.
 */
export function readDocument(text: string, locate: Locator): ReadDocument {
  // Unique keys are looked after below: the library compares each key with each other one.
  const document = parseDocument(text, { version: '1.2', uniqueKeys: false, prettyErrors: false });
  if (document.errors.length > 0) return { diagnostics: explainErrors(document.errors, locate) };
  const start = toStart(locate.file);
  if (isOldYaml(document)) return { diagnostics: [toMistake('yaml-version', versionText, start)] };
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null))
    return { diagnostics: [toMistake('empty-file', emptyText, start)] };
  const oddities = findOddities(root, locate);
  if (!isMap(root)) {
    const slip = oddities.length > 0 ? undefined : explainMisread(toNode(root, text), locate);
    return { diagnostics: [...oddities, slip ?? toMistake('wrong-value', rootText, toSpan(root, locate))] };
  }
  const usable = oddities.every((oddity) => oddity.code === 'duplicate-key');
  return usable
    ? { root: toMap(root, text), diagnostics: oddities }
    : { diagnostics: oddities.slice(0, shownErrors) };
}

const emptyText =
  'There is nothing in this file, so it says nothing. Write what it is to say, or remove the file: a group without one is left as it is.';
const rootText =
  'A file is a map of keys and values, like `name: Altos`. Write `key: value` lines, without a `-` before them.';
const versionText = 'The file asks for YAML 1.1, where `no` means false. Remove the `%YAML` line.';

function isOldYaml(document: Document): boolean {
  return document.directives?.yaml.explicit === true && document.directives.yaml.version !== '1.2';
}

/** What is valid YAML and no part of the language. */
function findOddities(root: Node, locate: Locator): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (code: MistakeCode, detail: string, node: Node) =>
    found.push(toMistake(code, detail, toSpan(node, locate)));
  const look = (node: unknown): void => {
    if (isAlias(node)) return void report('yaml-anchor', anchorText, node);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return;
    if (node.anchor !== undefined) report('yaml-anchor', anchorText, node);
    // The library gives block collections and untagged scalars no tag of their own.
    if (node.tag !== undefined) report('yaml-tag', tagText, node);
    if (isSeq(node)) node.items.forEach(look);
    if (isMap(node)) findOddKeys(node, report);
    if (isMap(node)) node.items.forEach((pair) => look(pair.value));
  };
  look(root);
  return found;
}

const anchorText =
  'To YAML a `*` or `&` at the beginning makes this an alias or an anchor, and those are no part of the language. A text that begins with one must be in quotes: `"*Important*"`. In lists write everybody out, or make a team in `_people.yaml`.';
const tagText =
  'To YAML a `!` at the beginning makes this a tag, and tags are no part of the language. A text that begins with `!` must be in quotes: `"!…"`.';

function findOddKeys(map: YAMLMap, report: (code: MistakeCode, detail: string, node: Node) => void): void {
  const seen = new Set<string>();
  for (const pair of map.items) {
    const key = toKey(pair);
    if (!key) {
      const node = (pair.key ?? pair.value ?? map) as Node;
      report(
        'yaml-key',
        'A key is one plain word, like `name`. Write it without brackets, tags or aliases.',
        node,
      );
    } else if (seen.has(toKeyText(key))) {
      const text = `\`${mask(toKeyText(key))}\` stands twice in one map, and only one of the two can count. Remove one.`;
      report('duplicate-key', text, key);
    } else {
      seen.add(toKeyText(key));
    }
  }
}

function toKey(pair: Pair): Scalar | undefined {
  const { key } = pair;
  return isScalar(key) && key.tag === undefined && key.anchor === undefined && key.value !== null
    ? key
    : undefined;
}

function toKeyText(key: Scalar): string {
  return typeof key.value === 'string' ? key.value : toSource(key);
}

function toSource(node: Scalar): string {
  return node.source ?? String(node.value);
}

function toSpan(node: Pick<Node, 'range'>, locate: Locator): Span {
  const [start = 0, end = 0] = node.range ?? [];
  return locate.spanAt(start, end);
}

/** The nodes of a text without oddities. */
function toNode(node: Node, text: string): YamlNode {
  if (isMap(node)) return toMap(node, text);
  return isSeq<Node>(node) ? toList(node, text) : toScalar(node as Scalar, text);
}

/** Of two values of one key the first counts; a diagnostic names the other. */
function toMap(map: YAMLMap, text: string): YamlMap {
  const pairs = new Map<string, YamlPair>();
  for (const pair of map.items) {
    const node = toKey(pair);
    if (!node || pairs.has(toKeyText(node))) continue;
    const value = pair.value ? { value: toNode(pair.value as Node, text) } : {};
    pairs.set(toKeyText(node), { key: toKeyText(node), keyNode: toScalar(node, text), ...value });
  }
  const last = [...pairs.values()].at(-1);
  return { kind: 'map', pairs: [...pairs.values()], ...toPlace(map, last?.value ?? last?.keyNode) };
}

function toList(list: YAMLSeq<Node>, text: string): YamlList {
  const items = list.items.map((item) => toNode(item, text));
  return { kind: 'list', items, ...toPlace(list, items.at(-1)) };
}

/** A list or map of lines ends with the last thing in it: to the library the comments behind it belong to it too. */
function toPlace({ range, flow }: YAMLMap | YAMLSeq, last: YamlNode | undefined) {
  const [start = 0, end = 0] = range ?? [];
  return { start, end: flow === true ? end : (last?.end ?? end) };
}

function toScalar(node: Scalar, text: string): YamlScalar {
  const [start = 0, last = 0] = node.range ?? [];
  const value = node.value as YamlScalar['value'];
  const style = toStyle(node.type);
  const end = style === 'block' ? toBlockEnd(text, start, last) : last;
  const source = typeof value === 'string' ? value : toSource(node);
  return { kind: 'scalar', value, source, style, isCut: style === 'plain' && isCutAt(text, end), start, end };
}

function toStyle(type: Scalar['type']): YamlScalar['style'] {
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') return 'block';
  return type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 'quoted' : 'plain';
}
