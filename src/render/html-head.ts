/** What stands above the body of a page that needs nothing else. */
export interface HtmlHead {
  /** Attributes of the page, as they are written: `lang="en"`. */
  readonly attributes: string;
  /** Its content security policy: what may be loaded and run, whatever would get past the escaping. */
  readonly policy: string;
  /** Further `meta` elements: name and content, in their order. */
  readonly metas: readonly (readonly [name: string, content: string])[];
  /** Escaped, like the style. */
  readonly title: string;
  readonly style: string;
}

/** The lines of a page up to the end of its head. The policy comes before whatever it is to hold back. */
export function toHtmlHead({ attributes, policy, metas, title, style }: HtmlHead): string[] {
  return [
    '<!doctype html>',
    `<html ${attributes}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    ...metas.map(([name, content]) => `<meta name="${name}" content="${content}">`),
    `<title>${title}</title>`,
    `<style>${style}</style>`,
    '</head>',
  ];
}

/** Its colours are made for dark screens as well. */
export const bothSchemes = ['color-scheme', 'light dark'] as const;

/** It is nobody's to find, and whoever follows a link from it does not tell where they come from. */
export const notToBeFound = [
  ['robots', 'noindex'],
  ['referrer', 'no-referrer'],
] as const;
