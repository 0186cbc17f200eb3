import { describe, expect, test } from 'vitest';
import { readZipEntry } from '../../../src/forge/github/zip.ts';
import { toZip } from '../../support/zip.ts';

describe('an archive', () => {
  const zip = toZip({ 'report.html': '<p>', 'plan.json': '{"plan":1}', 'plan.seal': 'seal' });

  test('gives out each of its files', () => {
    expect(readZipEntry(zip, 'plan.json')?.toString()).toBe('{"plan":1}');
    expect(readZipEntry(zip, 'plan.seal')?.toString()).toBe('seal');
    expect(readZipEntry(zip, 'plan')).toBeUndefined();
  });

  test('that is none is told, and one that is cut off gives out nothing', () => {
    expect(() => readZipEntry(Buffer.from('<html>'), 'plan.json')).toThrow('invalid zip data');
    expect(readZipEntry(zip.subarray(zip.length - 100), 'plan.json')).toBeUndefined();
    expect(() => readZipEntry(zip.subarray(0, zip.length - 30), 'plan.json')).toThrow('invalid zip data');
  });

  test('that would grow too large is not unpacked', () => {
    const lying = Buffer.from(toZip({ 'plan.json': 'x' }));
    const entry = lying.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    lying.writeUInt32LE(1024 * 1024 * 1024, entry + 24);
    expect(() => readZipEntry(lying, 'plan.json')).toThrow('too large');
  });
});
