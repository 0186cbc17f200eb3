import { expect, test } from 'vitest';
import { makeSafety } from '../../src/safe/labels.ts';
import { toAboutView } from '../../src/view/to-about-view.ts';

const now = Date.UTC(2026, 5, 2, 12);
const safety = makeSafety(false);

test('without a forge there is only the time', () => {
  expect(toAboutView({ now, timezone: 'Asia/Jakarta' }, safety)).toEqual({
    made: { at: now, day: '2026-06-02', time: '19:00', zone: 'Asia/Jakarta' },
  });
});

test('what people wrote is masked and made safe, and only addresses of the web are linked', () => {
  const occasion = {
    commit: { id: 'abcdef12'.repeat(5), address: 'file:///srv/choir/commit/abcdef12' },
    pullRequest: { number: 7, title: 'Call +44 7700 900123\u202e', address: 'https://forge.example/pull/7' },
    author: 'clara\u0007',
    page: 'javascript:alert(1)',
  };
  expect(toAboutView({ now, occasion }, safety)).toMatchObject({
    commit: { text: 'abcdef12' },
    pullRequest: {
      text: String.raw`#7 Call +•• •••• •••123\u{202e}`,
      address: 'https://forge.example/pull/7',
    },
    author: String.raw`clara\u{7}`,
  });
  expect(toAboutView({ now, occasion }, safety)).not.toHaveProperty('page');
  expect(toAboutView({ now, occasion }, safety).commit).not.toHaveProperty('address');
});
