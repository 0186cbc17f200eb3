import { describe, expect, test } from 'vitest';
import { parseBatch, parseTreeLine } from '../../src/git/tree.ts';

const object = 'a'.repeat(40);

describe('a line of a tree', () => {
  test.each([
    ['100644 blob', '12', { kind: 'file', size: 12 }],
    ['100755 blob', '0', { kind: 'file', size: 0 }],
    ['120000 blob', '7', { kind: 'link', size: 7 }],
    ['160000 commit', '-', { kind: 'submodule', size: undefined }],
    ['100644 blob', 'BAD', { kind: 'file', size: undefined }],
  ])('%s of %s bytes', (mode, size, found) => {
    const line = `${mode} ${object} ${size.padStart(7)}\tyouth/altos.yaml`;
    expect(parseTreeLine(line)).toEqual({ path: 'youth/altos.yaml', object, isSafe: true, ...found });
  });

  test.each(['../altos.yaml', 'a/../b', '.git/config', 'a/.GIT/hooks/x', '/etc/passwd', 'a//b', './a'])(
    '%s is no safe path',
    (path) => expect(parseTreeLine(`100644 blob ${object} 1\t${path}`).isSafe).toBe(false),
  );

  test('a path may hold what it likes besides', () => {
    const line = `100644 blob ${object} 1\tname with\ttab and\nline`;
    expect(parseTreeLine(line)).toMatchObject({ path: 'name with\ttab and\nline', isSafe: true });
  });
});

test('an object that is missing does not shift the others', () => {
  const [one, two, three] = ['1', '2', '3'].map((digit) => digit.repeat(40)) as [string, string, string];
  const answer = Buffer.from(`${one} blob 4\na\nb\n\n${two} missing\n${three} blob 0\n\n`);
  const found = parseBatch(answer, [one, two, three]);
  expect([...found].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
    [one, 'a\nb\n'],
    [three, ''],
  ]);
});
