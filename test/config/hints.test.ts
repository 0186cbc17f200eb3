import { expect, test } from 'vitest';
import { findNearest, toHint } from '../../src/config/hints.ts';

test.each([
  ['topci', ['topic', 'name'], 'topic'],
  ['TOPIC', ['topic'], 'topic'],
  ['ab', ['cd'], undefined],
  ['a', ['b'], 'b'],
  // A third of its letters, and not more.
  ['membrs', ['members'], 'members'],
  ['mmbrss', ['members'], undefined],
  ['announce', ['announcement'], undefined],
  ['', ['a'], 'a'],
  ['anything', [], undefined],
  // Of two that are equally near the first.
  ['bat', ['cat', 'hat'], 'cat'],
  ['cast', ['cart', 'cast'], 'cast'],
])('%j among %j means %j', (word, candidates, nearest) => {
  expect(findNearest(word, candidates)).toBe(nearest);
});

test('the sentence to append, or none', () => {
  expect(toHint('altoss', ['altos'], (name) => `team:${name}`)).toBe(' Did you mean `team:altos`?');
  expect(toHint('zzz', ['altos'])).toBe('');
});
