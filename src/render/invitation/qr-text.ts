import { toModules } from './qr-code.ts';

/** How a QR code can be drawn on a terminal. */
export interface QrStyle {
  readonly colour: boolean;
  readonly ascii: boolean;
  /** Columns. */
  readonly width: number;
}

/** The lines of a drawn QR code, or how many columns it would need. */
export type DrawnQr = { readonly lines: readonly string[] } | { readonly needs: number };

/** Black on white, whatever the terminal's own colours are: cameras want the code dark on light. */
const [blackOnWhite, whiteOnBlack, plain] = [
  '\u001b[38;5;16;48;5;231m',
  '\u001b[38;5;231;48;5;16m',
  '\u001b[0m',
];

/**
 * A link's QR code for a terminal: two rows of modules in one line of half blocks, or two signs for each module where there
 * is nothing but ASCII. Colours are set for it, since the code is dark on light on every terminal then; where there are
 * none, its light parts are drawn, which is right on a dark terminal, and on a light one for those cameras alone that read
 * a code the wrong way round too.
 */
export function drawQr(link: string, { colour, ascii, width }: QrStyle): DrawnQr {
  const modules = toModules(link);
  const needs = modules.length * (ascii ? 2 : 1);
  if (needs > width) return { needs };
  const lines = ascii ? toSigns(modules, colour) : toHalfBlocks(modules);
  return {
    lines: colour ? lines.map((line) => `${ascii ? blackOnWhite : whiteOnBlack}${line}${plain}`) : lines,
  };
}

/** Light modules as blocks, white where there are colours. A row that has none below it stands on a light one. */
function toHalfBlocks(modules: readonly (readonly boolean[])[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < modules.length; at += 2) {
    const below = modules[at + 1];
    const signs = (modules[at] ?? []).map((top, column) => toBlock(!top, !(below?.[column] ?? false)));
    lines.push(signs.join(''));
  }
  return lines;
}

function toBlock(isTopLight: boolean, isBottomLight: boolean): string {
  if (isTopLight) return isBottomLight ? '█' : '▀';
  return isBottomLight ? '▄' : ' ';
}

/** With colours the background makes light and dark, and dark modules have a sign besides. */
function toSigns(modules: readonly (readonly boolean[])[], colour: boolean): string[] {
  const [dark, light] = colour ? ['##', '  '] : ['  ', '##'];
  return modules.map((row) => row.map((isDark) => (isDark ? dark : light)).join(''));
}
