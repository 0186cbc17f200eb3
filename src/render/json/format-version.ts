/** Raised in its second half when something is added, in its first when something that a reader uses goes or changes. */
export const formatVersion = '1.4';
