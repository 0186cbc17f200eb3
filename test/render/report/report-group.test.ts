import { expect, test } from 'vitest';
import { countChanges, toRefusal, toReportGroup, toWeight } from '../../../src/render/report/report-group.ts';
import type { Change } from '../../../src/domain/plan/change.ts';
import type { Outcome } from '../../../src/domain/plan/outcome.ts';
import { toView } from '../../../src/view/to-view.ts';
import type { GroupView, RefusalView } from '../../../src/view/group-view.ts';
import { verdicts } from '../../support/verdicts.ts';
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
import { plainVoice } from './plain-voice.ts';

const altos = desiredGroup('altos.yaml', 'Altos');
const { of, set } = changesOf(altos);
const unlisted = { kind: 'unlisted' } as const;
const [add, removal] = [of('add', ana, listed('ana')), of('remove', citra, unlisted)];

function groupOf(changes: readonly Change[], outcomes?: readonly Outcome[]): GroupView {
  const group = groupPlan(altos, { changes });
  const outcome = outcomes && {
    groups: [{ group: altos.id, file: altos.file, outcomes, reading: group.reading }],
    paceSpent: false,
    interrupted: false,
  };
  const [view] = toView(inputOf(planOf([group]), outcome ? { outcome } : {})).groups;
  if (!view) throw new Error('no group');
  return view;
}

test.each([
  ['a removal', [add, removal], 'high'],
  ['a promotion', [of('promote', budi, listed('budi'))], 'high'],
  ['a demotion', [of('demote', budi, unlisted)], 'medium'],
  ['joins', [add], 'low'],
  ['settings', [set('announce', false, true)], 'low'],
] as const)('the risk of %s', (_, changes, risk) => {
  expect(toReportGroup(groupOf(changes), false, plainVoice).risk).toBe(risk);
});

test('groups weigh by power, then roles, then joins, whatever their number', () => {
  const joins = Array.from({ length: 300 }, (_, index) => of('add', person(100 + index), listed('x')));
  const all = [[removal], [of('demote', budi, unlisted)], joins, [set('announce', false, true)]].map(
    (changes) => toWeight(groupOf(changes)),
  );
  expect(all.toSorted((one, other) => other - one)).toEqual(all);
  expect(new Set(all).size).toBe(all.length);
});

test('after a run it is done, or there is trouble; and what is to be looked at stands first', () => {
  const done = { change: add, result: 'verified' } as const;
  const failed = { change: removal, ...verdicts.failed } as Outcome;
  expect(toReportGroup(groupOf([add], [done]), true, plainVoice).risk).toBe('done');
  const mixed = toReportGroup(groupOf([add, removal], [done, failed]), true, plainVoice);
  expect(mixed.risk).toBe('trouble');
  expect(mixed.blocks.map(({ result }) => result)).toEqual(['failed', 'verified']);
  expect(mixed.rows.map(({ result }) => result)).toEqual(['failed', 'verified']);
  // Nobody approved it.
  expect(toReportGroup(groupOf([add], []), true, plainVoice).blocks[0]?.result).toBe('not-approved');
});

test('people to whom the same happens for the same reason are one row, the riskiest first; settings one each', () => {
  const changes = [
    of('add', ana, listed('team:x'), { span: undefined } as never),
    of('add', budi, listed('team:x'), { span: undefined } as never),
    set('announce', false, true),
    set('locked', false, true),
    removal,
  ];
  const { rows, counts, size } = toReportGroup(groupOf(changes), false, plainVoice);
  expect(rows.map(({ action }) => action)).toEqual(['remove', 'add', 'set', 'set']);
  expect(rows[1]?.happens).toBe('*Ana Pereira* and *budi* are added.');
  expect(counts).toBe('1 removal, 2 additions, 2 other changes');
  expect(size).toBe(5);
});

test('changes in numbers, the riskiest first', () => {
  const of5 = (['set', 'add', 'demote', 'promote', 'remove'] as const).map((action) => ({ action }));
  expect(countChanges(of5, plainVoice).match(/removal|admin|setting|addition/g)?.[0]).toBe('removal');
  expect(countChanges([], plainVoice)).toBe('');
});

test('a refusal says what to do: in the group, in the policy, or about dates', () => {
  const base = { limit: 'removals', count: 9, allowed: 5 } as const;
  const advice = [
    toRefusal({ ...base, scope: 'group' } as RefusalView, plainVoice),
    toRefusal({ ...base, scope: 'run' } as RefusalView, plainVoice),
    toRefusal({ ...base, scope: 'group' } as RefusalView, plainVoice, 'coming'),
  ];
  expect(new Set(advice).size).toBe(3);
  expect(advice[1]).toContain('limits.removals.run');
});

test('a topic is compared line by line, with the numbers of the file in a page alone', () => {
  const group = groupOf([set('topic', 'call +44 7700 900002', 'call +44 7700 900003')]);
  const told = (showsTopics: boolean) =>
    JSON.stringify(toReportGroup(group, false, { ...plainVoice, showsTopics }).topic);
  expect(told(true)).not.toBe(told(false));
  expect(told(false)).not.toContain('900');
});
