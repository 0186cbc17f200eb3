import { expect, test } from 'vitest';
import type { Lid, PersonKey } from '../../../src/domain/people/person.ts';
import type { SeenPairs } from '../../../src/domain/people/seen-pairs.ts';
import type { Stage } from '../journal-stage.ts';
import { ana, basses, budi, citra, createStage, day, dewi, reading } from '../journal-stage.ts';

const [one, two] = ['330631678702157', '330631678702158'] as [Lid, Lid];
const stranger = '447700900099' as PersonKey;

async function findPairs(stage: Stage): Promise<SeenPairs> {
  return (await stage.read()).pairs;
}

test('who was seen once with a LID is known by it again; who was not is not', async () => {
  const stage = await createStage();
  await stage.run(reading([ana, budi], { lids: [one] }));
  const pairs = await findPairs(stage);
  expect(pairs.peopleOf(one)).toEqual([ana]);
  expect(pairs.isSure(ana, one)).toBe(true);
  expect([pairs.isUnique(ana), pairs.isUnique(budi)]).toEqual([true, false]);
  expect(pairs.peopleOf(two)).toEqual([]);
  expect([pairs.hasOther(ana, one), pairs.hasOther(ana, two)]).toEqual([false, true]);
});

test('a LID with two numbers is sure of neither, and both are known by it, the last one first', async () => {
  const stage = await createStage();
  await stage.run(reading([ana], { lids: [one] }), reading([budi], { lids: [one] }));
  const pairs = await findPairs(stage);
  expect(pairs.peopleOf(one)).toEqual([budi, ana]);
  expect([pairs.isSure(ana, one), pairs.isSure(budi, one)]).toEqual([false, false]);
});

test('a number with two LIDs is sure of neither', async () => {
  const stage = await createStage();
  await stage.run(reading([ana], { lids: [one] }), reading([ana], { lids: [two] }));
  const pairs = await findPairs(stage);
  expect([pairs.isSure(ana, one), pairs.isSure(ana, two)]).toEqual([false, false]);
  expect([pairs.hasOther(ana, one), pairs.hasOther(ana, two)]).toEqual([true, true]);
});

test('somebody whom no file knows takes the certainty, and is told of no more than that', async () => {
  const stage = await createStage();
  await stage.run(reading([ana], { lids: [one] }), reading([stranger], { lids: [one] }));
  const pairs = await findPairs(stage);
  expect(pairs.peopleOf(one)).toEqual([ana]);
  expect(pairs.isSure(ana, one)).toBe(false);
});

test('half a list shows nobody, and a number that is only remembered is not seen', async () => {
  const stage = await createStage();
  await stage.run(
    reading([ana], { lids: [one], isComplete: false }),
    reading([budi], { lids: [two], isRemembered: true }),
  );
  const pairs = await findPairs(stage);
  expect([...pairs.peopleOf(one), ...pairs.peopleOf(two)]).toEqual([]);
});

test('the journal holds neither, and a pair once a month, however often and in however many groups it is seen', async () => {
  const stage = await createStage();
  const seen = reading([ana], { lids: [one] });
  const count = () => stage.text().match(/"pairs":/g)?.length;
  await stage.run(seen, seen, reading([ana], { lids: [one], group: basses }));
  await stage.run(seen);
  expect(count()).toBe(1);
  expect(stage.text()).not.toMatch(/\d{7,}(?!Z)/);
  stage.clock.advance(31 * day);
  await stage.run(seen);
  expect(count()).toBe(2);
});

test('a LID is forgotten when nobody has seen it for more than a year, with any number', async () => {
  const stage = await createStage();
  await stage.run(reading([ana], { lids: [one] }));
  stage.clock.advance(399 * day);
  await stage.run(reading([budi], { lids: [one] }));
  stage.clock.advance(399 * day);
  expect((await findPairs(stage)).peopleOf(one)).toEqual([budi, ana]);
  stage.clock.advance(2 * day);
  expect((await findPairs(stage)).peopleOf(one)).toEqual([]);
});

test('a server that gives one LID ever new numbers does not fill the memory', async () => {
  const stage = await createStage();
  const numbers = Array.from({ length: 50 }, (_, i) => String(447_700_901_000 + i) as PersonKey);
  await stage.run(...[ana, budi, ...numbers, citra, dewi].map((key) => reading([key], { lids: [one] })));
  expect((await findPairs(stage)).peopleOf(one)).toEqual([dewi, citra]);
});
