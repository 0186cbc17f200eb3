import { expect, test } from 'vitest';
import type { LidAnswer, Reader } from '../../src/domain/gateway.ts';
import type { PhoneNumber } from '../../src/domain/people/person.ts';
import { createLookUp } from '../../src/reading/look-up.ts';
import { key, lid, singer } from '../support/choir.ts';

type Told = Awaited<ReturnType<Reader['findLid']>>;

const hers = lid('330631678702157');
const found: Told = { kind: 'lid', lid: hers };

function toShort(text: string): string {
  return String(Number(text.slice(-6)) - 900_000);
}

/** Looks singers up of whom GOWA says these things, one after the other; what was asked and what came of it. */
async function lookUp(
  answers: Readonly<Record<number, readonly Told['kind'][]>>,
  {
    people = 9,
    asks = 9,
    known = new Map(),
  }: { people?: number; asks?: number; known?: ReadonlyMap<ReturnType<typeof key>, LidAnswer> } = {},
) {
  const log: string[] = [];
  const left = new Map(Object.entries(answers).map(([n, kinds]) => [singer(Number(n)).phone, [...kinds]]));
  const reader = {
    findLid: async (phone: PhoneNumber): Promise<Told> => {
      const kind = left.get(phone)?.shift() ?? 'unknown';
      return kind === 'lid' ? found : { kind };
    },
  } as Reader;
  const ask = createLookUp(reader, {
    people,
    asks,
    onAsk: async (person, isFirst) => void log.push(`${isFirst ? 'ask' : 'again'} ${toShort(person)}`),
    onAnswer: async (person, answer) => void log.push(`${toShort(person)} ${answer.kind}`),
  });
  const lids = await ask(
    Object.keys(answers).map((n) => singer(Number(n))),
    known,
  );
  return { log, kinds: [...lids].map(([person, { kind }]) => `${toShort(person)} ${kind}`) };
}

test.each<[string, Readonly<Record<number, readonly Told['kind'][]>>, object, string[]]>([
  ['a LID is believed at once', { 2: ['lid'] }, {}, ['ask 2', '2 lid']],
  ['that there is none, when it was said twice', { 2: ['none', 'none'] }, {}, ['ask 2', 'again 2', '2 none']],
  ['one bad moment makes nobody LID-less', { 2: ['none', 'lid'] }, {}, ['ask 2', 'again 2', '2 lid']],
  [
    'a server that learns it by being asked is asked again',
    { 2: ['untold', 'lid'] },
    {},
    ['ask 2', 'again 2', '2 lid'],
  ],
  [
    'what it still cannot tell is unknown',
    { 2: ['untold', 'untold'] },
    {},
    ['ask 2', 'again 2', '2 unknown'],
  ],
  ['no answer is not asked for again', { 2: ['unknown'] }, {}, ['ask 2', '2 unknown']],
  [
    'no more people than may be',
    { 2: ['none', 'none'], 3: ['lid'] },
    { people: 1 },
    ['ask 2', 'again 2', '2 none'],
  ],
  [
    'no more asks than may be, and half a “none” counts for nothing',
    { 2: ['none', 'none'], 3: ['lid'] },
    { asks: 1 },
    ['ask 2'],
  ],
  ['nobody where nothing is left', { 2: ['lid'] }, { asks: 0.5 }, []],
])('looking people up: %s', async (_, answers, options, expected) => {
  expect((await lookUp(answers, options)).log).toEqual(expected);
});

test('no answer takes nothing back that was known', async () => {
  const known = new Map<ReturnType<typeof key>, LidAnswer>([
    [key(2), { kind: 'lid', lid: hers, isOld: true }],
  ]);
  expect((await lookUp({ 2: ['unknown'] }, { known })).kinds).toEqual(['2 lid']);
});
