import { expect, test } from 'vitest';
import { toGroupsDocument } from '../../../src/render/json/groups-document.ts';
import { groupsDocument } from '../../support/schemas/plan-schema.ts';

test('the document has a version of its own, and everything of the view', () => {
  const view = {
    account: '+44 •••• ••• 001',
    isSandbox: true,
    groups: [],
    gone: [],
    withoutId: [],
    unread: [],
    isCut: false,
    hasMistakes: false,
    elsewhere: 0,
  };
  const document = toGroupsDocument(view);
  expect(document).toEqual({ formatVersion: '1.0', kind: 'groups', ...view });
  expect(() => groupsDocument.parse(document)).not.toThrow();
});
