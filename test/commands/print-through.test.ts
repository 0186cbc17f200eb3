import { expect, test } from 'vitest';
import { printThrough } from '../../src/commands/print-through.ts';
import { createTestIo } from '../support/stage.ts';

const print = async (...lines: readonly string[]) => {
  const { io, written } = createTestIo({});
  await printThrough(io, async () => {
    for (const line of lines) console.log(line);
  });
  return written.out;
};

test('what is printed comes out, the net over it', async () => {
  expect(await print('plan\twhat an apply does', ':4')).toBe('plan\twhat an apply does\n:4\n');
});

test('where nothing is offered, names of files may be', async () => {
  expect(await print(':4')).toBe(':0\n');
});

test('the console is given back, whatever happens', async () => {
  const { log } = console;
  const { io } = createTestIo({});
  await expect(printThrough(io, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(console.log).toBe(log);
});
