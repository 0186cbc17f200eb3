import { expect, test } from 'vitest';
import { splitLine } from '../../src/page/split-line.ts';

const number = '+44 7700 900123';

test.each([
  ['ana\t+44 7700 900123', 'ana', number],
  ['Putri, Ana\t+44 7700 900123', 'Putri, Ana', number],
  ['+44 7700 900123\tana', 'ana', number],
  ['ana;+44 7700 900123', 'ana', number],
  ['  ana: "+44 7700 900123"', 'ana', number],
  ['"ana","+44 7700 900123"', 'ana', number],
  ['Ana Putri +44 7700 900123', 'Ana Putri', number],
  ['ana\u00a0(07700) 900123', 'ana', '(07700) 900123'],
  ['5b\t07700 900123', '5b', '07700 900123'],
  ['ana\t\t+44 7700 900123\t', 'ana', number],
  [
    '\u738b\u5c0f\u660e\t\u0661\u0662\u0663\u0664\u0665\u0666\u0667',
    '\u738b\u5c0f\u660e',
    '\u0661\u0662\u0663\u0664\u0665\u0666\u0667',
  ],
  ['ana', 'ana', ''],
  [number, '', number],
  ['ana: sealed:abc', 'ana', 'sealed:abc'],
  ['ana\tno number', 'ana', 'no number'],
])('%j is %j and %j', (line, who, own) => {
  expect(splitLine(line)).toEqual({ who, number: own });
});

test.each([['ana\tputri\t+44 7700 900123'], ['"Putri, Ana",+44 7700 900123'], ['a:b:c']])(
  '%j is no pair',
  (line) => expect(splitLine(line)).toBeUndefined(),
);
