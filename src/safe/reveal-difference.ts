/** Letters of other scripts that nobody can tell from the Latin one. */
const twins: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'аaеeоoрpсcуyхxіiјjѕsАAВBЕEКKМMНHОOРPСCТTХXІIЈJЅSΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo'.matchAll(/(.)(.)/gu),
  ].map(([, twin = '', latin = '']) => [twin, latin]),
);

/** Dashes, quotes and spaces of many kinds, which differ by a hair or not at all. */
const dashes = /(?!-)\p{Pd}/gu;
const quotes = /[‘’‛′“”„″]/gu;
const spaces = /^ | $| (?= )|(?<= ) |(?! )\p{Zs}/gu;

/** The text as an eye takes it: equal for two that nobody can tell apart. */
export function blur(text: string): string {
  const latin = [...text.normalize('NFKC')].map((letter) => twins[letter] ?? letter).join('');
  return latin
    .replace(/\p{Zs}+/gu, ' ')
    .replace(dashes, '-')
    .replace(quotes, "'")
    .replaceAll('"', "'")
    .trim();
}

/** "<U+00A0>", as people look such characters up. */
function toName(letter: string): string {
  return `<U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`;
}

function reveal(text: string): string {
  return [...text.replace(spaces, toName).replace(dashes, toName).replace(quotes, toName)]
    .map((letter) => (letter in twins || letter.normalize('NFKC') !== letter ? toName(letter) : letter))
    .join('');
}

/**
 * Two texts that differ: where nobody could see in what, each with those characters by their numbers that make the
 * difference ("Altos<U+00A0>2026"); else as they are. Nothing is revealed of what is masked already, so mask first: digits
 * that a hard space keeps apart are one number.
 */
export function revealDifference<Text extends string>(before: Text, after: Text): readonly [Text, Text] {
  if (before === after || blur(before) !== blur(after)) return [before, after];
  return [reveal(before) as Text, reveal(after) as Text];
}
