import { execFileSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createIo, toTerminal } from '../src/io.ts';
import { makeFolder } from './support/folder.ts';

const terminal = { isTTY: true };

test.each([
  [{}, { hasColour: true, isInteractive: true }],
  [{ NO_COLOR: '1' }, { hasColour: false, isInteractive: true }],
  [{ FORCE_COLOR: '0' }, { hasColour: false }],
  [{ CI: 'true' }, { hasColour: true, isInteractive: false }],
  [{ CI: 'false' }, { hasColour: true, isInteractive: true }],
  [{ TERM: 'dumb' }, { hasColour: false, isInteractive: true }],
  [{ LC_ALL: 'C' }, { isAscii: true }],
  [{ LANG: 'en_GB.UTF-8' }, { isAscii: false }],
])('a terminal with %o', (env, expected) => {
  expect(toTerminal(env, { stdin: terminal, stdout: { ...terminal, columns: 120 } })).toMatchObject({
    width: 120,
    ...expected,
  });
});

// Node leaves `isTTY` undefined where there is no terminal.
const pipe = {} as { isTTY: boolean; columns: number };

test('a pipe has no colour unless it is forced, and nobody to ask', () => {
  expect(toTerminal({}, { stdin: pipe, stdout: pipe })).toEqual({
    hasColour: false,
    isInteractive: false,
    isAscii: false,
    width: 100,
  });
  expect(toTerminal({ CI: '1' }, { stdin: pipe, stdout: pipe }).hasColour).toBe(false);
  expect(toTerminal({ FORCE_COLOR: '1' }, { stdin: pipe, stdout: pipe }).hasColour).toBe(true);
  expect(toTerminal({ FORCE_COLOR: '1', NO_COLOR: '1' }, { stdin: pipe, stdout: pipe }).hasColour).toBe(
    false,
  );
});

test('nobody is asked where one end is a pipe', () => {
  expect(toTerminal({}, { stdin: pipe, stdout: { ...terminal, columns: 120 } }).isInteractive).toBe(false);
  expect(toTerminal({}, { stdin: terminal, stdout: pipe }).isInteractive).toBe(false);
});

test.each([
  ['140', 140],
  ['20', 40],
  ['0', 100],
  ['', 100],
  ['wide', 100],
  ['-90', 100],
])('COLUMNS=%s is the width of a pipe: %i', (COLUMNS, width) => {
  expect(toTerminal({ COLUMNS }, { stdin: pipe, stdout: pipe }).width).toBe(width);
});

test('a terminal knows its width better than COLUMNS', () => {
  expect(
    toTerminal({ COLUMNS: '140' }, { stdin: terminal, stdout: { ...terminal, columns: 80 } }).width,
  ).toBe(80);
});

/** A process at a terminal that is read key by key; `typed` comes as soon as the question stands there. */
async function askWhereIsTyped(typed: string | null): Promise<{ answer: string; isInterrupted: boolean }> {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()].map((stream) =>
    Object.assign(stream, { isTTY: true }),
  );
  const interruption = new AbortController();
  const process = Object.assign(new EventEmitter(), { env: {}, stdin, stdout, stderr: new PassThrough() });
  process.on('SIGINT', () => interruption.abort());
  stdout?.once('data', () => (typed === null ? stdin?.end() : stdin?.write(typed)));
  const io = createIo(process as unknown as NodeJS.Process, interruption.signal);
  return { answer: await io.ask('Really? '), isInterrupted: interruption.signal.aborted };
}

test.each([
  ['an answer', 'yes\r', { answer: 'yes', isInterrupted: false }],
  ['Ctrl-C', '\u0003', { answer: '', isInterrupted: true }],
  ['Ctrl-C after half an answer', 'ye\u0003', { answer: '', isInterrupted: true }],
  ['Ctrl-D', '\u0004', { answer: '', isInterrupted: false }],
  ['the end of the input', null, { answer: '', isInterrupted: false }],
])('a question at a terminal hears %s', async (_, typed, expected) => {
  expect(await askWhereIsTyped(typed)).toEqual(expected);
});

test('a question ends with a signal from outside', async () => {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const interruption = new AbortController();
  stdout.once('data', () => interruption.abort());
  const process = { env: {}, stdin, stdout, stderr: new PassThrough() } as unknown as NodeJS.Process;
  expect(await createIo(process, interruption.signal).ask('Really? ')).toBe('');
});

test('what is handed over is read whole, as text, and a flood of it is cut', async () => {
  const { signal } = new AbortController();
  const read = (stdin: PassThrough) =>
    createIo(
      { stdin, stdout: new PassThrough(), stderr: new PassThrough(), env: {} } as never,
      signal,
    ).input();
  const stdin = new PassThrough();
  stdin.end('+44 7700 900002\n');
  expect(await read(stdin)).toBe('+44 7700 900002\n');
  const flood = new PassThrough();
  flood.end('é'.repeat(100_000));
  expect(await read(flood)).toHaveLength(65_536);
});

test.each<[string, NodeJS.ProcessEnv, boolean, string | undefined]>([
  ['terminal', {}, true, 'terminal'],
  ['pipe', {}, false, 'pipe'],
  ['file', {}, false, undefined],
  ['null', {}, false, undefined],
  ['pipe', { CI: 'true' }, false, undefined],
  ['terminal', { CI: 'true' }, true, undefined],
])('a secret that would go to a %s, with %o', (name, env, isTTY, expected) => {
  const folder = makeFolder();
  execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'pipe')]);
  const fd = openSync(name === 'null' ? '/dev/null' : join(folder, name), name === 'pipe' ? 'r+' : 'w');
  const stdout = { isTTY, fd, write: () => true };
  const io = createIo({ env, stdin: {}, stdout, stderr: stdout } as never, new AbortController().signal);
  expect(io.secretOutlet?.()?.kind).toBe(expected);
  closeSync(fd);
});
