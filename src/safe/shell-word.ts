/** As a shell takes it for one word, whatever stands in it; what needs no quotes has none. */
export function toShellWord(text: string): string {
  return /^[\w./:@=+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
