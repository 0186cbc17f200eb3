/**
 * Characters that GitHub takes in a comment or an issue ("Body is too long (maximum is 65536 characters)"). It counts code
 * points; a text's `length` is never less.
 */
export const commentLimit = 65_536;

/** Characters of a comment that are left to whoever posts a report: markers, a note above it, an address. */
export const commentMargin = 1_536;
