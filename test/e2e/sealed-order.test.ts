import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createDraw } from '../support/draw.ts';
import { drawNumber, handles, toSealedFiles, toSealedWorld } from '../support/sealed-draw.ts';
import { peopleKeyEnv } from '../support/sealing.ts';
import { openStage } from '../support/stage.ts';

/*
 * Whoever may seal numbers of their own choice must not read the others' out of where a plan puts them. Two organisations
 * that differ in nothing but who has which number have one and the same plan, to the letter, in all its forms.
 */

/** Ids, and the letters of sealed numbers, which are others each time; times and folders. */
function toComparable(text: string, folder: string): string {
  return text
    .replaceAll(folder, '')
    .replaceAll(/\b[a-p]{12,32}\b|sealed:[a-z…]+/g, '')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z|lid:\d+/g, '');
}

/** What a plan says where the numbers were drawn so. */
async function plan(seed: number, numbering: number): Promise<readonly string[]> {
  const [draw, other] = [createDraw(seed), createDraw(numbering)];
  const numbers = new Map(handles.map((handle) => [handle, drawNumber(other)]));
  const files = await toSealedFiles(draw, numbers);
  const world = toSealedWorld(draw, [...numbers.values()]);
  const stage = await openStage({ files, world, env: peopleKeyEnv });
  onTestFinished(() => stage.close());
  const forms = ['--markdown', stage.path('plan.md'), '--out', stage.path('plan.json')];
  const { out, err } = await stage.run('plan', ...forms);
  const json = JSON.parse(await readFile(stage.path('plan.json'), 'utf8')) as { approved?: unknown };
  // Sorted by their ids, which are others for other numbers.
  const texts = [
    out,
    err,
    await readFile(stage.path('plan.md'), 'utf8'),
    JSON.stringify({ ...json, approved: '' }, null, 1),
  ];
  return texts.map((text) => toComparable(text, stage.folder));
}

test.each([1, 2, 3, 4])('a plan does not tell whose number is the greater one (seed %s)', async (seed) => {
  const [one, other] = [await plan(seed, 100 + seed), await plan(seed, 200 + seed)];
  expect(one[0]).toMatch(/joins|leaves/);
  expect(other).toEqual(one);
});
