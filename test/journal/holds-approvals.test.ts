import { expect, test } from 'vitest';
import { keptFor } from '../../src/domain/patience.ts';
import { holdsApprovals } from '../../src/journal/holds-approvals.ts';
import { altos, createStage } from './journal-stage.ts';

const approved = { type: 'approved', group: altos, ids: ['abc', 'abd'] } as const;

test('what was approved is to be done until each of it is at an end, or nobody came to it for long', async () => {
  const stage = await createStage();
  const holds = (later = 0) => holdsApprovals(stage.text(), stage.clock.now() + later);
  await stage.run();
  expect(holds()).toBe(false);
  await stage.run(approved);
  expect(holds()).toBe(true);
  expect(holds(keptFor.pending + 10_000)).toBe(false);
  await stage.run({ type: 'approval-ended', group: altos, ids: ['abc'] });
  expect(holds()).toBe(true);
  await stage.run({ type: 'approval-ended', group: altos, ids: ['abd'] });
  expect(holds()).toBe(false);
});

test('of what cannot be read, anything is expected', () => {
  expect(holdsApprovals('{ "type": "something" }\n', 0)).toBe(true);
});
