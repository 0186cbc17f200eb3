import { expect, test } from 'vitest';
import type { SinceBase } from '../../../../src/domain/origin.ts';
import type { PersonChange } from '../../../../src/domain/plan/change.ts';
import { renderMarkdown } from '../../../../src/render/report/markdown/render-markdown.ts';
import { toView } from '../../../../src/view/to-view.ts';
import { english } from '../../../../src/words/english/english.ts';
import { budi, changesOf, desiredGroup, groupPlan, inputOf, person, planOf } from '../../sample-plans.ts';

/** A name that takes eight times its length in Markdown. */
const long = '@'.repeat(100);
const crowd = Array.from({ length: 900 }, (_, index) => person(index + 10, `h${index}`, `${index}${long}`));

const quiet: SinceBase = {
  base: 'main',
  origins: new Map(),
  stopped: [],
  arrived: [],
  relaxed: [],
  loosened: [],
  unread: [],
  numbers: [],
  known: new Set(),
};

const limit = { kind: 'limit', rule: 'removals.run', before: 20, after: 5000 } as const;

test.each<[string, Partial<SinceBase>]>([
  ['new people', { newPeople: { arrived: crowd, renamed: [], alike: [] } }],
  [
    'other names',
    { newPeople: { arrived: [], renamed: crowd.map((who) => ({ person: who, before: long })), alike: [] } },
  ],
  [
    'other numbers',
    { numbers: crowd.map((who) => ({ person: who, before: person(999).phone, groups: 0, adminIn: 0 })) },
  ],
  [
    'allowances',
    {
      loosened: [
        ...crowd.map(({ handle = '' }) => ({
          kind: 'allow' as const,
          group: { file: `${handle}.yaml`, name: long },
          limit: 'adds' as const,
          number: 9000,
          until: '2026-12-01',
          reason: long,
        })),
        limit,
      ],
    },
  ],
])('a flood of %s hides neither a loosened rule nor a group', (_, flood) => {
  const altos = desiredGroup('altos.yaml', 'Altos');
  const change = changesOf(altos).of('remove', budi, { kind: 'unlisted' });
  const plan = planOf([groupPlan(altos, { changes: [change] })]);
  const stopped = [{ file: 'board.yaml', name: 'Board', how: 'deleted' }] as const;
  const text = renderMarkdown(
    toView(inputOf(plan, { since: { ...quiet, stopped, loosened: [limit], ...flood } })),
    english,
  );
  expect(text).toContain('limits.removals.run in &#95;policy.yaml: 5,000 instead of 20');
  expect(text).toContain('“Board” (board.yaml) is no longer looked after');
  expect(text).toContain('**budi** is removed.');
  expect(text).toMatch(/… and \d+ more/);
});

test('a row of dates that has no room for its names has their number', () => {
  const altos = desiredGroup('altos.yaml', 'Altos');
  const scheduled = crowd.map((who) => ({
    change: changesOf(altos).of('remove', who, {
      kind: 'ended',
      until: '2026-12-31',
      via: [],
    }) as PersonChange,
    on: '2027-01-01',
  }));
  const text = renderMarkdown(toView(inputOf(planOf([groupPlan(altos, { scheduled })]))), english);
  expect(text).toContain('| 1 January 2027 | “Altos” | 900 removals. |');
});
