/** Go's zero time, as JSON shows it (contract 1.3). */
export const zeroTime = '0001-01-01T00:00:00Z';

/** Returns RFC 3339 in the server's own time zone (`offset`: minutes east of UTC), as Go writes it (contract S39). */
export function toGoTime(seconds: number, offset: number): string {
  const local = new Date((seconds + offset * 60) * 1000).toISOString().slice(0, 19);
  return `${local}${toZone(offset)}`;
}

function toZone(offset: number): string {
  if (offset === 0) return 'Z';
  const minutes = Math.abs(offset);
  const [hour, rest] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${offset < 0 ? '-' : '+'}${hour}:${rest}`;
}
