import type { z } from 'zod';
import type { Diagnostic, Span } from '../../domain/diagnostic.ts';
import { isTextSetting, settingNames } from '../../domain/settings.ts';
import { mask } from '../../safe/mask.ts';
import { explainMisread } from './explain.ts';
import { findNearest } from '../hints.ts';
import { toValueHint } from './value-hints.ts';
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

/**
 * A desk that appends every mistake to `diagnostics`; where a slip of the hand made one thing of another, the slip, once, in
 * place of what follows from it.
 */
export function toDesk(locate: Locator, diagnostics: Diagnostic[]): Desk {
  const toSpan = (place: Place | Span) => ('file' in place ? place : locate.spanOf(place));
  const slips = new Set<number>();
  return {
    locate,
    report: (code, detail, place) => {
      const slip = maybeMisread.has(code) ? explainMisread(place, locate) : undefined;
      const line = slip?.span?.line ?? 0;
      if (slips.has(line)) return;
      if (slip) slips.add(line);
      diagnostics.push(slip ?? toMistake(code, detail, toSpan(place)));
    },
  };
}

/** What a slip of the hand may look like to whoever reads what YAML made of it. */
const maybeMisread: ReadonlySet<MistakeCode> = new Set([
  'unknown-key',
  'missing-key',
  'no-value',
  'wrong-value',
  'bad-entry',
  'bad-handle',
  'bad-phone',
]);

/** The keys of a map in the files, each with what may stand behind it. */
export type Shape = Readonly<Record<string, z.ZodType>>;

/** The part of a map that fits its shape. What does not fit is reported and left out. */
export interface Fields<S extends Shape> {
  readonly values: { readonly [Key in keyof S]?: z.output<S[Key]> };
  /** The nodes of all values that stand in the file, those that do not fit as well. */
  readonly nodes: { readonly [Key in keyof S]?: YamlNode };
  /** True where the key stands in the file, whatever its value, and where one does that was probably meant to be it. */
  readonly has: (key: keyof S & string) => boolean;
}

/** Reads a map key by key: unknown keys, keys without a value and values that do not fit are reported, the rest stays. */
export function readFields<const S extends Shape>(map: YamlMap, shape: S, desk: Desk): Fields<S> {
  const values: Record<string, unknown> = {};
  const nodes: Record<string, YamlNode> = {};
  const meant = new Set<string>();
  let unknown = 0;
  for (const { key, keyNode, value } of map.pairs) {
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (!schema) {
      const guess = guessKey(key, shape);
      if (guess !== undefined) meant.add(guess);
      if (unknown++ <= shownInFile) desk.report('unknown-key', toUnknownKey(key, guess, shape), keyNode);
      continue;
    }
    nodes[key] = value ?? keyNode;
    if (!value || isEmpty(value)) {
      desk.report('no-value', toNoValue(key, value), keyNode);
      continue;
    }
    if (freeTexts.has(key) && isCut(value)) desk.report('cut-text', cutText, value);
    if (freeTexts.has(key) && isQuotedOddly(value)) desk.report('quoted-text', oddQuotesText, value);
    const result = schema.safeParse(toValue(value));
    if (result.success) values[key] = result.data;
    else desk.report('wrong-value', toWrongValue(key, result.error, value), value);
  }
  const has = (key: string) => Object.hasOwn(nodes, key) || meant.has(key);
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

/** True for a text between typographic quotes, which to YAML are its first and its last letter. */
function isQuotedOddly(node: YamlNode): boolean {
  if (node.kind !== 'scalar' || node.style !== 'plain') return false;
  return /^[\u201c-\u201f\u2018\u201a\u00ab].*[\u2018-\u201f\u00bb]$/u.test(node.source);
}

const oddQuotesText =
  'These quotes are typographic ones (“ ”), so they are letters of the text to YAML, and WhatsApp would show them. If they are not meant to be seen, write straight ones (`"…"`), or none; if they are, put straight ones around them.';

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
    starts: 'from',
    since: 'from',
    without: 'except',
    exclude: 'except',
    mode: 'manage',
  }),
);

/** The key that was probably meant; undefined where nothing is near. */
function guessKey(key: string, shape: Shape): string | undefined {
  const other = otherNames.get(key);
  return other !== undefined && Object.hasOwn(shape, other) ? other : findNearest(key, Object.keys(shape));
}

function toUnknownKey(key: string, guess: string | undefined, shape: Shape): string {
  const hint = guess === undefined ? '' : ` Did you mean \`${guess}\`?`;
  const known = Object.keys(shape).map((name) => `\`${name}\``);
  return `There is no key \`${toShown(key)}\` here, so it would do nothing.${hint} Known are ${known.join(', ')}.`;
}

/** How no value at all is written. */
const nothing: ReadonlyMap<string, string> = new Map([['photo', ' No photo is written `photo: none`.']]);

const lists = ['members', 'admins', 'protected'];

function toNoValue(key: string, value: YamlNode | undefined): string {
  const nobody = lists.includes(key) ? ` Nobody is written \`${key}: []\`.` : (nothing.get(key) ?? '');
  const isWord = value?.kind === 'scalar' && value.source !== '';
  const hint = value && isCut(value) ? cutHint : isWord ? toValueHint(key, value) : '';
  return `\`${key}\` has no value, so it could mean "not managed" or "nothing".${nobody} Write a value, or remove the key to leave it as it is.${hint}`;
}

function toWrongValue(key: string, error: z.ZodError, node: YamlNode): string {
  return `\`${key}\` must be ${error.issues[0]?.message ?? 'something else'}; here stands ${toShownNode(node)}.${toValueHint(key, node)}`;
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
