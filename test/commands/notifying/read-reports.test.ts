import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readReports } from '../../../src/commands/notifying/read-reports.ts';
import { UsageError } from '../../../src/errors.ts';
import { makeFolder } from '../../support/folder.ts';

const report = (account: string) =>
  JSON.stringify({ formatVersion: '1.4', kind: 'apply', account, groups: [] });

test('all that are there, where it is known that some may not be', async () => {
  const folder = makeFolder({ 'a.json': report('main') });
  const files = ['a.json', 'b.json'].map((name) => join(folder, name));
  expect(await readReports(files, true)).toHaveLength(1);
  await expect(readReports(files, false)).rejects.toThrow(/There is no report .*--ended CODE/);
});

test('reports of two accounts are no one run', async () => {
  const folder = makeFolder({ 'a.json': report('main'), 'b.json': report('second') });
  const files = ['a.json', 'b.json'].map((name) => join(folder, name));
  await expect(readReports(files, false)).rejects.toThrow(/several accounts/);
});

test('what is no file, or far too large, is not read', async () => {
  const folder = makeFolder({ 'a.json': '' });
  await expect(readReports([folder], false)).rejects.toThrow(UsageError);
  truncateSync(join(folder, 'a.json'), 200 * 1024 * 1024);
  await expect(readReports([join(folder, 'a.json')], false)).rejects.toThrow(
    /^The report .*a\.json is larger than 128 MiB/,
  );
});
