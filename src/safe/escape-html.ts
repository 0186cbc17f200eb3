import type { Escape, Inline } from './inline.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** A text as it can stand in HTML, between tags and in a quoted attribute. */
export const escapeHtml: Escape = (text) =>
  text.replace(/[&<>"'`]/g, (character) => entities[character] ?? '') as Inline;

/** A name in bold, so that nobody takes it for words of the sentence that it stands in. */
export const emphasiseHtml: Escape = (text) => `<b>${isolate(text)}</b>` as Inline;

/** A name as an element of its own: letters that run from right to left cannot turn round what stands beside them. */
export const isolate: Escape = (text) =>
  text === '' ? ('' as Inline) : (`<bdi>${escapeHtml(text)}</bdi>` as Inline);
