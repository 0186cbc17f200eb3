import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/safe/escape-html.ts';
import {
  emphasiseMarkdown,
  escapeMarkdown,
  isolateMarkdown,
  toFence,
} from '../../src/safe/escape-markdown.ts';

/** Everything that is markup somewhere, and some that is not. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'\\`*_{}[]<>()#+-.!|~&$=^:@/"\' \t'.split(''),
        'a',
        '1',
        'deadbeef',
        'www.',
        'http://',
        'GH-1',
        '&amp;',
        '<!--',
        '](javascript:',
        '    ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join('').replace(/\s/g, ' '));

/** What a browser makes of entities. */
function decode(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? (named[name] ?? '') : String.fromCodePoint(Number(code)),
  );
}

const seen = (text: string) => decode(text).replaceAll('\u200b', '');

describe('escapeMarkdown', () => {
  it.each([
    ['a mention', '@ana', '@&#8203;ana'],
    ['an issue', 'see #12', 'see &#35;&#8203;12'],
    ['an address', 'https://example.org', 'https:&#8203;//example.org'],
    ['an address without a scheme', 'www.example.org', 'www&#8203;.example.org'],
    ['a commit', 'deadbeef1', 'deadbe&#8203;ef1'],
    ['a link', '[x](y)', '&#91;x&#93;(y)'],
    ['emphasis', '**a** _b_', '&#42;&#42;a&#42;&#42; &#95;b&#95;'],
    ['a tag', '<img src=x>', '&#60;img src&#61;x&#62;'],
    ['a list', '- a', '&#45; a'],
    ['a numbered list', '1. a', '1&#46; a'],
    ['code by indentation', '    a', '&#32;&#32;&#32;&#32;a'],
    ['a cell', 'a | b', 'a &#124; b'],
    ['an emoji by name', ':smile:', ':&#8203;smile:'],
    [
      'what is none of it',
      'Tuesdays 19.30, St Mark’s (choir-room)',
      'Tuesdays 19.30, St Mark’s (choir-room)',
    ],
  ])('%s', (_name, text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('reads as it was written', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(seen(escapeMarkdown(text))).toBe(text.replaceAll('\u200b', ''));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no sign that is markup', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const bare = escapeMarkdown(text).replace(/&#\d+;/g, '•');
        expect(bare).not.toMatch(/[\\`*_{}[\]<>#|~&$=^]|@(?!•)|^[-+] |^\s/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a name whose letters run from right to left', () => {
  it.each(['חברים', 'أصدقاء', 'Choir חברים', 'ދިވެހި', '𞤀𞤣𞤤𞤢𞤥'])('turns nothing round: %s', (name) => {
    expect(isolateMarkdown(name)).toBe(`&#8296;${name}&#8297;`);
    expect(emphasiseMarkdown(name)).toMatch(/^&#8296;(?:\*\*|<b>).*(?:\*\*|<\/b>)&#8297;$/);
  });

  it('is the only one with signs around it', () => {
    for (const name of ['Ana', 'Дима', '合唱', '1', '']) expect(isolateMarkdown(name)).toBe(name);
    expect(emphasiseMarkdown('Ana')).toBe('**Ana**');
  });
});

describe('a fence', () => {
  it('is longer than anything within it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('`', 'a') })), (lines) => {
        const fence = toFence(lines);
        expect(fence).toMatch(/^`{3,}$/);
        expect(lines.some((line) => line.includes(fence))).toBe(false);
      }),
    );
  });
});

describe('escapeHtml', () => {
  it('leaves no tag, no attribute’s end, and reads as it was written', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"'`]|&(?!amp;|lt;|gt;|quot;|#39;|#96;)/);
        expect(decode(escaped)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
