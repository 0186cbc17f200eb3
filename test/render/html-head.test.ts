import { expect, test } from 'vitest';
import { bothSchemes, notToBeFound, toHtmlHead } from '../../src/render/html-head.ts';

test('the policy stands before whatever it is to hold back', () => {
  const head = toHtmlHead({
    attributes: 'lang="en"',
    policy: "default-src 'none'",
    metas: [bothSchemes, ...notToBeFound],
    title: 'Choir',
    style: 'p {}',
  });
  expect(head).toEqual([
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="robots" content="noindex">',
    '<meta name="referrer" content="no-referrer">',
    '<title>Choir</title>',
    '<style>p {}</style>',
    '</head>',
  ]);
});
