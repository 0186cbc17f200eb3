import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where answers of a real Gitea lie, as `npm run forge` recorded them. */
export const formsFolder = join(import.meta.dirname, '..', '..', 'fixtures', 'gitea');

export const formNames = ['pull', 'review', 'comment', 'issue', 'ref', 'repository'] as const;

/** An answer of a real Gitea. */
export function readForm(name: (typeof formNames)[number]): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(formsFolder, `${name}.json`), 'utf8')) as Record<string, unknown>;
}
