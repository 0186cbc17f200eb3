import { expect, test } from 'vitest';
import type { Waiting } from '../../src/domain/plan/outcome.ts';
import { makeSafety } from '../../src/safe/labels.ts';
import { toWaitingView } from '../../src/view/to-waiting-view.ts';
import { changesOf, desiredGroup, listed, person } from '../render/sample-plans.ts';

const safety = makeSafety(false);
const { of, set } = changesOf(desiredGroup('altos.yaml', 'Altos'));
const about = { id: 'abc', file: 'altos.yaml', reason: 'left' } as const;

test.each<[string, Partial<Waiting>, object]>([
  ['a person', { change: of('add', person(21), listed('x')) }, { action: 'add', label: '+44 •••• ••• 021' }],
  ['a setting', { change: set('topic', 'a', 'b') }, { action: 'set', setting: 'topic', label: 'topic' }],
  ['an action alone', { what: 'remove' }, { action: 'remove', label: '' }],
  ['a setting by its name', { what: 'photo' }, { action: 'set', setting: 'photo', label: 'photo' }],
  ['what a plan file calls it', { what: 'add', label: 'dewi' }, { action: 'add', label: 'dewi' }],
  ['nothing that is known', {}, { label: '' }],
])('what waits is told as far as it is known: %s', (_, known, shown) => {
  expect(toWaitingView({ ...about, ...known }, [], safety)).toEqual({ ...about, name: '', ...shown });
});
