import { expect, test } from 'vitest';
import type { CreationOutcome } from '../../../src/domain/plan/creation-outcome.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { makeSafety } from '../../../src/safe/labels.ts';
import { toNewGroupView } from '../../../src/view/creation/to-new-group-view.ts';
import { altos, desiredGroup, personChange, singer } from '../../support/choir.ts';
import { creationOf } from '../../support/creation.ts';

const plan: Plan = { account: 'main', groups: [], toCreate: [], elsewhere: 0, refusals: [] };
const file = desiredGroup({ file: 'club.yaml', settings: { name: 'Book\u202eClub' } });
const creation = creationOf(file, { firsts: [personChange('add', 2)] });

function view(each = creation, outcomes: readonly CreationOutcome[] = [], of = plan) {
  return toNewGroupView(each, { plan: of, toId: () => 'abc', outcomes }, makeSafety(false));
}

test('a group to make is shown with whoever comes with it, and what somebody wrote is safe', () => {
  expect(view()).toEqual({
    file: 'club.yaml',
    name: 'Book\\u{202e}Club',
    id: 'abc',
    refused: false,
    others: [],
    first: '+44 •••• ••• 002',
  });
});

test('a limit that objects, and what else stands in the way', () => {
  const refusals = [{ limit: 'creates', scope: 'run', count: 6, allowed: 5 }] as const;
  expect(view(creation, [], { ...plan, refusals }).refused).toBe(true);
  const legacy = '447700900001-1598765432@g.us' as typeof altos;
  const hindered = { ...creation, obstacle: 'same-name', others: [altos, legacy] } as const;
  expect(view(hindered)).toMatchObject({ obstacle: 'same-name', others: [altos, '…@g.us'] });
});

test.each<[object, object]>([
  [
    { result: 'made', group: altos, filed: { kind: 'filed' }, joined: [singer(3)] },
    { result: 'made', group: altos, filed: 'filed', joined: ['+44 •••• ••• 003'] },
  ],
  [
    { result: 'taken', group: altos, filed: { kind: 'not-filed', why: 'no' }, joined: [] },
    { result: 'taken', filed: 'not-filed', text: 'no' },
  ],
  [
    { result: 'failed', text: 'no' },
    { result: 'failed', text: 'no' },
  ],
  [{ result: 'nobody' }, { result: 'nobody' }],
  [
    { result: 'skipped', cause: 'pace' },
    { result: 'skipped', cause: 'pace' },
  ],
])('what became of it: %j', (fate, expected) => {
  expect(view(creation, [{ creation, ...fate } as CreationOutcome]).fate).toMatchObject(expected);
});
