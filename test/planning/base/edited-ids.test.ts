import { creationOf } from '../../support/creation.ts';
import { describe, expect, test } from 'vitest';
import type { DesiredGroup, GroupId } from '../../../src/domain/group.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { findEditedIds, refuseEditedIds } from '../../../src/planning/base/edited-ids.ts';
import { planGroups } from '../../../src/planning/plan-groups.ts';
import { toGuard } from '../../../src/planning/plan-input.ts';
import {
  altos,
  byKey,
  desiredGroup,
  listed,
  liveGroup,
  living,
  noLimits,
  organisation,
  planInput,
  singer,
  span,
} from '../../support/choir.ts';

const basses = '120363000000000002@g.us' as GroupId;
const tenors = '120363000000000003@g.us' as GroupId;
const board = '120363000000000009@g.us' as GroupId;

/** A file: where it lies, which group it is for, whom it lists. */
type File = readonly [file: string, id: GroupId | undefined, people?: readonly number[], name?: string];

function toGroup([file, id, people = [], name]: File): DesiredGroup {
  return {
    file,
    span,
    ...(id && { id }),
    account: 'main',
    settings: name === undefined ? {} : { name },
    settingSpans: {},
    manage: { members: 'exact', admins: 'exact', settings: 'exact' },
    newMembers: 'add',
    lists: { members: true, admins: true },
    people: byKey(people.map((n) => listed(n))),
    knownLids: new Set(),
  };
}

const find = (head: readonly File[], base: readonly File[]) =>
  [...findEditedIds(organisation(head.map(toGroup)), organisation(base.map(toGroup)))].toSorted();

const a = [2, 3, 4, 5];
const b = [6, 7, 8, 9];
const c = [10, 11, 12];
const choir: readonly File[] = [
  ['a.yaml', altos, a],
  ['b.yaml', basses, b],
  ['c.yaml', tenors, c],
];
const [fileA, fileB, fileC] = choir as [File, File, File];

describe('an id that comes into a file that had another one is refused', () => {
  test.each<[how: string, head: readonly File[], edited: readonly [string, string][]]>([
    ['edited', [['a.yaml', board, a], fileB, fileC], [['a.yaml', 'a.yaml']]],
    ['edited, the list as well', [['a.yaml', board, c], fileB, fileC], [['a.yaml', 'a.yaml']]],
    [
      'edited, with a stub of the old id beside it',
      [['a.yaml', board, a], ['old/a.yaml', altos], fileB, fileC],
      [['a.yaml', 'a.yaml']],
    ],
    [
      'edited, with a stub that lists a few',
      [['a.yaml', board, a], ['old/a.yaml', altos, [2]], fileB, fileC],
      [['a.yaml', 'a.yaml']],
    ],
    [
      'edited, with a whole copy under the old id',
      [['a.yaml', board, a], ['old/a.yaml', altos, a], fileB, fileC],
      [['a.yaml', 'a.yaml']],
    ],
    ['edited, and its file renamed', [['x/z.yaml', board, a], fileB, fileC], [['x/z.yaml', 'a.yaml']]],
    [
      'edited, its file renamed and somebody changed',
      [['z.yaml', board, [2, 3, 4, 30]], fileB, fileC],
      [['z.yaml', 'a.yaml']],
    ],
    [
      'edited, its file renamed, with a stub',
      [['z.yaml', board, a], ['a.yaml', altos, [30, 31]], fileB, fileC],
      [['z.yaml', 'a.yaml']],
    ],
    ['edited, the case of its path too', [['A.yaml', board, a], fileB, fileC], [['A.yaml', 'a.yaml']]],
    ['edited, the ending of its path too', [['a.yml', board, a], fileB, fileC], [['a.yml', 'a.yaml']]],
    [
      'swapped',
      [['a.yaml', basses, a], ['b.yaml', altos, b], fileC],
      [
        ['a.yaml', 'a.yaml'],
        ['b.yaml', 'b.yaml'],
      ],
    ],
    [
      'swapped, and both files moved',
      [['x/a.yaml', basses, a], ['x/b.yaml', altos, b], fileC],
      [
        ['x/a.yaml', 'a.yaml'],
        ['x/b.yaml', 'b.yaml'],
      ],
    ],
    [
      'passed on in a circle of three',
      [
        ['a.yaml', basses, a],
        ['b.yaml', tenors, b],
        ['c.yaml', altos, c],
      ],
      [
        ['a.yaml', 'a.yaml'],
        ['b.yaml', 'b.yaml'],
        ['c.yaml', 'c.yaml'],
      ],
    ],
    ['taken from a file that is deleted', [['a.yaml', basses, a], fileC], [['a.yaml', 'a.yaml']]],
    [
      'taken to a place of its own, with a list that lost its group',
      [['z.yaml', basses, a], fileC],
      [['z.yaml', 'a.yaml']],
    ],
    ['taken out', [['a.yaml', undefined, a], fileB, fileC], [['a.yaml', 'a.yaml']]],
  ])('%s', (_how, head, edited) => {
    expect(find(head, choir)).toEqual(edited);
  });

  test('another group’s id in a file that waited for its first one', () => {
    const base: readonly File[] = [...choir, ['new.yaml', undefined, [20, 21]]];
    expect(find([fileA, ['new.yaml', basses, [20, 21]], fileC], base)).toEqual([['new.yaml', 'new.yaml']]);
  });

  test('also where nobody is listed: a file is told by its name then', () => {
    const base: readonly File[] = [['a.yaml', altos, [], 'Altos']];
    expect(find([['z.yaml', board, [], 'Altos']], base)).toEqual([['z.yaml', 'a.yaml']]);
    expect(find([['z.yaml', board, [], 'Board']], base)).toEqual([]);
  });

  test('whose numbers were changed with it', () => {
    const before = a.map((n) => listed(n, { ...singer(n), handle: `singer-${n}` }));
    const after = a.map((n) => listed(n + 40, { ...singer(n + 40), handle: `singer-${n}` }));
    const group = (file: string, id: GroupId, people: typeof before) =>
      organisation([{ ...toGroup([file, id]), people: byKey(people) }]);
    const edited = findEditedIds(group('z.yaml', board, after), group('a.yaml', altos, before));
    expect([...edited]).toEqual([['z.yaml', 'a.yaml']]);
  });
});

describe('files may come, go and move', () => {
  test.each<[how: string, head: readonly File[]]>([
    ['as they were', choir],
    ['moved, renamed and changed', [['x/z.yaml', altos, [2, 3, 30]], fileB, fileC]],
    [
      'moved, each into the next one’s place',
      [
        ['b.yaml', altos, a],
        ['c.yaml', basses, b],
        ['d.yaml', tenors, c],
      ],
    ],
    ['changed places with their ids', [['a.yaml', basses, b], ['b.yaml', altos, a], fileC]],
    ['deleted', [fileA, fileB]],
    ['another group deleted, its people joined in', [['a.yaml', altos, [...a, ...b]], fileC]],
    ['a list that becomes a deleted one’s', [['a.yaml', altos, b], fileC]],
    ['new', [...choir, ['n.yaml', board, [20, 21]]]],
    ['new, with the people of one that stays', [...choir, ['n.yaml', board, a]]],
    ['new, everybody in it, one of them deleted', [['n.yaml', board, [...a, ...b, ...c]], fileB, fileC]],
    ['not there yet', [...choir, ['n.yaml', undefined, a]]],
    [
      'not there yet, in the place of one that moved',
      [['x.yaml', altos, a], ['a.yaml', undefined, c], fileB, fileC],
    ],
  ])('%s', (_how, head) => {
    expect(find(head, choir)).toEqual([]);
  });

  test('a first id makes a group that is new here', () => {
    expect(find([['a.yaml', altos, a]], [['a.yaml', undefined, a]])).toEqual([]);
    expect(find([['z.yaml', altos, a]], [['a.yaml', undefined, a]])).toEqual([]);
  });
});

function planOf(group: DesiredGroup): Plan {
  const desired = group as DesiredGroup & { id: GroupId };
  const reading = { kind: 'unreadable', reason: 'failed', text: '' } as const;
  const planned = {
    desired,
    reading,
    changes: [],
    leftAlone: [],
    refusals: [],
    scheduled: [],
    notices: [],
  };
  return {
    account: 'main',
    groups: group.id ? [planned] : [],
    toCreate: group.id ? [] : [creationOf(group)],
    elsewhere: 0,
    refusals: [],
  };
}

const guard = toGuard(planInput([]));

/** A group of the file that loses these people. */
const lose = (file: string, id: GroupId, ...gone: number[]) =>
  [
    { ...desiredGroup({ people: [listed(2)] }), file, id },
    { ...liveGroup({ people: [living(2), ...gone.map((n) => living(n))] }), id },
  ] as const;

describe('the refusal', () => {
  test('takes its group out of what the run is judged by: what is not done does not count', () => {
    const limits = { ...noLimits, removals: { ...noLimits.removals, run: 3 } };
    const input = planInput([lose('a.yaml', altos, 3, 4), lose('b.yaml', basses, 5, 6)], {}, { limits });
    const plan = planGroups(input);
    expect(plan.refusals).toMatchObject([{ limit: 'removals', scope: 'run' }]);
    expect(refuseEditedIds(plan, new Set(['a.yaml']), toGuard(input)).refusals).toEqual([]);
  });

  test('stands in the way of its whole group', () => {
    const refused = refuseEditedIds(planOf(toGroup(fileA)), new Set(['a.yaml']), guard);
    expect(refused.groups[0]?.refusals).toEqual([
      { limit: 'id-edited', scope: 'group', file: 'a.yaml', count: 1, allowed: 0 },
    ]);
  });

  test('of a group without an id there is nothing to refuse but the run', () => {
    const refused = refuseEditedIds(planOf(toGroup(['a.yaml', undefined])), new Set(['a.yaml']), guard);
    expect(refused.refusals).toMatchObject([{ limit: 'id-edited', scope: 'run', file: 'a.yaml' }]);
  });
});
