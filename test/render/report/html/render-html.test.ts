import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../../src/render/report/html/render-html.ts';
import { htmlStyle } from '../../../../src/render/report/html/style-sheet.ts';
import { toView } from '../../../../src/view/to-view.ts';
import { english } from '../../../../src/words/english/english.ts';
import { hostileNames, viewOf } from '../../hostile.ts';
import { choirPlan, inputOf } from '../../sample-plans.ts';
import { languages, reportViews } from '../../sample-reports.ts';

function tags(html: string): string[] {
  return html.match(/<\/?[a-z!][^>]*>/gi) ?? [];
}

const views = Object.entries(reportViews);

describe('the page', () => {
  it.each(hostileNames)('holds no tag that is made of %s', (name) => {
    const known = tags(renderHtml(viewOf('Altos'), english).replaceAll('Altos', ''));
    const found = tags(renderHtml(viewOf(name), english));
    expect(new Set(found.map((tag) => tag.split(/[\s>]/)[0]))).toEqual(
      new Set(known.map((tag) => tag.split(/[\s>]/)[0])),
    );
  });

  it('is made of no view that shows numbers', () => {
    const view = toView(inputOf(choirPlan(), { showPhones: true }));
    expect(() => renderHtml(view, english)).toThrow(/must not/);
  });

  it.each(views)('of %s loads nothing and runs nothing', (_, toSample) => {
    const html = renderHtml(toSample(), english);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:;`);
    expect(tags(html).filter((tag) => /^<(?:script|link|iframe|object|form)\b|\son\w+=/i.test(tag))).toEqual(
      [],
    );
    expect(tags(html).filter((tag) => /\ssrc="(?!data:)/.test(tag))).toEqual([]);
    expect(htmlStyle).not.toMatch(/url\(|@import/);
  });

  it.each(views)('of %s closes what it opens', (_, toSample) => {
    const open: string[] = [];
    const wrong: string[] = [];
    for (const tag of tags(renderHtml(toSample(), english))) {
      const name = /[a-z0-9!]+/i.exec(tag)?.[0] ?? '';
      if (['!doctype', 'meta', 'img'].includes(name)) continue;
      if (!tag.startsWith('</')) open.push(name);
      else if (open.pop() !== name) wrong.push(tag);
    }
    expect(wrong).toEqual([]);
    expect(open).toEqual([]);
  });

  it.each(languages)('says which language it is in: $language', (words) => {
    expect(renderHtml(viewOf('Altos'), words)).toContain(`<html lang="${words.language}">`);
  });

  it('has no section over nothing', () => {
    const html = renderHtml(reportViews.nothing?.() ?? viewOf(''), english);
    expect(html.match(/<h2>/g) ?? []).toHaveLength(1);
    expect(html).not.toContain('<table');
  });
});
