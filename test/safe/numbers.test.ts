import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml } from '../../src/safe/escape-html.ts';
import { escapeMarkdown } from '../../src/safe/escape-markdown.ts';
import { escapeTerminal } from '../../src/safe/escape.ts';
import { makeSafety } from '../../src/safe/labels.ts';
import { mask, maskPhone } from '../../src/safe/mask.ts';
import { anyNumber, numbersOfTheWorld, readDigits, spellings } from './world-numbers.ts';

describe('no number of the world', () => {
  test('are there numbers of many countries', () => {
    expect(numbersOfTheWorld.length).toBeGreaterThan(200);
  });

  test.each(numbersOfTheWorld)('stays readable: $country', ({ digits, written }) => {
    const long = [digits, ...written].filter((text) => readDigits(text).length >= 7);
    expect(long.filter((text) => readDigits(mask(`x ${text} y`)).length > 3)).toEqual([]);
    fc.assert(
      fc.property(spellings(digits), (text) => {
        expect(readDigits(mask(`x ${text} y`))).toBe(digits.slice(-3));
      }),
      { numRuns: 20 },
    );
  });
});

test('no number that may be one stays readable, in any spelling, behind any escaping', () => {
  const { line, lines } = makeSafety(false);
  const spelt = anyNumber.chain((digits) => fc.tuple(fc.constant(digits), spellings(digits)));
  fc.assert(
    fc.property(spelt, ([digits, text]) => {
      const shown = digits.slice(-3);
      expect(readDigits(mask(`Ana ${text}!`))).toBe(shown);
      expect(readDigits(line(`Ana ${text}!`))).toBe(shown);
      expect(readDigits(lines(`Ana\n${text}\n!`))).toBe(shown);
      expect(readDigits(mask(escapeTerminal(mask(`Ana ${text}!`))))).toBe(shown);
      const [html, markdown] = [escapeHtml(line(text)), escapeMarkdown(line(text))];
      for (const document of [html, markdown])
        expect(readDigits(document.replace(/&#\d+;/g, ''))).toBe(shown);
    }),
    { numRuns: 1000 },
  );
});

test('a label tells at most half of what follows the country code, and never more than three digits', () => {
  fc.assert(
    fc.property(anyNumber, (digits) => {
      const [, code = '', end = ''] = /^\+(\d+) •••• ••• (\d*)$/.exec(maskPhone(digits)) ?? [];
      expect(digits.startsWith(code) && digits.endsWith(end)).toBe(true);
      expect(end.length).toBeLessThanOrEqual(Math.min(3, (digits.length - code.length) / 2));
    }),
  );
});
