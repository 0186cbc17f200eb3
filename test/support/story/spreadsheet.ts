import type { Resident } from './residents.ts';
import { toPhone } from './residents.ts';

/** The ways in which an office has written numbers over the years: "447700900123" → "(07700) 900 123". */
const ways: readonly ((own: string) => string)[] = [
  (own) => `0${own}`,
  (own) => `+44 ${own.slice(0, 4)} ${own.slice(4)}`,
  (own) => `44${own}`,
  (own) => `0044${own}`,
  (own) => `0044 ${own.slice(0, 4)} ${own.slice(4)}`,
  (own) => `+44 (0)${own}`,
  (own) => `(0${own.slice(0, 4)}) ${own.slice(4)}`,
  (own) => `0${own.slice(0, 4)}-${own.slice(4, 7)}-${own.slice(7)}`,
  (own) => `0${own.slice(0, 4)}.${own.slice(4)}`,
  (own) => `0 ${own.slice(0, 4)} ${own.slice(4)}`,
  (own) => `0${own.slice(0, 4)}\u00a0${own.slice(4, 7)}\u00a0${own.slice(7)}`,
  (own) => `\uff0b44 ${own}`,
  (own) => `+44-${own.slice(0, 4)}-${own.slice(4)}`,
  (own) => `+44 (0) ${own.slice(0, 4)} / ${own.slice(4)}`,
];

/** What nobody can read any more, or that is somebody else's. */
const spoilt = ['4.477E+11', '7700900123.0', '07700 900 (mobile)'];

/**
 * The office's list: of ten residents nine, and half of those who hide their numbers; each number in another way, some who
 * are in no group, some rows that nobody can read, and two people with one number. As a spreadsheet saves it: with a byte order mark, semicolons and CRLF.
 */
export function makeSheet(residents: readonly Resident[]): string {
  const known = residents.filter((_, index) => index % 10 !== 4 && index % 40 !== 39);
  const rows = [
    ['Name', 'Flat', 'Mobile number', 'Notes', 'Team'],
    ...known.map(({ name, phone }, index) => [
      name,
      `${1 + (index % 60)}`,
      (ways[index % ways.length] as (own: string) => string)(phone.slice(2)),
      index % 50 === 0 ? 'keys; "spare"\r\nat the office' : '',
      index < 5 ? 'committee' : '',
    ]),
    ...[1, 2, 3].map((n) => [`Moved Away ${n}`, '', `0${toPhone(1990 + n).slice(2)}`, '', '']),
    ...spoilt.map((number, index) => [`Spoilt Row ${index + 1}`, '', number, '', '']),
    ['Same Number', '', `+${known[0]?.phone}`, 'a flat of two', ''],
  ];
  return `\ufeff${rows.map((cells) => cells.map(toCell).join(';')).join('\r\n')}\r\n`;
}

function toCell(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
