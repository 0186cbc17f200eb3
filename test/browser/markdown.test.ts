import * as fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../src/safe/escape-markdown.ts';
import { renderMarkdown } from '../../src/render/report/markdown/render-markdown.ts';
import { hostileNames, viewOf } from '../render/hostile.ts';
import { languages, reportViews } from '../render/sample-reports.ts';
import { english } from '../../src/words/english/english.ts';

const parse = (text: string) => marked.parse(text, { async: false, gfm: true });
const findTags = (html: string) =>
  (html.match(/<\/?[a-z!][^>]*>/gi) ?? [])
    .filter((tag) => !/^<\/?code|br/.test(tag))
    .map((tag) => (photo.test(tag) ? '<img>' : tag.replace(/^(<\/?)strong>$/, '$1b>')));
/** A photo of the pull request, whatever it and its group are called. */
const photo = /^<img src="https:\/\/forge\.example\/[\w/.~%!*()'-]*" alt="[^"<>]*" width="160">$/;

const markup = fc
  .array(
    fc.constantFrom(...'\\`*_{}[]<>()#+-.!|~&$=^:@/"\' 1a'.split(''), 'www.', 'http://', 'x@y.zz', '    '),
    {
      minLength: 1,
      maxLength: 24,
    },
  )
  .map((parts) => parts.join(''));

describe('Markdown as a parser sees it', () => {
  it('makes nothing but a paragraph of any text', () => {
    fc.assert(
      fc.property(markup, (text) => {
        expect(findTags(parse(escapeMarkdown(text)))).toEqual(['<p>', '</p>']);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps any text within its cell', () => {
    const usual = findTags(parse('| a | b |\n|---|---|\n| x | y |'));
    fc.assert(
      fc.property(markup, (text) => {
        expect(findTags(parse(`| a | b |\n|---|---|\n| ${escapeMarkdown(text)} | y |`))).toEqual(usual);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(hostileNames)('makes nothing of %s', (name) => {
    const usual = findTags(parse(renderMarkdown(viewOf('Altos'), english)));
    expect(findTags(parse(renderMarkdown(viewOf(name), english)))).toEqual(usual);
  });

  it.each(Object.keys(reportViews))('%s has no link and no picture but the forge’s own', (sample) => {
    for (const language of languages) {
      const view = reportViews[sample]?.();
      const html = view ? parse(renderMarkdown(view, language)) : '<a';
      expect(html).not.toMatch(/<(?:a|img)\b(?! (?:href|src)="https:\/\/forge\.example\/clara\/choir\/)/);
      expect(html).toMatch(/<h2>/);
    }
  });
});
