import { expect, test } from 'vitest';
import { toActionText, toChangeRows } from '../../../src/render/terminal/change-rows.ts';
import type { Columns } from '../../../src/render/terminal/rows.ts';
import { toIdentity } from '../../../src/domain/plan/change-identity.ts';
import type { Change } from '../../../src/domain/plan/change.ts';
import { toView } from '../../../src/view/to-view.ts';
import type { ViewInput } from '../../../src/view/to-view.ts';
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
const { of, set } = changesOf(altos);
const unlisted = { kind: 'unlisted' } as const;

function rowsOf(changes: readonly Change[], extra: Partial<ViewInput> = {}, report = false) {
  const [group] = toView(inputOf(planOf([groupPlan(altos, { changes })]), extra)).groups;
  return group ? toChangeRows(group, report, english) : [];
}
const columns = (rows: ReturnType<typeof rowsOf>) =>
  rows.filter((row): row is Columns => row.kind === 'columns');

test('what gives or takes power comes first', () => {
  const changes = [
    set('announce', false, true),
    of('add', ana, listed('ana')),
    of('demote', budi, unlisted),
    of('remove', citra, unlisted),
    of('promote', person(9, 'eko'), listed('eko')),
  ];
  expect(columns(rowsOf(changes)).map(({ sign }) => sign)).toEqual([
    'promote',
    'remove',
    'demote',
    'add',
    'set',
  ]);
});

test('this pull request’s own before what others caused', () => {
  const [own, other] = [of('add', ana, listed('ana')), of('remove', citra, unlisted)];
  const since = {
    base: 'main',
    origins: new Map([
      [toIdentity(own), 'pull-request'],
      [toIdentity(other), 'phone'],
    ] as const),
    stopped: [],
    arrived: [],
    relaxed: [],
    loosened: [],
    unread: [],
    numbers: [],
    known: new Set<string>(),
  };
  const rows = columns(rowsOf([other, own], { since }));
  expect(rows.map(({ sign }) => sign)).toEqual(['add', 'remove']);
  expect(rows[1]?.note).toContain(english.reasons.origins.phone.terminal);
});

test('many who join for one reason are one row with all their names; removals never fold', () => {
  const crowd = Array.from({ length: 40 }, (_, index) => person(100 + index, `singer-${index}`));
  const joins = rowsOf(crowd.map((who) => of('add', who, listed('team:all'))));
  expect(columns(joins)).toHaveLength(1);
  expect(columns(joins)[0]?.label).toBe('40 people');
  for (const { handle = '' } of crowd) expect(JSON.stringify(joins)).toContain(handle);
  expect(columns(rowsOf(crowd.map((who) => of('remove', who, unlisted))))).toHaveLength(40);
  const [first, ...rest] = crowd;
  const apart = [
    of('add', first ?? ana, listed('team:other')),
    ...rest.map((who) => of('add', who, listed('team:all'))),
  ];
  expect(columns(rowsOf(apart))).toHaveLength(2);
});

test('the reason, the line, and what it waits for; of another file its name', () => {
  const changes = [
    of('add', ana, listed('team:altos')),
    of('promote', ana, listed('ana'), {
      needs: [{ action: 'add', person: ana.key }],
      span: { file: 'groups/_defaults.yaml', line: 3, column: 1, endLine: 3, endColumn: 2 },
    }),
  ];
  const [promote, add] = columns(rowsOf(changes));
  expect(promote?.note).toMatch(/_defaults\.yaml:3, once "Ana Pereira" has joined$/);
  expect(add?.note).toMatch(/^team:altos, line \d+$/);
});

test('a changed text shows its lines behind a rule, a name both values in quotes, a switch its words', () => {
  const rows = rowsOf([
    set('topic', 'a\nb', 'a\nc'),
    set('name', 'Old"', 'Altos'),
    set('announce', false, true),
  ]);
  expect(rows.flatMap((row) => (row.kind === 'line' ? [`${row.sign} ${row.mark} ${row.text}`] : []))).toEqual(
    ['rule   a', 'rule - b', 'rule + c'],
  );
  expect(columns(rows).map(({ text }) => text)).toEqual(['', '"Old\\"" → "Altos"', 'off → on']);
});

test('after a run each has what became of it; what nobody approved says so', () => {
  const change = of('add', ana, listed('ana'));
  const group = groupPlan(altos, { changes: [change, of('add', budi, listed('budi'))] });
  const done = {
    group: altos.id,
    file: altos.file,
    outcomes: [{ change, result: 'verified' }],
    reading: group.reading,
  } as const;
  const outcome = { groups: [done], paceSpent: false, interrupted: false };
  const [view] = toView(inputOf(planOf([group]), { outcome })).groups;
  const rows = view ? columns(toChangeRows(view, true, english)) : [];
  expect(rows.map(({ result }) => result?.word)).toEqual([
    english.terminal.results.verified,
    english.terminal.notApproved,
  ]);
});

test('an admin who leaves is called one', () => {
  expect(toActionText({ action: 'remove', before: 'admin' }, english)).toBe(english.terminal.adminLeaves);
  expect(toActionText({ action: 'remove', before: 'member' }, english)).toBe('leaves');
  expect(toActionText({ action: 'demote', before: 'admin' }, english)).not.toBe(english.terminal.adminLeaves);
});
