import { expect, test } from 'vitest';
import * as facts from '../../src/domain/whatsapp-facts.ts';
import { usualLimits } from '../../src/domain/defaults.ts';

test('a time of the files has its name, one of a phone has none', () => {
  for (const [name, seconds] of Object.entries(facts.disappearingTimes))
    expect(facts.findTimer(seconds)).toBe(name);
  expect(facts.findTimer(3600)).toBeUndefined();
});

test('the people of one request, each looked up for ten seconds, fit into one call', () => {
  const most = Math.max(...Object.values(facts.peoplePerRequest));
  expect(most * 10_000).toBeLessThan(facts.callTimeout);
  expect(facts.peoplePerRequest.add).toBeLessThan(most);
});

test('a limit that is usual is none that no group can reach', () => {
  expect(usualLimits.adds.group).toBeLessThan(facts.groupCapacity);
});
