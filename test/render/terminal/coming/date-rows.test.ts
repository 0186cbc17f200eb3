import { expect, test } from 'vitest';
import {
  toApprovedRows,
  toScheduledRows,
  toWaitingRows,
} from '../../../../src/render/terminal/coming/date-rows.ts';
import type { GroupView, RefusalView, ScheduledView } from '../../../../src/view/group-view.ts';
import type { View } from '../../../../src/view/view.ts';
import { escapeTerminal } from '../../../../src/safe/escape.ts';
import { english } from '../../../../src/words/english/english.ts';

const text = escapeTerminal;
const coming = (extra: Partial<ScheduledView>): ScheduledView => ({
  id: 'a',
  on: '2027-01-01',
  action: 'remove',
  label: text('ana'),
  who: 1,
  before: 'member',
  refused: false,
  isApproved: false,
  ...extra,
});
const group = (name: string, ...scheduled: ScheduledView[]) =>
  ({ name: text(name), file: text('a.yaml'), scheduled }) as unknown as GroupView;

const notes = (rows: ReturnType<typeof toScheduledRows>) =>
  rows.flatMap((row) => (row.kind === 'columns' ? [row.note] : []));

test('the next one comes first, whichever group it is in, and what was approved stands by itself', () => {
  const groups = [
    group('Altos', coming({ on: '2027-03-01' }), coming({ on: '2027-02-01', isApproved: true })),
    group('Board', coming({ on: '2027-01-01', label: text('budi') })),
  ];
  expect(notes(toScheduledRows(groups, english))).toEqual([
    'on 2027-01-01, "Board"',
    'on 2027-03-01, "Altos"',
  ]);
  expect(notes(toApprovedRows(groups, english))).toEqual(['on 2027-02-01, "Altos"']);
  expect(toApprovedRows([group('Altos', coming({}))], english)).toEqual([]);
});

test('all of them are shown, since a plan file approves them all', () => {
  const many = Array.from({ length: 90 }, (_, index) => coming({ label: text(`p${index}`) }));
  expect(toScheduledRows([group('Altos', ...many)], english)).toHaveLength(91);
});

test('what a limit objects to says so, and the limit is told once for all', () => {
  const refusal = { limit: 'removals', scope: 'group', count: 9, allowed: 5 } as RefusalView;
  const rows = toScheduledRows(
    [group('Altos', coming({ refused: true, refusal }), coming({ refused: true, refusal }))],
    english,
  );
  expect(rows.filter((row) => row.kind === 'columns')).toMatchObject([
    { sign: 'refused', tone: 'bad', note: expect.stringContaining(english.terminal.coming.limit) },
    { sign: 'refused' },
  ]);
  expect(rows.filter((row) => row.kind === 'line' && row.sign === 'refused')).toHaveLength(1);
});

test('what stands in the way today is told, and what was in the files before', () => {
  const [, row] = toScheduledRows([group('Altos', coming({ obstacle: 'owner', origin: 'date' }))], english);
  expect(row).toMatchObject({ sign: 'remove', note: expect.stringContaining('at the moment: ') });
  expect(row).toMatchObject({ note: expect.stringContaining(english.terminal.coming.before) });
});

test('what was approved and waits is shown, all of it: nobody may take it for done', () => {
  const waiting = Array.from({ length: 30 }, () => ({
    id: 'a',
    file: text('a.yaml'),
    name: text('Altos'),
    label: text('ana'),
    action: 'add',
    reason: 'not-admin',
  }));
  const rows = toWaitingRows({ run: { waiting } } as unknown as View, english);
  expect(rows).toHaveLength(31);
  expect(rows[1]).toMatchObject({
    sign: 'needsHuman',
    label: 'ana',
    text: english.terminal.notDone.add(1),
    note: expect.stringMatching(/^"Altos": /),
  });
  expect(toWaitingRows({} as View, english)).toEqual([]);
});
