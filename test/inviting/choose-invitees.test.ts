import { describe, expect, test } from 'vitest';
import type { LeftAlone } from '../../src/domain/plan/left-alone.ts';
import type { GroupPlan } from '../../src/domain/plan/plan.ts';
import { chooseInvitees, findStanding } from '../../src/inviting/choose-invitees.ts';
import { key, liveGroup, living, personChange } from '../support/choir.ts';
import { desiredGroup, groupPlan } from '../render/sample-plans.ts';

const left = (reason: LeftAlone['reason'], n: number, action: 'add' | 'promote' = 'add'): LeftAlone => ({
  reason,
  change: personChange(action, n),
});

function plan(parts: Partial<GroupPlan>): GroupPlan {
  const reading = { kind: 'read', group: liveGroup({ people: [living(9)] }) } as const;
  return groupPlan(desiredGroup('altos.yaml', 'Altos'), { reading, ...parts });
}

const standing = (n: number, parts: Partial<GroupPlan>) => findStanding(key(n), plan(parts));

test('without a name it is whoever is to come by the link', () => {
  const leftAlone = [
    left('by-invite', 2),
    left('declined', 3),
    left('left', 4),
    left('by-invite', 5, 'promote'),
  ];
  const found = chooseInvitees(plan({ leftAlone, changes: [personChange('add', 6)] }));
  expect(found.map(({ person }) => person.key)).toEqual([key(2), key(3)]);
  expect(found.every(({ change, doubt }) => change.action === 'add' && doubt === undefined)).toBe(true);
});

describe('whoever is named', () => {
  test('may be invited where the plan would add or invite them', () => {
    for (const parts of [{ changes: [personChange('add', 2)] }, { leftAlone: [left('by-invite', 2)] }]) {
      const found = standing(2, parts);
      expect(found).toMatchObject({ kind: 'missing', invitee: { person: { key: key(2) } } });
      expect(found).not.toHaveProperty('invitee.doubt');
    }
  });

  test.each([
    'left',
    'tried',
    'perhaps-hidden',
    'perhaps-typo',
    'not-on-whatsapp',
    'full',
    'observe',
  ] as const)('is in doubt where the plan leaves them alone: %s', (reason) => {
    expect(standing(2, { leftAlone: [left(reason, 2)] })).toMatchObject({
      kind: 'missing',
      invitee: { doubt: { reason } },
    });
  });

  test('is somewhere else', () => {
    expect(standing(9, {})).toEqual({ kind: 'there' });
    expect(standing(9, { changes: [personChange('remove', 9)] })).toEqual({ kind: 'there' });
    expect(standing(2, { changes: [personChange('promote', 2)] })).toEqual({ kind: 'not-listed' });
    expect(standing(2, {})).toEqual({ kind: 'not-listed' });
    const knocking = { ...personChange('add', 2), lane: 'knock' } as const;
    expect(standing(2, { changes: [knocking] })).toEqual({ kind: 'knocks' });
    const reading = { kind: 'unreadable', reason: 'failed', text: '' } as const;
    expect(standing(9, { reading })).toEqual({ kind: 'not-listed' });
  });
});
