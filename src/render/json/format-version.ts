/** Raised in its second half when something is added, in its first when something that a reader uses goes or changes. */
export const formatVersion = '1.4';

/** The longest document that is read back, in bytes: that of 500 groups in which everybody changes has 30 MB. */
export const documentBytes = 128 * 1024 * 1024;
