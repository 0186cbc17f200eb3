/** A whole commit id: 40 or 64 hex digits. Nothing else is ever handed to git as one. */
export function isCommitId(text: unknown): text is string {
  return typeof text === 'string' && /^([\da-f]{40}|[\da-f]{64})$/.test(text);
}
