/** So many are looked at that may be a plan; whoever makes more of that name has no plan to approve. */
export const candidateLimit = 50;

/** Bytes of a file that may be one: who made it is not known before its seal is looked at. */
export const sizeLimit = 64 * 1024 * 1024;
