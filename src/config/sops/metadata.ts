import type { YamlMap, YamlNode } from '../yaml/node.ts';

/*
 * What SOPS writes about a file into it, under the key `sops` (stores/stores.go of getsops/sops 3.13.3). Nothing of it is kept
 * from being changed but by what the MAC comes to.
 */

/** How to open one file of SOPS, as far as it can be opened here. */
export interface SopsMetadata {
  /** The data key, encrypted by age for each of its recipients: armoured files. */
  readonly dataKeys: readonly string[];
  /** True where a value at this path must be encrypted. */
  readonly isEncrypted: (path: readonly string[]) => boolean;
  /** The MAC is over encrypted values alone. */
  readonly macOnlyEncrypted: boolean;
  readonly mac: string;
  /** What the MAC is bound to. */
  readonly lastModified: string;
  /** The place that mistakes of the whole file are told at. */
  readonly node: YamlNode;
}

/** The key under which SOPS writes; a file with it is one of SOPS. */
export const sopsKey = 'sops';

/** True for a text that has the key, without a look at the rest. */
export function isLikeSops(text: string): boolean {
  return /^(?:sops|"sops"|'sops')[ \t]*:/m.test(text);
}

/** The metadata of a file; a text that says why they cannot be used; undefined where the file is none of SOPS. */
export function readMetadata(root: YamlMap): SopsMetadata | string | undefined {
  const node = find(root, sopsKey);
  if (!node) return undefined;
  if (node.kind !== 'map') return brokenText;
  const rules = readRules(node);
  if (typeof rules === 'string') return rules;
  const dataKeys = readDataKeys(node);
  if (typeof dataKeys === 'string') return dataKeys;
  const lastModified = readText(node, 'lastmodified');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(lastModified)) return brokenText;
  const only = find(node, 'mac_only_encrypted');
  return {
    dataKeys,
    isEncrypted: rules,
    macOnlyEncrypted: only?.kind === 'scalar' && only.value === true,
    mac: readText(node, 'mac'),
    lastModified,
    node: find(node, 'mac') ?? node,
  };
}

/** Said of a file with the key that is none of SOPS all the same. */
export const brokenText =
  'What stands under `sops:` is not what SOPS writes there, so nothing in this file can be believed. Take the file as SOPS left it.';
const otherKeysText =
  'SOPS has encrypted this file with no key of age, and Rollcall opens those of age alone (no PGP, KMS, Vault or the like). Add one: `sops rotate -i --add-age age1… FILE`.';
const groupsText =
  'SOPS has divided the key of this file among several groups (Shamir), and such files are not opened here. Encrypt it for one group.';
const commentRulesText =
  'What is encrypted in this file hangs on its comments (`encrypted_comment_regex`), and such files are not opened here. Use `encrypted_regex`.';

/** At most so many recipients are tried. */
const mostRecipients = 100;

function readDataKeys(sops: YamlMap): readonly string[] | string {
  const groups = find(sops, 'key_groups');
  if (groups?.kind === 'list' && groups.items.length > 0) return groupsText;
  const age = find(sops, 'age');
  const items = age?.kind === 'list' ? age.items : [];
  const found = items.flatMap((item) => (item.kind === 'map' ? readText(item, 'enc') : [])).filter(Boolean);
  return found.length > 0 ? found.slice(0, mostRecipients) : otherKeysText;
}

type Rule = (path: readonly string[]) => boolean;

/** As `shouldBeEncrypted` of SOPS; where no rule is written, keys that end with `_unencrypted` are left as they are. */
function readRules(sops: YamlMap): Rule | string {
  if (readText(sops, 'encrypted_comment_regex') || readText(sops, 'unencrypted_comment_regex'))
    return commentRulesText;
  const names = ['unencrypted_suffix', 'encrypted_suffix', 'unencrypted_regex', 'encrypted_regex'] as const;
  const [name, second] = names.filter((each) => readText(sops, each) !== '');
  if (second) return brokenText;
  if (!name) return (path) => !path.some((key) => key.endsWith('_unencrypted'));
  const text = readText(sops, name);
  const pattern = name.endsWith('regex') ? toPattern(text) : undefined;
  if (pattern === null) return toRegexText(name);
  const isMeant = (key: string) =>
    pattern ? key.length > longestKey || pattern.test(key) : key.endsWith(text);
  return name.startsWith('un') ? (path) => !path.some(isMeant) : (path) => path.some(isMeant);
}

function toRegexText(name: string): string {
  return `\`${name}\` of this file cannot be read here: write it with plain letters, \`^\`, \`$\`, \`|\` and brackets, like \`^(phone|lid)$\`.`;
}

/** Letters of a key that a pattern looks at: more than any handle has. What is longer counts as meant. */
const longestKey = 100;

/** Go takes as long as a key is, JavaScript as long as there are ways to read it: each of these is one more to combine. */
const choice = /[(*+?{]/g;
const mostChoices = 3;

/** A pattern of Go's; null where JavaScript would read it otherwise, or could take for ever over it. */
function toPattern(text: string): RegExp | null {
  const [, flags = '', own = ''] = /^(?:\(\?(i)\))?(.*)$/s.exec(text) ?? [];
  if (text.length > 500 || (own.match(choice)?.length ?? 0) > mostChoices) return null;
  if (/\(\?|\\[^dDsSwWbB.\\^$|()[\]{}*+?/-]|[+*}?][^()]*\)[+*{]/.test(own)) return null;
  try {
    return new RegExp(own, `${flags}u`);
  } catch {
    return null;
  }
}

function find({ pairs }: YamlMap, key: string): YamlNode | undefined {
  return pairs.find((pair) => pair.key === key)?.value;
}

function readText(map: YamlMap, key: string): string {
  const node = find(map, key);
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
}
