import { onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/start.ts';
import type { WorldFile } from '../../src/sandbox/world-file.ts';

/** The number of the account of `startAccount`. */
export const ownNumber = '447700900001';

/** A server with the account's session, and as many others as are named; gone with its test. */
export async function startAccount(...others: string[]) {
  const world: WorldFile = {
    server: { devices: [ownNumber, ...others].map((pn) => ({ pn })) },
    people: [],
    groups: [],
  };
  const sandbox = await startSandbox({ world });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** Nothing listens there. */
export const nowhere = 'http://127.0.0.1:9';
