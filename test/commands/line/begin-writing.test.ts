import { expect, test } from 'vitest';
import type { RunEvent } from '../../../src/domain/event.ts';
import { noPast } from '../../../src/domain/past.ts';
import { keepWishes } from '../../../src/commands/line/begin-writing.ts';
import { altos, desiredGroup, organisation, pace } from '../../support/choir.ts';

const slower = { ...pace, addsPerDay: 1 };
const files = { organisation: organisation([]), whole: organisation([desiredGroup()]) };

async function keep(past = noPast, planned = pace) {
  const events: RunEvent[] = [];
  const record = async (event: RunEvent) => void events.push(event);
  await keepWishes(files, planned, { past, record, close: async () => undefined });
  return events;
}

test('a memory that knows of no pace learns the slower one first', async () => {
  expect(await keep(noPast, slower)).toEqual([
    { type: 'pace', pace: slower },
    { type: 'pace', pace },
  ]);
  expect(await keep({ ...noPast, paces: [pace] }, slower)).toEqual([{ type: 'pace', pace }]);
});

test('an id that has come into its file is seen there', async () => {
  const made = { group: altos, at: 0, isFiled: false };
  const get = (file: string) => (file === 'altos.yaml' ? made : undefined);
  const created = { get, has: (file: string) => get(file) !== undefined, all: [made] };
  expect(await keep({ ...noPast, created })).toContainEqual({ type: 'filed', file: 'altos.yaml' });
});
