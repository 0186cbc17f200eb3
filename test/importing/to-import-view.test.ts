import { expect, test } from 'vitest';
import type { GroupId } from '../../src/domain/group.ts';
import type { ImportStory } from '../../src/importing/to-import-view.ts';
import { toImportView } from '../../src/importing/to-import-view.ts';
import { makeSafety } from '../../src/safe/labels.ts';
import { account, byKey, hidden, lid, living, liveGroup, settings, singer } from '../support/choir.ts';

const live = liveGroup({
  settings: { ...settings, name: 'Altos \u202e' },
  unidentified: [hidden('330000000000009', 'admin')],
  people: [living(2), living(3, { lid: lid('330000000000003') })],
});
const row = (n: number, place: number) => ({
  ...singer(n),
  name: `P ${n}`,
  teams: [],
  place: `x.csv:${place}`,
});

const story: ImportStory = {
  plan: {
    groups: [
      {
        file: 'altos',
        text: '',
        remarks: 1,
        group: {
          live,
          members: [{ text: 'budi' }, { text: '"+447700900003"', called: 'C' }],
          admins: [{ text: 'hidden' }],
          unwritable: 0,
          nameless: 0,
        },
      },
    ],
    newPeople: [
      { ...singer(2), handle: 'budi' },
      { ...singer(7), handle: 'gita' },
    ],
    newHidden: [{ lid: lid('330000000000009'), handle: 'hidden', called: 'E' }],
    teams: [{ name: 'board', handles: ['budi'] }],
    files: [],
  },
  choice: {
    chosen: [{ live, file: 'altos' }],
    lives: [live],
    filed: [liveGroup({ settings: { ...settings, name: 'Old' }, people: [living(2), living(4)] })],
    skipped: { hasFile: 1, notAdmin: 2, notMatched: 0 },
    unread: [
      { id: '120363000000000009@g.us' as GroupId, name: '', reason: 'call +447700900003' },
      { id: '447700900077-1598765432@g.us' as GroupId, name: '' },
    ],
  },
  isDryRun: false,
  folder: 'groups',
  isListCut: false,
  changedByDefaults: [],
  lookups: { asked: 1, left: 2 },
  sheet: {
    people: [row(2, 2), row(5, 3), { ...row(5, 4), name: 'Q +447700900006' }],
    problems: [{ severity: 'error', code: 'x', summary: 'X', detail: 'not +447700900008' }],
  },
  people: byKey([{ ...singer(2), handle: 'budi' }]),
  accounts: new Set([account.key]),
};

test('what does not fit between a spreadsheet and the groups, with no number in full', () => {
  const view = toImportView(story, makeSafety(false));
  expect(view.sheet).toEqual({
    unlisted: [
      { label: '+44 •••• ••• 003', groups: [String.raw`Altos \u{202e}`] },
      { label: '+44 •••• ••• 004', groups: ['Old'] },
    ],
    groupless: [
      { label: 'P 5', place: 'x.csv:3' },
      { label: 'Q +•••••••••006', place: 'x.csv:4' },
    ],
    unreadable: [{ place: '', text: 'not +•••••••••008' }],
    twice: [
      [
        { label: 'P 5', place: 'x.csv:3' },
        { label: 'Q +•••••••••006', place: 'x.csv:4' },
      ],
    ],
  });
  expect(view).toMatchObject({
    groups: [{ file: 'altos.yaml', members: 2, admins: 1, isObserved: false, remarks: 1 }],
    named: 3,
    byNumber: 1,
    hidden: 1,
    contacts: 2,
    identified: ['gita'],
    teams: [{ name: 'board', handles: ['budi'] }],
    unread: [{ name: '120363000000000009@g.us', reason: 'call +•••••••••003' }, { name: '' }],
  });
  expect(JSON.stringify(view)).not.toMatch(/7700900|447700900077/);
});

test('numbers in full where somebody asked for them', () => {
  expect(toImportView(story, makeSafety(true)).sheet?.unlisted[0]?.label).toBe('+447700900003');
});
