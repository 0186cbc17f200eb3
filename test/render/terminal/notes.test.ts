import { describe, expect, it } from 'vitest';
import type { ApplyOutcome } from '../../../src/domain/plan/outcome.ts';
import { findNextCommand } from '../../../src/render/next-command.ts';
import { findNotes } from '../../../src/render/terminal/notes.ts';
import { freshFor } from '../../../src/domain/patience.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import type { ViewInput } from '../../../src/view/to-view.ts';
import { toView } from '../../../src/view/to-view.ts';
import { choirPlan, inputOf, planOf } from '../sample-plans.ts';
import { appliedPlan, provedPlan, refusedPlan } from '../sample-troubles.ts';
import { english } from '../../../src/words/english/english.ts';
import { indonesian } from '../../../src/words/indonesian/indonesian.ts';
import { portuguese } from '../../../src/words/portuguese/portuguese.ts';

const noon = Date.UTC(2026, 10, 23, 5, 42);

function nextAfter(end: Partial<ApplyOutcome>, again?: string) {
  const { plan, outcome } = appliedPlan(end);
  return findNextCommand(toView(inputOf(plan, { outcome })), again);
}

describe('the next command', () => {
  it('applies exactly the plan that was shown', () => {
    const input = inputOf({ ...choirPlan(), toCreate: [] });
    expect(findNextCommand(toView(input))).toBe(`rollcall apply --expect ${input.fingerprint}`);
    const flags = " --groups 'our groups' --sandbox";
    expect(findNextCommand(toView({ ...input, flags }))).toContain(`apply${flags} --expect`);
  });

  it('expects nothing where the next process will have another key', () => {
    const input = { ...inputOf({ ...choirPlan(), toCreate: [] }), isKeyLasting: false };
    expect(findNextCommand(toView(input))).toBe('rollcall apply');
  });

  it('is none where nothing is due or a limit objects', () => {
    expect(findNextCommand(toView(inputOf(planOf([]))))).toBeUndefined();
    expect(findNextCommand(toView(inputOf(refusedPlan())))).toBeUndefined();
  });

  it('is none where all is proved', () => {
    const { plan, outcome } = provedPlan();
    expect(findNextCommand(toView(inputOf(plan, { outcome })), 'rollcall apply')).toBeUndefined();
  });

  it('carries on with what was begun, where the caller says how', () => {
    expect(nextAfter({}, 'rollcall apply plan.json')).toBe('rollcall apply plan.json');
    expect(nextAfter({})).toBe('rollcall plan');
  });

  it('looks at the server first where that is gone', () => {
    const stop = { kind: 'stop', code: 'session-lost', text: 'you are not logged in' } as const;
    expect(nextAfter({ stop }, 'rollcall apply plan.json')).toBe('rollcall status');
  });
});

describe('the notes', () => {
  it('tell what a plan costs and what it does not know', () => {
    const forecast = { adds: 64, lookups: 80, days: 2, minutes: 44, isByAdding: true };
    expect(findNotes(toView(inputOf(choirPlan(), { forecast, memory: 'none' })), english)).toEqual([
      '7 groups of other accounts were not read.',
      'Pace: 64 adds and 80 look-ups, about 2 days by adding.',
      'No memory across runs: pace and limits know this run alone, and whoever is missing is added, also who left.',
    ]);
  });

  it('speak of the memory only where it matters', () => {
    expect(findNotes(toView(inputOf(planOf([]), { memory: 'none' })), english)).toEqual([]);
    expect(findNotes(toView(inputOf(planOf([]), { memory: 'unusable' })), english)).toHaveLength(1);
  });

  it('tell a memory that has not begun from one that is lost', () => {
    const isMemoryUnbegun = true as const;
    const first = toView(inputOf(planOf([]), { memory: 'unusable', memoryFault: 'Lost.', isMemoryUnbegun }));
    expect(findNotes(first, english)).toEqual([
      'There is no memory yet, so nobody is touched: rollcall apply --new-journal starts one.',
    ]);
  });

  it.each([
    ['on its first day', 0, true],
    ['on its last day of those', freshFor - 1, true],
    ['after that', freshFor, false],
  ])('say of a memory what it cannot know: %s', (_when, age, isSaid) => {
    const about = { now: Date.UTC(2026, 5, 1) + age, timezone: 'UTC' };
    const young = { memoryStartedAt: Date.UTC(2026, 5, 1), about };
    const note: string =
      'The memory began on 2026-06-01 and does not know who left or declined before: they may be added again. Said until 2026-07-31.';
    const tell = (plan: Plan, more: Partial<ViewInput> = {}) =>
      findNotes(toView(inputOf(plan, { ...young, ...more })), english);
    expect(tell(choirPlan()).some((each) => each === note)).toBe(isSaid);
    // Where nobody is added it makes no difference, nor among people of a rehearsal.
    expect(tell(planOf([]))).toEqual([]);
    expect(tell(choirPlan(), { sandbox: true })).not.toContain(note);
  });

  it.each([english, indonesian, portuguese])('say how many photos were not asked for: $language', (words) => {
    const about = { now: noon, timezone: 'Asia/Jakarta' };
    const tell = (count: number) =>
      findNotes(toView(inputOf(planOf([]), { about, recalled: { count, since: noon } })), words);
    const [one = '', ...more] = tell(1);
    expect(more).toEqual([]);
    expect(one).toMatch(/^1 (?:photo|foto) .*2026-11-23 12:42 \(Asia\/Jakarta\).*--ask-photos/);
    expect(tell(300)).toEqual([expect.stringMatching(/^300 /)]);
    expect(findNotes(toView(inputOf(planOf([]))), words)).toEqual([]);
  });

  it('say that a sandbox is one, and nothing of pace', () => {
    const forecast = { adds: 64, lookups: 80, days: 2, minutes: 44, isByAdding: true };
    expect(
      findNotes(toView(inputOf(planOf([]), { forecast, sandbox: true, memory: 'none' })), english),
    ).toEqual(['Sandbox: none of this touches WhatsApp. No pauses, and no memory across runs.']);
  });
});
