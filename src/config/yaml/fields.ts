import type { z } from 'zod';
import type { Diagnostic, Span } from '../../domain/diagnostic.ts';
import { isTextSetting, settingNames } from '../../domain/settings.ts';
import { mask } from '../../safe/mask.ts';
import { toHint } from '../hints.ts';
import type { Locator } from './locate.ts';
import { shownInFile, toMistake } from '../mistake.ts';
import type { MistakeCode } from '../mistake.ts';
import { otherSettingNames } from '../setting-forms.ts';
import type { Place, YamlMap, YamlNode } from './node.ts';

/** Where the parsing of one file hands in what is wrong in it: a code, a sentence, and the place it is about. */
export interface Desk {
  readonly locate: Locator;
  readonly report: (code: MistakeCode, detail: string, place: Place | Span) => void;
}

/** A desk that appends every mistake to `diagnostics`. */
export function toDesk(locate: Locator, diagnostics: Diagnostic[]): Desk {
  const toSpan = (place: Place | Span) => ('file' in place ? place : locate.spanOf(place));
  return {
    locate,
    report: (code, detail, place) => void diagnostics.push(toMistake(code, detail, toSpan(place))),
  };
}

/** The keys of a map in the files, each with what may stand behind it. */
export type Shape = Readonly<Record<string, z.ZodType>>;

/** The part of a map that fits its shape. What does not fit is reported and left out. */
export interface Fields<S extends Shape> {
  readonly values: { readonly [Key in keyof S]?: z.output<S[Key]> };
  /** The nodes of all values that stand in the file, those that do not fit as well. */
  readonly nodes: { readonly [Key in keyof S]?: YamlNode };
  /** True where the key stands in the file, whatever its value. */
  readonly has: (key: keyof S & string) => boolean;
}

/** Reads a map key by key: unknown keys, keys without a value and values that do not fit are reported, the rest stays. */
export function readFields<const S extends Shape>(map: YamlMap, shape: S, desk: Desk): Fields<S> {
  const values: Record<string, unknown> = {};
  const nodes: Record<string, YamlNode> = {};
  let unknown = 0;
  for (const { key, keyNode, value } of map.pairs) {
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (!schema) {
      if (unknown++ <= shownInFile) desk.report('unknown-key', toUnknownKey(key, shape), keyNode);
      continue;
    }
    nodes[key] = value ?? keyNode;
    if (!value || isEmpty(value)) {
      desk.report('no-value', toNoValue(key) + (value && isCut(value) ? cutHint : ''), keyNode);
      continue;
    }
    if (freeTexts.has(key) && isCut(value)) desk.report('cut-text', cutText, value);
    const result = schema.safeParse(toValue(value));
    if (result.success) values[key] = result.data;
    else desk.report('wrong-value', toWrongValue(key, result.error, value), value);
  }
  const has = (key: string) => Object.hasOwn(nodes, key);
  return { values: values as Fields<S>['values'], nodes: nodes as Fields<S>['nodes'], has };
}

/** True for nothing at all, `~` and `null`. */
export function isEmpty(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** True for a text without quotes after which ` #` begins a comment that looks like the rest of it: nobody comments so. */
function isCut(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.isCut;
}

/** What may well have a # in it. */
const freeTexts: ReadonlySet<string> = new Set([
  ...settingNames.filter(isTextSetting),
  'photo',
  'reason',
  'note',
]);

const cutText =
  'To YAML a # after a space begins a comment, so the rest of this line does not count. If it belongs to the text, put all of it in quotes; if it is a comment, write a space after the #.';
const cutHint = ' To YAML everything after the # is a comment: put the text in quotes.';

/** A scalar's plain value, any other node itself. Numbers that are more than a small count stay as they are written. */
function toValue(node: YamlNode): unknown {
  if (node.kind !== 'scalar') return node;
  if (typeof node.value !== 'number') return node.value;
  return /^(0|[1-9]\d{0,8})$/.test(node.source) ? node.value : node.source;
}

/** What other tools and people call things. */
const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...Object.fromEntries(
      settingNames.flatMap((name) => otherSettingNames[name].map((other) => [other, name])),
    ),
    participants: 'members',
    picture: 'photo',
    avatar: 'photo',
    icon: 'photo',
    image: 'photo',
    phone: 'person',
    number: 'phone',
    handle: 'person',
    expires: 'until',
    mode: 'manage',
  }),
);

function toUnknownKey(key: string, shape: Shape): string {
  const other = otherNames.get(key);
  const hint =
    other !== undefined && Object.hasOwn(shape, other)
      ? ` Did you mean \`${other}\`?`
      : toHint(key, Object.keys(shape));
  const known = Object.keys(shape).map((name) => `\`${name}\``);
  return `There is no key \`${toShown(key)}\` here, so it would do nothing.${hint} Known are ${known.join(', ')}.`;
}

/** How no value at all is written. */
const nothing: ReadonlyMap<string, string> = new Map([['photo', ' No photo is written `photo: none`.']]);

const lists = ['members', 'admins', 'protected'];

function toNoValue(key: string): string {
  const nobody = lists.includes(key) ? ` Nobody is written \`${key}: []\`.` : (nothing.get(key) ?? '');
  return `\`${key}\` has no value, so it could mean "not managed" or "nothing".${nobody} Write a value, or remove the key to leave it as it is.`;
}

function toWrongValue(key: string, error: z.ZodError, node: YamlNode): string {
  return `\`${key}\` must be ${error.issues[0]?.message ?? 'something else'}; here stands ${toShownNode(node)}.${toQuotesHint(node)}`;
}

/** Word processors make straight quotes typographic ones, and those are letters of the value to YAML. */
function toQuotesHint(node: YamlNode): string {
  const value = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
  return /^[\u2018-\u201f\u00ab\u00bb]/u.test(value)
    ? ' Its typographic quotes belong to the value: write straight ones (`"…"`), or none.'
    : '';
}

/** A value for use in a message: short, on one line, long numbers hidden. */
export function toShownNode(node: YamlNode): string {
  if (node.kind !== 'scalar') return `a ${node.kind}`;
  if (node.value === '') return 'an empty text';
  return `\`${toShown(node.source)}\``;
}

/** A text for use in a message: short, on one line, long numbers hidden. */
export function toShown(text: string): string {
  const line = mask(text).replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
