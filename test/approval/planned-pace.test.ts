import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toPlannedPace } from '../../src/approval/planned-pace.ts';
import type { Pace } from '../../src/domain/organisation.ts';
import { UsageError } from '../../src/errors.ts';
import { toJson, viewWork } from '../../src/output/show.ts';
import { findDrift, options } from '../output/viewed.ts';
import { pace } from '../support/choir.ts';
import { makeFolder } from '../support/folder.ts';
import { toPlanText } from '../support/plan-text.ts';
import { createTestIo } from '../support/stage.ts';

/** A plan file that was judged by this pace. */
function write(judgedBy: Pace): string {
  const work = findDrift({}, { pace: judgedBy });
  const path = join(makeFolder(), 'plan.json');
  writeFileSync(path, toJson(viewWork(work, work, options), createTestIo({}).io));
  return path;
}

const slow: Pace = { ...pace, addsPerDay: 10, pause: { min: 9000, max: 12_000 } };
const fast: Pace = { ...pace, addsPerDay: 200, lookupsPerDay: 900, pause: { min: 100, max: 200 } };

test.each<[string, Pace, Pace[], Pace]>([
  ['without a plan file the files’ own', pace, [], pace],
  ['a plan file that was judged by a slower one', pace, [slow], slow],
  ['never a faster one', pace, [fast], pace],
  ['of several, each of the slowest parts', fast, [pace, slow], slow],
])('the pace of a run: %s', async (_, wanted, judged, expected) => {
  expect(await toPlannedPace(wanted, judged.map(write))).toEqual(expected);
});

test('an older plan file without one changes nothing', async () => {
  const path = join(makeFolder(), 'plan.json');
  writeFileSync(path, toPlanText('ab'));
  expect(await toPlannedPace(fast, [path])).toEqual(fast);
});

test.each(['{}', 'no JSON'])('what is no plan file is a wrong use: %s', async (text) => {
  const path = join(makeFolder(), 'plan.json');
  writeFileSync(path, text);
  await expect(toPlannedPace(pace, [path])).rejects.toThrow(UsageError);
});
