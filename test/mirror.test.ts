import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Files without a rule of their own, and why: folders end with a slash. */
const withoutRules: Readonly<Record<string, string>> = {
  'cli.ts': 'the process itself: every end-to-end test enters by main',
  'exit-codes.ts': 'a table',
  'errors.ts': 'names of errors',
};

/** Files that hold rules and have no test of their own yet. This list may only become shorter. */
const untested: readonly string[] = [];

const src = join(import.meta.dirname, '..', 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'))
  .toSorted();

