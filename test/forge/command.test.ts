import { expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { exitCodes } from '../../src/exit-codes.ts';
import { runCommand } from '../../src/forge/command.ts';
import { StateError } from '../../src/forge/state/state-branch.ts';
import { createTestIo } from '../support/stage.ts';

const { io } = createTestIo({
  env: {
    PATH: '/bin',
    CI: 'true',
    ROLLCALL_URL: 'http://x',
    ROLLCALL_KEY: '',
    GITHUB_TOKEN: 'token',
    OTHER: 'x',
  },
  terminal: { isInteractive: true, hasColour: true },
});

test('what a command prints is kept, with numbers masked, and shown to nobody yet', async () => {
  const own = createTestIo({});
  const ran = await runCommand(async ({ out, err }) => {
    out('to +447700900002\n');
    err('warning\n');
    return 3;
  }, own.io);
  expect(ran).toMatchObject({ code: 3, err: 'warning\n', isUnpushed: false });
  expect(ran.out).not.toContain('900002');
  expect(own.written).toEqual({ out: '', err: '' });
});

test('a command is nobody’s terminal, and knows nothing of the repository’s token', async () => {
  await runCommand(async ({ env, terminal, ask, outWithPhones }) => {
    expect(env).toEqual({ PATH: '/bin', CI: 'true', ROLLCALL_URL: 'http://x' });
    expect(terminal).toMatchObject({ isInteractive: false, hasColour: false });
    expect(await ask('sure?')).toBe('');
    expect(() => outWithPhones('x')).toThrow('terminals only');
    return 0;
  }, io).then(({ code }) => expect(code).toBe(0));
});

test.each([
  ['a mistake of use', new UsageError('No such group.'), exitCodes.usage, false],
  ['a state that cannot be pushed', new StateError('refused'), exitCodes.failed, true],
  ['a bug', new TypeError('x'), exitCodes.bug, false],
])('what goes wrong is told as on a terminal: %s', async (_, error, code, isUnpushed) => {
  const ran = await runCommand(() => Promise.reject(error), io);
  expect(ran).toMatchObject({ code, isUnpushed, out: '' });
  expect(ran.err).toContain(error.message);
});

test('cancelled before it begins, it does not', async () => {
  const signal = AbortSignal.abort();
  const ran = await runCommand(() => Promise.reject(new Error('it ran')), { ...io, signal });
  expect(ran).toEqual({ code: exitCodes.interrupted, out: '', err: 'Interrupted.\n' });
});

test('given up, it is not waited for, and what it said by then is kept', async () => {
  const abandoned = new AbortController();
  const running = runCommand(
    ({ out }) => {
      out('sent 1\n');
      abandoned.abort();
      return new Promise(() => undefined);
    },
    { ...io, abandoned: abandoned.signal },
  );
  expect(await running).toMatchObject({ code: exitCodes.interrupted, out: 'sent 1\n' });
});
