import { describe, expect, test } from 'vitest';
import { createPacer, createUnpaced, findAffordable, toCost } from '../../src/apply/pace.ts';
import type { Change, SettingChange, Step } from '../../src/domain/plan/change.ts';
import { noPast } from '../../src/domain/past.ts';
import { altos, noon, pace, personChange, say } from '../support/choir.ts';

const hour = 3_600_000;
const rename: SettingChange = {
  group: altos,
  action: 'set',
  setting: 'name',
  before: 'Altoz',
  after: 'Altos',
  why: { kind: 'differs' },
};
const add: Step = [personChange('add', 2), personChange('add', 3)];
const remove: Step = [personChange('remove', 4), personChange('remove', 5), personChange('remove', 6)];

test.each<[string, Step, adds: number, lookups: number]>([
  ['two adds', add, 2, 2],
  ['three removals', remove, 0, 3],
  ['a setting', [rename], 0, 0],
])('%s cost what GOWA looks up for them', (_, step, adds, lookups) => {
  expect(toCost(step)).toEqual({ adds, lookups });
});

/** A pacer after 30 adds of yesterday, and look-ups of the day before; `pass` lets time pass. */
function start(more: object = {}, random = () => 0.5) {
  let now = noon;
  const clock = { now: () => now, sleep: async () => undefined };
  const past = {
    ...noPast,
    adds: [{ at: noon - 23 * hour, count: 30 }],
    lookups: [{ at: noon - 25 * hour, count: 400 }],
  };
  const pacer = createPacer({ pace, past, clock, random, ...more });
  return { pacer, pass: (milliseconds: number) => (now += milliseconds) };
}

describe('a pacer', () => {
  test('counts what earlier runs and this one spent in 24 hours, and no longer', () => {
    const { pacer, pass } = start();
    expect(pacer.left()).toEqual({ adds: 10, lookups: 400 });
    pacer.spend({ adds: 10, lookups: 400 });
    expect(pacer.left()).toEqual({ adds: 0, lookups: 0 });
    // The adds of yesterday end in an hour, the look-ups of now in a day.
    expect(pacer.resumesAt()).toBe(noon + 24 * hour);
    pass(hour);
    expect(pacer.left()).toEqual({ adds: 30, lookups: 0 });
  });

  test('takes back adds that GOWA refused before it sent anything', () => {
    const { pacer } = start();
    pacer.spend({ adds: 5, lookups: 5 });
    pacer.spend({ adds: -5, lookups: 0 });
    expect(pacer.left()).toEqual({ adds: 10, lookups: 395 });
  });

  test('never lets a run spend more look-ups than it has reserved, whatever the day has left', () => {
    const { pacer } = start({ most: 6 });
    pacer.spend({ adds: 0, lookups: 4 });
    expect(pacer.left().lookups).toBe(2);
    expect(start({ most: 'all' }).pacer.left().lookups).toBe(400);
  });

  test.each<[string, Step, random: number, milliseconds: number]>([
    ['an add: one long pause for each person in it', add, 0, 40_000],
    ['an add at the most', add, 1, 120_000],
    ['a removal: one short pause, however many', remove, 0, 3000],
    ['a setting: the same', [rename], 1, 8000],
  ])('waits after %s', (_, step, random, milliseconds) => {
    expect(start({}, () => random).pacer.pauseAfter(step)).toBe(milliseconds);
  });

  test('of the sandbox neither counts nor waits', () => {
    const pacer = createUnpaced();
    pacer.spend({ adds: 1000, lookups: 1000 });
    expect(pacer.left()).toEqual({ adds: Number.POSITIVE_INFINITY, lookups: Number.POSITIVE_INFINITY });
    expect(pacer.pauseAfter(add)).toBe(0);
  });
});

test.each<[string, adds: number, lookups: number, affordable: string[]]>([
  ['all where there is enough', 9, 9, ['remove 4', 'add 2', 'set name', 'add 3', 'promote 5']],
  ['no second add where one is left', 1, 9, ['remove 4', 'add 2', 'set name', 'promote 5']],
  ['what comes first where look-ups end', 9, 2, ['remove 4', 'add 2', 'set name']],
  ['settings alone where nothing is left', 0, 0, ['set name']],
])('what the day pays for, in its order: %s', (_, adds, lookups, affordable) => {
  const changes: Change[] = [
    personChange('remove', 4),
    personChange('add', 2),
    rename,
    personChange('add', 3),
    personChange('promote', 5),
  ];
  expect(findAffordable(changes, { adds, lookups }).map(say)).toEqual(affordable);
});
