/** True for a text that a pattern with `*` (anything) and `?` (one letter) fits as a whole, whatever its capitals. */
export function isMatch(text: string, pattern: string): boolean {
  const parts = pattern.normalize('NFC').match(/\*+|\?|[^*?]+/gu) ?? [];
  const source = parts.map((part) =>
    part.startsWith('*') ? '.*' : part === '?' ? '.' : escapePattern(part),
  );
  return new RegExp(`^${source.join('')}$`, 'isu').test(text.normalize('NFC'));
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
