import { expect, test } from 'vitest';
import { toHandleKey, toPhotoKey, toTriedKey, toUnsettledKey } from '../../src/domain/past.ts';
import type { GroupId } from '../../src/domain/group.ts';
import { altos, key, personChange } from '../support/choir.ts';

const other = '120363000000000002@g.us' as GroupId;

test('what was tried is told apart by what and whom; what is unsettled by its group too', () => {
  expect(toTriedKey(personChange('add', 2))).toBe('add 447700900002');
  expect(toTriedKey(personChange('remove', 2))).not.toBe(toTriedKey(personChange('add', 2)));
  expect(toUnsettledKey(personChange('add', 2))).not.toBe(
    toUnsettledKey(personChange('add', 2, { group: other })),
  );
});

test('no handle and no id can be written so that it is taken for another', () => {
  expect(toHandleKey('ana","447700900003', key(2))).not.toBe(toHandleKey('ana', key(3)));
  expect(toPhotoKey(altos, '1","2', '3')).not.toBe(toPhotoKey(altos, '1', '2","3'));
  expect(toPhotoKey(altos, '1', '2')).not.toBe(toHandleKey('1', key(2)));
});
