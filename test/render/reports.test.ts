import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/render/report/html/html.ts';
import { renderMarkdown } from '../../src/render/report/markdown/markdown.ts';
import { languages, reportViews } from './sample-reports.ts';

const cases = Object.entries(reportViews).flatMap(([name, toSample]) =>
  languages.map((language) => ({ name, language, toSample })),
);

/** Words that only technicians know; a report has none of them. */
const jargon =
  /\b(?:jids?|lids?|fingerprints?|drifts?|exact|exactly|additive|gowa|s\.whatsapp\.net|@g\.us)\b/i;

/** All words of a language, also those that no sample says. */
const tables = readdirSync(join(import.meta.dirname, '../../src/render')).filter((file) =>
  /^report-(?:en|id|pt-br)\.ts$/.test(file),
);

function strip(html: string): string {
  return html.replace(/<style>[^]*?<\/style>/, '');
}

describe('a report', () => {
  it.each(cases)('$name in $language', async ({ name, language, toSample }) => {
    const [markdown, html] = [renderMarkdown(toSample(), language), renderHtml(toSample(), language)];
    await expect(markdown).toMatchFileSnapshot(`../golden/report-${name}-${language}.md`);
    await expect(html).toMatchFileSnapshot(`../golden/report-${name}-${language}.html`);
  });

  it.each(cases)('$name in $language says no word that has to be looked up', ({ language, toSample }) => {
    expect(renderMarkdown(toSample(), language)).not.toMatch(jargon);
    expect(strip(renderHtml(toSample(), language))).not.toMatch(jargon);
  });

  it.each(tables)('no word of %s has to be looked up', (table) => {
    const source = readFileSync(join(import.meta.dirname, '../../src/render', table), 'utf8');
    const texts = [...source.matchAll(/say`([^`]*)`/g)].map(([, text]) => text);
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter((text) => jargon.test(text ?? ''))).toEqual([]);
  });

  it('has a golden file in every language and both formats, and none is left over', () => {
    const wanted = cases.flatMap(({ name, language }) => [
      `report-${name}-${language}.html`,
      `report-${name}-${language}.md`,
    ]);
    const found = readdirSync(join(import.meta.dirname, '../golden'));
    expect(found.filter((file) => file.startsWith('report-')).toSorted()).toEqual(wanted.toSorted());
  });

  it.each(cases)('$name in $language holds nobody’s number', ({ language, toSample }) => {
    const texts = renderMarkdown(toSample(), language) + strip(renderHtml(toSample(), language));
    expect(texts.replace(/data:image[^"]*/g, '')).not.toMatch(/\d{8,}/);
  });
});
