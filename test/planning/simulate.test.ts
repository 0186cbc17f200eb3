import { expect, test } from 'vitest';
import type { Change, PhotoChange, SettingChange } from '../../src/domain/plan/change.ts';
import type { DesiredPhoto, FilePicture } from '../../src/domain/picture.ts';
import { simulate } from '../../src/planning/simulate.ts';
import { admin, altos, hidden, lid, liveGroup, living, personChange } from '../support/choir.ts';

const before = liveGroup({
  people: [admin(2, { isOwner: true }), living(3, { lid: lid('33333') })],
  unidentified: [hidden('11111')],
});

/** "2 admin, 3 member": those who are there besides the account. */
function roster(changes: readonly Change[]): string {
  const people = [...simulate(before, changes).people.values()].filter(({ phone }) => !phone.endsWith('001'));
  return people.map(({ phone, role }) => `${Number(phone.slice(-3))} ${role}`).join(', ');
}

test.each<[string, Change[], string]>([
  ['nothing', [], '2 admin, 3 member'],
  ['an add: a member', [personChange('add', 4)], '2 admin, 3 member, 4 member'],
  ['an add of somebody who is there: as they were', [personChange('add', 2)], '2 admin, 3 member'],
  ['a promotion', [personChange('promote', 3)], '2 admin, 3 admin'],
  [
    'a promotion of somebody who is not there: nobody joins by it',
    [personChange('promote', 4)],
    '2 admin, 3 member',
  ],
  [
    'an add and its promotion',
    [personChange('add', 4), personChange('promote', 4)],
    '2 admin, 3 member, 4 admin',
  ],
  ['a demotion', [personChange('demote', 2)], '2 member, 3 member'],
  ['a removal', [personChange('remove', 2)], '3 member'],
  ['a removal of somebody who is not there', [personChange('remove', 4)], '2 admin, 3 member'],
])('%s', (_, changes, expected) => {
  expect(roster(changes)).toBe(expected);
});

test('whoever gets another role keeps what they are besides', () => {
  const after = simulate(before, [personChange('promote', 3), personChange('demote', 2)]);
  const people = [...after.people.values()];
  expect(people).toContainEqual(admin(3, { lid: lid('33333') }));
  expect(people).toContainEqual(living(2, { isOwner: true }));
});

test('a setting changes itself alone, the photo gets an id of its own, and the group before stays as it was', () => {
  const copy = structuredClone(before);
  const about = { group: altos, why: { kind: 'differs' } } as const;
  const topic: SettingChange = { ...about, action: 'set', setting: 'topic', before: '', after: 'x' };
  expect(simulate(before, [topic])).toEqual({ ...before, settings: { ...before.settings, topic: 'x' } });
  const picture = { sha256: 'aa' } as FilePicture;
  const setPhoto = (after: DesiredPhoto): PhotoChange => ({
    ...about,
    action: 'set',
    setting: 'photo',
    before: { kind: 'none' },
    after,
  });
  const set = simulate(before, [setPhoto({ kind: 'file', path: 'a.jpg', picture })]);
  expect(set.photo).toMatchObject({ kind: 'picture', picture });
  expect(simulate(set, [setPhoto({ kind: 'none' })]).photo).toEqual({ kind: 'none' });
  expect(before).toEqual(copy);
});
