import { expect, test } from 'vitest';
import {
  countAlike,
  toGroupHeading,
  toGroupRows,
  toRefusalRows,
} from '../../../src/render/terminal/group-rows.ts';
import type { LeftAlone } from '../../../src/domain/plan/left-alone.ts';
import type { RefusalView } from '../../../src/view/group-view.ts';
import { escapeTerminal } from '../../../src/safe/escape.ts';
import { toView } from '../../../src/view/to-view.ts';
import { english } from '../../../src/words/english/english.ts';
import {
  ana,
  budi,
  changesOf,
  citra,
  desiredGroup,
  groupPlan,
  inputOf,
  listed,
  person,
  planOf,
} from '../sample-plans.ts';

const altos = desiredGroup('choir/altos.yaml', 'Altos');
const { of } = changesOf(altos);
const unlisted = { kind: 'unlisted' } as const;

function rowsOf(parts: Parameters<typeof groupPlan>[1], desired = altos) {
  const [group] = toView(inputOf(planOf([groupPlan(desired, parts)]))).groups;
  return group ? toGroupRows(group, false, english) : [];
}

const text = escapeTerminal;

test('a group is called by its name, in quotes and cut, or by its file', () => {
  expect(toGroupHeading({ name: text('Al"tos'), file: text('a.yaml') })).toBe('"Al\\"tos"');
  expect(toGroupHeading({ name: text('x'.repeat(90)), file: text('a.yaml') }).length).toBeLessThan(44);
  expect(toGroupHeading({ name: text(''), file: text('all well.yaml') })).toBe('"all well.yaml"');
});

test('the heading comes first, then refusals, changes, what asks somebody, and what asks nobody', () => {
  const rows = rowsOf({
    changes: [of('remove', citra, unlisted)],
    refusals: [{ limit: 'removals', scope: 'group', count: 1, allowed: 0 }],
    leftAlone: [
      { reason: 'additive', change: of('remove', budi, unlisted) },
      { reason: 'left', change: of('add', ana, listed('ana')) },
    ],
    notices: [{ kind: 'allow-expired' }],
  });
  const signs = rows.flatMap((row) =>
    row.kind === 'columns' || row.kind === 'line' ? (row.sign ?? []) : [row.kind],
  );
  expect(signs).toEqual(['heading', 'refused', 'remove', 'needsHuman', 'needsHuman', 'leftAlone']);
});

const left = (count: number): LeftAlone[] =>
  Array.from({ length: count }, (_, index) => ({
    reason: 'owner',
    change: of('remove', person(100 + index, `p${index}`), unlisted),
  }));

test('what has one reason is a row each up to two, and from three on one row with the names', () => {
  const two = rowsOf({ leftAlone: left(2) }).filter(({ kind }) => kind === 'columns');
  expect(two).toHaveLength(2);
  const [row, names, ...rest] = rowsOf({ leftAlone: left(20) }).slice(1);
  expect(rest).toEqual([]);
  expect(row).toMatchObject({ kind: 'columns', label: '20 people', text: 'not removed' });
  expect(names).toMatchObject({ kind: 'line', text: expect.stringMatching(/^p0, .*p11 and 8 more$/) });
});

test('whom a file leaves alone on purpose is a number and no list', () => {
  const leftAlone = [1, 2, 3, 4].map((last): LeftAlone => ({
    reason: 'additive',
    change: of('remove', person(last + 300), unlisted),
  }));
  expect(rowsOf({ leftAlone }).slice(1)).toHaveLength(1);
});

test('what stands in the way of the whole group is told once for all that it keeps from happening', () => {
  const changes = [
    of('add', ana, listed('ana')),
    of('remove', citra, unlisted),
    of('add', budi, listed('budi')),
  ];
  const rows = rowsOf({ leftAlone: changes.map((change): LeftAlone => ({ reason: 'not-admin', change })) });
  expect(rows.filter(({ kind }) => kind === 'columns')).toMatchObject([
    { label: '3 changes', text: 'not made' },
  ]);
});

const item = (action: string) => ({ drift: { action } }) as never;

test('how many of one kind, in the words of what is not done', () => {
  expect(countAlike([item('add'), item('add')], english)).toEqual({
    label: '2 people',
    text: english.terminal.notDone.add(2),
  });
  expect(countAlike([item('set'), item('set')], english)).toEqual({
    label: '2 settings',
    text: english.terminal.notDone.set(2),
  });
  expect(countAlike([item('add'), item('set')], english)).toEqual({
    label: '2 changes',
    text: english.terminal.crowd.notMade,
  });
});

test('a group that could not be read says why; a refusal what to do, and the line that would help', () => {
  const reading = { kind: 'unreadable', reason: 'failed', text: 'status 500' } as const;
  expect(rowsOf({ reading })[1]).toMatchObject({
    kind: 'line',
    sign: 'failed',
    text: expect.stringContaining('status 500'),
  });
  const refusal = {
    limit: 'removals',
    scope: 'group',
    count: 6,
    allowed: 3,
    allow: { removals: 6 },
  } as RefusalView;
  expect(toRefusalRows(refusal, english).map((row) => row.kind === 'line' && row.depth)).toEqual([1, 2, 3]);
  const { allow: _, ...bare } = refusal;
  expect(toRefusalRows(bare, english)).toHaveLength(2);
  expect(toRefusalRows(bare, english, 'coming')[1]).not.toEqual(toRefusalRows(bare, english)[1]);
});
