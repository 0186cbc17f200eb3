import { expect, test } from 'vitest';
import { escapeQuotes, withoutQuotes } from '../../src/safe/quotes.ts';

const lookalikes = [...'"“”„‟«»″‴‶‷˝ʺˮ״❝❞⹂〝〞〟＂🙶🙷🙸'];

test.each(lookalikes)('%s does not end a quote', (sign) => {
  expect(withoutQuotes(`Choir${sign}. Nobody leaves`)).toBe("Choir'. Nobody leaves");
  expect(escapeQuotes(`a${sign}b`)).toBe(`a\\${sign}b`);
});

test('apostrophes and brackets stay', () => {
  for (const text of ["O'Neil", 'D’Arc', '「合唱」'])
    expect([withoutQuotes(text), escapeQuotes(text)]).toEqual([text, text]);
});
