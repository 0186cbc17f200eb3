import { expect, test } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { askWhom } from '../../../src/files/whom/ask-whom.ts';
import { createTestIo } from '../../support/stage.ts';

const about = { command: 'who', question: 'Who? ' };
const terminal = { isInteractive: true };

test.each(['ana', '4you', 'María', 'lid:330631678702157', 'nobody?'])(
  '%s may be an argument',
  async (text) => {
    expect(await askWhom(text, about, createTestIo({}).io)).toBe(text);
  },
);

test.each([
  '+44 7700 900002',
  '07700900002',
  '(0044) 7700-900002',
  '٠٧٧٠٠٩٠٠٠٠٢',
  '123',
  'tel:+447700900002',
])('a number may not: %s', async (text) => {
  const asked = askWhom(text, about, createTestIo({ terminal }).io);
  await expect(asked).rejects.toThrow(UsageError);
  await expect(asked).rejects.toThrow("shell's history");
});

test('what is typed or handed over may be anything that is one line', async () => {
  const number = '+44 7700 900002';
  expect(await askWhom(undefined, about, createTestIo({ terminal, answer: ` ${number} ` }).io)).toBe(number);
  expect(await askWhom('-', about, createTestIo({ input: `${number}\r\n` }).io)).toBe(number);
  await expect(askWhom('-', about, createTestIo({ input: 'a\nb' }).io)).rejects.toThrow(UsageError);
  await expect(askWhom(undefined, about, createTestIo({ terminal }).io)).rejects.toThrow(UsageError);
  await expect(askWhom(undefined, about, createTestIo({ answer: number }).io)).rejects.toThrow(
    'Nobody is named',
  );
});
