import pc from 'picocolors';
import type { Left } from '../../safe/mask.ts';
import { mask } from '../../safe/mask.ts';

/** How a text is to look; never what it says: every colour goes with a sign or a word. */
export interface StyleOptions {
  readonly colour: boolean;
  /** ASCII twins of all signs, for terminals and logs that have nothing else. */
  readonly ascii: boolean;
  /** Columns; 100 unless told otherwise. */
  readonly width?: number;
  /** What masks leave of a number; its last digits unless told otherwise. */
  readonly left?: Left;
}

/**
 * The signs and their ASCII twins: join `+` `+`, leave `-` `-`, promote `↑` `^`, demote `↓` `v`, change `~` `~`, needs a
 * human `!` `!`, left alone `=` `=`; verified `✓` `*`, declined `⊘` `o`, not verified `?` `?`, failed `✗` `x`, skipped
 * `·` `.`; `→` `->`, `…` `...`, `•` `x`, the rule beside quoted lines `│` `|`.
 */
const signs = {
  add: ['+', '+'],
  remove: ['-', '-'],
  promote: ['↑', '^'],
  demote: ['↓', 'v'],
  set: ['~', '~'],
  needsHuman: ['!', '!'],
  leftAlone: ['=', '='],
  refused: ['✗', 'x'],
  verified: ['✓', '*'],
  declined: ['⊘', 'o'],
  'not-verified': ['?', '?'],
  failed: ['✗', 'x'],
  skipped: ['·', '.'],
  item: ['·', '.'],
  arrow: ['→', '->'],
  rule: ['│', '|'],
} as const;

export type Sign = keyof typeof signs;

/** How something is coloured; `plain` is not. */
export type Tone = 'plain' | 'good' | 'bad' | 'warn' | 'change' | 'quiet' | 'strong';

/** The look of one text. */
export interface Style {
  readonly sign: (sign: Sign) => string;
  readonly paint: (tone: Tone, text: string) => string;
  /** Own characters beyond ASCII as their twins, where that is wanted. */
  readonly adapt: (text: string) => string;
  readonly width: number;
  /** A text of files, with its numbers masked. */
  readonly hide: (text: string) => string;
}

const twins: Readonly<Record<string, string>> = { '•': 'x', '…': '...', '→': '->', '·': '.', '—': '-' };

/** The look that the options ask for. */
export function makeStyle({ colour, ascii, width = 100, left }: StyleOptions): Style {
  const colours = pc.createColors(colour);
  const tones: Readonly<Record<Tone, (text: string) => string>> = {
    plain: String,
    good: colours.green,
    bad: colours.red,
    warn: colours.yellow,
    change: colours.cyan,
    quiet: colours.dim,
    strong: colours.bold,
  };
  return {
    sign: (sign) => signs[sign][ascii ? 1 : 0],
    paint: (tone, text) => (text === '' ? '' : tones[tone](text)),
    adapt: (text) => (ascii ? text.replace(/[•…→·—]/g, (character) => twins[character] ?? character) : text),
    width: Math.max(width, 40),
    hide: (text) => mask(text, left),
  };
}

/** The colour of what is done to somebody: what takes away is red, what gives power is yellow. */
export const actionTones = {
  add: 'good',
  remove: 'bad',
  promote: 'warn',
  demote: 'warn',
  set: 'change',
} as const;

/** The colour of an outcome. */
export const resultTones = {
  verified: 'good',
  declined: 'warn',
  'not-verified': 'warn',
  failed: 'bad',
  skipped: 'quiet',
} as const;
