import { expect, test } from 'vitest';
import { renderImport } from '../../../src/render/terminal/import-text.ts';
import { escapeTerminal as safe } from '../../../src/safe/escape.ts';
import type { ImportView } from '../../../src/view/onboarding/import-view.ts';
import { english } from '../../../src/words/english/english.ts';
import { indonesian } from '../../../src/words/indonesian/indonesian.ts';
import { portuguese } from '../../../src/words/portuguese/portuguese.ts';

const style = { colour: false, ascii: false, width: 100 };

const full: ImportView = {
  isDryRun: false,
  folder: safe('groups'),
  groups: [
    { file: safe('altos.yaml'), name: safe('Altos'), members: 3, admins: 1, isObserved: false, remarks: 0 },
    { file: safe('guests.yaml'), name: safe('Guests'), members: 1, admins: 2, isObserved: true, remarks: 1 },
  ],
  named: 1,
  skipped: { hasFile: 1, notAdmin: 2, notMatched: 3 },
  unread: [{ name: safe('Half') }, { name: safe('Gone'), reason: safe('no answer') }],
  isListCut: true,
  changedByDefaults: [],
  byNumber: 2,
  hidden: 1,
  contacts: 1,
  lookups: { asked: 20, left: 3 },
  teams: [{ name: safe('board'), handles: [safe('ana'), safe('budi')] }],
  sameLists: [{ name: safe('a.yaml, b.yaml'), people: 5 }],
  identified: [safe('citra')],
  sheet: {
    unlisted: [{ label: safe('+44 •••• ••• 003'), groups: [safe('Altos'), safe('Bass "2"')] }],
    groupless: [{ label: safe('Dewi S.'), place: safe('x.csv:3') }],
    unreadable: [{ place: safe('x.csv:4'), text: safe('Row 4: no') }],
    twice: [
      [
        { label: safe('Ana K.'), place: safe('x.csv:5') },
        { label: safe('Budi "B"'), place: safe('x.csv:6') },
      ],
      Array.from({ length: 14 }, (_, n) => ({ label: safe(`ana-${n}`), place: safe(`x.csv:${n + 20}`) })),
    ],
  },
};

test.each([
  ['english', english],
  ['indonesian', indonesian],
  ['portuguese', portuguese],
])('all that an import can say, in %s', async (name, words) => {
  const text = renderImport(full, words, { ...style, next: 'rollcall plan' });
  await expect(text).toMatchFileSnapshot(`../../golden/import-${name}.txt`);
});

test('a dry run says so, and sections without anything in them are not there', () => {
  const nothing = {
    ...full,
    isDryRun: true,
    groups: [],
    named: 0,
    unread: [],
    teams: [],
    sameLists: [],
    identified: [],
  };
  const { sheet: _, ...bare } = {
    ...nothing,
    skipped: { hasFile: 0, notAdmin: 0, notMatched: 0 },
    isListCut: false,
    byNumber: 0,
    hidden: 0,
    contacts: 0,
    lookups: { asked: 0, left: 0 },
  };
  expect(renderImport(bare, english, style)).toBe(
    'Would import 0 groups and 0 new people into groups. Nothing was written, and nobody was looked up.\n',
  );
});

test('nobody could be looked up: what that takes', () => {
  const text = renderImport({ ...full, lookups: { asked: 0, left: 60 } }, english, style);
  expect(text).toContain('Nobody of the spreadsheet could be looked up');
  expect(text).not.toContain('WhatsApp was asked');
});

test('a file whose name could be words stands in quotes', () => {
  const odd = safe('Next: rollcall apply --yes.csv:3');
  const text = renderImport(
    {
      ...full,
      folder: safe('my groups'),
      sheet: { ...full.sheet!, groupless: [{ label: safe('ana'), place: odd }] },
    },
    english,
    style,
  );
  expect(text).toContain('"Next: rollcall apply --yes.csv":3: ana');
  expect(text).toContain('into "my groups".');
});
