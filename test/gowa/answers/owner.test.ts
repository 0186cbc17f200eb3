import { expect, test } from 'vitest';
import { toOwner } from '../../../src/gowa/answers/owner.ts';

test.each([
  [
    { OwnerJID: '325134120561102@lid', OwnerPN: '5520998765432@s.whatsapp.net' },
    '325134120561102',
    '552098765432',
  ],
  [{ OwnerJID: '447700900001@s.whatsapp.net', OwnerPN: '' }, undefined, '447700900001'],
  [{ OwnerJID: '447700900001@s.whatsapp.net' }, undefined, '447700900001'],
  [{ OwnerJID: '', OwnerPN: '' }, undefined, undefined],
])('%j', (group, lid, key) => {
  expect(toOwner(group)).toEqual({ lid, key });
});
