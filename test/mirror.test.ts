import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';

/** Where rules are held by something better than a test of each file, and by what. */
const heldOtherwise: Readonly<Record<string, string>> = {
  'cli.ts': 'the process: test/support/kill and forge/process start it as it is built',
  'main.ts': 'all end-to-end tests enter by it',
  'page/draw-page.ts': 'the page in Chromium (browser/seal-page)',
  'page/page-elements.ts': 'the page in Chromium (browser/seal-page)',
  'page/page-main.ts': 'the page in Chromium (browser/seal-page)',
  'sandbox/': 'the recordings of a real GOWA (sandbox/replay) and the contract (sandbox/contract-*)',
  'words/english/': 'golden files, and words/words for all languages',
  'words/notices/': 'golden files (notifying/formats), and words/words for all languages',
  'words/page/': 'words/words for all languages, and the page in Chromium (browser/seal-page)',
  'words/indonesian/': 'golden files, and words/words for all languages',
  'words/portuguese/': 'golden files, and words/words for all languages',
};

const [src, tests] = ['src', 'test'].map((name) => join(import.meta.dirname, '..', name)) as [string, string];
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'))
  .toSorted();

/** A table, or types alone: what has no function once types are gone has no rule that could be broken. */
function hasFunction(file: string): boolean {
  const { code } = transformSync(readFileSync(join(src, file), 'utf8'), {
    loader: 'ts',
    legalComments: 'none',
  });
  return /=>|\bfunction\b|\bconstructor\(/.test(code);
}

function hasTest(file: string): boolean {
  return existsSync(join(tests, file.replace(/\.ts$/, '.test.ts')));
}

function isHeldOtherwise(file: string): boolean {
  return Object.keys(heldOtherwise).some((part) =>
    part.endsWith('/') ? file.startsWith(part) : file === part,
  );
}

describe('tests mirror what they are about', () => {
  const missing = files.filter((file) => !isHeldOtherwise(file) && !hasTest(file) && hasFunction(file));

  test('there is something to look at', () => expect(files.length).toBeGreaterThan(300));

  test('a file with a rule has a test at the same path below test/, so that what fails names it', () => {
    expect(missing).toEqual([]);
  });
});
