import { expect, test } from 'vitest';
import type { Contacts } from '../../src/domain/people/contacts.ts';
import type { ListWays } from '../../src/importing/to-group-files.ts';
import { toGroupFile } from '../../src/importing/to-group-files.ts';
import { english } from '../../src/words/english/english.ts';
import { account, admin, hidden, lid, living, liveGroup, singer } from '../support/choir.ts';

const contacts: Contacts = {
  byPerson: new Map([[singer(4).key, 'Dewi']]),
  byLid: new Map(),
};
const ways: ListWays = {
  accounts: new Set([account.key]),
  handles: new Map([
    [singer(2).key, 'budi'],
    [singer(3).key, 'ana'],
  ]),
  writePhone: (phone) => (phone.endsWith('9') ? undefined : `+${phone}`),
  hidden: new Map([[lid('330000000000007'), 'hidden']]),
  contacts,
  photos: new Map(),
  words: english.imports.comments,
};

test('handles, then numbers with what contacts call them, then LIDs; the account in no list', () => {
  const live = liveGroup({
    people: [
      living(4),
      living(2),
      living(3),
      admin(5, { isOwner: true }),
      living(9, { lid: lid('330000000000009') }),
    ],
    unidentified: [
      hidden('330000000000007'),
      hidden('330000000000008', 'admin'),
      { role: 'member', isOwner: false },
    ],
  });
  const { group, text } = toGroupFile({ live, file: 'altos' }, ways);
  expect(group.members).toEqual([
    { text: 'ana' },
    { text: 'budi' },
    { text: 'hidden' },
    { text: '"+447700900004"', called: 'Dewi' },
    { text: 'lid:330000000000009' },
  ]);
  expect(group.admins).toEqual([{ text: '"+447700900005"' }, { text: 'lid:330000000000008' }]);
  expect(group.nameless).toBe(1);
  expect(text).not.toContain(account.phone);
});

test('somebody who can be written in no way leaves the lists out', () => {
  const { group, text } = toGroupFile(
    { live: liveGroup({ people: [living(2), living(9)] }), file: 'altos' },
    ways,
  );
  expect(group.unwritable).toBe(1);
  expect(text).not.toMatch(/^(?:members|admins):/m);
});
