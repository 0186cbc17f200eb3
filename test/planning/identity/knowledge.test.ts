import { expect, test } from 'vitest';
import type { LivePerson, Reading } from '../../../src/domain/group.ts';
import type { Lid } from '../../../src/domain/people/person.ts';
import { noPairs } from '../../../src/domain/people/seen-pairs.ts';
import { createKnowledge } from '../../../src/planning/identity/knowledge.ts';
import { singer } from '../../support/choir.ts';

const [ana, budi] = [singer(2), singer(3)];
const [lid, other] = ['330631678702157' as Lid, '330631678702158' as Lid];

/** A group that shows these people beside these LIDs. */
const reading = (people: readonly (readonly [typeof ana, Lid])[], peopleComplete = true) => {
  const members = people.map(([person, own]) => [person.key, { ...person, lid: own } as LivePerson] as const);
  return {
    kind: 'read',
    group: { people: new Map(members), unidentified: [], peopleComplete },
  } as unknown as Reading;
};
const know = (
  readings: readonly Reading[],
  lids: Parameters<typeof createKnowledge>[0]['lids'] = new Map(),
) => createKnowledge({ lids, pairs: noPairs, readings, people: new Map() });

test('who was told to have a LID, by look-ups', () => {
  const knowledge = know(
    [],
    new Map([
      [ana.key, { kind: 'lid', lid }],
      [budi.key, { kind: 'none' }],
    ]),
  );
  expect(knowledge.findTold(lid)).toEqual([ana.key]);
  expect(knowledge.findTold(other)).toEqual([]);
});

test('who is shown with a LID in another group of the run, once', () => {
  const knowledge = know([reading([[ana, lid]]), reading([[ana, lid]])]);
  expect(knowledge.findShown(lid).map(({ key }) => key)).toEqual([ana.key]);
  expect(knowledge.findLid(ana.key)).toBe(lid);
});

test('a number with two LIDs has none, and a list that is not whole shows nobody', () => {
  expect(know([reading([[ana, lid]]), reading([[ana, other]])]).findLid(ana.key)).toBeUndefined();
  expect(know([reading([[ana, lid]], false)]).findShown(lid)).toEqual([]);
});
