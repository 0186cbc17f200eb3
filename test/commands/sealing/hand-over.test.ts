import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findKeyWay } from '../../../src/commands/sealing/hand-over.ts';
import { UsageError } from '../../../src/errors.ts';
import { formatPeopleKey } from '../../../src/sealing/people-key.ts';
import { english } from '../../../src/words/english/english.ts';
import { makeFolder } from '../../support/folder.ts';
import { testKey } from '../../support/sealing.ts';
import { createTestIo } from '../../support/stage.ts';

const command = { groups: 'groups', command: 'seal --rotate' };
const secret = formatPeopleKey(testKey);

test.each(['terminal', 'pipe'] as const)('to a %s it is printed whole, and once', (outlet) => {
  const { io, written } = createTestIo({ outlet });
  findKeyWay(undefined, command, io).give(testKey, english);
  expect((written.out + written.err).split(secret)).toHaveLength(2);
  expect(written.out === `${secret}\n`).toBe(outlet === 'pipe');
});

test('to a file it is written, and printed nowhere', () => {
  const file = join(makeFolder(), 'key');
  const { io, written } = createTestIo({ outlet: 'terminal' });
  findKeyWay(file, command, io).give(testKey, english);
  expect(readFileSync(file, 'utf8')).toBe(`${secret}\n`);
  expect(written.out).not.toContain(secret);
  expect(() => findKeyWay(file, command, io)).toThrow('is there already');
});

test('where others may read what is printed there is no way, and the command is named', () => {
  const { io } = createTestIo({});
  expect(() => findKeyWay(undefined, command, io)).toThrow(UsageError);
  expect(() => findKeyWay(undefined, command, io)).toThrow('rollcall seal --rotate --file');
});
