import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { renderSealPage } from '../../../src/render/sealing/render-seal-page.ts';
import { languages } from '../sample-reports.ts';

const view = { seal: 'rollcall-abc', key: 'abcdefgh', organisation: 'ijklmnop', country: 'GB' };

describe.each(languages)('the page in $language', ({ language, sealPage }) => {
  const html = renderSealPage({ ...view, language }, sealPage, 'run()');

  test('lets its own script and style be, and nothing else', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    for (const [tag, directive] of [
      ['script', 'script-src'],
      ['style', 'style-src'],
    ] as const) {
      const [, text = ''] = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(html) ?? [];
      const hash = createHash('sha256').update(text).digest('base64');
      expect(policy.split('; ')).toContain(`${directive} 'sha256-${hash}'`);
    }
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toContain('unsafe');
  });

  test('names nothing that is elsewhere', () => {
    expect(html).not.toMatch(/\b(?:src|href|action|srcset|poster)=|url\(|@import|https?:/);
  });

  test('has no style, handler or script in its elements', () => {
    expect(html.replace(/<style>.*?<\/style>/s, '')).not.toMatch(/<[^>]* (?:style|on\w+)=/);
    expect(html.match(/<script/g)).toHaveLength(1);
  });
});

test('a text of the policy injects nothing', () => {
  const [{ language, sealPage }] = languages as [(typeof languages)[number]];
  const hostile = '"><img src=x onerror=alert(1)>';
  const html = renderSealPage(
    { seal: hostile, key: hostile, organisation: hostile, country: hostile, language },
    sealPage,
    '',
  );
  expect(html).not.toContain('<img');
  expect(html.split('&quot;&gt;&lt;img').length - 1).toBe(6);
});

test.each(['</script>', '</SCRIPT x', '<!-- '])('a script with %s in it would end too early', (text) => {
  const [{ language, sealPage }] = languages as [(typeof languages)[number]];
  expect(() => renderSealPage({ ...view, language }, sealPage, text)).toThrow('before its end');
});
