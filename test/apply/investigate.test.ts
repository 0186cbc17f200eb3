import { expect, test } from 'vitest';
import { investigate } from '../../src/apply/investigate.ts';
import { account, personChange, singer } from '../support/choir.ts';
import { createApplyStage } from './apply-stage.ts';

const batch = [personChange('add', 2), personChange('add', 3)];
const own = account.phone;
const [two, three] = [singer(2).phone, singer(3).phone];

test('the own number is asked about before and after, and whoever is found once is found', async () => {
  const { run, log } = createApplyStage();
  await investigate(batch, run);
  expect(log).toEqual(['ask own', 'ask 2', 'ask 3', 'ask own', 'found 2 yes', 'found 3 yes']);
  expect(run.pacer.left().lookups).toBe(400 - 4);
});

test('whoever is not found is asked about once more, and only then not on WhatsApp', async () => {
  const { run, log } = createApplyStage({ isRegistered: (phone) => phone !== two });
  await investigate(batch, run);
  expect(log.slice(4)).toEqual(['found 3 yes', 'ask 2', 'ask own', 'found 2 no']);
  expect(run.registered).toEqual(
    new Map([
      [three, true],
      [two, false],
    ]),
  );
});

test('one look-up that fails between two good ones makes nobody unregistered', async () => {
  const { run } = createApplyStage({ isRegistered: (phone, nth) => phone !== two || nth > 0 });
  await investigate(batch, run);
  expect(run.registered.get(two)).toBe(true);
});

test.each([
  ['before: nobody else is asked about', 0, ['ask own', 'stopped rate-limited']],
  ['after: no answer between counts', 1, ['ask own', 'ask 2', 'ask 3', 'ask own', 'stopped rate-limited']],
])('the own number is not found %s, and the run stops', async (_, from, expected) => {
  const { run, log } = createApplyStage({ isRegistered: (phone, nth) => phone !== own || nth < from });
  await investigate(batch, run);
  expect(log).toEqual(expected);
  expect(run.stop).toMatchObject({ kind: 'stop', code: 'rate-limited' });
  expect(run.registered.size).toBe(0);
});

test('the day has too few look-ups left: nobody is asked about, and the pace is what is said', async () => {
  const { run, log } = createApplyStage();
  run.pacer.spend({ adds: 0, lookups: 400 - 3 });
  await investigate(batch, run);
  expect([log, run.paceSpent, run.stop]).toEqual([[], true, undefined]);
});

test('whoever was found by an earlier batch is not asked about again', async () => {
  const { run, log } = createApplyStage();
  run.registered.set(two, true);
  await investigate(batch, run);
  expect(log).toEqual(['ask own', 'ask 3', 'ask own', 'found 3 yes']);
});

test('interrupted meanwhile, it asks no more and counts nothing', async () => {
  const interruption = new AbortController();
  const { run, log } = createApplyStage({
    run: { signal: interruption.signal },
    onEvent: (line) => line === 'ask 2' && interruption.abort(),
  });
  await investigate(batch, run);
  expect(log).toEqual(['ask own', 'ask 2']);
  expect(run.registered.size).toBe(0);
});
