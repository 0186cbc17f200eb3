import { expect, test } from 'vitest';
import type { GroupId } from '../../../src/domain/group.ts';
import { isGroupId } from '../../../src/domain/group.ts';
import { isUnmadeId, toUnmadeId } from '../../../src/domain/plan/creation.ts';

test('what stands for a group that is not there is the id of none', () => {
  const id = toUnmadeId('120363000000000001@g.us');
  expect([isUnmadeId(id), isGroupId(id)]).toEqual([true, false]);
  expect(isUnmadeId('120363000000000001@g.us' as GroupId)).toBe(false);
});
