import type { Case } from './mistake-cases.ts';
import { members, people, policy, toCase } from './mistake-cases.ts';

/** A spreadsheet of class 5B. */
const sheet = (...lines: string[]) => ({
  '_people/5b.csv': ['name;phone;teams;handle', ...lines, ''].join('\n'),
});
/** A file of class 5B. */
const more = (...lines: string[]) => ({ '_people/5b.yaml': [...lines, ''].join('\n') });
const all = members('team:b5');

/** Mistakes in people of several files, in spreadsheets, and of people whose numbers are hidden. */
export const peopleFilesCases: readonly Case[] = [
  toCase('people of several files', {
    ...members('dewi'),
    ...more('people:', '  dewi: "+44 7700 900009"'),
    '_people/6a.yml':
      'people:\n  eko: { lid: "330631678702157", name: Eko, note: flat 12 }\nteams:\n  b5: [dewi, eko, team:altos]\n',
    'h.yaml': 'name: H\nmembers: [team:b5]\n',
  }),
  toCase('people of a spreadsheet, and a team of it', { ...all, ...sheet('Dewi Sari;+44 7700 900009;b5') }),
  toCase('a spreadsheet that adds to a team', {
    ...members('"+62 812-3456-7890"'),
    ...sheet('Dewi Sari;+44 7700 900009;altos'),
  }),
  toCase('two spreadsheets with one team', {
    ...all,
    ...sheet('Dewi Sari;+44 7700 900009;b5'),
    '_people/5c.csv': 'name;phone;teams\nEko;+44 7700 900010;b5\n',
  }),
  toCase(
    'one handle in two files',
    { ...members('dewi'), ...more('people:', '  dewi: "+44 7700 900009"', '  ana: "+44 7700 900010"') },
    'error _people/5b.yaml:3:3 duplicate-handle',
  ),
  toCase(
    'one handle in a file and a spreadsheet, where it is made of the name',
    { ...members('"+62 812-3456-7890"'), ...sheet('Ana;+44 7700 900009') },
    'error _people/5b.csv:2:1 duplicate-handle',
  ),
  toCase(
    'one person in two files',
    { ...members('dewi'), ...more('people:', '  dewi: "+44 7700 900002"') },
    'error _people/5b.yaml:2:3 duplicate-phone',
  ),
  toCase(
    'one person in a file and a spreadsheet',
    { ...members('dewi'), ...sheet('Dewi;+44 7700 900002') },
    'error _people/5b.csv:2:1 duplicate-phone',
  ),
  toCase(
    'handles of two files that look alike',
    { ...members('Anа'), ...sheet('Anа;+44 7700 900009;;Anа') },
    'error _people/5b.csv:2:4 same-names',
  ),
  toCase(
    'one team in two files',
    { ...members('team:altos'), ...more('teams:', '  altos: [caio]') },
    'error _people/5b.yaml:2:3 duplicate-team',
    'warning g.yaml:5:5 listed-twice',
  ),
  toCase(
    'a spreadsheet without a header, whose people are no news then',
    { ...members('dewi'), '_people/5b.csv': 'Dewi;+44 7700 900009\n' },
    'error _people/5b.csv:1:1 bad-sheet',
  ),
  toCase(
    'what a spreadsheet has broken',
    {
      ...members('dewi'),
      ...policy('country: ID'),
      ...sheet('Dewi;4.477E+11', 'Eko;81234567890', 'Eko;+44 7700 900010'),
    },
    'error _people/5b.csv:2:2 bad-phone',
    'error _people/5b.csv:3:2 ambiguous-phone',
    'error _people/5b.csv:4:1 duplicate-handle',
  ),
  toCase(
    'columns that nobody reads',
    { ...members('dewi'), '_people/5b.csv': 'No,Nama,No. HP,Kelas\n1,Dewi,+44 7700 900009,5B\n' },
    'warning _people/5b.csv:1:1 unread-columns',
  ),
  toCase(
    'somebody in a spreadsheet whom nobody names',
    { ...members('"+62 812-3456-7890"'), ...sheet('Dewi;+44 7700 900009') },
    'warning _people/5b.csv:2:1 unused-handle',
  ),
  toCase(
    'several in a spreadsheet whom nobody names, told at once',
    {
      ...members('"+62 812-3456-7890"'),
      ...sheet('Dewi;+44 7700 900009', 'Budi;+44 7700 900003;;b', 'Eko;+44 7700 900010'),
      ...people('people: { caio: "+55 20 98765-4321" }', 'teams: { altos: [b] }'),
    },
    'warning _people/5b.csv:2:1 unused-handle',
  ),
  // Hidden numbers
  toCase('a handle with a LID that a list names by the LID', {
    ...members('lid:330631678702157'),
    ...more('people:', '  eko: { lid: "330631678702157" }'),
  }),
  toCase('a handle with a LID', { ...members('eko'), ...more('people:', '  eko: { lid: 330631678702157 }') }),
  toCase(
    'a handle with a LID with letters',
    { ...members('eko'), ...more('people:', '  eko: { lid: "33063x" }') },
    'error _people/5b.yaml:2:15 wrong-value',
  ),
  toCase(
    'a LID and a number',
    { ...members('eko'), ...more('people:', '  eko: { lid: "330631678702157", phone: "+44 7700 900009" }') },
    'error _people/5b.yaml:2:15 conflicting-entries',
  ),
  toCase(
    'neither a LID nor a number',
    { ...members('eko'), ...more('people:', '  eko: { name: Eko }') },
    'error _people/5b.yaml:2:3 missing-key',
  ),
  toCase(
    'one LID of two people',
    {
      ...members('eko'),
      ...more(
        'people:',
        '  eko: { lid: "330631678702157" }',
        '  fani: { lid: "330631678702157" }',
        'teams:',
        '  b5: [fani]',
      ),
    },
    'error _people/5b.yaml:3:3 duplicate-lid',
  ),
  ...['until: 2026-12-31', 'readd: 2026-12-31', 'by: invite'].map((term) =>
    toCase(
      `a hidden person with ${term}`,
      { ...members(`{ person: eko, ${term} }`), ...more('people:', '  eko: { lid: "330631678702157" }') },
      'error g.yaml:5:5 bad-entry',
    ),
  ),
  toCase(
    'a note without words',
    {
      ...members('"+62 812-3456-7890"'),
      ...people('people:', '  ana: { phone: "+44 7700 900002", note: "" }', 'teams: { altos: [ana] }'),
    },
    'error _people.yaml:2:42 wrong-value',
    'error g.yaml:4:5 unknown-handle',
  ),
];
