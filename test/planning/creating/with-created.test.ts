import { expect, test } from 'vitest';
import type { GroupId } from '../../../src/domain/group.ts';
import type { Created } from '../../../src/domain/past.ts';
import { noPast } from '../../../src/domain/past.ts';
import { toUnmadeId } from '../../../src/domain/plan/creation.ts';
import { createIds } from '../../../src/planning/approval.ts';
import { findFiled, findFormer, withCreated } from '../../../src/planning/creating/with-created.ts';
import { account, altos, desiredGroup, listed, organisation, personChange } from '../../support/choir.ts';

const made = '120363000000000077@g.us' as GroupId;
const { id: _, ...fresh } = desiredGroup({ file: 'book-club.yaml', people: [listed(2)] });

/** A memory in which a group was made for the file. */
function pastOf(more: Partial<Created> = {}) {
  const one = { group: made, at: 0, isFiled: false, ...more };
  const get = (file: string) => (file === 'book-club.yaml' ? one : undefined);
  return { created: { ...noPast.created, get, has: (file: string) => get(file) !== undefined, all: [one] } };
}

test('a file has the id of the group that was made for it', () => {
  const before = organisation([fresh, desiredGroup()]);
  expect(withCreated(before, pastOf()).groups.map(({ id }) => id)).toEqual([made, altos]);
});

test('once the id has been in the file, a file without it means another group', () => {
  expect(withCreated(organisation([fresh]), pastOf({ isFiled: true })).groups[0]?.id).toBeUndefined();
});

test('another file that was made for nothing stays without', () => {
  const before = organisation([{ ...fresh, file: 'other.yaml' }]);
  expect(withCreated(before, pastOf()).groups[0]?.id).toBeUndefined();
});

const add = (group: GroupId) => personChange('add', 2, { group, why: { kind: 'listed', via: [] } });

test('ids stay what they were when they were approved, for the very file alone', () => {
  const key = { secret: new Uint8Array(32), account: account.phone };
  const before = createIds(key)(add(toUnmadeId('book-club.yaml')));
  const groups = [{ ...fresh, id: made }];
  expect(createIds(key, findFormer(groups, pastOf()))(add(made))).toBe(before);
  expect(createIds(key, findFormer(groups, pastOf({ isFiled: true })))(add(made))).toBe(before);
  const moved = [{ ...fresh, file: 'moved.yaml', id: made }];
  expect(createIds(key, findFormer(moved, pastOf()))(add(made))).not.toBe(before);
});

test('an id is seen in its file once', () => {
  const groups = [{ ...fresh, id: made }, desiredGroup()];
  expect(findFiled(groups, pastOf())).toEqual(['book-club.yaml']);
  expect(findFiled(groups, pastOf({ isFiled: true }))).toEqual([]);
  expect(findFiled([fresh], pastOf())).toEqual([]);
});
