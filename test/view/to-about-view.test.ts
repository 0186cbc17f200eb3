import { expect, test } from 'vitest';
import type { Occasion } from '../../src/domain/occasion.ts';
import { makeSafety } from '../../src/safe/labels.ts';
import { toAboutView } from '../../src/view/to-about-view.ts';
import { noon } from '../support/choir.ts';

const view = (occasion?: Occasion) =>
  toAboutView({ now: noon, timezone: 'Asia/Jakarta', occasion }, makeSafety(false));

test('when it was made, by the policy’s clock; without a forge nothing else', () => {
  expect(view()).toEqual({ made: expect.objectContaining({ day: '2026-06-15', time: '19:00' }) });
});

const id = (start: string) => start.padEnd(40, 'a');
const textOf = (commit: string) =>
  view({ commit: { id: commit, address: 'https://git.example/c' } }).commit?.text;

test('a commit is found by the beginning of its id, also where that is made of digits', () => {
  expect(textOf(id('12345678'))).toBe('12345678');
  expect(textOf(id('1234567a'))).toBe('1234567a');
  // What is no commit's id is a text like any.
  expect(textOf('447700900002')).not.toContain('4477009');
});

test('titles and names are made safe, an address that is none is left out', () => {
  const { pullRequest, author, page } = view({
    pullRequest: { number: 7, title: 'call +44 7700 900002\n', address: 'javascript:alert(1)' },
    author: 'ana\u202e',
    page: 'https://u:p@git.example/',
  });
  expect(pullRequest?.text).toMatch(/^#7 call /);
  expect(JSON.stringify([pullRequest, author])).not.toMatch(/900002|\\n|\u202e/);
  expect(pullRequest).not.toHaveProperty('address');
  expect(page).toBeUndefined();
});
