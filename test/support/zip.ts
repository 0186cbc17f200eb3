import { strToU8, zipSync } from 'fflate';

/** A zip archive of files and their texts, as GitHub sends artifacts. */
export function toZip(files: Readonly<Record<string, string>>): Buffer {
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(bytes)));
}
