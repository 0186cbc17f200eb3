/**
 * A name or topic in the one form in which texts are compared, hashed and sent: NFC, CRLF and CR as LF, no newline at
 * the end. YAML's block scalars end in a newline and editors differ in the rest; people mean the same by all of them.
 */
export function normaliseText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').normalize('NFC');
}

/** Length in bytes of UTF-8, which is how GOWA measures a name (docs/gowa.md#t9). */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** What a file of the groups is called without its folders and its ending: "youth/altos.yaml" → "altos". */
export function toFileWord(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.ya?ml$/i, '');
}

/**
 * In how many letters or digits two words differ, where one that is missing, one too many, or two neighbours that have
 * changed places count as one (the distance of Damerau and Levenshtein, no place touched twice).
 */
export function countSlips(a: string, b: string): number {
  let before: number[] = [];
  let last: number[] = [];
  for (let j = 0; j <= b.length; j += 1) last.push(j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(isSwap ? Math.min(least, (before[j - 2] ?? 0) + 1) : least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
