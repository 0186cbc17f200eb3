import { expect, test } from 'vitest';
import { applyPlan } from '../../src/apply/apply-plan.ts';
import { createPacer } from '../../src/apply/pace.ts';
import { StorageError } from '../../src/disk/storage-error.ts';
import { noPast } from '../../src/domain/past.ts';
import { planGroups } from '../../src/planning/plan-groups.ts';
import {
  account,
  desiredGroup,
  limits,
  listed,
  liveGroup,
  living,
  noon,
  pace,
  personChange,
} from '../support/choir.ts';
import type { StageOptions } from './apply-stage.ts';
import { accepted, createApplyStage, findSent, limited } from './apply-stage.ts';

const hour = 3_600_000;
const desired = desiredGroup({ people: [listed(2), listed(3), listed(5)] });

async function play(options: StageOptions = {}, past = noPast) {
  const stage = createApplyStage({
    desired,
    live: liveGroup({ people: [living(4), living(5)] }),
    ...options,
  });
  const input = { ...stage.run.input, past };
  const outcome = await applyPlan(planGroups(input), input, account.phone, stage.run);
  const results = outcome.groups.flatMap(({ outcomes }) =>
    outcomes.map((one) => (one.result === 'verified' ? 'verified' : one.cause)),
  );
  return { ...stage, outcome, results, sent: findSent(stage.log) };
}

test('all of it is carried out, and nothing has to be waited for', async () => {
  const { outcome, results, sent } = await play();
  expect(sent).toEqual(['add 2, add 3', 'remove 4']);
  expect(results).toEqual(['verified', 'verified', 'verified']);
  expect(outcome).toMatchObject({ paceSpent: false, interrupted: false });
  expect(outcome).not.toHaveProperty('resumesAt');
});

test('an earlier run was told to stop: nothing is sent before the time that it wrote down', async () => {
  const { outcome, results, sent, log } = await play({}, { ...noPast, notBefore: noon + hour / 2 });
  expect([sent, log]).toEqual([[], []]);
  expect(new Set(results)).toEqual(new Set(['stopped']));
  expect(outcome).toMatchObject({ stop: { code: 'rate-limited' }, resumesAt: noon + hour / 2 });
});

test('what was held back and is over holds nobody back', async () => {
  expect((await play({}, { ...noPast, notBefore: noon - 1 })).results).toEqual([
    'verified',
    'verified',
    'verified',
  ]);
});

test('a limit that this run meets lets the next one wait an hour', async () => {
  const { outcome, sent } = await play({ answer: () => limited });
  expect(sent).toEqual(['add 2, add 3']);
  expect(outcome).toMatchObject({ stop: limited, resumesAt: noon + hour });
});

test('a day that is spent says when something of it is left again', async () => {
  const clock = { now: () => noon, sleep: async () => undefined };
  const past = { ...noPast, adds: [{ at: noon - 20 * hour, count: pace.addsPerDay }] };
  const pacer = createPacer({ pace, past, clock, random: () => 0.5 });
  const { outcome, results } = await play({ run: { pacer, clock } });
  expect(results).toEqual(['pace', 'pace', 'verified']);
  expect(outcome).toMatchObject({ paceSpent: true, resumesAt: noon + 4 * hour });
});

test('what the limits refuse is not touched, whatever was approved', async () => {
  const { sent } = await play({ limits: { ...limits, removals: { percent: 0, floor: 0, run: 9 } } });
  expect(sent.join()).not.toContain('remove');
});

/** A disk that is full from the nth event on. */
function fullFrom(type: string, record: (line: string) => void) {
  return async (event: { readonly type: string }) => {
    record(event.type);
    if (event.type === type)
      throw new StorageError('the journal', Object.assign(new Error('full'), { code: 'ENOSPC' }));
  };
}

test('a run that cannot write down that it begins does not begin', async () => {
  const events: string[] = [];
  const record = fullFrom('run-started', (line) => events.push(line));
  await expect(play({ run: { record } })).rejects.toBeInstanceOf(StorageError);
  expect(events).toEqual(['run-started']);
});

test('what cannot be written down meanwhile is not sent; what was sent is read again and told', async () => {
  let sent = 0;
  const record = fullFrom('intent', () => undefined);
  const { outcome } = await play({ answer: () => ((sent += 1), accepted), run: { record } });
  expect(sent).toBe(0);
  expect(outcome.stop).toMatchObject({ code: 'no-storage' });
  expect(outcome.groups[0]?.reading.kind).toBe('read');
  expect(outcome.groups[0]?.outcomes.map(({ change }) => change.action)).toContain(
    personChange('add', 2).action,
  );
});
