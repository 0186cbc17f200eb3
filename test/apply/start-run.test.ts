import { expect, test } from 'vitest';
import { noPast } from '../../src/domain/past.ts';
import type { ApplyContext } from '../../src/apply/run.ts';
import { findResumption, startRun } from '../../src/apply/start-run.ts';
import { StorageError } from '../../src/disk/storage-error.ts';
import { account, noon, planInput } from '../support/choir.ts';

const clock = { now: () => noon, sleep: async () => undefined };
const context = {
  clock,
  lookups: 3,
  record: async () => undefined,
  pacer: { resumesAt: () => noon + 5 },
} as unknown as ApplyContext;

test('a run begins with nothing found out', () => {
  const run = startRun(planInput([]), account.phone, context);
  expect(run).toMatchObject({ own: account.phone, paceSpent: false, lookupsLeft: 3 });
  expect([run.stop, findResumption(run)]).toEqual([undefined, {}]);
  expect(findResumption({ ...run, paceSpent: true })).toEqual({ resumesAt: noon + 5 });
});

test('where an earlier one has to be waited for, it is over before it begins', () => {
  const past = { ...noPast, notBefore: noon + 60 };
  const run = startRun(planInput([], { past }), account.phone, context);
  expect(run.stop?.code).toBe('rate-limited');
  expect(findResumption(run)).toEqual({ resumesAt: noon + 60 });
});

const record = () =>
  Promise.reject(new StorageError('journal.jsonl', Object.assign(new Error('full'), { code: 'ENOSPC' })));

test('what cannot be written down ends it', async () => {
  const run = startRun(planInput([]), account.phone, { ...context, record });
  await run.record({ type: 'pause', milliseconds: 1 });
  expect(run.stop?.code).toBe('no-storage');
});
