import { expect, test } from 'vitest';
import { blankSettings } from '../../../src/domain/settings.ts';
import { toBlankGroup } from '../../../src/planning/creating/blank-group.ts';
import { account, desiredGroup } from '../../support/choir.ts';

test('a new group has its name, its owner, and nothing else', () => {
  const group = toBlankGroup(desiredGroup({ settings: { name: 'Altos', topic: 'Thursdays' } }), account);
  expect(group.settings).toEqual({ ...blankSettings, name: 'Altos' });
  expect([...group.people.values()]).toEqual([{ ...account, role: 'admin', isOwner: true }]);
  expect(group.photo).toBeUndefined();
});

test('where its file speaks of a photo, it has none', () => {
  const desired = desiredGroup({ photo: { kind: 'none' } });
  expect(toBlankGroup(desired, account).photo).toEqual({ kind: 'none' });
});
