import { expect, test } from 'vitest';
import { toModules } from '../../../src/render/invitation/qr-code.ts';

const link = 'https://chat.whatsapp.com/AbCdEfGhIjK1234567890m';

const dark = (rows: readonly (readonly boolean[])[]) => rows.flat().filter(Boolean).length;

test('a square with four light modules around it', () => {
  const modules = toModules(link);
  expect(modules.every((row) => row.length === modules.length)).toBe(true);
  const inner = modules.slice(4, -4).map((row) => row.slice(4, -4));
  expect(dark(inner)).toBe(dark(modules));
  // The corner of a finder begins right behind it.
  expect(inner[0]?.slice(0, 8)).toEqual([true, true, true, true, true, true, true, false]);
});

test('a link of WhatsApp’s is 37 modules wide, a longer one more', () => {
  expect(toModules(link)).toHaveLength(37);
  expect(toModules(`https://chat.whatsapp.com/${'a'.repeat(64)}`).length).toBeGreaterThan(37);
});
