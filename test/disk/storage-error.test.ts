import { openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guardWriting, isDiskFault, StorageError } from '../../src/disk/storage-error.ts';
import { RollcallError } from '../../src/errors.ts';
import { exitCodes } from '../../src/exit-codes.ts';
import { makeFolder } from '../support/folder.ts';

/** As the operating system refuses something. */
function refusal(code: string): Error & { code: string } {
  return Object.assign(new Error(`${code}: no`), { code, syscall: 'open', errno: -1 });
}

/** Codes of the operating system; whose mistake each is; and what is said of it. */
const codes: readonly [string, 'disk' | 'path' | 'other', RegExp][] = [
  ['ENOSPC', 'disk', /: the disk is full \(ENOSPC\)\.$/],
  ['EDQUOT', 'disk', /quota/],
  ['EFBIG', 'disk', /too large/],
  ['EIO', 'disk', /the disk fails/],
  ['EROFS', 'path', /read-only/],
  ['EACCES', 'path', /may not write/],
  ['EPERM', 'path', /may not write/],
  ['ENOENT', 'path', /folder does not exist/],
  ['ENOTDIR', 'path', /is a file/],
  ['EISDIR', 'path', /is a folder/],
  ['ENAMETOOLONG', 'path', /ENAMETOOLONG: no/],
  ['ELOOP', 'path', /ELOOP: no/],
  ['EBUSY', 'other', /EBUSY: no/],
];

describe('what the operating system refuses', () => {
  test.each(codes)('%s is a matter of the %s', (code, whose, text) => {
    const error = new StorageError('out/plan.json', refusal(code));
    expect(error.message).toMatch(text);
    expect(error.message).toMatch(/^out\/plan\.json cannot be written: /);
    expect(error).toMatchObject({ code, exitCode: whose === 'path' ? exitCodes.usage : exitCodes.failed });
    expect(error).toBeInstanceOf(RollcallError);
    expect(isDiskFault(refusal(code))).toBe(whose === 'disk');
  });

  test.each(['ENFILE', 'EMFILE', 'ENOMEM'])('%s is the machine’s end, whatever the file', (code) =>
    expect(isDiskFault(refusal(code))).toBe(true),
  );

  test.each([
    ['an error that only has a code', Object.assign(new Error('no'), { code: 'ENOSPC' })],
    ['what is no error', { code: 'ENOSPC', syscall: 'write' }],
    ['nothing', undefined],
  ])('%s is no fault of the disk', (_, error) => expect(isDiskFault(error)).toBe(false));
});

describe('guarded writing', () => {
  test('gives what it comes to', () => expect(guardWriting('plan.json', () => 12)).toBe(12));

  test('names the file that a real refusal is about, and keeps its cause', () => {
    const place = join(makeFolder(), 'missing', 'plan.json');
    const write = () => guardWriting(place, () => openSync(place, 'w'));
    expect(write).toThrow(`${place} cannot be written: its folder does not exist (ENOENT).`);
    expect(write).toThrow(expect.objectContaining({ cause: expect.objectContaining({ syscall: 'open' }) }));
  });

  test('a bug stays one', () => {
    const bug = new TypeError('x is not a function');
    const write = () =>
      guardWriting('plan.json', () => {
        throw bug;
      });
    expect(write).toThrow(bug);
  });
});
