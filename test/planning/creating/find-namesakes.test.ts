import { describe, expect, it, test } from 'vitest';
import type { GroupId } from '../../../src/domain/group.ts';
import type { OwnGroup } from '../../../src/domain/plan/own-groups.ts';
import { clockTolerance } from '../../../src/domain/patience.ts';
import { findMade, findNamesakes } from '../../../src/planning/creating/find-namesakes.ts';
import { account, byKey, hidden, listed, liveGroup, living, noon, settings } from '../../support/choir.ts';

const one = '120363000000000011@g.us' as GroupId;
const other = '120363000000000012@g.us' as GroupId;
const accounts = new Set([account.key]);
const desired = { people: byKey([listed(2), listed(3)]) };

function own(
  id: GroupId,
  more: Partial<OwnGroup['live']> = {},
  createdAt: number | undefined = noon,
): OwnGroup {
  const live = { ...liveGroup({ id, people: [living(2)] }), ...more };
  return { live, ...(createdAt !== undefined && { createdAt }) };
}

test('namesakes have the name', () => {
  const groups = [own(one), own(other, { settings: { ...settings, name: 'Basses' } })];
  const found = findNamesakes({ groups }, (name) => name === 'Altos');
  expect(found.map(({ live }) => live.id)).toEqual([one]);
});

const asked = {
  at: noon,
  isNamed: (name: string) => name === 'Altos',
  isOther: (name: string) => name === 'Tenors',
};
const find = (...groups: OwnGroup[]) => findMade({ groups }, asked, desired, accounts);
const called = (name: string) => ({ settings: { ...settings, name } });

describe('which group a request made of which nobody heard', () => {
  it('is none where there is none', () => {
    expect(find()).toEqual({ kind: 'none' });
  });

  it('is the one that came about since, of the file’s people alone', () => {
    expect(find(own(one))).toEqual({ kind: 'one', group: one });
    expect(find(own(one, {}, noon - clockTolerance))).toEqual({ kind: 'one', group: one });
  });

  it.each([
    ['older', own(one, {}, noon - clockTolerance - 1)],
    ['of no known age', { live: own(one).live }],
    ['with a stranger in it', own(one, { people: byKey([living(account), living(2), living(9)]) })],
    ['with somebody who hides their number', own(one, { unidentified: [hidden('330631678702157')] })],
  ])('is a doubt where it is %s', (_, group) => {
    expect(find(group)).toEqual({ kind: 'several', groups: [one] });
  });

  it('is a doubt where one came about since that has another name', () => {
    expect(find(own(one, called('Altos ')))).toEqual({ kind: 'several', groups: [one] });
    const unseen = {
      ...called('Alt'),
      people: byKey([living(account)]),
      unidentified: [hidden('330631678702157')],
    };
    expect(find(own(other, unseen))).toEqual({ kind: 'several', groups: [other] });
  });

  it.each([
    ['is older', own(one, called('Altos '), 1)],
    ['has somebody else in it', own(one, { ...called('Altos '), people: byKey([living(9)]) })],
    ['has the name of another request', own(one, called('Tenors'))],
  ])('is none where the one of another name %s', (_, group) => {
    expect(find(group)).toEqual({ kind: 'none' });
  });

  it('is a doubt where there is another one', () => {
    expect(find(own(other), own(one))).toEqual({ kind: 'several', groups: [one, other] });
  });
});
