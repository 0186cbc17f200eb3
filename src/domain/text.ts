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
