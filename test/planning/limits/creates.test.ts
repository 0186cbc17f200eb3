import { expect, test } from 'vitest';
import { noPast } from '../../../src/domain/past.ts';
import { findPlanRefusals } from '../../../src/planning/limits/creates.ts';
import { desiredGroup, guard, limits } from '../../support/choir.ts';
import { creationOf } from '../../support/creation.ts';

const file = desiredGroup({ settings: { name: 'Book Club' } });
const strict = guard({ limits: { ...limits, creates: { run: 1 } } });
const refuse = (...toCreate: ReturnType<typeof creationOf>[]) =>
  findPlanRefusals({ groups: [], toCreate }, strict).map(({ limit, count }) => `${count} ${limit}`);

test('equal is allowed, one more is not', () => {
  expect(refuse(creationOf(file))).toEqual([]);
  expect(refuse(creationOf(file), creationOf(file))).toEqual(['2 creates']);
});

test('what is there already, stands still or is refused by itself is not made', () => {
  const found = creationOf(file, { found: file.id });
  const hindered = creationOf(file, { obstacle: 'same-name' });
  const refused = creationOf(file, {
    group: { refusals: [{ limit: 'adds', scope: 'group', count: 2, allowed: 1 }] },
  });
  expect(refuse(creationOf(file), found, hindered, refused)).toEqual([]);
});

test('those of the last day count, and say so', () => {
  const past = { ...noPast, creates: [{ at: 0, count: 1 }] };
  expect(findPlanRefusals({ groups: [], toCreate: [creationOf(file)] }, { ...strict, past })).toEqual([
    { limit: 'creates', scope: 'run', count: 2, allowed: 1, earlier: 1 },
  ]);
});

test('where nobody knows how many those were, the limit is not what stops it', () => {
  const past = { ...noPast, creates: [{ at: 0, count: Number.POSITIVE_INFINITY }] };
  expect(findPlanRefusals({ groups: [], toCreate: [creationOf(file)] }, { ...strict, past })).toEqual([]);
});
