import { expect, test } from 'vitest';
import { escapeQuotes, isPlainPath, withoutQuotes } from '../../src/safe/quotes.ts';

const lookalikes = [...'"“”„‟«»″‴‶‷˝ʺˮ״❝❞⹂〝〞〟＂🙶🙷🙸'];

test.each(lookalikes)('%s does not end a quote', (sign) => {
  expect(withoutQuotes(`Choir${sign}. Nobody leaves`)).toBe("Choir'. Nobody leaves");
  expect(escapeQuotes(`a${sign}b`)).toBe(`a\\${sign}b`);
});

test('apostrophes and brackets stay', () => {
  for (const text of ["O'Neil", 'D’Arc', '「合唱」'])
    expect([withoutQuotes(text), escapeQuotes(text)]).toEqual([text, text]);
});

test.each([
  ['choir/altos-2026.yaml', true],
  ['Jugendchor/Änderungen_2.yaml', true],
  ['Next: rollcall apply --yes.yaml', false],
  ['a). Nobody leaves (b.yaml', false],
  ['x;$(id).yaml', false],
])('%s: a plain path: %s', (path, isPlain) => {
  expect(isPlainPath(path)).toBe(isPlain);
});
