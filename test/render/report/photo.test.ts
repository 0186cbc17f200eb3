import { expect, test } from 'vitest';
import { findPhoto } from '../../../src/render/report/photo.ts';
import type { Voice } from '../../../src/render/report/voice.ts';
import { escapeHtml } from '../../../src/safe/escape-html.ts';
import type { GroupView } from '../../../src/view/group-view.ts';
import { english } from '../../../src/words/english/english.ts';

const voice = { words: english, escape: escapeHtml } as Voice;
const change = { action: 'set', setting: 'photo', after: 'photos/a.jpg', thumbnails: { before: 'data:old' } };
const groupWith = (...changes: object[]) =>
  ({ name: 'A "B"', file: 'a.yaml', changes }) as unknown as GroupView;

test('a new photo has its file, and the address where the forge shows it', () => {
  const picture = 'https://forge.example/raw/5f3c/groups/photos/a.jpg';
  expect(findPhoto(groupWith({ action: 'add' }, { ...change, picture }), voice)).toEqual({
    group: '“A &#39;B&#39;”',
    isRemoved: false,
    before: 'data:old',
    file: 'photos/a.jpg',
    address: picture,
  });
});

test('one that is taken away has neither', () => {
  expect(findPhoto(groupWith({ ...change, after: 'none' }), voice)).toEqual({
    group: '“A &#39;B&#39;”',
    isRemoved: true,
    before: 'data:old',
  });
});

test('a group whose photo stays has none', () => {
  expect(findPhoto(groupWith({ action: 'set', setting: 'topic' }), voice)).toBeUndefined();
});
