import { expect, test } from 'vitest';
import { createMapLeave, noMapLeave } from '../../src/reading/map-leave.ts';
import type { RunEvent } from '../../src/domain/event.ts';
import { groupCapacity } from '../../src/domain/whatsapp-facts.ts';
import { noPast } from '../../src/domain/past.ts';
import type { Lid } from '../../src/domain/people/person.ts';
import { mappedPerDay } from '../../src/planning/pace/pace-budget.ts';
import { createTestClock } from '../support/stage.ts';

const day = 86_400_000;
const lid = '330631678702157' as Lid;

function create(mapped: number) {
  const clock = createTestClock();
  const events: RunEvent[] = [];
  const past = { ...noPast, mapped: [{ at: clock.now(), count: mapped }] };
  const record = async (event: RunEvent) => void events.push(event);
  return { clock, events, leave: createMapLeave(past, record, clock) };
}

test('the largest group can be asked about, three times a day', async () => {
  const { leave, clock } = create(0);
  for (const expected of [true, true, true, false]) expect(await leave.take(groupCapacity)).toBe(expected);
  await clock.sleep(day + 1);
  expect(await leave.take(groupCapacity)).toBe(true);
});

test('what is taken is written down first; what does not fit takes nothing', async () => {
  const { leave, events } = create(mappedPerDay - 10);
  expect(await leave.take(11)).toBe(false);
  expect(events).toEqual([]);
  expect(await leave.take(10)).toBe(true);
  expect(await leave.take(1)).toBe(false);
  expect(events).toEqual([{ type: 'map-read', people: 10, untold: [] }]);
});

test('who could not be told is not asked about again, nor where an earlier run has tried', async () => {
  const { leave, events } = create(0);
  expect(leave.isUntold(lid)).toBe(false);
  await leave.rememberUntold([]);
  expect(events).toEqual([]);
  await leave.rememberUntold([lid]);
  expect(leave.isUntold(lid)).toBe(true);
  expect(events).toEqual([{ type: 'map-read', people: 0, untold: [lid] }]);
  const later = createMapLeave(
    { ...noPast, untold: new Set([lid]) },
    async () => undefined,
    createTestClock(),
  );
  expect(later.isUntold(lid)).toBe(true);
});

test('without leave nobody is asked about, and nothing is kept', async () => {
  expect(noMapLeave.isUntold(lid)).toBe(true);
  expect(await noMapLeave.take(1)).toBe(false);
  expect(await noMapLeave.rememberUntold([lid])).toBeUndefined();
});
