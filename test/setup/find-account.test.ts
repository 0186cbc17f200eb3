import { expect, test } from 'vitest';
import { InterruptedError, SessionError, UsageError } from '../../src/errors.ts';
import { GowaError } from '../../src/gowa/answers/gowa-error.ts';
import type { PhoneNumber } from '../../src/domain/people/person.ts';
import { askForAccount } from '../../src/setup/find-account.ts';
import { createTestIo } from '../support/stage.ts';
import { nowhere, ownNumber, startAccount } from './setup-stage.ts';

const { io } = createTestIo({});
const [own, other] = [ownNumber, '447700900009'] as PhoneNumber[];

test('the session of the server is whose it is, and that it is a sandbox', async () => {
  const { url } = await startAccount();
  expect(await askForAccount({ url }, undefined, io)).toEqual({ kind: 'told', phone: own, isSandbox: true });
  expect(await askForAccount({ url }, own, io)).toMatchObject({ kind: 'told', phone: own });
});

test('of several devices the one that is named by id or by number', async () => {
  const { url } = await startAccount('447700900009');
  await expect(askForAccount({ url }, undefined, io)).rejects.toThrow(
    /^More than one device .* is logged in/,
  );
  expect(await askForAccount({ url }, other, io)).toMatchObject({ kind: 'told', phone: other });
});

test('another account than the one that was named is a mistake, whichever way the device is found', async () => {
  const { url } = await startAccount();
  await expect(askForAccount({ url }, other, io)).rejects.toThrow(UsageError);
  const device = `${ownNumber}@s.whatsapp.net`;
  const asked = askForAccount({ url, device }, other, io);
  await expect(asked).rejects.toThrow(/^--account is \+44 •••• ••• 009, but GOWA is logged in as/);
});

test('no server, and one that does not answer or is not logged in, are no mistakes of anybody', async () => {
  expect(await askForAccount({}, undefined, io)).toEqual({ kind: 'untold' });
  expect(await askForAccount({ url: nowhere }, own, io)).toEqual({
    kind: 'untold',
    fault: expect.any(GowaError),
  });
  const sandbox = await startAccount();
  sandbox.setSession(ownNumber, 'not_logged_in');
  expect(await askForAccount({ url: sandbox.url }, undefined, io)).toEqual({
    kind: 'untold',
    fault: expect.any(SessionError),
  });
});

test('an address that is none is a mistake', async () => {
  await expect(askForAccount({ url: 'gowa' }, own, io)).rejects.toMatchObject({ exitCode: 64 });
});

test('Ctrl-C is no answer of the server', async () => {
  const interrupted = createTestIo({ signal: AbortSignal.abort() }).io;
  const { url } = await startAccount();
  const asked = askForAccount({ url }, undefined, interrupted);
  await expect(asked).rejects.toThrow(InterruptedError);
});
