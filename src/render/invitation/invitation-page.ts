import { escapeHtml, isolate } from '../../safe/escape-html.ts';
import type { InvitationView } from '../../view/inviting/invitation-view.ts';
import type { Words } from '../../words/words.ts';
import { notToBeFound, toHtmlHead } from '../html-head.ts';
import { toModules } from './qr-code.ts';

/** Nothing may be loaded and nothing run, whatever would get past the escaping. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const style = `
@page { margin: 18mm }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1.5rem; max-width: 42rem; font: 1.25rem/1.5 system-ui, sans-serif; color: #111; background: #fff; text-align: center }
h1 { font-size: 2rem; line-height: 1.25; overflow-wrap: anywhere }
svg { display: block; width: min(100%, 14cm); height: auto; margin: 1rem auto }
.link { font-family: ui-monospace, monospace; font-size: 1.1rem; overflow-wrap: anywhere }
.care { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid #767676; font-size: 1rem; color: #444 }
@media print {
  body { padding: 0; font-size: 15pt }
  svg { width: 12cm; margin: 0 auto }
  .care { display: none }
  a { color: inherit; text-decoration: none }
}
`;

/**
 * A sheet to print or post, as one page that needs nothing else: the group's name, the QR code, the link in letters, and
 * what happens then. Nobody is named on it. What whoever puts it up should know is not printed.
 */
export function renderInvitationPage(view: InvitationView, words: Words): string {
  const { sheet } = words.invite;
  const title = words.quote(escapeHtml(view.group));
  const link = escapeHtml(view.link);
  return `${[
    ...toHtmlHead({
      attributes: `lang="${words.language}"`,
      policy,
      metas: notToBeFound,
      title: sheet.title(title),
      style,
    }),
    '<body>',
    '<main>',
    `<h1>${sheet.title(words.quote(isolate(view.group)))}</h1>`,
    `<p>${sheet.scan}</p>`,
    toSvg(view.link, sheet.square),
    `<p>${view.isApproved ? sheet.knock : sheet.open}</p>`,
    `<p>${sheet.address}</p>`,
    `<p class="link"><a href="${link}" rel="noreferrer">${link}</a></p>`,
    '</main>',
    `<footer class="care">${sheet.care}</footer>`,
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

/** The QR code as a picture: a white square, and a small one for each dark module. */
function toSvg(link: string, label: string): string {
  const modules = toModules(link);
  const size = modules.length;
  const dark = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges">`,
    `<rect width="${size}" height="${size}" fill="#fff"/>`,
    `<path fill="#000" d="${dark.join('')}"/>`,
    '</svg>',
  ].join('');
}
