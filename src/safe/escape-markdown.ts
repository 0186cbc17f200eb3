import type { Escape, Inline } from './inline.ts';

/**
 * An entity is never structure in Markdown (CommonMark 6.2) and is undone by HTML, so it is right in paragraphs, tables
 * and HTML blocks alike; a backslash is not.
 */
const toEntity = (character: string) => `&#${character.codePointAt(0)};`;

/** Structure wherever it stands; a quote ends an attribute. */
const structure = /[\\`*_{}[\]<>#|~&$=^"]/g;
/** A list or a rule at the beginning of a line; between letters only a hyphen, which stays readable. */
const bullet = /[+-](?![\p{L}\p{N}])|(?<=^|\s)-/gu;
const numbered = /(?<=\d)[.)](?=\s|$)/g;
/** Markdown takes spaces away, and four of them make code. */
const edgeSpace = /^ | $|(?<= ) /g;

/** Invisible and without width: GitHub looks for mentions, issues and addresses only after entities are undone. */
const gap = '&#8203;';
const mention = /@|:(?=[\p{L}\p{N}/+_-])|www(?=\.)|GH(?=-\d)/giu;
const issue = /&#35;/g;
/** What GitHub would take for a commit. */
const commit = /[0-9a-f]{7,}/gi;

/**
 * A text as it can stand in Markdown, at any place of a line: it reads as it was written, and nothing in it is markup, a
 * mention, an issue, a commit, an emoji or a link to GitHub.
 */
export const escapeMarkdown: Escape = (text) =>
  text
    .replace(/\s/g, ' ')
    .replace(commit, (digits) => digits.replace(/.{6}(?=.)/g, `$&\u200b`))
    .replace(mention, `$&\u200b`)
    .replace(structure, toEntity)
    .replace(bullet, toEntity)
    .replace(numbered, toEntity)
    .replace(edgeSpace, toEntity)
    .replace(issue, `$&${gap}`)
    .replaceAll('\u200b', gap) as Inline;

/** Where a name begins and ends so, asterisks beside it are bold whatever stands around them (CommonMark 6.2). */
const letterEnds = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u;

/** A name in bold, so that nobody takes it for words of the sentence that it stands in. */
export const emphasiseMarkdown: Escape = (text) => {
  const escaped = escapeMarkdown(text);
  return isolate(text, letterEnds.test(text) ? `**${escaped}**` : `<b>${escaped}</b>`);
};

/** A name of its own: letters that run from right to left cannot turn round what stands beside them. */
export const isolateMarkdown: Escape = (text) => isolate(text, escapeMarkdown(text));

/** Letters of Hebrew, Arabic and the other scripts that run from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** GitHub takes `<bdi>` out; the characters for the same (U+2068, U+2069) stay. */
function isolate(text: string, shown: string): Inline {
  return (rightToLeft.test(text) ? `&#8296;${shown}&#8297;` : shown) as Inline;
}

/** A fence that nothing in these lines can close. */
export function toFence(lines: readonly string[]): string {
  const longest = lines
    .flatMap((line) => line.match(/`+/g) ?? [])
    .reduce((most, run) => Math.max(most, run.length), 2);
  return '`'.repeat(longest + 1);
}
