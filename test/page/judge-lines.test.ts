import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeHandle } from '../../src/config/people/made-handle.ts';
import { toAscii } from '../../src/config/people/to-ascii.ts';
import type { JudgedLine } from '../../src/page/judge-lines.ts';
import { judgeLines, judgePerson } from '../../src/page/judge-lines.ts';

/** "ana +447700900123", or the kind of mistake. */
function tell(line: JudgedLine): string {
  return line.kind === 'good' ? `${line.handle} ${line.number}` : line.mistake.kind;
}

const judge = (who: string, number: string) => tell(judgePerson({ who, number }, 'GB'));

describe('one person', () => {
  test.each([
    ['ana', '+44 7700 900123', 'ana +447700900123'],
    ['ana', '07700 900123', 'ana +447700900123'],
    ['jose\u0301', '\uff0b44 7700 900123', 'jos\u00e9 +447700900123'],
    ['Jos\u00e9 da Silva', '07700 900123', 'jose-da-silva +447700900123'],
    ['\u738b\u5c0f\u660e', '07700 900123', '\u738b\u5c0f\u660e +447700900123'],
    ['', '07700 900123', 'no-handle'],
    ['ana', '', 'no-number'],
    ['\u738b \u5c0f\u660e', '07700 900123', 'wang-xiao-ming +447700900123'],
    ['S\u00f8ren \u00d8re', '07700 900123', 'soren-ore +447700900123'],
    ['!? \u2013', '07700 900123', 'bad-name'],
    ['team', '07700 900123', 'reserved'],
    ['ana', '12', 'wrong'],
    ['ana', '4.4E+11', 'wrong'],
    ['ana', '\u2022\u2022\u2022\u2022 0123', 'wrong'],
    ['ana', `sealed:${'a'.repeat(144)}`, 'sealed'],
  ])('%j, %j: %s', (who, number, expected) => expect(judge(who, number)).toBe(expected));

  test.each([
    ['4.4E+11', 'shortened', undefined],
    ['\u2022\u2022\u2022\u2022 0123', 'masked', undefined],
    ['12', 'impossible-there', 'GB'],
    ['+44 12', 'impossible', undefined],
    ['07700 900123 / 07700 900124', 'two-numbers', undefined],
  ])('what is wrong with %j is told by a word for it: %s', (number, cause, of) => {
    const judged = judgePerson({ who: 'ana', number }, 'GB');
    const fault = judged.kind === 'bad' && 'fault' in judged.mistake ? judged.mistake.fault : undefined;
    expect([fault?.cause, fault?.of]).toEqual([cause, of]);
  });

  test('without a country a number needs its code', () => {
    expect(tell(judgePerson({ who: 'ana', number: '07700 900123' }, undefined))).toBe('no-country');
  });
});

describe('several lines', () => {
  test('each is judged by itself, whatever ends it', () => {
    const lines = judgeLines('ana\t07700 900123\r\n\r\n \nbudi\t12\rcitra\t07700 900125', 'GB');
    expect(lines.map(tell)).toEqual(['ana +447700900123', 'wrong', 'citra +447700900125']);
  });

  test('nobody stands there twice, and a mistake takes nobody the handle or the number', () => {
    const text = [
      'ana\t12',
      'ana\t07700 900123',
      'ana\t07700 900124',
      'budi\t+44 7700 900123',
      'budi\t07700 900126',
    ];
    expect(judgeLines(text.join('\n'), 'GB').map(tell)).toEqual([
      'wrong',
      'ana +447700900123',
      'twice',
      'same-number',
      'budi +447700900126',
    ]);
  });

  test('what is said of a line holds nothing of its number', () => {
    for (const line of judgeLines('ana\t44770090012\nbudi\t123456\n+44 7700 900123', undefined)) {
      expect(JSON.stringify(line.kind === 'bad' && line.mistake)).not.toMatch(/\d{4}/);
    }
  });
});

test('a handle made here is the one that spreadsheets make', () => {
  const letters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(letters, letters, (one, other) => {
      // What is a handle as it stands would stay so.
      const name = `${one} ${other} x`.trim();
      expect(judge(name, '07700 900123')).toBe(
        `${makeHandle(name, toAscii) ?? 'bad-name'} +447700900123`.replace(/^(bad-name) .*/, '$1'),
      );
    }),
    { numRuns: 500 },
  );
});
