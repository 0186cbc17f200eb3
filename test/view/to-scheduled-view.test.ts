import { describe, expect, it } from 'vitest';
import { toView } from '../../src/view/to-view.ts';
import { choirPlan, inputOf } from '../render/sample-plans.ts';

type More = NonNullable<Parameters<typeof inputOf>[1]>;

function findObstacles(more: More) {
  return toView(inputOf(choirPlan(), more))
    .groups.flatMap(({ scheduled }) => scheduled)
    .map(({ refused, obstacle }) => (refused ? obstacle : 'approved'));
}

describe('what a date will bring', () => {
  it('is approved by a plan where a memory keeps it until its day', () => {
    expect(findObstacles({ memory: 'kept' })).toEqual(['approved', 'approved', 'owner']);
  });

  it('is not approved where none is kept: it needs a plan of its day', () => {
    expect(findObstacles({ memory: 'none' })).toEqual(['forgotten', 'forgotten', 'owner']);
  });

  it('is shown on a sandbox as it would be with a memory', () => {
    expect(findObstacles({ memory: 'none', sandbox: true })).toEqual(['approved', 'approved', 'owner']);
  });
});
