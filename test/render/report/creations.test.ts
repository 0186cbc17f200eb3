import { expect, test } from 'vitest';
import { findCreations } from '../../../src/render/report/creations.ts';
import { escapeInline } from '../../../src/safe/inline.ts';
import { escapeTerminal } from '../../../src/safe/escape.ts';
import type { NewGroupView } from '../../../src/view/creation/new-group-view.ts';
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
const target = { escape: escapeInline, mark: escapeInline, emphasise: escapeInline, showsTopics: false };
const voice = { words: english, ...target, sharedNames: new Set() } as unknown as Parameters<
  typeof findCreations
>[1];

test('groups to make are a line each, and after a run only where it had to do with them', () => {
  expect(findCreations(view({}), voice)).toEqual([
    '“Book Club” (club.yaml): is made with ana; everybody else joins afterwards, at the pace of the policy.',
  ]);
  expect(findCreations(view({ run }), voice)).toEqual([]);
});
