import { expect, test } from 'vitest';
import { isHopeless, isToGoAlone, toRequests } from '../../src/apply/alone.ts';
import type { Attempt } from '../../src/apply/run.ts';
import type { Change } from '../../src/domain/plan/change.ts';
import type { Answer } from '../../src/domain/gateway.ts';
import { liveGroup, personChange, say } from '../support/choir.ts';
import { accepted, limited, rejected, unknown } from './apply-stage.ts';

const adds = [2, 3, 4].map((n) => personChange('add', n));
const [first, second, third] = adds as [Change, Change, Change];

/** One request and its answer, as an attempt at each of its changes. */
function sent(answer: Answer, ...batch: readonly Change[]): Attempt[] {
  return batch.map((change) => ({ change, answer, before: liveGroup(), batch }));
}

test.each<[string, attempts: Attempt[], alone: boolean]>([
  ['was not tried', [], false],
  ['was in a batch that was refused', sent(rejected('permission'), ...adds), true],
  ['was in a batch of which nobody knows what came of it', sent(unknown, ...adds), true],
  [
    'was in a batch with somebody who is not on WhatsApp: that is asked',
    sent(rejected('unregistered'), ...adds),
    false,
  ],
  ['was in a batch that was accepted', sent(accepted, ...adds), false],
  ['was in the batch that ended the run', sent(limited, ...adds), false],
  ['was refused alone', sent(rejected('other'), first), false],
  ['was in a refused batch, then alone', [...sent(unknown, ...adds), ...sent(unknown, first)], false],
])('whoever %s goes alone: %#', (_, attempts, alone) => {
  expect(isToGoAlone(first, attempts)).toBe(alone);
});

test('whoever goes alone goes before the others of the batch, and nobody twice', () => {
  const spoilt = sent(rejected('other'), first, second);
  expect(toRequests(adds, spoilt).map((step) => step.map(say))).toEqual([['add 2'], ['add 3'], ['add 4']]);
  expect(
    toRequests(adds, sent(rejected('other'), first, personChange('add', 9))).map((step) => step.map(say)),
  ).toEqual([['add 2'], ['add 3', 'add 4']]);
  expect(toRequests(adds, []).map((step) => step.map(say))).toEqual([['add 2', 'add 3', 'add 4']]);
});

const no = rejected('other');
const forbidden = rejected('permission');

test.each<[string, attempts: Attempt[], hopeless: boolean]>([
  ['nobody was tried', [], false],
  ['a batch was refused', sent(no, ...adds), false],
  [
    'all of a batch were refused alone as well',
    [...sent(no, first, second), ...sent(no, first), ...sent(no, second)],
    true,
  ],
  [
    'one of a batch was let through alone',
    [...sent(no, first, second), ...sent(no, first), ...sent(accepted, second)],
    false,
  ],
  [
    'one of a batch has not been tried alone',
    [...sent(no, ...adds), ...sent(no, first), ...sent(no, second)],
    false,
  ],
  [
    'two were refused alone for want of permission',
    [...sent(forbidden, ...adds), ...sent(forbidden, first), ...sent(forbidden, second)],
    true,
  ],
  ['one was', [...sent(forbidden, ...adds), ...sent(forbidden, first)], false],
  [
    'two were, and a third was let through',
    [...sent(forbidden, first), ...sent(forbidden, second), ...sent(accepted, third)],
    false,
  ],
  [
    'a batch had somebody who is not on WhatsApp',
    [...sent(rejected('unregistered'), first, second), ...sent(no, first), ...sent(no, second)],
    false,
  ],
])('nothing more of a kind is sent where it is hopeless: %s', (_, attempts, hopeless) => {
  expect(isHopeless(personChange('add', 5), { attempts })).toBe(hopeless);
  expect(isHopeless(personChange('remove', 5), { attempts })).toBe(false);
});
