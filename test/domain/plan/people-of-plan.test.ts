import { describe, expect, test } from 'vitest';
import { findPeopleOf, hasStrangers } from '../../../src/domain/plan/people-of-plan.ts';
import {
  ana,
  changesOf,
  citra,
  desiredGroup,
  groupPlan,
  planOf,
  stranger,
} from '../../render/sample-plans.ts';

const altos = desiredGroup('altos.yaml', 'Altos');
const { of } = changesOf(altos);
const removing = (...people: readonly (typeof stranger)[]) =>
  groupPlan(altos, { changes: people.map((person) => of('remove', person, { kind: 'unlisted' })) });
const byKey = (people: readonly (typeof stranger)[]) => new Map(people.map((person) => [person.key, person]));

describe('whom a plan is about', () => {
  test('whoever is in a change, and whom an obstacle stands in the way of', () => {
    expect(findPeopleOf(removing(citra, stranger))).toEqual(expect.arrayContaining([citra, stranger]));
    const leftAlone = [{ reason: 'owner' as const, change: of('remove', stranger, { kind: 'unlisted' }) }];
    expect(findPeopleOf(groupPlan(altos, { leftAlone }))).toContain(stranger);
  });

  test.each([
    ['of nobody but people with handles there are none', [ana, citra], [], false],
    ['whoever has neither name nor handle is one', [ana, stranger], [], true],
    ['unless the files name them elsewhere', [stranger], [{ ...stranger, handle: 'gus' }], false],
    ['a number in a file names nobody', [stranger], [stranger], true],
  ])('strangers: %s', (_, removed, people, is) => {
    expect(hasStrangers(planOf([removing(...removed)]), byKey(people))).toBe(is);
  });

  test('a number that the file lists, and of which nothing is to be said, asks for no name', () => {
    const desired = { ...altos, people: new Map([[stranger.key, stranger as never]]) };
    expect(hasStrangers(planOf([groupPlan(desired, {})]), new Map())).toBe(false);
    expect(findPeopleOf(groupPlan(desired, {}))).toEqual([stranger]);
  });
});
