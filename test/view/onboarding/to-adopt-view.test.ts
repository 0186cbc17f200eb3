import { expect, test } from 'vitest';
import { toAdoptView } from '../../../src/view/onboarding/to-adopt-view.ts';
import { desiredGroup, liveGroup, lid, singer } from '../../support/choir.ts';

const plan = {
  desired: desiredGroup(),
  changes: [],
  leftAlone: [],
  refusals: [],
  scheduled: [],
  notices: [],
};
const source = { file: 'groups/447700900188.yaml' };

test('nothing in it is a number, nor anything that a terminal would obey', () => {
  const view = toAdoptView({
    files: [
      {
        plan: { ...plan, reading: { kind: 'unreadable', reason: 'failed', text: '\u001b[2J +447700900007' } },
        source,
        photo: { path: 'photos/447700900188.jpg' },
        left: [
          { reason: 'by-defaults', person: singer(9) },
          { reason: 'untellable', lid: lid('330000000000020') },
        ],
      },
      { plan: { ...plan, reading: { kind: 'read', group: liveGroup() } }, source, left: [] },
    ],
    faults: [{ file: 'groups/447700900188.yaml', fault: 'mistakes' }],
    people: [],
    showPhones: false,
  });
  expect(JSON.stringify(view)).not.toMatch(/44 ?7700 ?900|\\u001b\[/);
  expect([view.photos, view.left, view.unread, view.faults].map(({ length }) => length)).toEqual([
    1, 2, 1, 1,
  ]);
});
