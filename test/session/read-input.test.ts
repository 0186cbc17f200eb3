import { expect, test } from 'vitest';
import { lookupsPerRun } from '../../src/domain/defaults.ts';
import type { RunEvent } from '../../src/domain/event.ts';
import type { GroupId, LiveGroup } from '../../src/domain/group.ts';
import type { Past } from '../../src/domain/past.ts';
import { noPast } from '../../src/domain/past.ts';
import type { Line } from '../../src/session/connect.ts';
import type { ReadingCost } from '../../src/session/hooks.ts';
import { readInput } from '../../src/session/read-input.ts';
import {
  account,
  altos,
  desiredGroup,
  hidden,
  lid,
  listed,
  liveGroup,
  organisation,
} from '../support/choir.ts';
import { createTestIo } from '../support/stage.ts';

const hers = lid('330631678702157');

interface Setup {
  readonly past?: Partial<Past>;
  readonly live?: LiveGroup;
  readonly beforeLookups?: (most: ReadingCost) => Promise<void>;
}

/** Reads the altos, of whom singer 2 is missing while somebody hides; what happened, in its order. */
async function read({ past, live = liveGroup({ unidentified: [hidden(hers)] }), beforeLookups }: Setup = {}) {
  const log: string[] = [];
  const line = {
    reader: {
      readGroups: async (ids: readonly GroupId[]) =>
        new Map(ids.map((id) => [id, { kind: 'read', group: { ...live, id } }])),
      findLid: async () => {
        log.push('asked');
        return { kind: 'lid', lid: hers };
      },
    },
  } as unknown as Line;
  const foreign = desiredGroup({ id: '120363000000000002@g.us' as GroupId, account: 'second' });
  const files = organisation([desiredGroup({ people: [listed(2)] }), foreign]);
  const memory = {
    past: { ...noPast, memory: 'kept' as const, ...past },
    record: async (event: RunEvent) => void log.push(event.type),
    close: async () => undefined,
  };
  const progress = {
    start: (groups: number) => void log.push(`start ${groups}`),
    groupRead: () => undefined,
    photoRead: () => undefined,
    lookedUp: () => void log.push('told'),
    end: () => void log.push('end'),
  };
  const { io } = createTestIo({});
  const watch = { progress, ...(beforeLookups && { beforeLookups }) };
  const asker = { organisation: files, whole: files, account: { name: 'main', phone: account.phone } };
  const found = await readInput(asker, { line, memory }, watch, io).catch(({ message }: Error) => message);
  return { log, found };
}

test('a look-up is remembered before it is made, and its answer after that', async () => {
  const { log, found } = await read();
  expect(log).toEqual(['start 1', 'looked-up', 'asked', 'told', 'looked-up', 'end']);
  expect(found).toMatchObject({ asked: 1, input: { account: 'main', past: { lookups: [{ count: 2 }] } } });
});

test('only the account’s own groups are read', async () => {
  const { found } = await read({ live: liveGroup() });
  if (typeof found === 'string') throw new Error(found);
  expect([...found.input.readings.keys()]).toEqual([altos]);
});

test('whoever reserves look-ups does so before the first is even remembered, and once', async () => {
  const most: ReadingCost[] = [];
  const { log } = await read({
    beforeLookups: async (cost) => {
      most.push(cost);
    },
  });
  expect(most).toHaveLength(1);
  expect(most[0]?.lookups).toBeGreaterThanOrEqual(lookupsPerRun);
  expect(log).toContain('asked');
});

test('where they cannot be reserved, nobody is asked', async () => {
  const { log, found } = await read({
    beforeLookups: () => Promise.reject(new Error('the push was refused')),
  });
  expect(found).toBe('the push was refused');
  expect(log).toEqual(['start 1', 'end']);
});

test('nothing is reserved where nobody is looked up', async () => {
  const { log } = await read({
    live: liveGroup(),
    beforeLookups: () => Promise.reject(new Error('there is nothing to reserve')),
  });
  expect(log).toEqual(['start 1', 'end']);
});

test.each<[string, Partial<Past>]>([
  ['WhatsApp has said stop', { notBefore: createTestIo({}).io.clock.now() + 60_000 }],
  [
    'the day’s look-ups are spent',
    { lookups: [{ at: createTestIo({}).io.clock.now() - 60_000, count: 400 }] },
  ],
])('nobody is looked up while %s', async (_, past) => {
  const { log } = await read({ past });
  expect(log).toEqual(['start 1', 'end']);
});
