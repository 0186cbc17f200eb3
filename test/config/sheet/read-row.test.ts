import { describe, expect, test } from 'vitest';
import type { CountryCode } from '../../../src/config/phone/parse-phone.ts';
import { tellProblems, tellRows, toSheet } from './sheets.ts';

/** One row below a header. */
const read = (row: string, country?: CountryCode) =>
  toSheet(`handle;name;phone;note;teams\n${row}\n`, country);

describe('numbers', () => {
  test.each([
    ['4.477E+11', 'bad-phone', 'A spreadsheet has shortened it'],
    ['4,477E+11', 'bad-phone', 'A spreadsheet has shortened it'],
    ['447700900002.0', 'bad-phone', 'like a decimal number'],
    ['447700900002,00', 'bad-phone', 'like a decimal number'],
    ["'+447700900002", 'bad-phone', 'The quote before it'],
    ['tel:+447700900002', 'bad-phone', 'It is a link'],
    ['447700900002', 'no-country', 'takes away the + or the zero'],
    ['+44 7700 900002 / +44 7700 900003', 'bad-phone', 'Two numbers'],
    ['="+447700900002"', 'bad-row', 'a formula stands here'],
    ['=HYPERLINK(A1)', 'bad-row', 'a formula stands here'],
    ['#N/A', 'bad-row', 'shows a failure'],
    ['#####', 'bad-row', 'shows a failure'],
    ['#NÚM!', 'bad-row', 'shows a failure'],
    ['', 'bad-row', 'there is no number'],
    ['none', 'bad-phone', 'Letters stand in it'],
  ])('%s', (phone, code, words) => {
    const sheet = read(`ana;;${phone.includes('"') ? `"${phone.replaceAll('"', '""')}"` : phone};;`);
    expect(tellProblems(sheet)).toEqual([`5b.csv:2:3 ${code}`]);
    expect(sheet.problems[0]?.detail).toContain('Row 2, column C (`phone`): ');
    expect(sheet.problems[0]?.detail).toContain(words);
  });

  test('a zero that was lost is told as that, where the country alone does not say which number it is', () => {
    const sheet = read('ana;;81234567890;;', 'ID');
    expect(tellProblems(sheet)).toEqual(['5b.csv:2:3 ambiguous-phone']);
    expect(sheet.problems[0]?.detail).toContain('takes away the + or the zero');
    expect(tellRows(read('ana;;07700 900002;;', 'GB'))).toEqual(['ana 447700900002']);
  });

  test('whoever has a wrong number is known by their handle all the same', () => {
    expect(tellRows(read('ana;Ana;+12;;altos'))).toEqual(['ana Ana [altos]']);
  });
});

describe('people', () => {
  test.each([
    ['a handle with a blank', 'ana s;;+44 7700 900002;;', '2:1 bad-handle'],
    ['a handle that is a number', '12;;+44 7700 900002;;', '2:1 bad-handle'],
    ['a word of our own', 'nobody;;+44 7700 900002;;', '2:1 bad-handle'],
    ['a name that is such a word', ';Todos;+44 7700 900002;;', '2:2 bad-handle'],
    ['a name without letters', ';😀;+44 7700 900002;;', '2:2 bad-handle'],
    ['nobody', ';;+44 7700 900002;;', '2:2 bad-row'],
    ['a formula as a name', ';=A1;+44 7700 900002;;', '2:2 bad-row'],
    ['a team without letters', 'ana;;+44 7700 900002;;5', '2:5 bad-handle'],
    ['a name as long as a page', `ana;${'a'.repeat(1001)};+44 7700 900002;;`, '2:2 bad-row'],
    ['more teams than anybody is in', `ana;;+44 7700 900002;;${'a '.repeat(501)}`, '2:5 bad-row'],
    ['a semicolon within a cell', 'ana;Santoso; Ana;+44 7700 900002;;altos', '2:6 bad-row'],
  ])('%s', (_, row, place) => {
    expect(tellProblems(read(row))).toEqual([`5b.csv:${place}`]);
  });

  test.each([
    ['a name that begins with a sign', ';+Ana-;+44 7700 900002;;', 'ana 447700900002 +Ana-'],
    ['a note that looks like a formula', 'ana;;+44 7700 900002;=1;', 'ana 447700900002 (=1)'],
    ['fewer cells than the header', 'ana;;+44 7700 900002', 'ana 447700900002'],
    ['more of them, and empty', 'ana;;+44 7700 900002;;;; ;', 'ana 447700900002'],
    ['one team twice', 'ana;;+44 7700 900002;;b5 team:b5', 'ana 447700900002 [b5]'],
  ])('%s', (_, row, told) => {
    expect(tellRows(read(row))).toEqual([told]);
    expect(tellProblems(read(row))).toEqual([]);
  });
});

test.each([
  ['First Name,Last Name,Mobile Phone', 'Ana,Silva,+44 7700 900002'],
  [
    'Name,Given Name,Family Name,Group Membership,Phone 1 - Value',
    'Ana Silva,Ana,Maria,* friends,+44 7700 900002',
  ],
  ['Nama depan,Nama belakang,No. HP', 'Ana,Silva,+44 7700 900002'],
  ['Last name,First name,Phone', 'Silva,Ana,+44 7700 900002'],
])('a phone’s own contacts: %s', (header, row) => {
  expect(tellRows(toSheet(`${header}\n${row}\n`))).toEqual(['ana-silva 447700900002 Ana Silva']);
});

test('a mistake of a name that stands in two columns is told at the first', () => {
  expect(tellProblems(toSheet('Phone,Last name,First name\n+44 7700 900002,,\n'))).toEqual([
    '5b.csv:2:3 bad-row',
  ]);
});

test('a surname that the name ends with already is no second one', () => {
  expect(tellRows(toSheet('Full name;Last name;Phone\nAna Silva;Silva;+44 7700 900002\n'))).toEqual([
    'ana-silva 447700900002 Ana Silva',
  ]);
});
