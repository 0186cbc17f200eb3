/**
 * A small alphabet of strokes, four wide and six high, so that the drawings are the same on every system, whatever
 * fonts it has.
 */
const strokes: Readonly<Record<string, string>> = {
  A: 'M0 6L2 0L4 6M1 4H3',
  B: 'M0 0V6H3L4 5V4L3 3L4 2V1L3 0ZM0 3H3',
  C: 'M4 1L3 0H1L0 1V5L1 6H3L4 5',
  D: 'M0 0V6H2L4 4V2L2 0Z',
  E: 'M4 0H0V6H4M0 3H3',
  F: 'M4 0H0V6M0 3H3',
  G: 'M4 1L3 0H1L0 1V5L1 6H3L4 5V3H2',
  H: 'M0 0V6M4 0V6M0 3H4',
  I: 'M2 0V6M1 0H3M1 6H3',
  K: 'M0 0V6M4 0L0 3L4 6',
  L: 'M0 0V6H4',
  M: 'M0 6V0L2 3L4 0V6',
  N: 'M0 6V0L4 6V0',
  O: 'M1 0H3L4 1V5L3 6H1L0 5V1Z',
  P: 'M0 6V0H3L4 1V2L3 3H0',
  R: 'M0 6V0H3L4 1V2L3 3H0M2 3L4 6',
  S: 'M4 1L3 0H1L0 1V2L1 3H3L4 4V5L3 6H1L0 5',
  T: 'M0 0H4M2 0V6',
  U: 'M0 0V5L1 6H3L4 5V0',
  V: 'M0 0L2 6L4 0',
  W: 'M0 0L1 6L2 2L3 6L4 0',
  Y: 'M0 0L2 3L4 0M2 3V6',
  '0': 'M1 0H3L4 1V5L3 6H1L0 5V1ZM0 5L4 1',
  '1': 'M1 1L2 0V6M1 6H3',
  '2': 'M0 1L1 0H3L4 1V2L0 6H4',
  '4': 'M3 6V0L0 4H4',
  '5': 'M4 0H0V3H3L4 4V5L3 6H0',
  '6': 'M4 0H2L0 2V5L1 6H3L4 5V4L3 3H0',
  '7': 'M0 0H4L1 6',
  '8': 'M1 0H3L4 1V2L3 3H1L0 4V5L1 6H3L4 5V4L3 3L1 3L0 2V1Z',
};

/** A word as an SVG group with its middle at `x`, its upper edge at `y` and letters of a height; throws for a letter without strokes. */
export function drawWord(word: string, x: number, y: number, height: number, colour: string): string {
  const unit = height / 6;
  const left = x - (word.length * 5.5 - 1.5) * unit * 0.5;
  const paths = [...word].map((letter, index) => {
    const path = letter === ' ' ? '' : strokes[letter];
    if (path === undefined) throw new Error(`no strokes for ${letter}`);
    return `<path transform="translate(${left + index * 5.5 * unit} ${y}) scale(${unit})" d="${path}"/>`;
  });
  const pen = `fill="none" stroke="${colour}" stroke-width="0.9" stroke-linecap="round" stroke-linejoin="round"`;
  return `<g ${pen}>${paths.join('')}</g>`;
}
