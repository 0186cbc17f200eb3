/** Go's zero time, as JSON shows it (docs/gowa.md#s39). */
export const zeroTime = '0001-01-01T00:00:00Z';

/** Returns RFC 3339 in UTC, as GOWA writes it wherever it runs (docs/gowa.md#s39). */
export function toGoTime(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
