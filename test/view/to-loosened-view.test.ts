import { expect, test } from 'vitest';
import type { Loosened } from '../../src/domain/loosened.ts';
import { makeSafety } from '../../src/safe/labels.ts';
import { toLoosenedView, toPlaceView } from '../../src/view/to-loosened-view.ts';
import { lid, phone, singer } from '../support/choir.ts';

const bell = '\u0007';

test.each<[kind: string, loosened: Loosened]>([
  ['account', { kind: 'account', name: 'main', before: phone('447700900001'), after: phone('447700900002') }],
  ['somebody', { kind: 'unprotected', who: singer(2) }],
  [
    'the author of an allow',
    {
      kind: 'allow',
      group: { file: 'a.yaml', name: '+44 7700 900002' },
      limit: 'adds',
      number: 3,
      until: '2026-07-01',
      reason: `ask +447700900003${bell}`,
    },
  ],
])('numbers of %s are masked, and nothing in it moves a cursor', (_kind, loosened) => {
  const text = JSON.stringify(toLoosenedView(loosened, makeSafety(false)));
  expect(text).not.toMatch(/\d{7}/);
  expect(text).not.toContain(bell);
});

test('accounts are masked even where numbers are shown', () => {
  const account: Loosened = { kind: 'account', name: 'main', after: phone('447700900002') };
  expect(JSON.stringify(toLoosenedView(account, makeSafety(true)))).not.toMatch(/\d{7}/);
});

test('whoever is known by a LID alone is called by it', () => {
  const view = toLoosenedView({ kind: 'unprotected', who: lid('330631678702157') }, makeSafety(false));
  expect(view).toEqual({ kind: 'unprotected', label: 'lid:330631678702157' });
});

test('a group without a name has an empty one', () => {
  const calm = { file: 'a.yaml', name: 'Test, nobody is in it' };
  expect(toPlaceView(calm, makeSafety(false), () => 'Choir')).toEqual({ file: 'a.yaml', name: 'Choir' });
  expect(toPlaceView(calm, makeSafety(false), () => undefined)).toEqual(calm);
  expect(toPlaceView({ file: 'a.yaml' }, makeSafety(false))).toEqual({ file: 'a.yaml', name: '' });
});
