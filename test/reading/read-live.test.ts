import { expect, test } from 'vitest';
import type { LidAnswer, Reader } from '../../src/domain/gateway.ts';
import type { GroupId, LiveGroup, Reading } from '../../src/domain/group.ts';
import { readLive } from '../../src/reading/read-live.ts';
import {
  altos,
  desiredGroup,
  hidden,
  key,
  lid,
  listed,
  liveGroup,
  living,
  planInput,
  singer,
} from '../support/choir.ts';

const basses = '120363000000000002@g.us' as GroupId;
const hers = lid('330631678702157');

interface Setup {
  readonly live?: LiveGroup;
  readonly files?: readonly ReturnType<typeof desiredGroup>[];
  readonly asks?: number;
  readonly known?: ReadonlyMap<ReturnType<typeof key>, LidAnswer>;
  readonly withPhotos?: boolean;
}

/** Reads groups that are so; what was asked, in its order, and what came of it. */
async function read({
  live = liveGroup(),
  files = [desiredGroup()],
  asks = 9,
  known,
  withPhotos = false,
}: Setup) {
  const log: string[] = [];
  const reader = {
    readGroups: async (ids: readonly GroupId[]): Promise<ReadonlyMap<GroupId, Reading>> => {
      log.push(`groups ${ids.length}`);
      return new Map(
        ids.map((id): [GroupId, Reading] => [
          id,
          id === basses
            ? { kind: 'unreadable', reason: 'failed', text: 'no' }
            : { kind: 'read', group: { ...live, id } },
        ]),
      );
    },
    findLid: async (phone: string) => {
      log.push(`look up ${phone.slice(-3)}`);
      return { kind: 'lid', lid: hers };
    },
  } as unknown as Reader;
  const input = { ...planInput([]), ...(known && { lids: known }) };
  const found = await readLive(reader, files, input, {
    people: 9,
    asks,
    onAsk: async () => void log.push('remembered'),
    onAnswer: async () => undefined,
    ...(withPhotos && {
      readPhoto: async ({ id }: LiveGroup) => {
        log.push(`photo ${id === altos ? 'altos' : id}`);
        return { kind: 'none' as const };
      },
    }),
  });
  return { log, ...found };
}

test('nobody is looked up where nobody hides', async () => {
  const { log, readings } = await read({ files: [desiredGroup({ people: [listed(2)] })] });
  expect(log).toEqual(['groups 1']);
  expect(readings.get(altos)).toEqual({ kind: 'read', group: liveGroup() });
});

const hiding = liveGroup({ unidentified: [hidden(hers)] });

test('whoever is missing where somebody hides is looked up, which is remembered before it is done', async () => {
  const { log, lids } = await read({ live: hiding, files: [desiredGroup({ people: [listed(2)] })] });
  expect(log).toEqual(['groups 1', 'remembered', 'look up 002']);
  expect(lids.get(key(2))).toMatchObject({ kind: 'lid', lid: hers });
});

test('nobody who is there, and nobody twice', async () => {
  const live = { ...hiding, people: liveGroup({ people: [living(3)] }).people };
  const both = [desiredGroup({ people: [listed(2), listed(3)] }), desiredGroup({ people: [listed(2)] })];
  const { log } = await read({ live, files: both });
  expect(log.filter((each) => each.startsWith('look up'))).toEqual(['look up 002']);
});

test('not where the pace allows none', async () => {
  const { log, lids } = await read({ live: hiding, files: [desiredGroup({ people: [listed(2)] })], asks: 0 });
  expect(log).toEqual(['groups 1']);
  expect(lids.get(key(2))?.kind).not.toBe('lid');
});

test('a photo is asked for where a file has a say in it and the group could be read', async () => {
  const photo = { kind: 'none' } as const;
  const files = [
    desiredGroup({ photo }),
    desiredGroup({ id: '120363000000000003@g.us' as GroupId }),
    desiredGroup({ id: basses, photo }),
  ];
  const { log, readings } = await read({ files, withPhotos: true });
  expect(log).toEqual(['groups 3', 'photo altos']);
  expect(readings.get(altos)).toMatchObject({ group: { photo: { kind: 'none' } } });
  expect(readings.get(basses)).toMatchObject({ kind: 'unreadable' });
  expect((await read({ files })).log).toEqual(['groups 3']);
});

test('what earlier readings told of people counts as well', async () => {
  const known = new Map([[singer(2).key, { kind: 'lid', lid: hers, at: planInput([]).now } as LidAnswer]]);
  const { log, lids } = await read({ live: hiding, files: [desiredGroup({ people: [listed(2)] })], known });
  expect(lids.get(key(2))).toMatchObject({ lid: hers });
  expect(log).toEqual(['groups 1']);
});
