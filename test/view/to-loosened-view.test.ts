import { expect, test } from 'vitest';
import type { Loosened } from '../../src/domain/loosened.ts';
import { makeSafety } from '../../src/safe/labels.ts';
import { toLoosenedView, toPlaceView } from '../../src/view/to-loosened-view.ts';
import { lid, phone, singer } from '../support/choir.ts';

const view = (loosened: Loosened) => toLoosenedView(loosened, makeSafety(true));

test('numbers of accounts are masked even where others are shown', () => {
  const account = {
    kind: 'account',
    name: 'main',
    before: phone('447700900001'),
    after: phone('447700900009'),
  } as const;
  expect(JSON.stringify(view(account))).not.toMatch(/7700|90000/);
  expect(view({ kind: 'account', name: 'main', before: phone('447700900001') })).not.toHaveProperty('after');
});

test('who is no longer protected is called as anybody is, or by the LID', () => {
  expect(view({ kind: 'unprotected', who: { ...singer(2), handle: 'ana' } })).toMatchObject({
    label: expect.stringMatching(/^ana/),
  });
  expect(view({ kind: 'unprotected', who: lid('330631678702157') })).toMatchObject({
    label: 'lid:330631678702157',
  });
});

test('texts of others are made safe', () => {
  const texts = JSON.stringify([
    view({ kind: 'memory', before: 'a\u202e', after: 'b\n' }),
    toPlaceView({ file: 'a\n.yaml', name: 'A\u001b' }, makeSafety(false)),
  ]);
  expect(texts).not.toMatch(/(?<!\\)\\[nu]|\u202e/);
  expect(toPlaceView({ file: 'a.yaml' }, makeSafety(false)).name).toBe('');
});
