/**
 * A text that can stand on one line of a terminal, of a log and of a JSON file: nothing in it moves a cursor, reorders
 * its neighbours, hides or starts a line. Only `escapeTerminal` makes one, so the compiler knows what was escaped.
 */
export type SafeText = string & { readonly [safe]: true };
declare const safe: unique symbol;

/** More marks than this on one letter are a flood; the scripts that stack most (Thai, Tibetan, Hebrew) use up to five. */
const marksLimit = 6;

/** Emoji are built with joiners and selectors; only there may these stay. */
const emojiJoiner =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)\u200d(?=\p{Extended_Pictographic})/u;
const emojiSelector = /(?<=[\p{Emoji}])\ufe0f/u;

/**
 * C0, C1, bidi controls, zero-width characters, tags, BOM, line and paragraph separators, private use, lone surrogates
 * and whatever else Unicode calls invisible; U+2800 is a blank that calls itself a symbol.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]/u;

const escapable = new RegExp(`(${emojiJoiner.source}|${emojiSelector.source})|${hidden.source}`, 'gu');

/**
 * What a CI takes for a command: `::error::` at the beginning of a line, which every word can come to stand at where a
 * text is wrapped; `##[group]`, `##vso[…]` and `##teamcity[…]` anywhere in it.
 */
const workflowCommand = /(^|\s):(?=:)|##(?=\w*\[)/g;

/** Nearly every text: Latin letters, and the dots that masks are made of. The long way takes fifty times as long. */
const harmless = /^(?!::)(?!.* ::)(?!.*##\w*\[)[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff•…→]*$/;

const markFlood = new RegExp(`(\\p{M}{${marksLimit}})\\p{M}+`, 'gu');

const short: Readonly<Record<string, string>> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

function toVisible(character: string): string {
  return short[character] ?? `\\u{${character.codePointAt(0)!.toString(16)}}`;
}

/**
 * The text with everything invisible made visible: a right-to-left override becomes `\u{202e}`, a newline `\n`. Marks
 * beyond six on a letter become `\u{…}`. Escaping twice is escaping once, so whoever is in doubt escapes again.
 */
export function escapeTerminal(text: string): SafeText {
  if (harmless.test(text)) return text as SafeText;
  const visible = text.replace(
    escapable,
    (character: string, keep: string | undefined) => keep ?? toVisible(character),
  );
  return visible
    .replace(
      workflowCommand,
      (match, space = '') => `${space}${toVisible(match.trim().charAt(0))}${match.trim().slice(1)}`,
    )
    .replace(/^\p{M}/u, toVisible)
    .replace(markFlood, String.raw`$1\u{…}`) as SafeText;
}

/** The rest of an escaped text, where it comes to stand at the beginning of a line: no command of a CI either. */
export function escapeRest(rest: string): string {
  return rest.startsWith('::') ? toVisible(':') + rest.slice(1) : rest;
}

/** A topic: every line safe on its own, and `\n` between them the only control character. */
export function escapeLines(text: string): string {
  return text.split('\n').map(escapeTerminal).join('\n');
}
