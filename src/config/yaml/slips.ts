import type { MistakeCode } from '../mistake.ts';
import {
  adminsShape,
  allowShape,
  countsShape,
  entryShape,
  groupShape,
  limitsShape,
  manageShape,
  paceShape,
  peopleShape,
  personShape,
  policyShape,
  removalsShape,
} from '../schema.ts';

/** What a hand slipped on in a line: what it is called, and what to write in its place. */
export interface Slip {
  readonly code: MistakeCode;
  readonly says: string;
}

/** Finds one kind of slip in a line; undefined where there is none. */
type Look = (line: string) => Slip | undefined;

/**
 * The slip in one line of a file that YAML could not read, or read as something else than was meant; undefined for a line
 * that has none. It is for explaining: a line inside of a text may look so and be right.
 */
export function findSlip(line: string): Slip | undefined {
  return first([...looksOfForm, findSignAtStart, findSecondColon], line);
}

/**
 * The slip in one line of a file that YAML could read: only what can be meant in no other way, since there the line says
 * something to YAML.
 */
export function findSlipOfForm(line: string): Slip | undefined {
  return first(looksOfForm, line);
}

function first(looks: readonly Look[], line: string): Slip | undefined {
  const text = line.slice(0, longest);
  for (const look of looks) {
    const slip = look(text);
    if (slip) return slip;
  }
  return undefined;
}

/** No line that a hand has written is longer; what stands in this many letters is told soon. */
const longest = 1000;

/** White space to an eye and none to YAML: all of Unicode's but the space and the tab, and what takes no room at all. */
const oddSpace = String.raw`[\u00a0\u00ad\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f-\u2064\u3000\ufeff]`;
/** What comes before the first word of a line. */
const start = String.raw`[ \t]*(?:- +)*`;
/** A key, with or without quotes. */
const key = String.raw`(?:"[^"]*"|'[^']*'|[\p{L}\p{Nd}_+][\p{L}\p{M}\p{Nd}_.-]*)`;

const spacePlaces: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^[ \\t]*(${oddSpace})`, 'u'), 'This line is indented with'],
  [new RegExp(`^${start}-(${oddSpace})`, 'u'), 'After the hyphen of this line stands'],
  [new RegExp(`^${start}${key}:(${oddSpace})`, 'u'), 'After the colon of this line stands'],
  [new RegExp(`^${start}${key}(${oddSpace})+[ :]`, 'u'), 'Before the colon of this line stands'],
  [new RegExp(`(${oddSpace})[ \\t]*\r?$`, 'u'), 'At the end of this line stands'],
];

/** What people know such characters by. */
const names: Readonly<Record<string, string>> = {
  '\u00a0': 'a hard space (U+00A0)',
  '\u202f': 'a hard space (U+202F)',
  '\u3000': 'a full-width space (U+3000)',
  '\u200b': 'a space without width (U+200B)',
  '\ufeff': 'a byte order mark (U+FEFF)',
};

function findOddSpace(line: string): Slip | undefined {
  for (const [pattern, place] of spacePlaces) {
    const letter = pattern.exec(line)?.[1];
    if (letter === undefined) continue;
    const name =
      names[letter] ?? `a character that looks like a space, or like nothing (${toNumber(letter)})`;
    const says = `${place} ${name}, which is a letter like any other to YAML. It mostly comes with what is copied from a web page, a chat or a document. Delete it, and type a plain space; indent with two of them for each level.`;
    return { code: 'yaml-space', says };
  }
  return undefined;
}

/** "U+00A0", as people look characters up. */
function toNumber(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const lineBreak = /[\u0085\u2028\u2029]|\r(?!$)/;

function findLineBreak(line: string): Slip | undefined {
  const letter = lineBreak.exec(line)?.[0];
  if (letter === undefined) return undefined;
  const says = `This line holds a line break of another kind (${toNumber(letter)}), which begins no new line to YAML. Save the file with the line breaks of Unix (LF) or Windows (CRLF).`;
  return { code: 'yaml-space', says };
}

const fullWidth: readonly (readonly [RegExp, string, string])[] = [
  [new RegExp(`^${start}${key} ?(\uff1a|\ufe55|\ua789)`, 'u'), 'colon', '`:` and a space'],
  [/^[ \t]*[\uff0d\ufe63](?=\s)/u, 'hyphen', '`-` and a space'],
];

function findFullWidth(line: string): Slip | undefined {
  const found = fullWidth.find(([pattern]) => pattern.test(line));
  if (!found) return undefined;
  const says = `The ${found[1]} of this line is a full-width one, which is a letter to YAML. Write ${found[2]}.`;
  return { code: 'yaml-sign', says };
}

const bullets = new RegExp(
  `^[ \\t]*([\u2010-\u2015\u2212\u2022\u2023\u2043\u25aa\u25b8\u25cf\u25e6\u00b7*+])[ \\t]+\\S`,
  'u',
);

/** A dash or a bullet where a hyphen belongs. */
function findBullet(line: string): Slip | undefined {
  const sign = bullets.exec(line)?.[1];
  if (sign === undefined) return undefined;
  const says = `This line begins with \`${sign}\`, and an entry of a list begins with a hyphen and a space: \`- ana\`. Where it is a line of a text, write the text below \`topic: |\`, indented.`;
  return { code: 'yaml-sign', says };
}

function findTightHyphen(line: string): Slip | undefined {
  if (!/^[ \t]*-["'+\p{L}\p{Nd}]/u.test(line)) return undefined;
  const says =
    'The hyphen of this line has no space after it, so it is a part of the word to YAML. Write a space after the hyphen: `- ana`.';
  return { code: 'yaml-sign', says };
}

/** All keys of the files, after which a value could stick to the colon. */
const keys = [
  ...new Set(
    [
      groupShape,
      manageShape,
      allowShape,
      entryShape,
      peopleShape,
      personShape,
      policyShape,
      limitsShape,
      removalsShape,
      countsShape,
      adminsShape,
      paceShape,
    ].flatMap(Object.keys),
  ),
]
  // `lid:…` is a word of its own.
  .filter((name) => name !== 'lid')
  .join('|');
const tightColon = new RegExp(
  `^${start}(?:(?:${keys})|${key}(?=:["'\\[{]))(:)(?![\\s/]|$)|[{,]\\s*(?:${keys}):(?![\\s/,}]|$)`,
  'u',
);

function findTightColon(line: string): Slip | undefined {
  if (!tightColon.test(line)) return undefined;
  const says =
    'A colon of this line has no space after it, so what stands around it is one word to YAML. Write a space after the colon: `name: Altos`, `{ person: ana, until: 2026-12-31 }`.';
  return { code: 'yaml-sign', says };
}

const equals = new RegExp(`^${start}(?:${keys})[ \\t]*:?=`, 'u');

function findEquals(line: string): Slip | undefined {
  if (!equals.test(line)) return undefined;
  return {
    code: 'yaml-sign',
    says: 'Between a key and its value stands a colon, and here stands `=`. Write `name: Altos`.',
  };
}

const quotedKey = new RegExp(`^${start}[\u2018-\u201f\u00ab\u00bb][^:]*[\u2018-\u201f\u00ab\u00bb]:`, 'u');

function findQuotedKey(line: string): Slip | undefined {
  if (!quotedKey.test(line)) return undefined;
  return {
    code: 'yaml-sign',
    says: 'The quotes around the key of this line are typographic ones (“ ”), which are letters to YAML. Write the key without quotes.',
  };
}

function findMarkup(line: string): Slip | undefined {
  if (/^[ \t]*(?:```|~~~)/.test(line))
    return {
      code: 'yaml-sign',
      says: 'This line is the fence of a code block, as chats and documents have them, and no YAML. Remove it.',
    };
  if (/^[ \t]*\/[/*]/.test(line))
    return {
      code: 'yaml-sign',
      says: 'A comment begins with `#` in YAML. Write `#` in place of what it begins with here.',
    };
  return undefined;
}

const looksOfForm: readonly Look[] = [
  findOddSpace,
  findLineBreak,
  findFullWidth,
  findBullet,
  findTightHyphen,
  findTightColon,
  findEquals,
  findQuotedKey,
  findMarkup,
];

/** The value of a line, or its whole text: what stands behind the key, the hyphen, or both. */
const value = new RegExp(`^${start}(?:${key}:[ \\t]+)?(\\S.*?)[ \\t]*\r?$`, 'u');

/** Signs that mean something to YAML at the beginning of a value, and what WhatsApp makes of some of them. */
const signs = /^[*&!%@`|>[\]{},]|^[?-](?=\s)/;

function findSignAtStart(line: string): Slip | undefined {
  const text = value.exec(line)?.[1] ?? '';
  const sign = signs.exec(text)?.[0];
  if (/^["']/.test(text)) return findBrokenQuotes(text);
  if (sign === undefined || isWhole(text)) return undefined;
  const named = sign === '`' ? 'a backtick' : `\`${sign}\``;
  const says = `A text that begins with ${named} must be in quotes, since the sign means something to YAML: write \`"…"\` around all of it. A text of several lines can stand below \`topic: |\`, indented, as it is.`;
  return { code: 'yaml-quotes', says };
}

/** A list or a map in brackets, or a block's head: then the sign is meant. */
function isWhole(text: string): boolean {
  const bare = text.replace(/[ \t]+#.*$/, '');
  return /^\[.*\]$|^\{.*\}$|^[[{][^\]}]*$|^[|>][+\d-]{0,2}$/.test(bare);
}

function findBrokenQuotes(text: string): Slip | undefined {
  const quote = text[0] ?? '';
  const whole =
    quote === '"' ? /^"(?:[^"\\]|\\.)*"(?:\s*(?:[,:#].*)?)$/ : /^'(?:[^']|'')*'(?:\s*(?:[,:#].*)?)$/;
  if (whole.test(text) || text.indexOf(quote, 1) === -1) return undefined;
  const says = `The quotes that this text begins with end before the text does. Put all of it in quotes of the other kind: \`'He said "hi"'\`, \`"don't"\`.`;
  return { code: 'yaml-quotes', says };
}

const secondColon = new RegExp(`^${start}${key}:[ \\t]+[^"'[{|>&*!#\\s].*:(?:\\s|$)`, 'u');

function findSecondColon(line: string): Slip | undefined {
  if (!secondColon.test(line)) return undefined;
  return {
    code: 'yaml-quotes',
    says: 'A text in which a colon stands before a space must be in quotes, since a colon ends a key: `topic: "Rehearsal: Thursday"`.',
  };
}
