import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Node, Pair, Scalar, YAMLError, YAMLMap } from 'yaml';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import { toStart } from '../../domain/diagnostic.ts';
import { mask } from '../../safe/mask.ts';
import { toLocator } from './locate.ts';
import type { Locator } from './locate.ts';
import { liftLists, putBack } from './plain-lists.ts';
import { toMistake } from '../mistake.ts';
import type { MistakeCode } from '../mistake.ts';
import type { Source } from '../sources.ts';

/** A file whose YAML can be used. `root` is absent where it cannot; then a diagnostic says why. */
export interface YamlFile {
  readonly source: Source;
  readonly locate: Locator;
  readonly root?: YAMLMap;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * One file's text as YAML 1.2, kept to its plain part: one map with plain words as keys, no anchors, aliases or tags.
 * Aliases are no part of the language: a reviewer should see who is in a list, and a few lines of them can stand for
 * billions of entries. Teams do what they would be used for.
 */
export function parseYaml(source: Source): YamlFile {
  const locate = toLocator(source);
  const fail = (diagnostics: readonly Diagnostic[]) => ({ source, locate, diagnostics });
  if (isNestedDeeply(source.text)) return fail([toMistake('yaml-too-deep', deepText, toStart(source.file))]);
  const document = parsePlainly(source.text);
  if (document.errors.length > 0)
    return fail(document.errors.slice(0, shownErrors).map((e) => toSyntax(e, locate)));
  if (isOldYaml(document)) return fail([toMistake('yaml-version', versionText, toStart(source.file))]);
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) {
    return fail([toMistake('empty-file', emptyText, toStart(source.file))]);
  }
  const oddities = findOddities(root, locate);
  if (!isMap(root)) return fail([...oddities, toMistake('wrong-value', rootText, locate.spanOf(root))]);
  const usable = oddities.every((oddity) => oddity.code === 'duplicate-key');
  return usable ? { ...fail(oddities), root } : fail(oddities.slice(0, shownErrors));
}

/** The document with its plain lists taken past the library, which takes several times as long for them. */
export function parsePlainly(text: string): Document {
  const lifted = liftLists(text);
  const document = parseWholly(lifted.text);
  if (lifted.lists.length === 0) return document;
  const root = document.contents;
  const isDone = document.errors.length === 0 && isMap(root) && putBack(root, lifted.lists);
  return isDone ? document : parseWholly(text);
}

/** Unique keys are looked after elsewhere: the library compares each key with each other one. */
function parseWholly(text: string): Document {
  return parseDocument(text, { version: '1.2', uniqueKeys: false, prettyErrors: false });
}

/** One slip often makes YAML unreadable to the end of the file; what comes after the first few is noise. */
const shownErrors = 3;

const emptyText =
  'There is nothing in this file, so it says nothing about any group. Write the group, or remove the file (its group is then left as it is).';
const rootText =
  'A file is a map of keys and values, like `name: Altos`. Write `key: value` lines, without a `-` before them.';
const versionText = 'The file asks for YAML 1.1, where `no` means false. Remove the `%YAML` line.';
const deepText =
  'Lists and maps are nested far deeper here than the language ever needs. Check what happened to this file.';

function isOldYaml(document: Document): boolean {
  return document.directives?.yaml.explicit === true && document.directives.yaml.version !== '1.2';
}

/** Far above what the language needs (5), far below what makes the parser slow. Brackets in texts rarely add up to it. */
const bracketLimit = 64;

function isNestedDeeply(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > bracketLimit) return true;
  }
  return /^[ \t]*(?:[-?:][ \t]+){16}|^[ \t]{256}/m.test(text);
}

const syntaxTexts: Partial<Record<YAMLError['code'], readonly [code: MistakeCode, detail: string]>> = {
  TAB_AS_INDENT: ['yaml-tab', 'YAML does not allow tabs as indentation. Use spaces, two for each level.'],
  MULTIPLE_DOCS: [
    'yaml-documents',
    'A line `---` starts a second document here, and one file holds one group. Move it to a file of its own.',
  ],
};

function toSyntax(error: YAMLError, locate: Locator): Diagnostic {
  const known = syntaxTexts[error.code];
  const span = locate.spanAt(...error.pos);
  if (known) return toMistake(...known, span);
  const detail = `This is not valid YAML: ${mask(error.message).replace(/\.$/, '')}. Check the indentation, quotes and colons of this line and the one before.`;
  return toMistake('yaml-syntax', detail, span);
}

/** What is valid YAML and no part of the language. */
function findOddities(root: Node, locate: Locator): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (code: MistakeCode, detail: string, node: Node) =>
    found.push(toMistake(code, detail, locate.spanOf(node)));
  const look = (node: unknown): void => {
    if (isAlias(node)) return void report('yaml-anchor', anchorText, node);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return;
    if (node.anchor !== undefined) report('yaml-anchor', anchorText, node);
    // The library gives block collections and untagged scalars no tag of their own.
    if (node.tag !== undefined)
      report('yaml-tag', 'Tags like `!!str` are no part of the language. Remove it.', node);
    if (isSeq(node)) node.items.forEach(look);
    if (isMap(node)) findOddKeys(node, report);
    if (isMap(node)) node.items.forEach((pair) => look(pair.value));
  };
  look(root);
  return found;
}

const anchorText =
  'Anchors (`&`) and aliases (`*`) are no part of the language, so that everybody can read who is in a list. Write it out, or make a team in `_people.yaml`.';

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

/** The key as it stands in the file: a key `007` is not `7`. */
function toKeyText(key: Scalar): string {
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

/** The pairs of a map that `parseYaml` let through, each with its key's text and nodes. */
export function toMapPairs(map: YAMLMap): readonly { key: string; keyNode: Scalar; value: Node }[] {
  const pairs = new Map<string, { key: string; keyNode: Scalar; value: Node }>();
  for (const pair of map.items) {
    const keyNode = toKey(pair);
    if (!keyNode) continue;
    const key = toKeyText(keyNode);
    if (!pairs.has(key)) pairs.set(key, { key, keyNode, value: (pair.value ?? keyNode) as Node });
  }
  return [...pairs.values()];
}
