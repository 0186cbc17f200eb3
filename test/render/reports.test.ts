import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/render/html.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { languages, reportViews } from './sample-reports.ts';

const cases = Object.entries(reportViews).flatMap(([name, toSample]) =>
  languages.map((language) => ({ name, language, toSample })),
);

/** Words that only technicians know; a report has none of them. */
const jargon =
  /\b(?:jids?|lids?|fingerprints?|drifts?|exact|exactly|additive|gowa|s\.whatsapp\.net|@g\.us)\b/i;

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

  it.each(cases)('$name in $language holds nobody’s number', ({ language, toSample }) => {
    const texts = renderMarkdown(toSample(), language) + strip(renderHtml(toSample(), language));
    expect(texts.replace(/data:image[^"]*/g, '')).not.toMatch(/\d{8,}/);
  });
});
