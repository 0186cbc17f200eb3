import { Command } from 'commander';
import { expect, test } from 'vitest';
import {
  example,
  repeatable,
  toCount,
  toPort,
  withServer,
  withTargets,
} from '../../../src/commands/line/flags.ts';

test.each([
  ['0', 0],
  ['65535', 65_535],
])('%s is a port', (text, port) => {
  expect(toPort(text)).toBe(port);
});

test.each(['65536', '-1', '3e3', '', '123456'])('%j is none', (text) => {
  expect(() => toPort(text)).toThrow('0 to 65535');
});

test('a count is digits alone', () => {
  expect(toCount('12')).toBe(12);
  for (const text of ['-1', '1.5', 'many', '1234567']) expect(() => toCount(text)).toThrow('0 or more');
});

function parseTargets(...argv: string[]): string[] {
  return withTargets(new Command()).parse(argv, { from: 'user' }).opts<{ target: string[] }>().target;
}

test('a flag that may be repeated collects what it is given, and is none without', () => {
  expect(parseTargets('--target', 'a', '--target', 'b')).toEqual(['a', 'b']);
  expect(parseTargets()).toEqual([]);
  expect(repeatable('--x <y>', 'an x', 'all').description).toContain('may be repeated');
});

test('a sandbox and a server exclude each other', () => {
  const command = withServer(new Command().exitOverride().configureOutput({ writeErr: () => undefined }));
  expect(() => command.parse(['--sandbox', '--url', 'http://x'], { from: 'user' })).toThrow('cannot be used');
});

test('examples are commands to copy, a line each', () => {
  expect(example('a b', 'c')).toBe('\nExamples:\n  $ a b\n  $ c\n');
});
