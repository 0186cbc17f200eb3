import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tellProblems, tellRows, toSheet } from './sheets.ts';

const header = 'name;phone\n';
const ana = 'ana-silva 447700900002 Ana Silva';

test.each([
  ['commas', 'handle,name,phone,note,teams\nana,Ana Silva,+44 7700 900002,flat 12,altos tour\n'],
  ['semicolons', 'handle;name;phone;note;teams\nana;Ana Silva;+44 7700 900002;flat 12;altos tour\n'],
  ['tabs', 'handle\tname\tphone\tnote\tteams\nana\tAna Silva\t+44 7700 900002\tflat 12\taltos tour\n'],
  ['CRLF', 'handle;name;phone;note;teams\r\nana;Ana Silva;+44 7700 900002;flat 12;altos tour\r\n'],
  ['CR', 'handle;name;phone;note;teams\rana;Ana Silva;+44 7700 900002;flat 12;altos tour'],
  [
    'quotes',
    '"handle","name","phone","note","teams"\n"ana","Ana Silva","+44 7700 900002","flat 12","altos;tour"\n',
  ],
  ['another order', 'teams;phone;note;name;handle\naltos tour;+44 7700 900002;flat 12;Ana Silva;ana\n'],
  [
    'line breaks in cells',
    'handle;name;phone;note;teams\nana;"Ana\r\nSilva";+44 7700 900002;"flat\n12";"altos\ntour"\n',
  ],
  [
    'empty rows',
    '\n;;;;\nhandle;name;phone;note;teams\n\n;;;;\nana;Ana Silva;+44 7700 900002;flat 12;team:altos, tour\n\n',
  ],
  [
    'blanks',
    ' Handle ; NAME;Phone:; note;Teams\n ana ; Ana  Silva ; +44 7700 900002 ;flat 12; altos  tour \n',
  ],
  [
    "Excel's first line",
    'sep=;\r\nhandle;name;phone;note;teams\r\nana;Ana Silva;+44 7700 900002;flat 12;altos tour\r\n',
  ],
  [
    'Indonesian',
    'Sebutan;Nama Lengkap;No. HP;Keterangan;Kelompok\nana;Ana Silva;+44 7700 900002;flat 12;altos tour\n',
  ],
  [
    'Portuguese',
    'Usuário;Nome;Telefone (WhatsApp);Observações;EQUIPES\nana;Ana Silva;+44 7700 900002;flat 12;altos tour\n',
  ],
  [
    'a surname',
    'username;First name;Surname;Mobile;Notes;Team\nana;Ana;Silva;+44 7700 900002;flat 12;altos tour\n',
  ],
])('%s', (_, text) => {
  const sheet = toSheet(text);
  expect(tellRows(sheet)).toEqual(['ana 447700900002 Ana Silva (flat 12) [altos tour]']);
  expect(tellProblems(sheet)).toEqual([]);
});

test('a handle is made of the name, whatever letters that has', () => {
  const names = [
    'Ana Silva',
    'José da Silva',
    "D'Angelo",
    'Łukasz Müller',
    '王小明',
    'Мария',
    'Budi 😀 Santoso',
  ];
  const rows = names.map((name, index) => `${name};+44 7700 90000${index + 2}\n`);
  const handles = toSheet(header + rows.join('')).rows.map(({ handle, isMade }) => isMade && handle);
  expect(handles).toEqual([
    'ana-silva',
    'jose-da-silva',
    'dangelo',
    'lukasz-muller',
    'wang-xiao-ming',
    'mariya',
    'budi-santoso',
  ]);
});

test.each([
  ['nothing at all', '', '1:1 bad-sheet', 'Nothing stands in it'],
  ['no header', 'Ana;+44 7700 900002\n', '1:1 bad-sheet', '`Ana`, `+•• •••• •••002`'],
  ['a header in another language', 'Nom;Numéro\nAna;1\n', '1:1 bad-sheet', 'it has `Nom`, `Numéro`'],
  [
    'a header further down',
    'Class 5B\n\nName;Phone\nAna;+44 7700 900002\n',
    '1:1 bad-sheet',
    'Row 3 looks like it',
  ],
  ['a header without numbers', 'Name;Note\n', '1:1 bad-sheet', '`phone`'],
  [
    'two columns for one thing',
    'Name;Phone;Mobile\n',
    '1:3 bad-sheet',
    'Columns B (`Phone`) and C (`Mobile`)',
  ],
  ['a million columns', ';'.repeat(1e6), '1:1 bad-sheet', 'Nothing stands in it'],
  ['a million columns with names', 'phone;'.repeat(1e6), '1:1 bad-sheet', '1000000 cells'],
  ['more rows than people', `${header}${';\n'.repeat(1e5)}`, '1:1 bad-sheet', '100,000 rows'],
  [
    'a quote never closed',
    `${header}Ana;+44 7700 900002\n"Budi;+44 7700 900003\nCitra;1\n`,
    '3:1 bad-sheet',
    'never closed',
  ],
  ['8 MiB without an end', `${header}Ana;"${'""'.repeat(4e6)}`, '2:2 bad-sheet', 'never closed'],
  [
    'a quote left out',
    `${header}"Ana;+44 7700 900002\n"Budi";+44 7700 900003\n`,
    '2:1 bad-sheet',
    'follows the quote',
  ],
  ['a quote in the middle', `${header}Ana "Nana" Silva;+44 7700 900002\n`, '2:1 bad-sheet', 'twice'],
  ['a formula with quotes', `${header}Ana;="+447700900002"\n`, '2:2 bad-sheet', 'A formula'],
  ['NUL', `${header}Ana;\0\n`, '2:5 bad-sheet', 'NUL'],
])('%s: nothing is told of the others', (_, text, place, words) => {
  const sheet = toSheet(text);
  expect(sheet.isReadable).toBe(false);
  expect(sheet.rows).toEqual([]);
  expect(tellProblems(sheet)).toEqual([`5b.csv:${place}`]);
  expect(sheet.problems[0]?.detail).toContain(words);
});

test('one line names what is not read', () => {
  const sheet = toSheet('No;Name;Phone;Birthday;\n1;Ana Silva;+44 7700 900002;1 May;\n');
  expect(tellRows(sheet)).toEqual([ana]);
  expect(tellProblems(sheet)).toEqual(['5b.csv:1:1 unread-columns']);
  expect(sheet.problems[0]?.detail).toContain('`No`, `Birthday`.');
});

test('two rows of one name, and two of one handle', () => {
  const sheet = toSheet(
    'handle;name;phone\n;José;+44 7700 900002\n;jose;+44 7700 900003\nana;Ana;+44 7700 900004\n;Ana;+44 7700 900005\n',
  );
  expect(tellProblems(sheet)).toEqual(['5b.csv:3:2 duplicate-handle', '5b.csv:5:2 duplicate-handle']);
  expect(sheet.problems[0]?.detail).toContain('Row 3 and row 2 have one name');
  expect(sheet.problems[1]?.detail).toContain('5b.csv:4');
});

test('a row counts as the spreadsheet counts it, its place as an editor does', () => {
  const sheet = toSheet('name;phone;note\n"Ana\nSilva";+44 7700 900002;"a\n\nb"\nBudi;+12;\n');
  expect(tellProblems(sheet)).toEqual(['5b.csv:3:2 bad-phone']);
  expect(sheet.problems[0]?.span).toMatchObject({ line: 6, column: 6, endLine: 6, endColumn: 9 });
});

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '王', ' ', '"', ';', ',', '\t', '\r\n', '\n', "'", '=', '+'),
  maxLength: 8,
});

const plain = (value: string) => value.replace(/\s+/g, ' ').trim();
const toPhone = (index: number) => `+44 7700 9000${10 + index}`;

test('whatever is written as a spreadsheet is read as it was', () => {
  const rows = fc.array(fc.record({ name: cell, note: cell }), { maxLength: 8 });
  const style = fc.record({
    sign: fc.constantFrom(',', ';', '\t'),
    end: fc.constantFrom('\n', '\r\n'),
    quotesAll: fc.boolean(),
    last: fc.boolean(),
  });
  fc.assert(
    fc.property(rows, style, (people, { sign, end, quotesAll, last }) => {
      const write = (text: string) =>
        quotesAll || /["\r\n;,\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      const lines = [
        ['handle', 'name', 'phone', 'note'],
        ...people.map(({ name, note }, index) => [`p${index}`, name, toPhone(index), note]),
      ];
      const text = lines.map((line) => line.map(write).join(sign)).join(end) + (last ? end : '');
      const kept = people.flatMap(({ name, note }, index) =>
        plain(name).startsWith('=') ? [] : `p${index} ${toPhone(index)} ${plain(name)} ${plain(note)}`,
      );
      const read = toSheet(text).rows.map(
        ({ handle, phone, name = '', note = '' }) => `${handle} +44 7700 ${phone?.slice(6)} ${name} ${note}`,
      );
      expect(read).toEqual(kept);
    }),
  );
});

const read = (lines: readonly string[]) => toSheet(['handle;name;phone', ...lines, ''].join('\n'));
const names = [
  'Ana',
  'ana',
  'José',
  'Jose',
  'Budi Santoso',
  'budi-santoso',
  '王小明',
  'Wang Xiao Ming',
  'Todos',
  '😀',
];

test('sorting a sheet or cutting it makes nobody somebody else', () => {
  const row = fc.tuple(fc.constantFrom('', '', 'ana', 'x'), fc.constantFrom(...names));
  fc.assert(
    fc.property(
      fc
        .array(row, { minLength: 1, maxLength: 8 })
        .map((rows) => rows.map(([handle, name], index) => `${handle};${name};+44 7700 9000${10 + index}`))
        .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows))),
      ([rows, some]) => {
        const [before, after] = [read(rows), read(some)];
        // Two rows of one handle are a mistake, and no plan is made of it.
        if ([...before.problems, ...after.problems].some(({ code }) => code === 'duplicate-handle')) return;
        const known = new Map(before.rows.map(({ handle, phone }) => [handle, phone]));
        for (const { handle, phone } of after.rows) expect(phone).toBe(known.get(handle));
        expect(after.rows.length).toBeLessThanOrEqual(some.length);
      },
    ),
  );
});
