import { expect, test } from 'vitest';
import { toCreateRows } from '../../../src/render/terminal/creation-rows.ts';
import { escapeTerminal } from '../../../src/safe/escape.ts';
import type { FateView, NewGroupView } from '../../../src/view/creation/new-group-view.ts';
import type { View } from '../../../src/view/view.ts';
import { english } from '../../../src/words/english/english.ts';

const base: NewGroupView = {
  file: escapeTerminal('club.yaml'),
  name: escapeTerminal('Book Club'),
  id: 'abc',
  refused: false,
  others: [],
  first: escapeTerminal('ana'),
};
const run = {} as NonNullable<View['run']>;
const view = (more: Partial<View>) => ({ toCreate: [base], ...more }) as View;
const fate = (more: FateView): Partial<NewGroupView> => ({ fate: more });

test('groups to make stand in a plan, and after a run only where it had to do with them', () => {
  expect(toCreateRows(view({}), english)).toHaveLength(2);
  expect(toCreateRows(view({ run }), english)).toEqual([]);
});

test.each<[Partial<NewGroupView>, string]>([
  [{}, 'add'],
  [{ refused: true }, 'refused'],
  [{ obstacle: 'no-name' }, 'needsHuman'],
  [{ obstacle: 'observe' }, 'leftAlone'],
  [fate({ result: 'made', group: 'x', filed: 'filed' }), 'verified'],
  [fate({ result: 'made', group: 'x', filed: 'not-filed' }), 'needsHuman'],
  [fate({ result: 'nobody' }), 'needsHuman'],
])('each has its sign: %j', (more, sign) => {
  const [, row] = toCreateRows(view({ toCreate: [{ ...base, ...more }] }), english);
  expect(row).toMatchObject({ sign });
});
