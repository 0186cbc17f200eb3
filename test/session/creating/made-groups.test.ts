import { expect, test } from 'vitest';
import { findUnfiled } from '../../../src/session/creating/made-groups.ts';
import { planGroups } from '../../../src/planning/plan-groups.ts';
import { altos, desiredGroup, liveGroup, organisation, planInput } from '../../support/choir.ts';

test('a group whose id only the memory knows waits for its file to say so', () => {
  const known = desiredGroup({ settings: { name: 'Altos' } });
  const { id: _, ...file } = known;
  const plan = planGroups(planInput([[known, liveGroup()]]));
  expect(findUnfiled(organisation([file]), { plan })).toMatchObject([
    { making: { group: 'new altos.yaml', name: 'Altos' }, found: altos },
  ]);
  expect(findUnfiled(organisation([known]), { plan })).toEqual([]);
});
