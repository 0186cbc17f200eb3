import { expect, test } from 'vitest';
import type { Change, PersonChange, PhotoChange, SettingChange } from '../../../src/domain/plan/change.ts';
import { toIdentity } from '../../../src/domain/plan/change-identity.ts';
import type { GroupId } from '../../../src/domain/group.ts';
import type { DesiredPhoto, FilePicture } from '../../../src/domain/picture.ts';
import { altos, phone, personChange, singer, span, today, tomorrow } from '../../support/choir.ts';

const other = '120363000000000002@g.us' as GroupId;
const listed = { kind: 'listed', via: ['+447700900002'] } as const;
const ended = (until: string) => ({ kind: 'ended', until, via: [] }) as const;
const topic: Extract<SettingChange, { setting: 'topic' }> = {
  action: 'set',
  setting: 'topic',
  group: altos,
  why: { kind: 'differs' },
  before: 'a',
  after: 'b',
};
const picture = (sha256: string, path = 'a.jpg'): DesiredPhoto => ({
  kind: 'file',
  path,
  picture: { sha256 } as FilePicture,
});
const photo: PhotoChange = {
  action: 'set',
  setting: 'photo',
  group: altos,
  why: { kind: 'differs' },
  before: { kind: 'picture', id: '17' },
  after: picture('aa'),
};
const none = { kind: 'none' } as const;
const add = personChange('add', 2, { why: listed });
const removal = personChange('remove', 2, { before: 'member' });

test.each<[string, Change, Change]>([
  ['why somebody is added', add, { ...add, why: { kind: 'listed', via: ['team:altos'] } }],
  ['where a file says it', add, { ...add, span }],
  ['what it waits for', removal, { ...removal, needs: [{ action: 'add', person: singer(3).key }] }],
  [
    'how a number is spelt',
    { ...add, person: { ...singer(2), phone: phone('5520987654321') } },
    { ...add, person: { ...singer(2), phone: phone('552087654321') } },
  ],
  ['what somebody is called', add, { ...add, person: { ...singer(2), handle: 'ana', name: 'Ana' } }],
  ['where a picture lies', photo, { ...photo, after: picture('aa', 'b.jpg') }],
  ['how far two pictures are apart', photo, { ...photo, distance: 0.5 }],
  ['how a demoted admin is in', personChange('demote', 2, { before: 'admin' }), personChange('demote', 2)],
])('one approval holds for both, whatever %s', (_, one, two) => {
  expect(toIdentity(one)).toBe(toIdentity(two));
});

const readd = (day: string): PersonChange => ({ ...add, why: { kind: 'readd', readd: day, via: [] } });

test('one approval holds for one thing', () => {
  const all: readonly Change[] = [
    add,
    { ...add, group: other },
    personChange('add', 3, { why: listed }),
    readd(today),
    readd(tomorrow),
    personChange('promote', 2),
    personChange('demote', 2, { before: 'admin' }),
    { ...personChange('demote', 2, { before: 'admin' }), why: ended(today) },
    removal,
    // The role goes with it.
    { ...removal, before: 'admin' },
    { ...removal, why: ended(today) },
    { ...removal, why: ended(tomorrow) },
    topic,
    { ...topic, after: 'c' },
    // From another beginning it is another change.
    { ...topic, before: 'c' },
    { ...topic, setting: 'name' } as SettingChange,
    photo,
    { ...photo, after: picture('bb') },
    { ...photo, after: none },
    { ...photo, before: none },
    { ...photo, before: { kind: 'picture', id: '18' } },
  ];
  const identities = all.map(toIdentity);
  expect(identities.filter((identity, index) => identities.indexOf(identity) !== index)).toEqual([]);
});

test('no text of a setting can pass for another change', () => {
  const hostile = { ...topic, before: '","b"', after: 'a' } as SettingChange;
  const plain = { ...topic, before: '', after: 'a","","b' } as SettingChange;
  expect(toIdentity(hostile)).not.toBe(toIdentity(plain));
});
