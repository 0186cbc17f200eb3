import { expect, test } from 'vitest';
import { noPast } from '../../src/domain/past.ts';
import type { ApplyOptions } from '../../src/options.ts';
import type { Means } from '../../src/session/apply-context.ts';
import { toApplyContext } from '../../src/session/apply-context.ts';
import { organisation, pace, personChange } from '../support/choir.ts';
import { createTestClock, createTestIo } from '../support/stage.ts';

const options: ApplyOptions = { groups: 'groups', target: [], plans: [] };

const record = async () => undefined;

/** How long an add is followed by nothing, in milliseconds, and how many look-ups are left. */
function open(isSandbox: boolean, isPaced = false) {
  const clock = createTestClock();
  const means = {
    line: { reader: { ended: () => undefined }, client: { connection: {} } },
    memory: { past: noPast, record, close: record },
    input: { past: noPast },
    organisation: organisation([]),
    isSandbox,
    lookupsLeft: 7,
  } as unknown as Means;
  const most = { adds: 1, lookups: 3, mapped: 0 };
  const { io } = createTestIo({ clock });
  const context = toApplyContext(means, { most, record }, { ...options, pace: isPaced }, io);
  expect(context).toMatchObject({ record, lookups: 7, clock });
  return { pause: context.pacer.pauseAfter([personChange('add', 2)]), left: context.pacer.left().lookups };
}

test('among people there is a pause, and no more look-ups than were reserved', () => {
  const { pause, left } = open(false);
  expect(pause).toBeGreaterThanOrEqual(pace.afterAdd.min);
  expect(left).toBe(3);
});

test('a sandbox is not waited for, unless that is asked for', () => {
  expect(open(true)).toEqual({ pause: 0, left: Number.POSITIVE_INFINITY });
  expect(open(true, true)).toEqual(open(false));
});
