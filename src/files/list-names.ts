import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What lies in a folder already: true for a name, without its ending, whatever its capitals. */
export type IsTaken = (name: string) => boolean;

/** The names of files and folders in a folder, without their endings; none where there is no such folder. */
export async function listNames(folder: string, below = ''): Promise<IsTaken> {
  const entries = await readdir(join(folder, below)).catch(() => [] as string[]);
  const names = new Set(entries.map((entry) => toStem(entry)));
  return (name) => names.has(toStem(`${name}.`));
}

function toStem(entry: string): string {
  return entry
    .replace(/\.[^.]*$/, '')
    .normalize('NFC')
    .toLowerCase();
}
