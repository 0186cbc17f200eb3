import { expect, test } from 'vitest';
import { findMentions } from '../../../src/config/rewrite/find-mentions.ts';

const called = { names: ['ana', 'Ana (M.) Prescott-[x]', 'al'], phone: '447700900002' };

test.each([
  ['# ask Ana', true],
  ['topic: ana.', true],
  ['banana, Anaïs, ana_b', false],
  ['# ANA (M.) Prescott-[x]!', true],
  ['call 07700 900-002', true],
  ['+44 (0)7700 900003', false],
  ['al', false],
])('%j: %j', (text, isNamed) => {
  const found = findMentions([{ file: 'a.yaml', text: `name: x\r\n${text}\r\n` }], called);
  expect(found).toEqual(isNamed ? [{ file: 'a.yaml', line: 2 }] : []);
});

test('whoever has no name and no number is nowhere', () => {
  expect(findMentions([{ file: 'a.yaml', text: 'ana\n' }], { names: [] })).toEqual([]);
});
