import { expect, test } from 'vitest';
import { findSameLists, findTeams } from '../../src/importing/find-teams.ts';
import { singer } from '../support/choir.ts';

const row = (n: number, ...teams: string[]) => ({ ...singer(n), teams, place: `x.csv:${n}` });
const handles = new Map([2, 3, 4].map((n) => [singer(n).key, `p${n}`]));

test('teams of the spreadsheet that the files do not have, of whoever has a handle', () => {
  const sheet = [row(3, 'choir', 'board'), row(2, 'board'), row(4, 'old'), row(5, 'choir', 'strangers')];
  expect(findTeams(sheet, handles, ['old'])).toEqual([
    { name: 'board', handles: ['p3', 'p2'] },
    { name: 'choir', handles: ['p3'] },
  ]);
});

test('the same people in several files, in whatever order, three at least', () => {
  const groups = [
    { file: 'a', people: ['x', 'y', 'z'] },
    { file: 'b', people: ['z', 'x', 'y'] },
    { file: 'c', people: ['x', 'y'] },
    { file: 'd', people: ['y', 'x'] },
    { file: 'e', people: ['x', 'y', 'w'] },
  ];
  expect(findSameLists(groups)).toEqual([{ files: ['a', 'b'], people: 3 }]);
});
