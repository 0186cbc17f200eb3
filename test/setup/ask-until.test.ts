import { expect, test } from 'vitest';
import { InterruptedError, UsageError } from '../../src/errors.ts';
import { askUntil } from '../../src/setup/ask-until.ts';
import { readCountry } from '../../src/setup/read-words.ts';
import { english } from '../../src/words/english/english.ts';
import { createTestIo } from '../support/stage.ts';

function ask(...answers: string[]) {
  const { io, written } = createTestIo({ answer: () => answers.shift() ?? '' });
  return { written, found: askUntil('Which? ', readCountry, english, io) };
}

test('an answer that will not do is told, and asked again', async () => {
  const { found, written } = ask('nowhere', ' gb ');
  expect(await found).toBe('GB');
  expect(written.err).toMatch(/^The country must be .* Try again\.\n$/);
});

test('not for ever', async () => {
  await expect(ask('1', '2', '3', 'GB').found).rejects.toThrow(UsageError);
});

test('Ctrl-C ends it', async () => {
  const { io } = createTestIo({ signal: AbortSignal.abort() });
  await expect(askUntil('Which? ', readCountry, english, io)).rejects.toThrow(InterruptedError);
});
