import { expect, test } from 'vitest';
import { lookupsPerRun } from '../../src/domain/defaults.ts';
import type { RunEvent } from '../../src/domain/event.ts';
import type { GroupId } from '../../src/domain/group.ts';
import type { MapLeave } from '../../src/domain/gateway.ts';
import type { Past } from '../../src/domain/past.ts';
import { noPast } from '../../src/domain/past.ts';
import type { Line } from '../../src/session/connect.ts';
import { readToImport } from '../../src/session/read-to-import.ts';
import {
  account,
  altos,
  hidden,
  key,
  lid,
  living,
  liveGroup,
  organisation,
  pace,
  singer,
} from '../support/choir.ts';
import { createTestIo } from '../support/stage.ts';

const hers = lid('330631678702157');
const his = lid('330631678702158');

interface Setup {
  readonly past?: Partial<Past>;
  readonly isDryRun?: boolean;
  /** Singers of the spreadsheet. */
  readonly sheet?: readonly number[];
  readonly hides?: readonly string[];
}

/** Reads the altos, with singer 2 in them and somebody who hides; singer 9 is hers. */
async function read({ past, isDryRun = false, sheet = [2, 3, 9], hides = [hers] }: Setup = {}) {
  const asked: string[] = [];
  const leaves: boolean[] = [];
  const pauses: number[] = [];
  const live = liveGroup({ people: [living(2)], unidentified: hides.map((each) => hidden(each)) });
  const line = {
    reader: {
      listGroups: async () => [altos],
      readGroups: async (ids: readonly GroupId[], leave: MapLeave) => {
        leaves.push(await leave.take(1));
        return new Map(ids.map((id) => [id, { kind: 'read', group: live }]));
      },
      findLid: async (phone: string) => {
        asked.push(phone.slice(-3));
        return phone.endsWith('009') ? { kind: 'lid', lid: hers } : { kind: 'lid', lid: his };
      },
      ended: () => undefined,
      keepPause: ({ max }: { readonly max: number }) => void pauses.push(max),
    },
  } as unknown as Line;
  const events: RunEvent[] = [];
  const memory = {
    past: { ...noPast, ...past },
    record: async (event: RunEvent) => void events.push(event),
    close: async () => undefined,
  };
  const progress = {
    start: () => undefined,
    groupRead: () => undefined,
    photoRead: () => undefined,
    lookedUp: () => undefined,
    end: () => undefined,
  };
  const people = sheet.map((n) => singer(n));
  const asker = {
    organisation: organisation([], {}, people),
    account: { name: 'main', phone: account.phone },
    sheet: people,
    isDryRun,
  };
  const found = await readToImport(asker, { line, memory, progress }, createTestIo({}).io);
  return { ...found, asked, leaves, pauses, types: events.map(({ type }) => type) };
}

test('who is in a row and in no group is looked up, until nobody hides any more', async () => {
  const { asked, lookups, input, types } = await read({ sheet: [2, 3, 9, 4] });
  expect(asked).toEqual(['003', '009']);
  expect(lookups).toEqual({ asked: 2, left: 0 });
  expect(input.lids.get(key(9))).toEqual({ kind: 'lid', lid: hers });
  // Each is counted before it is asked, and remembered after.
  expect(types.filter((type) => type === 'looked-up').length).toBe(4);
});

test('nobody where nobody hides', async () => {
  expect(await read({ hides: [] })).toMatchObject({ asked: [], lookups: { asked: 0, left: 0 } });
});

test('a run without a memory asks about so many and no more', async () => {
  const { lookups } = await read({ sheet: Array.from({ length: 50 }, (_, n) => n + 10) });
  expect(lookups).toEqual({ asked: lookupsPerRun, left: 50 - lookupsPerRun });
});

test('with a memory as many as the day has left, and nobody whom an earlier run was told of', async () => {
  const sheet = Array.from({ length: 50 }, (_, n) => n + 10);
  const lids = new Map([[key(10), { kind: 'none' as const }]]);
  const lookups = [{ at: Date.UTC(2026, 5, 1, 11), count: 340 }];
  const found = await read({ sheet, past: { memory: 'kept', lids, lookups } });
  expect(found.asked[0]).toBe('011');
  expect(found.lookups).toEqual({ asked: 30, left: 19 });
});

test('a pace that the files have made faster does not count before its day is over', async () => {
  const slow = { ...pace, lookupsPerDay: 4, reads: { min: 1000, max: 9000 } };
  const found = await read({ sheet: [10, 11, 12, 13], past: { memory: 'kept', paces: [slow] } });
  expect(found).toMatchObject({ asked: ['010', '011'], pauses: [9000], lookups: { asked: 2, left: 2 } });
});

test('nobody while the account must not go on, and in a dry run', async () => {
  const held = await read({ past: { memory: 'kept', notBefore: Date.UTC(2027, 0, 1) } });
  expect(held).toMatchObject({ asked: [], lookups: { asked: 0, left: 2 } });
  expect(await read({ isDryRun: true })).toMatchObject({
    asked: [],
    leaves: [false],
    lookups: { asked: 0, left: 2 },
  });
});
