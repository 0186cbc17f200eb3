import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/render/report/html/render-html.ts';
import { htmlStyle } from '../../../src/render/report/html/style-sheet.ts';
import { renderMarkdown } from '../../../src/render/report/markdown/render-markdown.ts';
import { listTexts } from '../../words/list-texts.ts';
import { languages, reportViews } from '../sample-reports.ts';

const cases = Object.entries(reportViews).flatMap(([name, toSample]) =>
  languages.map((words) => ({ name, language: words.language, words, toSample })),
);

/** Words that only technicians know; a report has none of them. */
const jargon =
  /\b(?:jids?|lids?|fingerprints?|drifts?|exact|exactly|additive|gowa|s\.whatsapp\.net|@g\.us)\b/i;

/** The style sheet has a golden file of its own: a change of it is no change of every report. */
function strip(html: string): string {
  return html.replace(/<style>[^]*?<\/style>/, '<style></style>');
}

describe('a report', () => {
  it.each(cases)('$name in $language', async ({ name, language, words, toSample }) => {
    const [markdown, html] = [renderMarkdown(toSample(), words), strip(renderHtml(toSample(), words))];
    await expect(markdown).toMatchFileSnapshot(`../../golden/report-${name}-${language}.md`);
    await expect(html).toMatchFileSnapshot(`../../golden/report-${name}-${language}.html`);
  });

  it('has one style sheet, which stands in the file itself', async () => {
    const [sample] = cases;
    expect(sample && renderHtml(sample.toSample(), sample.words)).toContain(`<style>${htmlStyle}</style>`);
    await expect(htmlStyle).toMatchFileSnapshot('../../golden/style-sheet.css');
  });

  it.each(cases)('$name in $language says no word that has to be looked up', ({ words, toSample }) => {
    expect(renderMarkdown(toSample(), words)).not.toMatch(jargon);
    expect(strip(renderHtml(toSample(), words))).not.toMatch(jargon);
  });

  it.each(languages)('no word that reports have in $language has to be looked up', (words) => {
    const texts = listTexts(words, 'report');
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter((text) => jargon.test(text))).toEqual([]);
  });

  it('has a golden file in every language and both formats, and none is left over', () => {
    const wanted = cases.flatMap(({ name, language }) => [
      `report-${name}-${language}.html`,
      `report-${name}-${language}.md`,
    ]);
    const found = readdirSync(join(import.meta.dirname, '../../golden'));
    expect(found.filter((file) => file.startsWith('report-')).toSorted()).toEqual(wanted.toSorted());
  });

  it.each(cases)('$name in $language holds nobody’s number', ({ words, toSample }) => {
    const texts = renderMarkdown(toSample(), words) + strip(renderHtml(toSample(), words));
    expect(texts.replace(/data:image[^"]*/g, '')).not.toMatch(/\d{8,}/);
  });
});
