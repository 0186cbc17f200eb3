import { CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { toMistake } from '../../src/config/mistake.ts';
import { StorageError } from '../../src/disk/storage-error.ts';
import { MistakesError, SessionError, UsageError } from '../../src/errors.ts';
import { exitCodes } from '../../src/exit-codes.ts';
import { reportError } from '../../src/output/report-error.ts';
import { span } from '../support/choir.ts';
import { createTestIo } from '../support/stage.ts';

function report(error: unknown) {
  const { io, written } = createTestIo({});
  return { code: reportError(error, io), ...written };
}

function refusal(code: string, more: object = {}): Error {
  return Object.assign(new Error(`${code}: no`), { code, syscall: 'write', ...more });
}

test.each<[string, unknown, number, string]>([
  ['a wrong flag, of which commander has told', new CommanderError(1, 'x', 'no'), exitCodes.usage, ''],
  ['help, which was asked for', new CommanderError(0, 'x', 'help'), exitCodes.ok, ''],
  ['a wrong use', new UsageError('No such group.'), exitCodes.usage, 'Error: No such group.\n'],
  ['a session', new SessionError('Logged out.'), exitCodes.failed, 'Error: Logged out.\n'],
  [
    'a full disk under a file',
    new StorageError('plan.json', refusal('ENOSPC') as never),
    exitCodes.failed,
    'Error: plan.json cannot be written: the disk is full (ENOSPC).\n',
  ],
  ['a full disk under anything', refusal('ENOSPC'), exitCodes.failed, 'Error: ENOSPC: no\n'],
  [
    'a folder that may not be read',
    refusal('EACCES', { path: 'groups' }),
    exitCodes.usage,
    'Error: EACCES: no\n',
  ],
  ['several lines', new UsageError('One.\nTwo.'), exitCodes.usage, 'Error: One.\nTwo.\n'],
])('%s', (_, error, code, err) => expect(report(error)).toEqual({ code, err, out: '' }));

test('mistakes in the files, each with its place', () => {
  const { code, err } = report(new MistakesError([toMistake('unknown-key', 'It has `nome`.', span)]));
  expect(code).toBe(exitCodes.mistakes);
  expect(err).toContain('altos.yaml:1:1');
  expect(err).toContain('It has `nome`.');
});

test.each<[string, unknown, RegExp]>([
  ['an error', new TypeError('x is not a function'), /TypeError: x is not a function\n\s+at /],
  ['what is no error', 'thrown', /^thrown\n/],
  ['a refusal of the system that is about no file', refusal('EPIPE'), /EPIPE/],
])('anything else is a bug, and says so: %s', (_, error, text) => {
  const { code, err, out } = report(error);
  expect({ code, out }).toEqual({ code: exitCodes.bug, out: '' });
  expect(err).toMatch(text);
  expect(err).toMatch(/\nThis is a bug in Rollcall\..*\n$/);
});

test.each([new UsageError('a\u001b[2Jb'), new TypeError('a\u001b[2Jb')])(
  'what stands in %o cannot draw on the terminal',
  (error) => expect(report(error).err).not.toContain('\u001b'),
);
