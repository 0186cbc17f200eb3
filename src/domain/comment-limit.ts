/**
 * Characters that GitHub takes in a comment or an issue ("Body is too long (maximum is 65536 characters)"). It counts code
 * points; a text's `length` is never less. Who gets room first in a report is `ranks` in
 * render/report/markdown/render-markdown.ts; forge/cut.ts cuts what still does not fit, at its end.
 */
export const commentLimit = 65_536;

/** Characters of a comment that are left to whoever posts a report: markers, a note above it, an address. */
export const commentMargin = 1_536;
