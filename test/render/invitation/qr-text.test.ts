import { expect, test } from 'vitest';
import { toModules } from '../../../src/render/invitation/qr-code.ts';
import { drawQr } from '../../../src/render/invitation/qr-text.ts';

const link = 'https://chat.whatsapp.com/AbCdEfGhIjK1234567890m';
const style = { colour: false, ascii: false, width: 40 };

function draw(options: Partial<typeof style>): readonly string[] {
  const drawn = drawQr(link, { ...style, ...options });
  if ('needs' in drawn) throw new Error(`needs ${drawn.needs}`);
  return drawn.lines;
}

/** Each module of a line of signs, two for one. */
const read = (lines: readonly string[], dark: string) =>
  lines.map((line) => (line.match(/../g) ?? []).map((sign) => sign === dark));
const withoutColours = (line: string) =>
  line
    .split('\u001b')
    .map((part, at) => (at === 0 ? part : part.replace(/^\[[\d;]*m/, '')))
    .join('');

test('fits 40 columns, and says where it does not', () => {
  expect(draw({}).every((line) => [...line].length === 37)).toBe(true);
  expect(draw({})).toHaveLength(19);
  expect(drawQr(link, { ...style, width: 36 })).toEqual({ needs: 37 });
  expect(drawQr(link, { ...style, ascii: true, width: 73 })).toEqual({ needs: 74 });
});

test('half blocks are the modules, light ones drawn', () => {
  const modules = toModules(link);
  const shown = draw({}).flatMap((line) => [
    [...line].map((sign) => sign === ' ' || sign === '▄'),
    [...line].map((sign) => sign === ' ' || sign === '▀'),
  ]);
  expect(shown.slice(0, modules.length)).toEqual(modules);
  expect(draw({ colour: true }).map(withoutColours)).toEqual(draw({}));
});

test('so are signs of ASCII, with a background of their own where there are colours', () => {
  const modules = toModules(link);
  expect(read(draw({ ascii: true, width: 80 }), '  ')).toEqual(modules);
  const coloured = draw({ ascii: true, width: 80, colour: true });
  expect(read(coloured.map(withoutColours), '##')).toEqual(modules);
  expect(draw({ ascii: true, width: 80 }).join('')).toMatch(/^[ #]+$/);
});

test('with colours it is dark on light on every terminal, each line by itself', () => {
  // Light parts are the white letters of a black ground.
  for (const line of draw({ colour: true })) {
    expect(line.startsWith('\u001b[38;5;231;48;5;16m')).toBe(true);
    expect(line.endsWith('\u001b[0m')).toBe(true);
  }
  for (const line of draw({ ascii: true, width: 80, colour: true }))
    expect(line.startsWith('\u001b[38;5;16;48;5;231m')).toBe(true);
});
