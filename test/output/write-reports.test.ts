import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StorageError } from '../../src/disk/storage-error.ts';
import { viewWork } from '../../src/output/show.ts';
import { writeReports } from '../../src/output/write-reports.ts';
import { makeFolder } from '../support/folder.ts';
import { findDrift, options } from './viewed.ts';

const work = findDrift();
const view = viewWork(work, work, options);

test('nothing is written where nothing was asked for', async () => {
  const folder = makeFolder();
  await writeReports(view, {}, 'en');
  expect(readdirSync(folder)).toEqual([]);
});

test.each(['markdown', 'html'] as const)('%s alone, in the language that is asked for', async (kind) => {
  const folder = makeFolder();
  const [english, indonesian] = ['en', 'id'].map((name) => join(folder, name)) as [string, string];
  await writeReports(view, { [kind]: english }, 'en');
  await writeReports(view, { [kind]: indonesian }, 'id');
  expect(readFileSync(english, 'utf8').startsWith('<!')).toBe(kind === 'html');
  expect(readFileSync(english, 'utf8')).toContain('Altos');
  expect(readFileSync(indonesian, 'utf8')).not.toBe(readFileSync(english, 'utf8'));
  expect(readdirSync(folder)).toEqual(['en', 'id']);
});

test('both', async () => {
  const [markdown, html] = [join(makeFolder(), 'a.md'), join(makeFolder(), 'a.html')];
  await writeReports(view, { markdown, html }, 'en');
  expect([markdown, html].map(existsSync)).toEqual([true, true]);
});

test('a place that cannot be written is named', async () => {
  const markdown = join(makeFolder(), 'missing', 'a.md');
  const writing = writeReports(view, { markdown }, 'en');
  await expect(writing).rejects.toThrow(StorageError);
  await expect(writing).rejects.toThrow(markdown);
});
