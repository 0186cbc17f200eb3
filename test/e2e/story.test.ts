import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../support/folder.ts';
import { findYaml } from '../support/story/tell-story.ts';
import type { Step } from '../support/story/tell-story.ts';
import { tellStory } from '../support/story/tell-story.ts';
import { five, makeResidents } from '../support/story/residents.ts';

/*
 * The first hour of somebody with groups on phones and a spreadsheet, in small: five groups, forty people. `npm run story`
 * tells it of forty groups and twelve hundred people, with the time of each step.
 */

test('from phones and a spreadsheet to files, and after drift again', async () => {
  const folder = join(makeFolder(), 'our groups');
  const steps = await tellStory(five, folder);
  expect(steps.map(({ command }) => command).join(' ')).toBe('init groups import plan plan plan adopt plan');
  expect(steps.filter(({ code, expected, writes }) => code !== expected || writes > 0)).toEqual([]);
  checkTold(steps);
  checkFiles(folder);
});

/** What somebody reads at each step. */
function checkTold([, groups, imported, additive, exact, , adopted, after]: readonly Step[]): void {
  expect(groups?.out).toMatch(/is in 5 groups.*5 groups have no file: rollcall import writes them/s);
  expect(imported?.out).toMatch(/In the spreadsheet and in no group: 3 people/);
  expect(imported?.out).toMatch(/A spreadsheet has shortened it/);
  for (const plan of [additive, exact, after])
    expect(plan?.out).toMatch(/^Plan \(sandbox\): nothing to change in 5 groups\./);
  expect(adopted?.out).toMatch(/files? follows? their groups?/);
}

/** A file a group, exact by now, and everybody of the spreadsheet by a handle; nobody's number beside theirs. */
function checkFiles(folder: string): void {
  const names = findYaml(join(folder, 'groups'));
  const texts = names.map((name) => readFileSync(join(folder, 'groups', name), 'utf8'));
  expect(texts).toHaveLength(five.groups);
  for (const text of texts) expect(text).toMatch(/^manage: exact$/m);
  const people = readFileSync(join(folder, 'groups', '_people.yaml'), 'utf8');
  // Three of those who hide their numbers stand in the spreadsheet, and were asked about.
  expect(makeResidents(five).filter(({ isHidden }) => isHidden)).toHaveLength(five.hidden);
  expect(people.match(/\blid:/g)).toHaveLength(1);
}
