import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHead, readHead, removeHead } from '../../../src/journal/lines/head.ts';
import { makeFolder } from '../../support/folder.ts';

const mark = 'abcdefghijklmnopabcdefgh';

function write(folder: string, ...heads: { lines: number; mark: string }[]): void {
  const head = openHead(folder);
  for (const each of heads) head.write(each);
  head.close();
}

test('what was written last is read, for its owner alone', async () => {
  const folder = await makeFolder();
  write(folder, { lines: 123_456, mark }, { lines: 7, mark: 'p'.repeat(24) });
  expect(readHead(folder)).toEqual({ lines: 7, mark: 'p'.repeat(24) });
  expect(statSync(join(folder, 'journal.head')).mode & 0o777).toBe(0o600);
});

test('any number of lines takes as many bytes, so that nothing of a longer one stays behind', async () => {
  const folder = await makeFolder();
  const sizes = [0, 1, 1e9, Number.MAX_SAFE_INTEGER].map((lines) => {
    write(folder, { lines, mark });
    return statSync(join(folder, 'journal.head')).size;
  });
  expect(new Set(sizes).size).toBe(1);
});

test('of one that is half written over nothing is believed', async () => {
  const folder = await makeFolder();
  const file = join(folder, 'journal.head');
  write(folder, { lines: 10, mark });
  const before = readFileSync(file, 'utf8');
  write(folder, { lines: 11, mark: 'p'.repeat(24) });
  const after = readFileSync(file, 'utf8');
  for (let at = 0; at <= after.length; at += 1) {
    writeFileSync(file, after.slice(0, at) + before.slice(at));
    expect([undefined, 10, 11]).toContain(readHead(folder)?.lines);
    // The new number never stands with the old mark, nor the other way round.
    const head = readHead(folder);
    expect(head === undefined || (head.mark === mark) === (head.lines === 10)).toBe(true);
  }
});

test.each([
  '',
  'null',
  '[]',
  '{}',
  '{"mark":"a","lines":1}',
  '{"mark":"a","lines":"1","end":"a"}',
  '{"mark":1,"lines":1,"end":1}',
])('%j is none', async (text) => {
  const folder = await makeFolder({ 'journal.head': text });
  expect(readHead(folder)).toBeUndefined();
});

test('taken away, it is gone, and there need not be one', async () => {
  const folder = await makeFolder();
  removeHead(folder);
  write(folder, { lines: 1, mark });
  removeHead(folder);
  expect(existsSync(join(folder, 'journal.head'))).toBe(false);
  expect(readHead(folder)).toBeUndefined();
});
