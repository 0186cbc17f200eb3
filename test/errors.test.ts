import { expect, test } from 'vitest';
import { toMistake } from '../src/config/mistake.ts';
import { MistakesError, RollcallError, SessionError, UsageError } from '../src/errors.ts';
import { exitCodes } from '../src/exit-codes.ts';

const mistake = toMistake('no-folder', 'There is no folder.');

test.each([
  [new UsageError('x'), 'UsageError', exitCodes.usage],
  [new SessionError('x'), 'SessionError', exitCodes.failed],
  [new MistakesError([mistake, mistake]), 'MistakesError', exitCodes.mistakes],
])('%s carries the code that it ends with', (error, name, exitCode) => {
  expect(error).toBeInstanceOf(RollcallError);
  expect(error).toMatchObject({ name, exitCode });
});

test('mistakes are all there, and counted where nobody shows them', () => {
  const error = new MistakesError([mistake, mistake]);
  expect(error.diagnostics).toEqual([mistake, mistake]);
  expect(error.message).toBe('2 mistakes in the files');
});
