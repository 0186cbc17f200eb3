import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { NamedFile } from '../../src/disk/named-file.ts';
import { readNamedBytes, readNamedText, readNamedTextNow, readSteps } from '../../src/disk/named-file.ts';
import { UsageError } from '../../src/errors.ts';
import { makeFolder } from '../support/folder.ts';

const named = (path: string, more: Partial<NamedFile> = {}): NamedFile => ({
  path,
  called: 'The report',
  most: 1024 * 1024,
  ...more,
});

/** A pipe with a name, and its writing end. */
function makePipe() {
  const path = join(makeFolder(), 'pipe');
  execFileSync('sh', ['-c', 'mkfifo "$0"', path]);
  return { path, open: () => openSync(path, constants.O_RDWR | constants.O_NONBLOCK) };
}

/** How often a pipe was looked at until it was given up, and why. */
function giveUp(path: string): [looks: number, why: string] {
  const steps = readSteps(named(path));
  for (let looks = 1; ; looks += 1) {
    try {
      if (steps.next().done) return [looks, 'read'];
    } catch (error) {
      return [looks, String(error)];
    }
  }
}

describe('a file', () => {
  test('is its text, without a byte order mark', async () => {
    const path = join(makeFolder({ a: '\ufeffé\n' }), 'a');
    expect(await readNamedText(named(path))).toBe('é\n');
    expect(readNamedTextNow(named(path))).toBe('é\n');
    expect((await readNamedBytes(named(path))).length).toBe(6);
  });

  test.each([
    ['none', /^The report cannot be read \(ENOENT\)\. It must be there/],
    ['.', /^The report cannot be read \(EISDIR\)/],
    ['latin', /^The report is no text in UTF-8/],
    ['large', /^The report is larger than 1 MiB, which nothing of its kind is/],
    ['/dev/zero', /^The report is larger than 1 MiB/],
  ])('%s is told in words', async (name, why) => {
    const folder = makeFolder({ latin: Buffer.from([0xe9, 0x0a]), large: '' });
    truncateSync(join(folder, 'large'), 1024 * 1024 + 1);
    const path = name.startsWith('/') ? name : join(folder, name);
    const reading = readNamedText(named(path));
    await expect(reading).rejects.toBeInstanceOf(UsageError);
    await expect(reading).rejects.toThrow(why);
    expect(() => readNamedTextNow(named(path))).toThrow(why);
  });
});

describe('a pipe', () => {
  test('is read to its end', async () => {
    const { path, open } = makePipe();
    const fd = open();
    writeSync(fd, 'a');
    const reading = readNamedText(named(path));
    writeSync(fd, 'b\n');
    closeSync(fd);
    expect(await reading).toBe('ab\n');
  });

  test('may be opened to write only later', () => {
    const { path, open } = makePipe();
    const steps = readSteps(named(path));
    expect([steps.next(), steps.next()].map(({ done }) => done)).toEqual([false, false]);
    const fd = open();
    writeSync(fd, 'late');
    expect(steps.next().done).toBe(false);
    closeSync(fd);
    expect(String(steps.next().value)).toBe('late');
  });

  test('that nobody writes to, or that has no end, is given up', () => {
    const { path, open } = makePipe();
    expect(giveUp(path)).toEqual([251, expect.stringContaining('nobody writes to (waited for 5 seconds)')]);
    const fd = open();
    writeSync(fd, 'x');
    expect(giveUp(path)).toEqual([3001, expect.stringContaining('has no end yet (waited for 60 seconds)')]);
    closeSync(fd);
  });

  test('that gives more than anything of its kind has is not read on', () => {
    const { path, open } = makePipe();
    const fd = open();
    const steps = readSteps(named(path, { most: 100_000 }));
    const write = () => writeSync(fd, Buffer.alloc(60_000));
    write();
    expect(steps.next().done).toBe(false);
    write();
    expect(() => steps.next()).toThrow('is larger than');
    closeSync(fd);
  });

  test('is refused where the file is read more than once', () => {
    const { path } = makePipe();
    expect(() => readNamedTextNow(named(path, { isReread: true }))).toThrow(
      /no regular file.*more than once/,
    );
  });
});
