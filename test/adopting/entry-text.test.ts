import { applyEdits } from '../../src/config/edit/edits.ts';
import { describe, expect, test } from 'vitest';
import {
  isOfToday,
  toEntryText,
  toHiddenText,
  toExceptEdits,
  toMovedText,
} from '../../src/adopting/entry-text.ts';
import { readList } from '../../src/config/edit/read-map.ts';
import { byKey, lid, phone, singer, today, tomorrow, yesterday } from '../support/choir.ts';

function item(text: string) {
  const found = readList(text, 'a')?.items[0];
  if (!found) throw new Error('no item');
  return found;
}

const ana = { ...singer(2), handle: 'ana' };

describe('somebody as an entry', () => {
  const people = byKey([ana, singer(3)]);
  const long = { ...singer(2), phone: phone('5520912345678') };
  test.each([
    ['a handle', singer(2), undefined, 'ana'],
    ['a number', singer(9), undefined, '"+447700900009"'],
    ['the spelling of the file, which the handle has not', singer(2), long, '"+5520912345678"'],
    ['a handle that means something to YAML', { ...singer(5) }, undefined, '"no"'],
  ])('%s', (_, person, listed, text) => {
    const all = new Map([...people, [singer(5).key, { ...singer(5), handle: 'no' }]]);
    expect(toEntryText(person, { people: all, listed })).toBe(text);
  });
});

test.each([
  ['a: [ana]\n', 'ana', 'ana'],
  [
    'a: [{ person: "+44 7700 900002", until: 2026-01-01 }]\n',
    '{ person: "+44 7700 900002", until: 2026-01-01 }',
    '"+44 7700 900002"',
  ],
  [
    'a:\n- until: 2026-01-01\n  by: invite\n  person: ana\n',
    '{ until: 2026-01-01, by: invite, person: ana }',
    '{ by: invite, person: ana }',
  ],
])('%j on one line, and without its days', (text, whole, undated) => {
  expect([toMovedText(text, item(text)), toMovedText(text, item(text), true)]).toEqual([whole, undated]);
});

test.each([
  ['ana', true],
  [`{ person: ana, until: ${yesterday} }`, false],
  [`{ person: ana, until: ${today} }`, true],
  [`{ person: ana, from: ${today} }`, true],
  [`{ person: ana, from: ${tomorrow} }`, false],
])('%s is of today: %s', (entry, is) => {
  expect(isOfToday(item(`a: [${entry}]\n`), today)).toBe(is);
});

test.each([
  ['team:board', '{ team: board, except: [ana] }'],
  ['"team:board"', '{ team: board, except: [ana] }'],
  ['{ team: board, also-in: team:b }', '{ team: board, also-in: team:b, except: [ana] }'],
  [
    '{ team: board, except: ["+44 7700 900003"], until: 2026-12-31 }',
    '{ team: board, except: ["+44 7700 900003", ana], until: 2026-12-31 }',
  ],
])('%s without ana', (entry, wanted) => {
  const text = `a: [${entry}]\n`;
  expect(applyEdits(text, toExceptEdits(text, item(text), ['ana']))).toBe(`a: [${wanted}]\n`);
});

test('whoever hides their number is written by the handle that stands for the LID', () => {
  const [eko, other] = [lid('330000000000020'), lid('330000000000021')];
  const hidden = new Map([[eko, { lid: eko, handle: 'eko' }]]);
  expect([toHiddenText(eko, hidden), toHiddenText(other, hidden)]).toEqual(['eko', `lid:${other}`]);
});
