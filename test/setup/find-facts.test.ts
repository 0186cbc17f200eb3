import { expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import type { FactOptions } from '../../src/setup/find-facts.ts';
import { findFacts } from '../../src/setup/find-facts.ts';
import { english } from '../../src/words/english/english.ts';
import type { TestIoOptions } from '../support/stage.ts';
import { createTestIo } from '../support/stage.ts';
import { nowhere, startAccount } from './setup-stage.ts';

const account = '+44 7700 900001';

function find(options: Partial<FactOptions>, given: TestIoOptions = {}) {
  const { io, written } = createTestIo(given);
  return { written, found: findFacts({ protected: [], ...options }, english, io) };
}

/** Somebody at a terminal, who gives these answers. */
function typing(...answers: string[]): TestIoOptions {
  return { terminal: { isInteractive: true }, answer: () => answers.shift() ?? '' };
}

test('the flags say it all, and nobody is asked', async () => {
  const given = { account, country: 'im', timezone: 'Europe/Isle_of_Man', protected: ['07700 900002'] };
  expect(await find(given).found).toEqual({
    policy: {
      account: '447700900001',
      timezone: 'Europe/Isle_of_Man',
      country: 'IM',
      language: 'en',
      protected: ['447700900002'],
    },
    asked: { kind: 'untold' },
    shared: [],
    isOwnZone: false,
  });
});

test('the server tells the account, its number the country, the machine the zone', async () => {
  const { url } = await startAccount();
  const found = await find({ url }).found;
  expect(found).toMatchObject({
    policy: { account: '447700900001', country: 'GB', protected: [] },
    asked: { kind: 'told', isSandbox: true },
    shared: ['GG', 'IM', 'JE'],
    isOwnZone: true,
  });
});

test.each([
  ['--account', { account: '07700 900001' }],
  ['--account', { account: 'main' }],
  ['--country', { account, country: 'England' }],
  ['--timezone', { account, timezone: '+01:00' }],
  ['--protected', { account, protected: ['ana'] }],
])('a flag %s that will not do is named', async (flag, given) => {
  await expect(find(given).found).rejects.toThrow(new RegExp(`^${flag}: `));
});

test('without a terminal nobody can be asked whose account it is', async () => {
  await expect(find({}).found).rejects.toThrow(/set ROLLCALL_URL.*or give its number/s);
  await expect(find({}).found).rejects.toThrow(UsageError);
  await expect(find({ url: nowhere }).found).rejects.toThrow(/cannot be reached/);
});

test('a server that cannot be reached is no obstacle where the number is known', async () => {
  const { policy, asked } = await find({ url: nowhere, account }).found;
  expect(policy.account).toBe('447700900001');
  expect(asked).toMatchObject({
    kind: 'untold',
    fault: { message: expect.stringContaining('cannot be reached') },
  });
});

test('at a terminal what is missing is asked for', async () => {
  const { url } = await startAccount();
  const { found } = find({}, typing(url, '', '07700 900002, +44 7700 900003'));
  expect(await found).toMatchObject({
    policy: { account: '447700900001', country: 'GB', protected: ['447700900002', '447700900003'] },
    typedUrl: url,
    shared: [],
  });
});

test('at a terminal a server that does not answer is told, and the number asked for', async () => {
  const { found, written } = find({ url: nowhere }, typing('0812', '+62 812-3456-7890', ''));
  expect(await found).toMatchObject({ policy: { account: '6281234567890', country: 'ID' } });
  expect(written.err).toMatch(/cannot be reached.*no country code.*Try again\.\n$/s);
});
