import { expect, test } from 'vitest';
import { coversLane, isKnock, withLane } from '../../src/planning/lanes.ts';
import { liveGroup, personChange, phone, singer } from '../support/choir.ts';

test('whoever asks is let in, in the spelling by which they ask', () => {
  const asks = { ...singer(2), phone: phone('447700900002') };
  const live = liveGroup({ requests: [{ person: asks }] });
  const change = withLane(personChange('add', 2), live);
  expect(change).toMatchObject({ lane: 'knock', person: asks });
  expect(isKnock(change)).toBe(true);
});

test.each([
  ['somebody else asks', personChange('add', 3), liveGroup({ requests: [{ person: singer(2) }] })],
  ['nobody knows who asks', personChange('add', 2), liveGroup({ requests: [{}] })],
  ['it could not be read who asks', personChange('add', 2), liveGroup({ requests: 'unread' })],
  ['they do not join', personChange('promote', 2), liveGroup({ requests: [{ person: singer(2) }] })],
])('nobody is let in where %s', (_, change, live) => {
  expect(withLane(change, live)).toBe(change);
  expect(isKnock(change)).toBe(false);
});

test('who was approved to come by themselves is not added instead; any other approval holds for every lane', () => {
  const lanes = ['add', 'knock', 'link'] as const;
  const [add, knock, link] = lanes.map((lane) => personChange('add', 2, { lane }));
  if (!add || !knock || !link) throw new Error('no sample');
  expect([knock, link].map((approved) => coversLane(approved, add))).toEqual([false, false]);
  expect([add, knock, link].map((change) => coversLane(add, change))).toEqual([true, true, true]);
  expect(coversLane(link, knock)).toBe(true);
  const leave = personChange('remove', 2);
  expect(coversLane(leave, leave)).toBe(true);
});
