import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rewriteFile } from '../../src/files/rewrite-file.ts';
import { makeFolder } from '../support/folder.ts';

const toSource = (folder: string, text: string) => ({ path: 'a.yaml', file: join(folder, 'a.yaml'), text });

test('a file gets its text, and keeps its byte order mark and its mode', async () => {
  const folder = makeFolder({ 'a.yaml': '\ufeffa: é\r\n' });
  chmodSync(join(folder, 'a.yaml'), 0o640);
  expect(await rewriteFile(toSource(folder, 'a: é\r\n'), 'b: é\r\n')).toEqual({ kind: 'written' });
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('\ufeffb: é\r\n');
  expect(statSync(join(folder, 'a.yaml')).mode & 0o777).toBe(0o640);
});

test.each<[string, (file: string) => void]>([
  ['changed meanwhile', (file) => writeFileSync(file, 'a: 2\n')],
  ['a link by now', (file) => symlinkSync('elsewhere', file)],
  ['gone', () => undefined],
])('a file that is %s stays as it is', async (_, act) => {
  const folder = makeFolder();
  act(join(folder, 'a.yaml'));
  const written = await rewriteFile(toSource(folder, 'a: 1\n'), 'a: 3\n');
  expect(written).toMatchObject({
    kind: 'not-written',
    why: expect.stringContaining('changed it meanwhile'),
  });
});
